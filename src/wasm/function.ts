/** What a function is, once built, and what there is to build it with. */
import type { ResultType, ValueType } from './instructions.ts';
import type { Local, Operand, Value } from './values.ts';
import { asValue } from './values.ts';

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
  /** The instructions in order. The operands of each have been laid out before it. */
  readonly stream: readonly Value[];
}

/** The target of a branch: the start of a loop, or the end of a block. */
export interface Label {
  readonly label: string;
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

/** Calls another function of the module; the arguments are named as its parameters are. */
export function call<P extends Parameters, R extends ResultType>(
  { name, index, parameters, result }: WasmFunction<P, R>,
  args: { readonly [Name in keyof P]: Operand<P[Name]> },
): Value<R> {
  return {
    type: result,
    name: 'call',
    operands: Object.keys(parameters).map((label) => asValue(args[label])),
    immediates: [index, name],
  };
}
