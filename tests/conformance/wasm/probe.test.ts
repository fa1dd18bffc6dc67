import { afterEach, describe, expect, it, vi } from 'vitest';

const engine = (globalThis as { WebAssembly?: Record<string, unknown> }).WebAssembly ?? {};

/** The answer of a fresh probe where `WebAssembly` is something else. */
async function probeWith(replacement: Record<string, unknown> | undefined) {
  vi.resetModules();
  vi.stubGlobal('WebAssembly', replacement);
  const { wasmSupport } = await import('../../../src/wasm/probe.ts');
  return wasmSupport();
}

/** An engine that knows no instruction of the given prefix. */
function without(prefix: number) {
  const { validate } = engine as { validate: (bytes: Uint8Array) => boolean };
  return { ...engine, validate: (bytes: Uint8Array) => validate(bytes) && !bytes.includes(prefix) };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the probe', () => {
  it('finds everything it needs here, and looks once', async () => {
    expect(await probeWith(engine)).toEqual({ available: true });
    const { wasmSupport } = await import('../../../src/wasm/probe.ts');
    vi.stubGlobal('WebAssembly', undefined);
    expect(wasmSupport()).toEqual({ available: true });
  });

  it('says what is missing', async () => {
    expect(await probeWith(undefined)).toEqual({
      available: false,
      reason: 'this environment has no WebAssembly',
    });
    expect(await probeWith(without(0xfd))).toEqual({
      available: false,
      reason: 'WebAssembly lacks SIMD (simd128)',
    });
    expect(await probeWith(without(0xfc))).toEqual({
      available: false,
      reason: 'WebAssembly lacks bulk memory operations',
    });
  });

  it('survives a content-security policy that forbids compilation', async () => {
    class Module {
      constructor() {
        throw new Error('violates the content-security policy');
      }
    }
    const { validate, Instance, Memory } = engine;
    expect(await probeWith({ validate, Instance, Memory, Module })).toEqual({
      available: false,
      reason: 'compilation is refused: violates the content-security policy',
    });
  });
});
