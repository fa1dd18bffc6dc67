/** The time machine: what is asked for again is the same again, and where two runs part is said as it was. */
import { describe, expect, it } from 'vitest';
import { initialValues, type Values } from '../../../docs/lab/core/fields.ts';
import { openView } from '../../../docs/lab/core/view.ts';
import { timeMachineRun } from '../../../docs/lab/runs/time_machine/index.ts';
import { dataOf, network, trainingOf } from '../../../docs/lab/runs/time_machine/training.ts';
import { CELLS, lastOf, type Plane, placeAt } from '../../../docs/lab/views/time_machine.ts';
import { fingerprint } from '../../../src/learn/index.ts';

const SHORT = { epochs: 3 };
const opened = (changed: Values = {}) => {
  const values = { ...initialValues(timeMachineRun.fields), ...SHORT, ...changed };
  return { values, ...openView(timeMachineRun, values) };
};

describe('moments', () => {
  it('are those of the uninterrupted training, forwards and backwards', () => {
    const { values, result, about } = opened();
    const trainer = trainingOf(values, '');
    const after: string[] = [fingerprint(trainer.model)];
    for (const event of trainer.run({ train: dataOf(values) })) {
      if (event.type === 'iterationEnd') after.push(fingerprint(trainer.model));
    }
    const last = lastOf(result.runs[0]);
    const places = Array.from({ length: last + 1 }, (_, at) => at);
    const forwards = places.map((at) => about.answer({ at }));
    const backwards = places.toReversed().map((at) => about.answer({ at }));
    expect(backwards.toReversed()).toEqual(forwards);
    for (const { at, runs } of forwards) {
      const { iteration, phase } = placeAt(at);
      const done = phase === 'update' ? iteration : iteration - 1;
      expect(runs[0].weights).toBe(after[done]);
      expect(runs[0].gradientNorm !== undefined).toBe(iteration > 0 && phase === 'update');
    }
  });

  it('have the map that the network with these weights predicts', () => {
    const { values, result, about } = opened();
    const { map, weights } = about.answer({ at: lastOf(result.runs[0]) }).runs[0];
    const trainer = trainingOf(values, '');
    for (const _ of trainer.run({ train: dataOf(values) }));
    expect(weights).toBe(fingerprint(trainer.model));
    expect(map).toHaveLength(CELLS * CELLS);
    const { x, y } = (result.plane as Plane).area;
    const cell = 3 * CELLS + 5;
    const logit = trainer.model
      .predict([[x[0] + ((x[1] - x[0]) * 5.5) / CELLS, y[0] + ((y[1] - y[0]) * 3.5) / CELLS]])
      .item();
    expect(map?.[cell]).toBe(Math.fround(1 / (1 + Math.exp(-logit))));
  });

  it('show the end of a run that is shorter than the other', () => {
    const { about, result } = opened({ batchSize2: 120 });
    const { runs } = about.answer({ at: lastOf(result.runs[0]) });
    expect(runs.map(({ iteration }) => iteration)).toEqual([24, 3]);
  });
});

describe('the first difference', () => {
  const alike = { optimizer2: 'sgd' };
  it.each<[Values, [number, string] | undefined]>([
    [{}, [2, 'update']], // the first update with momentum is that without
    [alike, undefined],
    [{ ...alike, learningRate2: '0.1' }, [1, 'update']],
    [{ ...alike, order2: 2 }, [1, 'start']],
    [{ ...alike, batchSize2: 15 }, [1, 'start']],
    [{ optimizer2: 'adam' }, [1, 'update']],
  ])('of %o', (changed, expected) => {
    const { result, about } = opened(changed);
    const { parting } = result;
    expect(parting && [parting.anything.iteration, parting.anything.phase]).toEqual(expected);
    if (parting === undefined) return;
    const { iteration, values } = parting.weight ?? { iteration: 0 };
    const [a, b] = about.answer({ at: 5 * iteration }).runs.map(({ layers }) => layers[0].weights);
    expect(values).toEqual([a[0], b[0]]);
    expect(a[0]).not.toBe(b[0]);
  });
});

it('begins both runs with the same weights', () => {
  const { about } = opened({ seed: 11 });
  const own = fingerprint(network(11));
  expect(about.answer({ at: 0 }).runs.map(({ weights }) => weights)).toEqual([own, own]);
});
