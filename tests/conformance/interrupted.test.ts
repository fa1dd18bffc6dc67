/**
 * Random training runs, interrupted anywhere and continued, compiled, against the same without
 * interruption on the reference: every record, weight, state and log. `EPOCHAL_TRAININGS=1000` tries as
 * many instead of 60.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCheckpoint, writeCheckpoint } from '../../src/persistence/index.ts';
import type { Callback } from '../../src/train/index.ts';
import type { Tensor } from '../tensors.ts';
import { type Begun, begin, type InterruptedSpec, interrupted } from './interruptions.ts';

const COUNT = Number(process.env.EPOCHAL_TRAININGS ?? 60);
const PARTS = 4;

const seen = { regularly: 0, withError: 0, interruptions: 0 };

const bits = (named: Readonly<Record<string, Tensor>>) =>
  Object.entries(named).map(([name, t]) => [name, ...t.toTypedArray()]);

const WITHOUT_CLOCK = /"seconds":[^,}]+/g;

/** Everything that a training run leaves behind, without what a clock says. */
function outcome({ trainer, callbacks, logs }: Begun, withEnds: boolean) {
  const { model, history, epoch, iteration, samplesSeen } = trainer;
  const { stopping, reduce, average, recorder } = callbacks;
  const own = bits(model.state());
  const averaged = average !== undefined && average.iterations > 0 && iterationsOf(average, model);
  const json = logs.json.replace(WITHOUT_CLOCK, '').split('\n');
  return {
    counters: { epoch, iteration, samplesSeen },
    epochs: history.epochs.map(({ seconds: _, ...record }) => record),
    validations: history.validations,
    iterations: history.iterations,
    own,
    averaged,
    optimizer: bits(trainer.optimizerState()),
    stopping: stopping && [stopping.best, stopping.reason],
    reductions: reduce && [reduce.reductions, reduce.best],
    recorded: recorder?.records,
    csv: logs.csv.split('\n').map((line) => line.split(',').toSpliced(6, 1).join()),
    // A process that continues has ended before: those lines are more.
    json: withEnds ? json : json.filter((line) => !line.includes('"trainEnd"')),
  };
}

function iterationsOf(
  average: NonNullable<Begun['callbacks']['average']>,
  model: Begun['trainer']['model'],
) {
  average.apply();
  const averaged = bits(model.state());
  average.restore();
  return averaged;
}

/** Puts a callback somewhere into the list. */
function placed(list: readonly Callback[], place: number, callback: Callback): Callback[] {
  const at = Math.floor(place * (list.length + 1));
  return [...list.slice(0, at), callback, ...list.slice(at)];
}

const planted = new Error('planted');

/** Trains to the end, or to the error that ends it. @returns the error, or nothing */
async function finish(begun: Begun, fate?: Callback, place = 0, signal?: AbortSignal) {
  const { trainer, data, list } = begun;
  const callbacks = fate === undefined ? list : placed(list, place, fate);
  try {
    await trainer.fit({ ...data, callbacks, ...(signal && { signal }) });
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

async function interrupt(spec: InterruptedSpec, events: number): Promise<[Begun, Error?]> {
  let begun = begin(spec, 'auto');
  for (const { kind, at, savedAt } of spec.interruptions) {
    // The last two events are those of the end: whatever happens then, it has ended.
    const when = Math.floor(at * Math.max(events - 2, 1));
    if (kind === 'die') {
      begun = await die(spec, begun, when, Math.floor(savedAt * (when + 1)));
      continue;
    }
    const controller = new AbortController();
    let count = 0;
    let happened = false;
    const fate: Callback = (_, control) => {
      if (count++ !== when) return;
      happened = true;
      if (kind === 'throw') throw planted;
      if (kind === 'stop') control.stop();
      else controller.abort();
    };
    const error = await finish(begun, fate, spec.place, controller.signal);
    if (!happened || (error !== undefined && error !== planted)) return [begun, error];
    seen.interruptions++;
    // It would have ended there by itself: another fit would be given more patience.
    if (kind !== 'throw' && begun.callbacks.stopping?.reason !== undefined) {
      if (spec.callbacks.includes('stopping')) return [begun, error];
    }
  }
  return [begun, await finish(begun)];
}

/** A process is gone; another one takes up what was saved before, or begins anew. */
async function die(spec: InterruptedSpec, first: Begun, when: number, savedAt: number) {
  let bytes: Uint8Array | undefined;
  let written = { ...first.logs };
  let count = 0;
  let end = () => {};
  const gone = new Promise<void>((resolve) => {
    end = resolve;
  });
  const fate: Callback = (event, control) => {
    const isChance = ['iterationEnd', 'epochEnd', 'trainStop'].includes(event.type);
    if (bytes === undefined && count >= savedAt && isChance) {
      control.checkpoint((state) => {
        bytes = writeCheckpoint(state);
      });
    }
    if (count++ !== when || event.type === 'trainEnd') return undefined;
    end();
    return new Promise<void>(() => {});
  };
  await Promise.race([gone, finish(first, fate, spec.place)]);
  if (bytes === undefined) written = { csv: '', json: '' };
  else written = { ...first.logs };
  seen.interruptions++;
  const second = begin(spec, 'auto', written);
  if (bytes !== undefined) second.trainer.resume(readCheckpoint(bytes));
  return second;
}

describe('a random training, interrupted and continued, is the one without interruption', () => {
  const parts = Array.from({ length: PARTS }, (_, part) => part + 1);
  it.each(parts)(`${COUNT} of them, part %i of ${PARTS}`, { timeout: 3_600_000 }, async (part) => {
    await fc.assert(
      fc.asyncProperty(interrupted, async (spec) => {
        const whole = begin(spec, 'reference');
        let events = 0;
        const error = await finish(whole, () => {
          events++;
        });
        const [rest, otherError] = await interrupt(spec, events);
        expect(otherError?.message).toBe(error?.message);
        seen[error === undefined ? 'regularly' : 'withError']++;
        const dies = spec.interruptions.every(({ kind }) => kind === 'die');
        expect(outcome(rest, dies)).toEqual(outcome(whole, dies));
      }),
      { seed: 1969 + part, numRuns: Math.ceil(COUNT / PARTS) },
    );
  });

  it('and most of them end without an error, all with interruptions', () => {
    const { regularly, withError, interruptions } = seen;
    expect(regularly + withError).toBeGreaterThanOrEqual(COUNT);
    expect(regularly).toBeGreaterThan(0.8 * COUNT);
    expect(interruptions).toBeGreaterThan(COUNT);
  });
});
