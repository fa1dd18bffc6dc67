/**
 * What a training was asked to be, as plain data: what has to be the same for a resumed training to
 * give the numbers that it would have given without interruption.
 */
import { describe } from '../errors/describe.ts';
import { StateError } from '../errors/errors.ts';
import type { Model } from '../nn/sequential.ts';
import type { Optimizer } from '../optimizers/index.ts';
import type { ResolvedTrainerOptions } from './options.ts';

/** One entry for each option that decides numbers. How long to train is not among them. */
export type Recipe = Readonly<Record<string, unknown>>;

export function recipeOf(options: ResolvedTrainerOptions): Recipe {
  const { model, loss, optimizer, schedule, clip, seed, batchSize, shuffle, dropLast } = options;
  const { sampling, accumulate, validateEvery, metrics, evaluateTraining } = options;
  const recipe = {
    model: architecture(model),
    loss: loss.name,
    optimizer: describeOptimizer(optimizer),
    schedule: schedule && { name: schedule.name, unit: schedule.unit },
    clip,
    seed,
    batchSize,
    shuffle,
    sampling: sampling?.name,
    dropLast,
    accumulate,
    validateEvery,
    metrics: Object.keys(metrics),
    evaluateTraining,
  };
  // As it comes out of a file, so that the two can be compared.
  return JSON.parse(JSON.stringify(recipe));
}

function describeOptimizer({ name, options: settings, groups, inner }: Optimizer): object {
  return {
    name,
    settings,
    // By which function a group chooses its parameters cannot be compared.
    groups: groups.map(({ parameters: _, ...own }) => own),
    ...(inner && { inner: describeOptimizer(inner) }),
  };
}

/** The architecture; of a model with functions for layers, what can be said of it. */
function architecture(model: Model): unknown {
  const { inputShape, seed, dtype, layers } = model;
  if (layers.every(({ layer }) => !('function' in layer.options))) return model.toJSON();
  return { inputShape, seed, dtype, layers: layers.map(({ layer }) => layer.type) };
}

/**
 * @param allowed the entries that may differ
 * @throws StateError naming the first entry that differs
 */
export function checkRecipe(saved: Recipe, present: Recipe, allowed: readonly string[]): void {
  const names = new Set([...Object.keys(present), ...Object.keys(saved)]);
  for (const name of names) {
    const [before, now] = [saved[name], present[name]].map(canonical);
    if (before === now || allowed.includes(name)) continue;
    throw new StateError({
      where: `resume, ${name}`,
      expected: `what the training began with, ${before ?? 'nothing'}`,
      received: now ?? 'nothing',
      remedy: `Make the Trainer with the same ${name}, or, if the change is meant, allow it: resume(state, { allow: [${describe(name)}] }).`,
    });
  }
}

/** JSON in which the order of keys does not matter. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
