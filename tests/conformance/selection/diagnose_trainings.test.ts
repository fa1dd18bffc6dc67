/** Training runs that truly are what they are said to be: the remedy makes them better. */
import { describe, expect, it } from 'vitest';
import {
  type Dataset,
  diabetes,
  digits,
  iris,
  split,
  standardize,
} from '../../../src/data/index.ts';
import {
  adam,
  dense,
  dropout,
  type LayerLike,
  meanSquaredError,
  NonFiniteError,
  type Optimizer,
  relu,
  sequential,
  sgd,
  softmaxCrossEntropy,
  Trainer,
} from '../../../src/index.ts';
import { type Diagnosis, diagnose } from '../../../src/selection/index.ts';

interface Task {
  readonly train: Dataset;
  readonly validation: Dataset;
  readonly outputs: number;
}

function scaled(dataset: Dataset, outputs: number): Task {
  const stratify = outputs > 1;
  const parts = split(dataset, { validation: 0.3, seed: 7, stratify });
  const scalers = [standardize(parts.train)];
  if (!stratify) scalers.push(standardize(parts.train, { of: 'targets' }));
  const apply = (part: Dataset) => scalers.reduce((data, scaler) => scaler.apply(data), part);
  return { train: apply(parts.train), validation: apply(parts.validation), outputs };
}

const ofDigits = scaled(digits(), 10);
const ofIris = scaled(iris(), 3);
const ofDiabetes = scaled(diabetes(), 1);

interface Setting {
  readonly hidden: readonly LayerLike[];
  readonly optimizer: Optimizer;
  readonly epochs: number;
  readonly batchSize?: number;
}

async function diagnosed(task: Task, { hidden, ...options }: Setting) {
  const { train, validation, outputs } = task;
  const inputShape = train.inputs.shape.slice(1);
  const trainer = new Trainer({
    model: sequential({ inputShape, seed: 7 }, [...hidden, dense({ units: outputs })]),
    loss: outputs === 1 ? meanSquaredError() : softmaxCrossEntropy(),
    seed: 7,
    ...options,
  });
  let error: unknown;
  try {
    await trainer.fit({ train, validation });
  } catch (thrown) {
    if (!(thrown instanceof NonFiniteError)) throw thrown;
    error = thrown;
  }
  const best = Math.min(...trainer.history.validations.map(({ loss }) => loss));
  return { ...diagnose(trainer.history, { error }), best };
}

const layer = (units: number) => [dense({ units }), relu()];

describe('a training run with', () => {
  it('too small a network is underfitting by capacity; a larger one is better', async () => {
    const options = { optimizer: adam({ learningRate: 0.01 }), epochs: 50 };
    const small = await diagnosed(ofDigits, { ...options, hidden: layer(1) });
    expect(small.verdict).toBe('underfitting: too little capacity');
    const large = await diagnosed(ofDigits, { ...options, epochs: 10, hidden: layer(16) });
    expect(large.best).toBeLessThan(small.best / 4);
  });

  it('too few epochs is underfitting by them; more are better', async () => {
    for (const [task, batchSize] of [
      [ofDigits, 32],
      [ofIris, 16],
    ] as const) {
      const options = { optimizer: sgd({ learningRate: 0.01 }), hidden: layer(16), batchSize };
      const short = await diagnosed(task, { ...options, epochs: 8 });
      expect(short.verdict).toBe('underfitting: too few epochs');
      const long = await diagnosed(task, { ...options, epochs: 24 });
      expect(long.best).toBeLessThan(0.8 * short.best);
    }
  });

  it('too large a network overfits, since the epoch at which it should have ended', async () => {
    const tasks: [Task, Setting][] = [
      [
        ofDiabetes,
        {
          hidden: [...layer(128), ...layer(128)],
          optimizer: adam({ learningRate: 0.003 }),
          epochs: 60,
        },
      ],
      [ofDiabetes, { hidden: layer(64), optimizer: adam({ learningRate: 0.01 }), epochs: 100 }],
      [
        ofIris,
        {
          hidden: [...layer(64), ...layer(64)],
          optimizer: adam({ learningRate: 0.01 }),
          epochs: 100,
          batchSize: 16,
        },
      ],
    ];
    for (const [task, setting] of tasks) {
      const { verdict, since = 0, best } = await diagnosed(task, setting);
      expect(verdict).toBe('overfitting');
      expect(since).toBeLessThan(setting.epochs / 3);
      const stopped = await diagnosed(task, { ...setting, epochs: Math.max(2, since) });
      expect(stopped.best).toBe(best);
    }
  });

  it('too high a learning rate diverges, whether it ends with an error or not', async () => {
    const ended = await diagnosed(ofDiabetes, {
      hidden: layer(64),
      optimizer: sgd({ learningRate: 1 }),
      epochs: 20,
    });
    expect(ended).toMatchObject({
      verdict: 'diverging',
      brokeOff: expect.stringMatching(/^NonFinite/),
    });
    const wild = await diagnosed(ofDigits, {
      hidden: layer(64),
      optimizer: sgd({ learningRate: 1, momentum: 0.9 }),
      epochs: 4,
    });
    expect(wild).toMatchObject({ verdict: 'diverging' });
    expect(wild.brokeOff).toBeUndefined();
  });

  it('tiny batches and a high learning rate is noisy; a lower rate calms it', async () => {
    const tasks: [Task, Setting][] = [
      [
        ofIris,
        { hidden: layer(8), optimizer: sgd({ learningRate: 0.1 }), epochs: 40, batchSize: 1 },
      ],
      [
        ofDiabetes,
        { hidden: layer(8), optimizer: sgd({ learningRate: 0.03 }), epochs: 30, batchSize: 1 },
      ],
    ];
    const noise = ({ evidence }: Diagnosis) => evidence.noisy?.[0].value ?? 0;
    for (const [task, setting] of tasks) {
      const wild = await diagnosed(task, setting);
      expect(wild.verdict).toBe('noisy');
      const optimizer = sgd({ learningRate: 0.001 });
      expect(noise(await diagnosed(task, { ...setting, optimizer }))).toBeLessThan(noise(wild) / 2);
    }
  });

  it('a network, an optimizer and epochs that suit the data is healthy', async () => {
    const tasks: [Task, Setting][] = [
      [ofDigits, { hidden: layer(64), optimizer: adam({ learningRate: 0.003 }), epochs: 20 }],
      [
        ofDigits,
        {
          hidden: [...layer(64), dropout({ rate: 0.3 })],
          optimizer: adam({ learningRate: 0.002 }),
          epochs: 30,
        },
      ],
      [
        ofIris,
        { hidden: layer(8), optimizer: adam({ learningRate: 0.01 }), epochs: 60, batchSize: 16 },
      ],
      [ofDiabetes, { hidden: [], optimizer: adam({ learningRate: 0.02 }), epochs: 60 }],
    ];
    for (const [task, setting] of tasks) {
      expect((await diagnosed(task, setting)).verdict).toBe('healthy');
    }
  });
});
