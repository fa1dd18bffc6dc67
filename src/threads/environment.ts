/** What there is of Node, Bun, Deno or a browser. Typed here: nothing of Node is imported. */

/** The part of Node's `worker_threads` that is used. */
export interface NodeWorker {
  postMessage(message: unknown): void;
  terminate(): unknown;
  unref(): void;
  on(event: 'message' | 'exit' | 'error', listener: (value: unknown) => void): void;
}

/** The part of a browser's Worker that is used. */
export interface WebWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault?(): void }) => void) | null;
}

export interface NodeModules {
  'node:worker_threads': { readonly Worker: new (code: string, options: object) => NodeWorker };
  'node:os': { availableParallelism(): number };
  'node:fs': { readFileSync(path: string, encoding: 'utf8'): string };
}

interface Environment {
  readonly process?: { getBuiltinModule?(name: string): unknown };
  readonly navigator?: { readonly hardwareConcurrency?: number };
  readonly Worker?: new (url: string) => WebWorker;
  readonly Blob?: new (parts: readonly string[], options: object) => object;
  readonly URL?: { createObjectURL?(blob: object): string };
  /** Of a worker of a page. */
  readonly document?: object;
  readonly postMessage?: (message: unknown) => void;
  readonly close?: () => void;
  onmessage?: ((event: { readonly data: unknown }) => void) | null;
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

export const environment = () => globalThis as unknown as Environment;

/** A module of Node, where there are some. */
export function builtin<Name extends keyof NodeModules>(name: Name): NodeModules[Name] | undefined {
  return environment().process?.getBuiltinModule?.(name) as NodeModules[Name] | undefined;
}
