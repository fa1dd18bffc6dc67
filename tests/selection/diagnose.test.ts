/** Rules on curves that were made for them; real training runs are diagnosed in diagnose_trainings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NonFiniteError } from '../../src/index.ts';
import { type DiagnoseOptions, diagnose } from '../../src/selection/index.ts';
import { random } from '../../src/tensor/rng.ts';
import type { HistoryData } from '../../src/train/index.ts';

interface Losses {
  readonly training: readonly number[];
  readonly validation?: readonly number[] | undefined;
}

function history({ training, validation }: Losses): HistoryData {
  const epochs = training.map((loss, at) => {
    const moment = { epoch: at + 1, iteration: 10 * (at + 1) };
    const measured = validation?.[at];
    return {
      ...moment,
      samplesSeen: 100 * (at + 1),
      loss,
      ...(measured !== undefined && { validation: { ...moment, loss: measured, metrics: {} } }),
      learningRate: 0.1,
      gradientNorm: 1,
      seconds: 1,
    };
  });
  return { epochs, validations: [], iterations: [] };
}

const verdictOf = (losses: Losses, options?: DiagnoseOptions) =>
  diagnose(history(losses), options).verdict;

/** A curve of as many epochs. */
const curve = (count: number, loss: (epoch: number) => number) =>
  Array.from({ length: count }, (_, at) => loss(at + 1));

/** From 2.3 down to a rest, in a time of so many epochs. */
const settling = (count: number, rest: number, time: number) =>
  curve(count, (epoch) => rest + (2.3 - rest) * Math.exp((1 - epoch) / time));

function withNoise(losses: readonly number[], size: number, seed = 1): number[] {
  const noise = random(seed, 'noise');
  return losses.map((loss) => loss + size * noise.normal());
}

const healthy = { training: settling(40, 0.05, 3), validation: settling(40, 0.1, 3) };
const overfitted = {
  training: settling(40, 0, 8),
  validation: curve(40, (epoch) => 0.5 + 0.001 * (epoch - 12) ** 2),
};
const restingHigh = { training: settling(40, 1.4, 3), validation: settling(40, 1.45, 3) };
const stillFalling = { training: settling(20, 0, 15), validation: settling(20, 0.1, 15) };
const noisy = {
  training: settling(40, 0.3, 3),
  validation: withNoise(settling(40, 0.5, 3), 0.1),
};
const goingUp = {
  training: [2.3, 1.5, 1.2, 1.4, 2, 4, 9],
  validation: [2.3, 1.6, 1.3, 1.5, 3, 5, 9],
};

const CASES = [
  ['healthy', healthy],
  ['overfitting', overfitted],
  ['underfitting: too little capacity', restingHigh],
  ['underfitting: too few epochs', stillFalling],
  ['noisy', noisy],
  ['diverging', goingUp],
] as const;

describe('diagnose', () => {
  it.each(CASES)('%s', (verdict, losses) => {
    expect(verdictOf(losses)).toBe(verdict);
  });

  it.each(CASES)('%s, whatever the unit of the loss', (verdict, { training, validation }) => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (unit) => {
        const scaled = (losses: readonly number[]) => losses.map((loss) => unit * loss);
        expect(verdictOf({ training: scaled(training), validation: scaled(validation) })).toBe(
          verdict,
        );
      }),
    );
  });

  it('scales exactly: any curves at all have the same evidence in twice the unit', () => {
    const losses = fc.array(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(losses, losses, fc.integer({ min: -20, max: 20 }), (a, b, power) => {
        const length = Math.min(a.length, b.length);
        const curves = (unit: number) => ({
          training: a.slice(0, length).map((loss) => unit * loss),
          validation: b.slice(0, length).map((loss) => unit * loss),
        });
        expect(diagnose(history(curves(2 ** power)))).toEqual(diagnose(history(curves(1))));
      }),
    );
  });

  it('is the same for the JSON of a history', () => {
    const data = history(overfitted);
    expect(diagnose(JSON.parse(JSON.stringify(data)))).toEqual(diagnose(data));
    const found = diagnose(data);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});

describe('overfitting', () => {
  it('is dated by the lowest validation loss', () => {
    expect(diagnose(history(overfitted)).since).toBe(12);
    expect(diagnose(history(healthy)).since).toBeUndefined();
  });

  it('is seen through noise that is smaller than the rise', () => {
    const validation = withNoise(overfitted.validation, 0.02);
    const found = diagnose(history({ ...overfitted, validation }));
    expect(found.verdict).toBe('overfitting');
    expect(Math.abs((found.since ?? 0) - 12)).toBeLessThan(6);
  });

  it('is seen in pure noise less than once in a hundred times', () => {
    const flat = curve(40, () => 0.5);
    const training = settling(40, 0.05, 3);
    let alarms = 0;
    for (let seed = 0; seed < 500; seed++) {
      if (verdictOf({ training, validation: withNoise(flat, 0.02, seed) }) === 'overfitting')
        alarms++;
    }
    expect(alarms).toBeLessThan(5);
  });

  it('is not seen where the training loss has not fallen either', () => {
    const training = curve(40, () => 1);
    expect(verdictOf({ training, validation: overfitted.validation })).not.toBe('overfitting');
  });

  it('is not a lowest point that was only just left', () => {
    const validation = [...curve(38, (epoch) => 3 - epoch / 20), 1.4, 1.4];
    expect(verdictOf({ training: settling(40, 0, 8), validation })).not.toBe('overfitting');
  });
});

