/**
 * What a function is written in: expressions, each an instruction applied to expressions. They are
 * plain data, so a formula can be built first and looked at before it is emitted.
 */
import { type Complaint, EpochalError } from '../errors/index.ts';
import type {
  control,
  Immediates,
  InstructionName,
  Instructions,
  ResultType,
  ValueType,
} from './instructions.ts';
import { instructions } from './instructions.ts';

/**
 * Code that is ill-formed in a way that neither the compiler of TypeScript nor the engine would see:
 * an address that is not whole, a local of another function.
 */
export class AssemblyError extends EpochalError {
  override readonly name = 'AssemblyError';

  constructor(complaint: Omit<Complaint, 'remedy'>) {
    super({ ...complaint, remedy: 'This is a mistake in epochal: please report it.' });
  }
}

export interface Value<T extends ResultType = ResultType> {
  readonly type: T;
  readonly name: InstructionName | keyof typeof control;
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
  const { takes, gives, immediate } = instructions[name];
  const operands = takes.map((_, i) => asValue(args[i] as Value | number)); // of just this length
  const immediates = args.slice(takes.length);
  if (immediate === 'i32') checkWord(name, immediates[0], -(2 ** 31));
  if (immediate === 'memory' || immediate === 'memoryLane') checkWord(name, immediates[0] ?? 0, 0);
  return { type: gives, name, operands, immediates };
}

function checkWord(where: string, value: unknown, lowest: number): void {
  if (Number.isInteger(value) && Number(value) >= lowest && Number(value) < 2 ** 32) return;
  const expected = `a whole number of 32 bits${lowest === 0 ? ', from 0 up' : ''}`;
  throw new AssemblyError({ where, expected, received: String(value) });
}

export function asValue<T extends ResultType>(operand: Value<T> | number): Value<T | 'i32'> {
  return typeof operand === 'number' ? op('i32.const', operand) : operand;
}

/** The same float32 in all four lanes. */
export function splat(value: number): Value<'v128'> {
  return op('v128.const', 'f32x4', Array<number>(4).fill(value));
}
