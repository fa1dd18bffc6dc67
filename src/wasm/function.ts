/**
 * Builds one function: takes expressions, checks them, and lays them out as the instruction stream
 * that becomes both bytes (`module.ts`) and text (`text.ts`).
 */
import { EpochalError } from '../errors/index.ts';
import type { AnyImmediates } from './immediates.ts';
import type { ResultType, ValueType } from './instructions.ts';
import { instructions } from './instructions.ts';
import type { Local, Operand, Value } from './values.ts';
import { asValue } from './values.ts';

/** A function that is ill-formed: an operand of the wrong type, a local of another function. */
export class AssemblyError extends EpochalError {
  override readonly name = 'AssemblyError';
}

/** One instruction of the stream. */
export interface Emitted {
  readonly name: string;
  readonly opcode: number;
  readonly kind: keyof AnyImmediates;
  readonly immediates: readonly unknown[];
  /** How many operands it takes from the stack, and whether it leaves a result there. */
  readonly takes: number;
  readonly gives: boolean;
}

export type Parameters = Readonly<Record<string, ValueType>>;
export type Locals<P extends Parameters> = { readonly [Name in keyof P]: Local<P[Name]> };

export interface WasmFunction<
  P extends Parameters = Parameters,
  Result extends ResultType = ResultType,
> {
  readonly name: string;
  readonly index: number;
  readonly parameters: P;
  readonly result: Result;
  /** The parameters, then the variables. */
  readonly locals: readonly Local[];
  readonly stream: readonly Emitted[];
}

/** The target of a branch: the start of a loop, or the end of a block. */
export interface Label {
  readonly label: string;
  readonly depth: number;
}

export interface FunctionBuilder {
  local<T extends ValueType>(type: T, label?: string): Local<T>;
  /** Within one statement an expression object that occurs twice is evaluated once. */
  set<T extends ValueType>(target: Local<T>, value: Operand<T>): void;
  /** Several assignments as one statement: what their values share is evaluated once. */
  setAll(assignments: readonly (readonly [Local, Value])[]): void;
  /** An instruction done for its effect, such as a store. */
  run(statement: Value<'void'>): void;
  block(body: (exit: Label) => void): void;
  loop(body: (again: Label) => void): void;
  /** Runs the body if the condition is not 0. */
  when(condition: Operand<'i32'>, body: () => void): void;
  branch(to: Label, condition?: Operand<'i32'>): void;
}

const control = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  end: 0x0b,
  br: 0x0c,
  br_if: 0x0d,
  call: 0x10,
  'local.get': 0x20,
  'local.set': 0x21,
  'local.tee': 0x22,
} as const;

/** Calls another function of the module; the arguments are named as its parameters are. */
export function call<P extends Parameters, R extends ResultType>(
  { name, index, parameters, result }: WasmFunction<P, R>,
  args: { readonly [Name in keyof P]: Operand<P[Name]> },
): Value<R> {
  return {
    type: result,
    name: 'call',
    operands: Object.keys(parameters).map((label) => asValue(args[label])),
    immediates: [index, name, Object.values(parameters)],
  };
}