describe('noise', () => {
  it('is that of the last half: an unsteady start does not matter', () => {
    const validation = settling(40, 0.5, 3).map(
      (loss, at) => loss + (at < 15 ? 0.3 * (at % 2) : 0),
    );
    expect(verdictOf({ ...healthy, validation })).toBe('healthy');
  });

  it('is no bend: a curve that falls in an arc is not noisy', () => {
    const arc = curve(6, (epoch) => 1 + (7 - epoch) ** 2);
    expect(verdictOf({ training: arc, validation: arc })).toBe('underfitting: too few epochs');
  });

  it('hides a trend that is smaller', () => {
    for (let seed = 0; seed < 50; seed++) {
      const losses = withNoise(
        curve(40, () => 1),
        0.03,
        seed,
      );
      expect(verdictOf({ training: losses, validation: losses })).not.toBe(
        'underfitting: too few epochs',
      );
    }
  });
});

describe('too little capacity', () => {
  it('depends on what nothing learned is: the first loss, or a baseline', () => {
    const late = {
      training: settling(40, 1.4, 3).slice(10),
      validation: settling(40, 1.45, 3).slice(10),
    };
    expect(verdictOf(late, { baseline: 2.3 })).toBe('underfitting: too little capacity');
    expect(verdictOf(late, { baseline: 10 })).toBe('healthy');
    const stuck = { training: [353, ...curve(30, () => 2.3)], validation: curve(31, () => 2.3) };
    expect(verdictOf(stuck)).toBe('healthy');
    expect(verdictOf(stuck, { baseline: 2.3 })).toBe('underfitting: nothing learned');
    expect(verdictOf(stuck, { baseline: 3 })).toBe('underfitting: too little capacity');
  });

  it('takes the first iteration for it where the history has that', () => {
    const data = history({ training: curve(20, () => 1), validation: curve(20, () => 1) });
    expect(diagnose(data).verdict).toBe('underfitting: too little capacity');
    expect(diagnose(data, { baseline: 1 }).verdict).toBe('underfitting: nothing learned');
    const first = {
      epoch: 1,
      iteration: 1,
      batchSize: 1,
      loss: 9,
      learningRate: 1,
      gradientNorm: 1,
    };
    expect(diagnose({ ...data, iterations: [first] }).verdict).toBe('healthy');
  });

  it('is not where the validation loss is far above', () => {
    expect(verdictOf({ ...restingHigh, validation: settling(40, 2.2, 3) })).toBe('undecided');
  });
});

describe('evidence', () => {
  const at = (losses: readonly number[], epoch: number, loss: number) =>
    losses.map((one, index) => (index === epoch - 1 ? loss : one));

  it('is missing after a few epochs, and the answer says so', () => {
    for (const count of [2, 3, 4]) {
      for (const [, losses] of CASES.slice(0, 5)) {
        const few = {
          training: losses.training.slice(0, count),
          validation: losses.validation.slice(0, count),
        };
        const found = diagnose(history(few), { baseline: 2.3 });
        expect(found.verdict).toBe('undecided');
        expect(`${found}`).toMatch(/^undecided: not enough evidence yet\n/);
        expect(found.missing).toContainEqual(expect.stringContaining(`in ${count} epochs`));
      }
    }
  });

  it('is no spike, wherever it is and whatever its size: the verdict stays', () => {
    for (const [verdict, { training, validation }] of CASES.slice(0, 4)) {
      const { length } = training;
      for (const epoch of [8, 15, length - 1, length]) {
        for (const size of [5, 1e6, Number.POSITIVE_INFINITY]) {
          if (size > 1e6 && epoch === length) continue; // broke off
          const spiked = {
            training: at(training, epoch, size),
            validation: at(validation, epoch, size),
          };
          expect([verdict, epoch, size, verdictOf(spiked)]).toEqual([
            verdict,
            epoch,
            size,
            verdict,
          ]);
        }
      }
    }
  });

  it('is no spike on its way back', () => {
    const back = [2.3, 1.5, 1.2, 1.1, 1, 9, 7, 5, 3];
    expect(verdictOf({ training: back, validation: back })).not.toBe('diverging');
    const rising = [2.3, 1.5, 1.2, 1.1, 1, 3, 5, 7, 9];
    expect(verdictOf({ training: rising, validation: rising })).toBe('diverging');
  });

  it('of capacity is no network with a number for each sample', () => {
    const { evidence, verdict } = diagnose(history(restingHigh), { parameters: 99 });
    expect(verdict).toBe('underfitting: too little capacity');
    expect(evidence[verdict]).toContainEqual(expect.objectContaining({ value: 0.99 }));
    expect(diagnose(history(restingHigh), { parameters: 100 }).verdict).toBe('undecided');
  });

  it('of capacity is no curve that may still come down', () => {
    const slowly = curve(200, (epoch) => 1 - epoch / 2000);
    expect(verdictOf({ training: slowly, validation: slowly }, { baseline: 1.2 })).toBe(
      'undecided',
    );
  });
});

