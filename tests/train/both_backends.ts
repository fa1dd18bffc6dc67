/**
 * One training on two backends, event by event side by side: every loss, output, gradient, parameter,
 * running statistic and optimizer state must have the same bits.
 */
import type { Dataset } from '../../src/data/dataset.ts';
import type { Model } from '../../src/nn/index.ts';
import { bitDifference } from '../../src/testing/bits.ts';
import { Trainer, type TrainerOptions, type TrainingEvent } from '../../src/train/index.ts';
import { type Tensor, tensor } from '../tensors.ts';

export interface Training extends Omit<TrainerOptions, 'model' | 'backend'> {
  /** Called once for each backend; it must give the same model each time. */
  readonly model: () => Model;
  readonly train: Dataset;
  readonly validation?: Dataset;
  /** What a callback would do, on either backend alike. */
  readonly onEvent?: (event: TrainingEvent, trainer: Trainer) => void;
}

type Named = Record<string, Tensor>;

/** What an event carries, as tensors by name; numbers as float64, so that their bits are compared. */
function valuesOf(event: TrainingEvent, trainer: Trainer): Named {
  const numbers = Object.entries(event).filter(([, value]) => typeof value === 'number');
  const scalars: Named = Object.fromEntries(
    numbers
      .filter(([name]) => name !== 'seconds')
      .map(([name, value]) => [name, tensor(value, { dtype: 'float64' })]),
  );
  switch (event.type) {
    case 'iterationStart':
      return { ...scalars, indices: tensor(event.indices) };
    case 'forward':
      return { ...scalars, outputs: event.outputs, ...event.activations };
    case 'backward':
      return { ...scalars, ...event.gradients };
    case 'update':
      return {
        ...scalars,
        ...event.parameters,
        ...prefixed('state', trainer.model.state()),
        ...prefixed('optimizer', trainer.optimizerState()),
      };
    default:
      return scalars;
  }
}

function prefixed(prefix: string, named: Named): Named {
  return Object.fromEntries(Object.entries(named).map(([name, t]) => [`${prefix} ${name}`, t]));
}

function difference(compiled: Named, reference: Named): string | undefined {
  const names = Object.keys(reference);
  if (names.join() !== Object.keys(compiled).join()) {
    return `expected ${names}; received ${Object.keys(compiled)}`;
  }
  for (const name of names) {
    const found = bitDifference(compiled[name], reference[name]);
    if (found !== undefined) return `${name}: ${found}`;
  }
  return undefined;
}

/** Where in a training run an event happened. */
function place(event: TrainingEvent): string {
  return 'iteration' in event ? `iteration ${event.iteration}, ${event.type}` : event.type;
}

export interface Comparison {
  /** Where the compiled training first differs from the reference, in words; undefined if nowhere. */
  readonly difference: string | undefined;
  /** How many iterations were compared. */
  readonly iterations: number;
  /** How many plans were compiled. */
  readonly plans: number;
  /** Operations that ran their reference within the compiled training. */
  readonly fallbacks: readonly string[];
}

/** Runs a training run on both backends. The compiled one is what is `received` in the difference. */
export function compareBackends(training: Training): Comparison {
  const { model, train, validation, onEvent, ...options } = training;
  const [compiled, reference] = (['wasm', 'reference'] as const).map((backend) => {
    const trainer = new Trainer({ ...options, model: model(), backend });
    return { trainer, run: trainer.run({ train, validation }) };
  });
  const summary = (found: string | undefined): Comparison => ({
    difference: found,
    iterations: reference.trainer.iteration,
    plans: compiled.trainer.reports().length,
    fallbacks: [...new Set(compiled.trainer.reports().flatMap(({ fallbacks }) => fallbacks))],
  });
  for (;;) {
    const [ours, theirs] = [compiled, reference].map(({ run }) => run.next());
    if (ours.done === true || theirs.done === true) {
      return summary(ours.done === theirs.done ? undefined : 'one training ended before the other');
    }
    const [event, expected] = [ours.value, theirs.value];
    if (event.type !== expected.type) {
      return summary(`expected ${place(expected)}; received ${place(event)}`);
    }
    const found = difference(
      valuesOf(event, compiled.trainer),
      valuesOf(expected, reference.trainer),
    );
    if (found !== undefined) return summary(`${place(expected)}, ${found}`);
    onEvent?.(event, compiled.trainer);
    onEvent?.(expected, reference.trainer);
  }
}
