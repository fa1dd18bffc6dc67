/** Builds a module: functions over one memory, encoded as the bytes that an engine compiles. */

import { buildFunction } from './build_function.ts';
import { list, name as nameBytes, pushUnsigned, sized, unsigned } from './bytes.ts';
import type { FunctionBuilder, Locals, Parameters, WasmFunction } from './function.ts';
import { forms } from './immediates.ts';
import type { ResultType, ValueType } from './instructions.ts';
import type { Value } from './values.ts';

/** Under which names a module imports its memory, and what an instance must therefore be given. */
export const memoryImport = { module: 'epochal', field: 'memory' } as const;

type Body<P extends Parameters, R extends ResultType> = (
  f: FunctionBuilder,
  parameters: Locals<P>,
) => R extends 'void' ? void : Value<R>;

export interface ModuleBuilder {
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
  shared<P extends Parameters, R extends ResultType>(
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

const typeCodes: Record<ValueType, number> = { i32: 0x7f, v128: 0x7b };

export function createModule(): ModuleBuilder {
  const functions: WasmFunction[] = [];
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
    shared: (name, parameters, result, body) => {
      const existing = functions.find((candidate) => candidate.name === name);
      if (existing === undefined) return define(name, parameters, result, body);
      return { ...existing, parameters, result };
    },
    entry: (name, parameters, result, body) => {
      const built = define(name, parameters, result, body);
      entries.add(built);
      return built;
    },
    bytes: () => encode(functions, entries),
  };
}

function encode(functions: readonly WasmFunction[], entries: ReadonlySet<WasmFunction>) {
  const signatures = functions.map(signature);
  const types = new Map(signatures.map((bytes) => [String(bytes), bytes]));
  const typeNames = [...types.keys()];
  const { module, field } = memoryImport;
  const section = (id: number, items: readonly (readonly number[])[]) => [
    id,
    ...sized(list(items)),
  ];
  const indices = signatures.map((type) => unsigned(typeNames.indexOf(String(type))));
  const exported = [...entries].map(({ name, index }) => [
    ...nameBytes(name),
    0x00,
    ...unsigned(index),
  ]);
  return new Uint8Array(
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00].concat(
      section(1, [...types.values()]),
      section(2, [[...nameBytes(module), ...nameBytes(field), 0x02, 0x00, 0x00]]),
      section(3, indices),
      section(7, exported),
      section(10, functions.map(encodeBody)),
    ),
  );
}

function signature({ parameters, result }: WasmFunction): number[] {
  const params = Object.values(parameters);
  const results = result === 'void' ? [] : [[typeCodes[result]]];
  return [0x60, ...list(params.map((type) => [typeCodes[type]])), ...list(results)];
}

function encodeBody({ parameters, locals, stream }: WasmFunction): number[] {
  const runs: { type: ValueType; count: number }[] = [];
  for (const { type } of locals.slice(Object.keys(parameters).length)) {
    const last = runs.at(-1);
    if (last?.type === type) last.count += 1;
    else runs.push({ type, count: 1 });
  }
  const code = list(runs.map(({ type, count }) => [...unsigned(count), typeCodes[type]]));
  for (const { opcode, kind, immediates } of stream) {
    if (opcode > 0xff) {
      code.push(opcode >> 8);
      pushUnsigned(code, opcode & 0xff);
    } else code.push(opcode);
    // Most instructions carry nothing, or a small index: these two ways are the short ones.
    if (kind === 'none') continue;
    if (kind === 'index') pushUnsigned(code, immediates[0] as number);
    else {
      const write = forms[kind].bytes as (...args: readonly unknown[]) => number[];
      for (const byte of write(...immediates)) code.push(byte);
    }
  }
  code.push(0x0b);
  return sized(code);
}