describe('diverging', () => {
  it('is a loss that is not finite, in JSON too', () => {
    const broken = history({ training: [1, 2], validation: [1, Number.POSITIVE_INFINITY] });
    expect(diagnose(broken)).toMatchObject({
      verdict: 'diverging',
      brokeOff: 'a loss of epoch 2 is not finite',
    });
    expect(diagnose(JSON.parse(JSON.stringify(broken))).verdict).toBe('diverging');
  });

  it('is what ended with a NonFiniteError, however few epochs there were', () => {
    const error = new NonFiniteError({
      epoch: 1,
      iteration: 3,
      phase: 'loss',
      value: 'loss',
      tensor: 'loss',
      received: 'NaN',
    });
    const found = diagnose(history({ training: [] }), { error });
    expect(found.verdict).toBe('diverging');
    expect(`${found}`).toMatch(/^diverging\n {2}NonFiniteError: epoch 1, iteration 3/);
  });

  it('is not noise around a loss that was never lowered', () => {
    for (let seed = 0; seed < 50; seed++) {
      const losses = withNoise(
        curve(30, () => 2.3),
        0.02,
        seed,
      );
      expect(verdictOf({ training: losses, validation: losses })).not.toBe('diverging');
    }
  });
});

describe('without a validation loss', () => {
  it('says what cannot be judged, and does not call a training run healthy', () => {
    const { training } = healthy;
    const found = diagnose(history({ training }));
    expect(found.verdict).toBe('undecided');
    expect(found.missing).toEqual([expect.stringMatching(/^overfitting/)]);
    expect(found.evidence.overfitting).toBeUndefined();
    expect(`${found}`).toMatch(/not judged: overfitting[\s\S]*a validation set/);
    expect(verdictOf({ training: overfitted.training })).not.toBe('healthy');
  });

  it('judges the rest by the training loss', () => {
    expect(verdictOf({ training: stillFalling.training })).toBe('underfitting: too few epochs');
    expect(verdictOf({ training: restingHigh.training })).toBe('underfitting: too little capacity');
    expect(verdictOf({ training: goingUp.training })).toBe('diverging');
    expect(verdictOf({ training: noisy.validation })).toBe('noisy');
  });

  it('with a single one, too', () => {
    const validation = [0.5];
    expect(verdictOf({ training: healthy.training, validation })).toBe('undecided');
  });
});

describe('the evidence', () => {
  it('holds every number beside its limit, and whether it is where the verdict wants it', () => {
    const { verdict, evidence } = diagnose(history(overfitted));
    expect(evidence[verdict]?.every(({ met }) => met)).toBe(true);
    for (const { value, limit, wanted, met } of Object.values(evidence).flat()) {
      expect(met).toBe(wanted === 'above' ? value > limit : value < limit);
    }
    expect(Object.keys(evidence)).toHaveLength(6);
  });

  it('reads well', () => {
    expect(`${diagnose(history(overfitted))}`).toMatch(
      /^overfitting since epoch 12\n {2}epoch of the lowest validation loss, against the last part +12 +below 31\n[\s\S]*\nStop at that epoch/,
    );
    expect(`${diagnose(history(healthy))}`).toMatch(
      /^healthy\n[\s\S]* below 0\.300\n[\s\S]*Nothing to do/,
    );
  });
});

describe('what cannot be diagnosed', () => {
  it.each<[string, unknown, DiagnoseOptions, RegExp]>([
    ['no history', 3, {}, /diagnose\.history/],
    ['no epoch', history({ training: [] }), {}, /two complete epochs or more; received 0/],
    [
      'one epoch',
      history({ training: [1] }),
      {},
      /received 1\. If the training ended with an error/,
    ],
    [
      'another error',
      history(healthy),
      { error: new Error('disk') },
      /diagnose\.error: Expected the NonFiniteError/,
    ],
    ['a baseline of 0', history(healthy), { baseline: 0 }, /diagnose\.baseline/],
    ['unknown options', history(healthy), { patience: 3 } as never, /unknown option "patience"/],
  ])('%s', (_, data, options, message) => {
    expect(() => diagnose(data as HistoryData, options)).toThrow(message);
  });
});
