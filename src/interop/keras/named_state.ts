/**
 * The variables of an optimizer of Keras 2, which are told apart by their names: `Adam/dense/kernel/m:0` of the
 * optimizers before 2.11, which are `optimizers.legacy` since then, `Adam/m/dense/kernel:0` of those after it. What
 * stands before is the scope in which the optimizer was built: `training/Adam/`, or nothing.
 */
import { describe } from '../../errors/describe.ts';
import type { Optimizer } from '../../optimizers/optimizer.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { notUnderstood } from '../blueprint.ts';
import type { Match } from '../imported.ts';
import { ANEW, type Found, layoutOf } from './listed_state.ts';
import type { Weight } from './weights.ts';

interface Names {
  /** In the optimizers before 2.11, where they have it. */
  readonly legacy?: string;
  readonly current: string;
}

const both = (name: string): Names => ({ legacy: name, current: name });
const MOMENTS = { mean: both('m'), meanSquare: both('v'), largest: both('vhat') };

/** What our slots are called there. */
const NAMES: Readonly<Record<string, Readonly<Record<string, Names>>>> = {
  sgd: { momentum: { legacy: 'momentum', current: 'm' } },
  adam: MOMENTS,
  adamW: MOMENTS,
  adamax: { mean: both('m'), largest: { legacy: 'v', current: 'u' } },
  nadam: MOMENTS,
  rmsprop: {
    meanSquare: { legacy: 'rms', current: 'velocity' },
    momentum: both('momentum'),
    mean: { legacy: 'mg', current: 'average_gradient' },
  },
  adagrad: { sumOfSquares: both('accumulator') },
  adadelta: {
    meanSquare: { legacy: 'accum_grad', current: 'accumulated_grad' },
    meanSquareOfUpdates: { legacy: 'accum_var', current: 'accumulated_delta_var' },
  },
  lion: { mean: { current: 'm' } },
};

/** What a slot of ours is called in the optimizers before 2.11, whose names TensorFlow.js has kept. */
export const legacyName = (optimizer: string, ours: string) => NAMES[optimizer]?.[ours]?.legacy;

/** What counts the updates, by the kind of optimizer. */
const COUNTS: Readonly<Record<string, keyof Names>> = { iter: 'legacy', iteration: 'current' };
/** What is computed from the number of updates here, or stands in the configuration, too. */
const KNOWN = ['momentum_cache', 'learning_rate'];

interface Given {
  readonly optimizer: Optimizer;
  /** By the names of the weights: `dense/kernel:0`. */
  readonly learning: readonly Match[];
  readonly variables: readonly Weight[];
}

/** @throws DataError for variables that are missing, and for those that the optimizer has not, by name */
export function namedState(where: string, { optimizer, learning, variables }: Given): Found {
  const rest = new Map(variables.map(({ name = '', tensor }) => [bare(name), tensor]));
  const count = [...rest.keys()].find((name) => Object.hasOwn(COUNTS, lastOf(name)));
  if (count === undefined) {
    throw notUnderstood(where, shown(rest), 'a variable iter or iteration', ANEW);
  }
  const kind = COUNTS[lastOf(count)];
  const updates = take(count);
  const layout = layoutOf('keras', optimizer);
  const wanted = (layout?.groups ?? []).flat().map(({ ours = '', factor }) => {
    const there = NAMES[optimizer.name][ours][kind];
    if (there !== undefined) return { ours, factor, there };
    throw notUnderstood(where, shown(rest), `variables of ${optimizer.name} after 2.11`, ANEW);
  });
  const scope = scopeOf(rest.keys(), learning, [...wanted.map(({ there }) => there), UNUSED], kind);
  const slots: [string, { tensor: Tensor; factor: number }][] = [];
  for (const { ours, theirs } of learning) {
    for (const slot of wanted) {
      const tensor = take(`${scope}${joined(kind, bare(theirs), slot.there)}`);
      slots.push([`${ours}.${slot.ours}`, { tensor, factor: slot.factor }]);
    }
    // SGD has momenta without momentum, too, since 2.11.
    if (optimizer.name === 'sgd') rest.delete(`${scope}${joined(kind, bare(theirs), UNUSED)}`);
  }
  for (const name of rest.keys()) if (KNOWN.includes(lastOf(name))) rest.delete(name);
  if (rest.size === 0) return { updates, slots: new Map(slots) };
  throw notUnderstood(where, shown(rest), `variables of ${optimizer.name} only`, ANEW);

  function take(name: string): Tensor {
    const tensor = rest.get(name);
    if (tensor === undefined) throw notUnderstood(where, shown(rest), name, ANEW);
    rest.delete(name);
    return tensor;
  }
}

const UNUSED = 'm';

/** Names of variables end with the number of an output, which is always the first. */
const bare = (name: string) => name.replace(/:0$/, '');
const lastOf = (name: string) => name.slice(name.lastIndexOf('/') + 1);

const joined = (kind: keyof Names, weight: string, slot: string) =>
  kind === 'legacy' ? `${weight}/${slot}` : `${slot}/${weight}`;

/** What stands before the names of the first weight. A layer may be called what others are inside of: the shortest. */
function scopeOf(
  names: Iterable<string>,
  [first]: readonly Match[],
  slots: readonly string[],
  kind: keyof Names,
): string {
  if (first === undefined) return '';
  const ends = slots.map((slot) => joined(kind, bare(first.theirs), slot));
  const scopes = [...names].flatMap((name) =>
    ends
      .filter((end) => name === end || name.endsWith(`/${end}`))
      .map((end) => name.slice(0, -end.length)),
  );
  return scopes.reduce(
    (best, scope) => (scope.length < best.length ? scope : best),
    scopes[0] ?? '',
  );
}

const shown = (rest: ReadonlyMap<string, Tensor>) => describe([...rest.keys()].slice(0, 3));
