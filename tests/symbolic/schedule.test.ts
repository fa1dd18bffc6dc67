import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../src/data/index.ts';
import { OptionError } from '../../src/errors/index.ts';
import { meanSquaredError } from '../../src/losses/index.ts';
import { dense, sequential } from '../../src/nn/index.ts';
import { sgd } from '../../src/optimizers/index.ts';
import { exponential, join, linear, type Schedule, warmUp } from '../../src/schedules/index.ts';
import { type FormulaScheduleOptions, formulaSchedule } from '../../src/symbolic/index.ts';
import { Trainer } from '../../src/train/index.ts';
import '../tensors.ts';

const factors = (schedule: Schedule, total: number) =>
  Array.from({ length: total }, (_, count) => schedule.factor(count, total));

/** The planned and the applied learning rates of two epochs of two iterations, by one weight. */
function planAndApply(schedule: Schedule, learningRate: number) {
  const model = sequential({ inputShape: [1], dtype: 'float64' }, [
    dense({ units: 1, useBias: false }),
  ]);
  const optimizer = sgd({ learningRate });
  const options = { model, loss: meanSquaredError(), optimizer, schedule, shuffle: false };
  const trainer = new Trainer({ ...options, epochs: 2, batchSize: 1 });
  const train = fromArrays({ inputs: [1, 1], targets: [0, 0], dtype: 'float64' });
  const [weight] = model.parameters();
  const planned = [...trainer.plan(train).ledger()].map((entry) => entry.learningRate);
  const applied: number[] = [];
  let before = weight.item();
  for (const event of trainer.run({ train })) {
    if (event.type !== 'iterationEnd') continue;
    applied.push((before - weight.item()) / (2 * before)); // the gradient is 2 w
    before = weight.item();
  }
  return { planned, applied };
}

describe('a schedule from a formula', () => {
  it('counts what it names, from 0', () => {
    const halving = formulaSchedule('0.5 ^ epoch');
    expect([halving.unit, ...factors(halving, 3)]).toEqual(['epoch', 1, 0.5, 0.25]);
    const falling = formulaSchedule('1 - iteration / iterations');
    expect([falling.unit, ...factors(falling, 4)]).toEqual(['iteration', 1, 0.75, 0.5, 0.25]);
    expect(formulaSchedule('1 / epochs').unit).toBe('epoch');
    expect(formulaSchedule('0.5').unit).toBe('iteration');
    expect(formulaSchedule('0.5', { per: 'epoch' }).unit).toBe('epoch');
  });

  it('may take branches, functions and constants', () => {
    const rise = formulaSchedule(
      'iteration < w ? (iteration + 1) / w : sqrt(w / (iteration + 1))',
      {
        constants: { w: 4 },
      },
    );
    expect(factors(rise, 16).slice(0, 4)).toEqual([0.25, 0.5, 0.75, 1]);
    expect(factors(rise, 16)[15]).toBe(0.5);
    const wave = formulaSchedule('0.1 + 0.9 * (1 + cos(pi * (epoch % 5) / 5)) / 2');
    expect(factors(wave, 11)[5]).toBe(1);
    expect(factors(wave, 11)[10]).toBe(1);
  });

  it('is close to the schedule that it spells', () => {
    const spelled = factors(formulaSchedule('0.95 ^ epoch'), 100);
    factors(exponential({ factor: 0.95 }), 100).forEach((factor, count) => {
      expect(Math.abs(spelled[count] - factor)).toBeLessThan(1e-13 * factor);
    });
    expect(factors(formulaSchedule('1 - iteration / iterations'), 8)).toEqual(factors(linear(), 8));
  });

  it('gives factors: what is planned is the learning rate times the formula, and is applied', () => {
    const { planned, applied } = planAndApply(formulaSchedule('0.5 ^ epoch'), 0.25);
    expect(planned).toEqual([0.25, 0.25, 0.125, 0.125]);
    expect(applied).toEqual(planned.map((rate) => expect.closeTo(rate, 14)));
  });

  it('gives learning rates with an optimizer', () => {
    const formula = '0.1 * 0.95 ^ epoch';
    const optimizer = sgd({ learningRate: 0.25 });
    const schedule = formulaSchedule(formula, { optimizer });
    const { planned, applied } = planAndApply(schedule, 0.25);
    const rates = [0.1, 0.1, 0.095, 0.095];
    expect(planned).toEqual(rates.map((rate) => expect.closeTo(rate, 15)));
    expect(applied).toEqual(planned.map((rate) => expect.closeTo(rate, 14)));
    const whole = formulaSchedule(formula);
    expect(planAndApply(whole, 1).planned).toEqual([0, 0, 1, 1].map((n) => whole.factor(n, 2)));
  });

  it('works within other schedules, and reads itself out', () => {
    const schedule = formulaSchedule('(0.5)^epoch');
    expect(schedule.formula).toBe('0.5 ^ epoch');
    expect(factors(warmUp(schedule, { over: 1 }), 3)).toEqual([0.5, 1, 0.5]);
    expect(factors(join([schedule, schedule], { at: [2] }), 4)).toEqual([1, 0.5, 1, 0.5]);
  });
});

describe('what is refused', () => {
  const two = 'One epoch is iterationsPerEpoch iterations';
  const refused: readonly [formula: string, options: object | undefined, says: string][] = [
    ['epoch + iteration', undefined, two],
    ['iteration / epochs', undefined, two],
    ['0.5 ^ epoch', { per: 'iteration' }, "Expected names of per: 'iteration'"],
    ['0.5 ^ step', undefined, 'unknown name "step" at character 7'],
    ['0.5 ^ epocs', undefined, 'Did you mean epoch'],
    ['0.5 ^ epoch', { learningRate: 0.1 }, 'To give learning rates, pass { optimizer }.'],
    ['0.5 ^ epoch', { unit: 'epoch' }, 'Did you mean per?'],
    ['0.5 ^ epoch', { epochs: 5 }, 'belongs to the Trainer'],
    ['0.5 ^ epoch', { optimizer: 0.1 }, 'an optimizer with a learningRate above 0'],
    ['0.5 ^ epoch', { optimizer: { learningRate: 0 } }, 'above 0'],
    ['0.5 ^ epoch', { constants: { epoch: 1 } }, 'received "epoch"'],
    ['0.5 ^ epoch', { constants: { iterations: 1 } }, 'received "iterations"'],
  ];

  it.each(refused)('%s with %o', (formula, options, says) => {
    const make = () => formulaSchedule(formula, options as FormulaScheduleOptions);
    expect(make).toThrow(OptionError);
    expect(make).toThrow(says);
  });

  it('is a factor below 0 or none at all, when the plan meets it', () => {
    for (const formula of ['1 - 2 * epoch', 'log(0 - epoch)', '1 / epoch']) {
      expect(() => planAndApply(formulaSchedule(formula), 0.1)).toThrow(
        /Trainer.schedule \(formulaSchedule\): Expected a finite number, 0 or more.* for iteration/,
      );
    }
  });
});
