/** The values of a network by name: taken out as copies, put back whole or not at all. */
import { describe, describeShape } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';
import { sameShape } from '../tensor/shape.ts';
import { snapshot, Tensor } from '../tensor/tensor.ts';

export type ModelState = Readonly<Record<string, Tensor>>;
type Named = readonly (readonly [name: string, tensor: Tensor])[];

export function copyState(named: Named): ModelState {
  return Object.fromEntries(named.map(([name, own]) => [name, snapshot(own)]));
}

/**
 * Overwrites tensors with those of the same name.
 * @throws DataError when names, shapes or dtypes differ, before anything is overwritten
 */
export function loadState(named: Named, state: ModelState, caller = 'loadState'): void {
  if (typeof state !== 'object' || state === null) {
    throw new DataError({
      where: caller,
      expected: 'tensors by name, as state() gives them',
      received: describe(state),
      remedy: 'Give what state() of a model with these parameters returned.',
    });
  }
  const wanted = new Map(named);
  for (const [name, own] of wanted) checkGiven(state, name, own, caller);
  const unexpected = Object.keys(state).find((name) => !wanted.has(name));
  if (unexpected !== undefined) {
    throw new DataError({
      where: caller,
      expected: `only ${[...wanted.keys()].join(', ')}`,
      received: unexpected,
      remedy: 'The state must come from a model with the same layers.',
    });
  }
  for (const [name, own] of wanted) {
    const given = state[name];
    const isSame = given.storage === own.storage && given.isContiguous && own.isContiguous;
    if (!(isSame && given.offset === own.offset)) own.assign(given);
  }
}

/** Whether a value can overwrite a tensor: shape and dtype are the same. */
export function fits(
  given: unknown,
  { shape, dtype }: Pick<Tensor, 'shape' | 'dtype'>,
): given is Tensor {
  return given instanceof Tensor && sameShape(given.shape, shape) && given.dtype === dtype;
}

/**
 * The tensor of that name.
 * @throws DataError unless it is there, in that shape and dtype
 */
export function checkGiven(
  state: ModelState,
  name: string,
  { shape, dtype }: Pick<Tensor, 'shape' | 'dtype'>,
  caller = 'loadState',
): Tensor {
  const given: unknown = Object.hasOwn(state, name) ? state[name] : undefined;
  if (fits(given, { shape, dtype })) return given;
  throw new DataError({
    where: caller,
    expected: `${name}: ${dtype} ${describeShape(shape)}`,
    received: describeGiven(given),
    remedy: 'The state must come from a model with the same layers.',
  });
}

/** What was given in the place of a tensor, in words. */
export function describeGiven(given: unknown): string {
  if (given === undefined) return 'no such name';
  return given instanceof Tensor ? `${given.dtype} ${describeShape(given.shape)}` : describe(given);
}
