/** Where the engine refuses a module for its size, as browsers do on the main thread, the reference runs. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compile } from '../../../../src/graph/compile_function.ts';
import { dense, tanh } from '../../../../src/nn/index.ts';
import { referenceOnly } from '../../../../src/ops/execute/execute.ts';
import { adam } from '../../../../src/optimizers/index.ts';
import { Trainer } from '../../../../src/train/index.ts';
import { createMemory, instantiateUnlessRefused } from '../../../../src/wasm/engine.ts';
import { type Tensor, uniform } from '../../../tensors.ts';
import { compareBackends } from '../../../train/both_backends.ts';
import { network, options, regression } from '../../../train/tasks.ts';

type Constructor = new (bytes: Uint8Array) => object;
const engine = (globalThis as unknown as { WebAssembly: { readonly Module: Constructor } })
  .WebAssembly;

/** Compiles nothing above a size, as the main thread of a browser. */
function refuseAbove(bytes: number): void {
  class Module {
    constructor(code: Uint8Array) {
      if (code.length > bytes) throw new RangeError('WebAssembly.Module is disallowed');
      // biome-ignore lint/correctness/noConstructorReturn: it stands for the engine's own
      return new engine.Module(code);
    }
  }
  const { validate, Instance, Memory } = engine as unknown as Record<string, unknown>;
  vi.stubGlobal('WebAssembly', { validate, Instance, Memory, Module });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

const training = {
  model: () => network([dense({ units: 8 }), tanh(), dense({ units: 2 })]),
  loss: options().loss,
  optimizer: adam(),
  epochs: 2,
  batchSize: 8,
  train: regression(),
};

describe('where a module is refused for its size', () => {
  it.each([1, 2])(
    'a training run in %i micro-batches has the bits of the reference',
    (accumulate) => {
      refuseAbove(1000);
      const { difference, iterations, plans } = compareBackends({ ...training, accumulate });
      expect([difference, plans]).toEqual([undefined, 0]);
      expect(iterations).toBeGreaterThan(2);
    },
  );

  it('what is small enough continues compiled beside it', () => {
    // Batches of eight have no tails, so that the code for the last batch, of seven, is longer.
    const uneven = { ...training, train: regression({ samples: 23 }) };
    const { train, model, ...rest } = uneven;
    const trainer = new Trainer({ ...rest, model: model() });
    for (const _ of trainer.run({ train }));
    const sizes = trainer.reports().map(({ codeBytes }) => codeBytes);
    const plans = sizes.map((size) => {
      refuseAbove(size + 300); // addresses differ from run to run, and so do the bytes they take
      const compared = compareBackends(uneven);
      expect(compared.difference).toBeUndefined();
      return compared.plans;
    });
    expect(plans).toContain(sizes.length);
    expect(plans.some((count) => count > 0 && count < sizes.length)).toBe(true);
  });

  it('the Trainer says which code runs, and why', () => {
    refuseAbove(1000);
    const trainer = new Trainer(options());
    for (const _ of trainer.run({ train: regression() }));
    expect(trainer.backend).toBe('reference');
    expect(trainer.obstacle).toBe('compilation is refused: WebAssembly.Module is disallowed');
    expect(trainer.reports()).toEqual([]);
  });

  it('a compiled function runs as it is, and says why', () => {
    refuseAbove(100);
    const compiled = compile((x: Tensor) => x.square().sum());
    const x = uniform([50], { seed: 1 });
    for (let call = 0; call < 3; call++) expect(compiled(x)).toBeBitIdenticalTo(x.square().sum());
    expect(compiled.obstacle()).toBe('compilation is refused: WebAssembly.Module is disallowed');
  });

  it('a large product is computed by the reference', () => {
    refuseAbove(100);
    const [a, b] = [uniform([90, 70], { seed: 1 }), uniform([70, 80], { seed: 2 })];
    expect(a.matmul(b)).toBeBitIdenticalTo(referenceOnly(() => a.matmul(b)));
  });
});

it('a module that is invalid is a mistake, and not hidden', () => {
  expect(() => instantiateUnlessRefused(Uint8Array.of(1, 2, 3), createMemory(0))).toThrow();
});
