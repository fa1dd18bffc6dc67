/** Two training runs beside each other, event by event, to the first bit in which they differ. */
import type { Tensor, Trainer, TrainingEvent } from 'epochal';
import type { Dataset } from 'epochal/data';
import type { Difference, Parting, Phase } from '../../views/time_machine.ts';

const PHASE_OF = {
  iterationStart: 'start',
  forward: 'forward',
  loss: 'loss',
  backward: 'backward',
  update: 'update',
} as const satisfies Partial<Record<TrainingEvent['type'], Phase>>;

type Seen = Extract<TrainingEvent, { type: keyof typeof PHASE_OF }>;

/** Trains both until their weights differ; undefined where one of them ends before anything does. */
export function* firstDifference(
  first: Trainer,
  second: Trainer,
  train: Dataset,
): Generator<undefined, Parting | undefined> {
  const ways = [eventsOf(first, train), eventsOf(second, train)];
  let anything: Difference | undefined;
  for (;;) {
    const [{ value: a }, { value: b }] = ways.map((way) => way.next());
    if (!a || !b) break;
    const { epoch, iteration } = a;
    const found = differenceOf(a, b);
    const difference = found && { epoch, iteration, phase: PHASE_OF[a.type], ...found };
    anything ??= difference;
    if (anything !== undefined && difference !== undefined && a.type === 'update') {
      return { anything, weight: difference };
    }
    if (a.type === 'update') yield;
  }
  return anything && { anything, weight: undefined };
}

function* eventsOf(trainer: Trainer, train: Dataset): Generator<Seen, undefined> {
  for (const event of trainer.run({ train })) if (event.type in PHASE_OF) yield event as Seen;
  return undefined;
}

type Found = Pick<Difference, 'what' | 'values'>;

function differenceOf(a: Seen, b: Seen): Found | undefined {
  if (a.type === 'iterationStart' && b.type === 'iterationStart') {
    if (a.batchSize !== b.batchSize) {
      return { what: 'the size of the batch', values: [a.batchSize, b.batchSize] };
    }
    const at = a.indices.findIndex((row, index) => row !== b.indices[index]);
    if (at < 0) return undefined;
    const what = `the sample at place ${at + 1} of the batch, by its number in the set`;
    return { what, values: [a.indices[at], b.indices[at]] };
  }
  if (a.type === 'forward' && b.type === 'forward') {
    return inTensors({ outputs: a.outputs }, { outputs: b.outputs }, (at) => `output ${at + 1}`);
  }
  if (a.type === 'loss' && b.type === 'loss') {
    return Object.is(a.loss, b.loss) ? undefined : { what: 'the loss', values: [a.loss, b.loss] };
  }
  if (a.type === 'backward' && b.type === 'backward') {
    return inTensors(
      a.gradients,
      b.gradients,
      (...place) => `the gradient of ${placeText(...place)}`,
    );
  }
  if (a.type === 'update' && b.type === 'update') {
    return inTensors(a.parameters, b.parameters, placeText);
  }
  return undefined;
}

type Tensors = Readonly<Record<string, Tensor>>;

function inTensors(
  a: Tensors,
  b: Tensors,
  say: (at: number, name: string, tensor: Tensor) => string,
): Found | undefined {
  for (const [name, tensor] of Object.entries(a)) {
    const [one, other] = [tensor.toTypedArray(), b[name].toTypedArray()];
    const at = one.findIndex((value, index) => !Object.is(value, other[index]));
    if (at >= 0) return { what: say(at, name, tensor), values: [one[at], other[at]] };
  }
  return undefined;
}

function placeText(at: number, name: string, { shape }: Tensor): string {
  const units = shape[shape.length - 1];
  const [input, unit] = [Math.floor(at / units) + 1, (at % units) + 1];
  const layer = name.replace(/\.\w+$/, '');
  if (name.endsWith('bias')) return `the bias of unit ${unit} of ${layer}`;
  return `the weight from input ${input} to unit ${unit} of ${layer}`;
}
