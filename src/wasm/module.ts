/** Builds a module: functions over one memory. */

import { buildFunction } from './build_function.ts';
import { encode } from './encode.ts';
import type { FunctionBuilder, Locals, Parameters, WasmFunction } from './function.ts';
import type { ResultType } from './instructions.ts';
import type { Value } from './values.ts';

type Body<P extends Parameters, R extends ResultType> = (
  f: FunctionBuilder,
  parameters: Locals<P>,
) => R extends 'void' ? void : Value<R>;

export interface ModuleBuilder {
  /** Whether its memory is one that several threads work in. */
  readonly shared: boolean;
  readonly functions: readonly WasmFunction[];
  readonly entries: ReadonlySet<WasmFunction>;
  /** A function for other functions of this module. */
  define<P extends Parameters, R extends ResultType>(
    name: string,
    parameters: P,
    result: R,
    body: Body<P, R>,
  ): WasmFunction<P, R>;
  /** The same, but only once for each name: the name must say everything the function depends on. */
  once<P extends Parameters, R extends ResultType>(
    name: string,
    parameters: P,
    result: R,
    body: Body<P, R>,
  ): WasmFunction<P, R>;
  /** A function that JavaScript can call under its name. */
  entry<P extends Parameters, R extends ResultType>(
    name: string,
    parameters: P,
    result: R,
    body: Body<P, R>,
  ): WasmFunction<P, R>;
  bytes(): Uint8Array;
}

/** @param shared whether its memory is one that several threads work in */
export function createModule(shared = false): ModuleBuilder {
  const functions: WasmFunction[] = [];
  const named = new Map<string, WasmFunction>(); // those that are there once
  const entries = new Set<WasmFunction>();
  const define: ModuleBuilder['define'] = (name, parameters, result, body) => {
    const built = buildFunction(name, parameters, result, body);
    // The index is taken last: the body may have defined the functions that it calls.
    const numbered = { ...built, index: functions.length };
    functions.push(numbered);
    return numbered;
  };
  return {
    functions,
    entries,
    define,
    shared,
    once: (name, parameters, result, body) => {
      const existing = named.get(name);
      if (existing !== undefined) return { ...existing, parameters, result };
      const built = define(name, parameters, result, body);
      named.set(name, built);
      return built;
    },
    entry: (name, parameters, result, body) => {
      const built = define(name, parameters, result, body);
      entries.add(built);
      return built;
    },
    bytes: () => encode(functions, entries, shared),
  };
}
