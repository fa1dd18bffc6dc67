/**
 * What a function is written in: expressions, each an instruction applied to expressions. They are
 * plain data, so a formula can be built first and looked at before it is emitted.
 */
import type {
  Immediates,
  InstructionName,
  Instructions,
  ResultType,
  ValueType,
} from './instructions.ts';
import { instructions } from './instructions.ts';

export interface Value<T extends ResultType = ResultType> {
  readonly type: T;
  readonly name: InstructionName | 'local.get' | 'call';
  readonly operands: readonly Value[];
  readonly immediates: readonly unknown[];
}

/** A variable of a function. Used as an expression it is the variable's value at that moment. */
export interface Local<T extends ValueType = ValueType> extends Value<T> {
  readonly name: 'local.get';
  readonly immediates: readonly [index: number, label: string];
}

/** What may stand for an operand: numbers are accepted for addresses and counts. */
export type Operand<T extends ValueType> = T extends 'i32' ? Value<'i32'> | number : Value<T>;

export type Operands<Types extends readonly ValueType[]> = {
  readonly [Position in keyof Types]: Operand<Types[Position]>;
};

type Arguments<Name extends InstructionName> = [
  ...Operands<Instructions[Name]['takes']>,
  ...Immediates[Instructions[Name]['immediate']],
];

/**
 * The instruction `name` applied to its operands, followed by its immediates:
 * `op('f32x4.add', a, b)`, `op('v128.load', pointer, 16)`, `op('i32.const', 3)`.
 */
export function op<Name extends InstructionName>(
  name: Name,
  ...args: Arguments<Name>
): Value<Instructions[Name]['gives']> {
  const { takes, gives } = instructions[name];
  const operands = (args as readonly unknown[]).slice(0, takes.length) as (Value | number)[];
  return {
    type: gives,
    name,
    operands: operands.map(asValue),
    immediates: args.slice(takes.length),
  };
}

export function asValue<T extends ResultType>(operand: Value<T> | number): Value<T | 'i32'> {
  return typeof operand === 'number' ? op('i32.const', operand) : operand;
}

/** The same float32 in all four lanes. */
export function splat(value: number): Value<'v128'> {
  return op('v128.const', 'f32x4', Array<number>(4).fill(value));
}
