/** Builds a module: functions over one memory. */

import { buildFunction } from './build_function.ts';
import { createBytes } from './bytes.ts';
import { type EncodedFunction, encode, encodeInstruction } from './encode.ts';
import type {
  BuiltFunction,
  FunctionBuilder,
  Locals,
  Parameters,
  WasmFunction,
} from './function.ts';
import type { ResultType } from './instructions.ts';
import type { Value } from './values.ts';

type Body<P extends Parameters, R extends ResultType> = (
  f: FunctionBuilder,
  parameters: Locals<P>,
) => R extends 'void' ? void : Value<R>;

export interface ModuleBuilder {
  /** Whether its memory is one that several threads work in. */
  readonly shared: boolean;
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

/**
 * Functions become bytes as they are built: a plan has thousands of instructions, and nobody but who wants to
 * read them needs them any more.
 * @param shared whether its memory is one that several threads work in
 * @param watch is given each function with its instructions, for reading
 */
export function createModule(
  shared = false,
  watch?: (built: BuiltFunction) => void,
): ModuleBuilder {
  const functions: EncodedFunction[] = [];
  const named = new Map<string, WasmFunction>(); // those that are there once

  function add<P extends Parameters, R extends ResultType>(
    exported: boolean,
    ...[name, parameters, result, body]: [name: string, parameters: P, result: R, body: Body<P, R>]
  ): WasmFunction<P, R> {
    const code = createBytes();
    const stream: Value[] = [];
    const locals = buildFunction(name, parameters, body, (instruction) => {
      encodeInstruction(code, instruction);
      if (watch !== undefined) stream.push(instruction);
    });
    // The index is taken last: the body may have defined the functions that it calls.
    const built = { name, index: functions.length, parameters, result, exported, locals };
    functions.push({ ...built, code: code.bytes() });
    watch?.({ ...built, stream });
    return built;
  }

  const define: ModuleBuilder['define'] = (...parts) => add(false, ...parts);
  return {
    shared,
    define,
    once: (name, parameters, result, body) => {
      const existing = named.get(name);
      if (existing !== undefined) return { ...existing, parameters, result };
      const built = define(name, parameters, result, body);
      named.set(name, built);
      return built;
    },
    entry: (...parts) => add(true, ...parts),
    bytes: () => encode(functions, shared),
  };
}
