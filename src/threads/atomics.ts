/** Short forms for emitted code that reads and writes the words that threads share. */
import type { FunctionBuilder, Label } from '../wasm/function.ts';
import { type Local, type Operand, op, type Value } from '../wasm/values.ts';
import { SPINS } from './control.ts';

export const load = (word: number) => op('i32.atomic.load', 0, word);
export const store = (word: number, value: Operand<'i32'>) =>
  op('i32.atomic.store', 0, value, word);
export const not = (value: Value<'i32'>) => op('i32.eqz', value);

/** An instruction for its effect, whose result nobody wants. */
export function effect(f: FunctionBuilder, value: Value<'i32'>): void {
  f.set(f.local('i32', 'dropped'), value);
}

export function decrease(f: FunctionBuilder, counter: Local<'i32'>): void {
  f.set(counter, op('i32.sub', counter, 1));
}

/** Where a tile's word is. */
export const wordOf = (tile: Local<'i32'>) => op('i32.mul', tile, 4);

/** Looks so often whether something is true, and branches there if it is. */
export function spin(f: FunctionBuilder, isTrue: () => Value<'i32'>, then: Label): void {
  const spins = f.local('i32', 'spins');
  f.set(spins, op('i32.load', 0, SPINS));
  f.loop((look) => {
    f.branch(then, isTrue());
    decrease(f, spins);
    f.branch(look, spins);
  });
}