/** Builds a function from its parameters and a body, which returns the result if there is one. */
export function buildFunction<P extends Parameters, R extends ResultType>(
  name: string,
  parameters: P,
  result: R,
  body: (f: FunctionBuilder, parameters: Locals<P>) => R extends 'void' ? void : Value<R>,
): Omit<WasmFunction<P, R>, 'index'> {
  const stream: Emitted[] = [];
  const locals: Local[] = [];
  const spare: Local[] = [];
  const labels = new Map<string, number>();
  let depth = 0;

  function refuse(instruction: string, expected: string, received: string): never {
    throw new AssemblyError({ where: `function ${name}, ${instruction}`, expected, received });
  }

  function unique(label: string): string {
    const count = labels.get(label) ?? 0;
    labels.set(label, count + 1);
    return count === 0 ? label : `${label}.${count}`;
  }

  function local<T extends ValueType>(type: T, label: string = type): Local<T> {
    const created: Local<T> = {
      type,
      name: 'local.get',
      operands: [],
      immediates: [locals.length, unique(label)],
    };
    locals.push(created);
    return created;
  }

  function emitControl(
    instruction: keyof typeof control,
    immediates: readonly unknown[],
    takes: number,
    gives = false,
  ) {
    const kind = immediates.length === 0 ? 'none' : immediates.length === 1 ? 'block' : 'index';
    const opcode = control[instruction];
    stream.push({ name: instruction, opcode, kind, immediates, takes, gives });
  }

  /** Emits one expression whose operands are already on the stack. */
  function emit({ name: instruction, operands, immediates, type }: Value) {
    if (instruction === 'local.get') {
      const [at, label] = immediates as Local['immediates'];
      const own = locals[at];
      if (own?.immediates !== immediates) {
        refuse(instruction, 'a local of this function', `$${label} of another`);
      }
      return emitControl('local.get', immediates, 0, true);
    }
    const takes =
      instruction === 'call'
        ? (immediates[2] as readonly ValueType[])
        : instructions[instruction].takes;
    const given = operands.map((operand) => operand?.type ?? 'nothing');
    if (given.join() !== takes.join()) {
      refuse(instruction, `operands (${takes.join(', ')})`, `(${given.join(', ')})`);
    }
    if (instruction === 'call') {
      return emitControl('call', immediates.slice(0, 2), takes.length, type !== 'void');
    }
    const { opcode, immediate: kind } = instructions[instruction];
    const gives = type !== 'void';
    stream.push({ name: instruction, opcode, kind, immediates, takes: takes.length, gives });
  }

  /**
   * Evaluates expressions one after the other and hands each to `consume` while it is on top of the
   * stack. What occurs more than once is kept in a spare local until its last use.
   */
  function evaluate(roots: readonly Value[], consume: (position: number) => void) {
    const uses = new Map<Value, number>();
    const kept = new Map<Value, Local>();
    const count = (value: Value) => {
      const before = uses.get(value) ?? 0;
      uses.set(value, before + 1);
      if (before === 0) value.operands.forEach(count);
    };
    const push = (value: Value) => {
      const left = (uses.get(value) ?? 0) - 1;
      uses.set(value, left);
      const keeper = kept.get(value);
      if (keeper !== undefined) {
        emit(keeper);
        if (left === 0) spare.push(keeper);
        return;
      }
      value.operands.forEach(push);
      emit(value);
      if (left > 0 && value.operands.length > 0 && value.type !== 'void') {
        const at = spare.findIndex((candidate) => candidate.type === value.type);
        const keep = at < 0 ? local(value.type, 't') : spare.splice(at, 1)[0];
        emitControl('local.tee', keep.immediates, 1, true);
        kept.set(value, keep);
      }
    };
    roots.forEach(count);
    roots.forEach((root, position) => {
      push(root);
      consume(position);
    });
    return uses;
  }

  function setAll(assignments: readonly (readonly [Local, Value])[]) {
    for (const [{ type, immediates }, value] of assignments) {
      if (locals[immediates[0]]?.immediates !== immediates) {
        refuse('local.set', 'a local of this function', `$${immediates[1]} of another`);
      }
      if (value.type !== type) refuse(`local.set $${immediates[1]}`, type, value.type);
    }
    const uses = evaluate(
      assignments.map(([, value]) => value),
      (position) => emitControl('local.set', assignments[position][0].immediates, 1),
    );
    const clash = assignments.length > 1 && assignments.find(([target]) => uses.has(target));
    if (clash) {
      const label = clash[0].immediates[1];
      refuse('setAll', 'values that do not depend on the targets', `a use of $${label}`);
    }
  }

  function nest(kind: 'block' | 'loop' | 'if', body: (label: Label) => void) {
    const label = unique(kind);
    emitControl(kind, [label], kind === 'if' ? 1 : 0);
    depth += 1;
    body({ label, depth });
    depth -= 1;
    emitControl('end', [], 0);
  }

  const condition = (value: Operand<'i32'>) => {
    const checked = asValue(value);
    if (checked.type !== 'i32') refuse('a condition', 'i32', checked.type);
    evaluate([checked], () => {});
  };

  const builder: FunctionBuilder = {
    local,
    set: (target, value) => setAll([[target, asValue<ResultType>(value)]]),
    setAll,
    run: (statement) => {
      if (statement.type !== 'void') refuse(statement.name, 'a statement', 'an unused value');
      evaluate([statement], () => {});
    },
    block: (content) => nest('block', content),
    loop: (content) => nest('loop', content),
    when: (test, content) => {
      condition(test);
      nest('if', content);
    },
    branch: (to, test) => {
      if (test !== undefined) condition(test);
      const target = [depth - to.depth, to.label];
      emitControl(test === undefined ? 'br' : 'br_if', target, test === undefined ? 0 : 1);
    },
  };

  const own = Object.entries(parameters).map(([label, type]) => [label, local(type, label)]);
  const returned = body(builder, Object.fromEntries(own)) as Value | undefined;
  if ((returned?.type ?? 'void') !== result) refuse('result', result, returned?.type ?? 'nothing');
  if (returned !== undefined) evaluate([returned], () => {});
  return { name, parameters, result, locals, stream };
}
