/** Names of other libraries are answered by where the thing is here; the answers are true. */
import { describe, expect, it } from 'vitest';
import * as data from '../../src/data/index.ts';
import { StateError } from '../../src/errors/errors.ts';
import {
  type Foreign,
  foreignToHistories,
  foreignToLosses,
  foreignToModels,
  foreignToOptimizers,
  foreignToTensors,
  foreignToTrainers,
  namesIn,
} from '../../src/errors/foreign_members.ts';
import { foreignNames, monitorHere } from '../../src/errors/foreign_names.ts';
import * as core from '../../src/index.ts';
import * as node from '../../src/node/index.ts';
import * as persistence from '../../src/persistence/index.ts';
import { formulaLoss } from '../../src/symbolic/index.ts';

const { dense, sequential, Trainer, meanSquaredError, sgd, tensor } = core;
const library: Readonly<Record<string, unknown>> = {
  ...core,
  ...data,
  ...node,
  ...persistence,
};

/** Calls with values that TypeScript would refuse: as programs without types do. */
const call = (name: string, ...given: readonly unknown[]): unknown =>
  (library[name] as (...given: readonly unknown[]) => unknown)(...given);

const foreigners: readonly Foreign[] = [
  foreignToModels,
  foreignToTrainers,
  foreignToOptimizers,
  foreignToLosses,
  foreignToHistories,
  foreignToTensors,
];

const custom = {
  optimizer: core.defineOptimizer('foreignNamesSgd', {
    learningRate: 0.1,
    update: ({ gradient, state }) => ({ direction: gradient, state }),
  }),
  loss: core.loss('custom', (outputs, targets) => outputs.sub(targets).abs().sum({ axis: 1 })),
};

const model = () => sequential({ inputShape: [2], seed: 7 }, [dense({ units: 1 })]);
const trainer = () =>
  new Trainer({ model: model(), loss: meanSquaredError(), optimizer: sgd(), epochs: 1 });

describe('an option by the name of another library', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'dense',
      { units: 1, activation: 'relu' },
      'Write it as a layer: dense({ units: 8 }), relu().',
    ],
    ['dense', { units: 1, bias: false }, 'Write useBias'],
    ['dense', { units: 1, kernelInitializer: 1 }, 'Write weightInitializer'],
    ['dense', { units: 1, kernel_initializer: 1 }, 'Write weightInitializer'],
    ['dropout', { p: 0.5 }, 'Write rate'],
    ['adam', { lr: 0.1 }, 'Did you mean learningRate?'],
    ['adam', { eps: 0.1 }, 'Did you mean epsilon?'],
    ['dense', { units: 1, lr: 0.1 }, 'Write learningRate in the optimizer: adam({'],
    ['batchNorm', { eps: 0.1 }, 'Write epsilon'],
    ['sgd', { weight_decay_rate: 1 }, 'Did you mean weightDecay?'],
    ['sgd', { decayRate: 1 }, 'Write one of these, or remove it.'],
    ['huber', { deltas_of_all: 1 }, 'Did you mean delta?'],
    ['dense', { units: 1, initializer: 1 }, 'Did you mean weightInitializer?'],
    ['earlyStopping', { patience: 3, restoreBestWeights: true }, 'Write restoreBest'],
    ['earlyStopping', { n_iter_no_change: 3 }, 'Write a callback in fit: earlyStopping('],
    ['sequential', { inputShape: [1], hidden_layer_sizes: [3] }, 'Write layers: dense('],
    ['tensor', { requires_grad: true }, 'Write parameter(values).'],
    ['softmaxCrossEntropy', { fromLogits: true }, 'softmaxCrossEntropy() takes logits'],
  ])('%s %o', (name, options, remedy) => {
    const given = name === 'tensor' ? [[1], options] : [options];
    expect(() => call(name, ...given, [])).toThrow(remedy);
  });

  it('of the Trainer, of fit, and of split', async () => {
    const train = data.fromArrays({ inputs: [[1, 2]], targets: [[1]] });
    const options = { model: model(), loss: meanSquaredError(), optimizer: sgd() };
    const make = (more: object) => () => new Trainer({ ...options, ...more });
    expect(make({ max_iter: 3 })).toThrow('Write epochs in the Trainer');
    expect(make({ verbose: 1, epochs: 3 })).toThrow('progressBar()');
    expect(() => call('split', train, { testSize: 0.2 })).toThrow('Write split(dataset, {');
    const begin = (more: object) => trainer().fit({ train, ...more });
    await expect(begin({ validationData: train })).rejects.toThrow('fit({ train, validation');
    await expect(begin({ epochs: 3 })).rejects.toThrow('Write epochs in the Trainer');
  });

  it('is looked for in the table only: nothing that every object has', () => {
    expect(() => call('dense', { units: 1, constructor: 1 })).toThrow(
      'Write one of these, or remove it.',
    );
  });
});

describe('an answer', () => {
  const members = foreigners.flatMap(({ methods, properties }) =>
    [...namesIn(methods), ...namesIn(properties)].map(([, answer]) => answer),
  );
  const answers = [...new Set([...Object.values(foreignNames), ...members])];
  const calls = answers.flatMap((answer) =>
    [...answer.matchAll(/(?<![.\w])([a-zA-Z]\w*)\((?:\{ ([^}]*) \})?/g)]
      .map(([, name, options = '']) => ({ answer, name, options }))
      .filter(({ name }) => name !== 'fit'),
  );

  it.each(calls)('names functions that there are: $answer $name', ({ name }) => {
    const isMethod = name in tensor([1]);
    expect(isMethod ? 'function' : typeof library[name]).toBe('function');
  });

  it('names members that there are', () => {
    const owners: Readonly<Record<string, object>> = {
      ...{ model: model(), trainer: trainer(), history: trainer().history },
      loss: meanSquaredError(),
    };
    const named = answers.flatMap((answer) => [
      ...answer.matchAll(/(?<![.'\w])(model|trainer|history|loss)\.([a-z]\w*)(?!\w*')/g),
    ]);
    const missing = named.filter(([, owner, member]) => !Object.hasOwn(owners[owner], member));
    const inClass = missing.filter(
      ([, owner, member]) => !(owner === 'trainer' && member in Trainer.prototype),
    );
    expect(inClass.map(([text]) => text)).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  });

  it.each(calls.filter(({ options, name }) => options !== '' && name !== 'Trainer'))(
    'names options that $name has: $options',
    ({ name, options }) => {
      for (const option of [...options.matchAll(/(?<!\{ |: )\b([a-zA-Z]\w*)(?=[:,]|$)/g)].map(
        ([name]) => name,
      )) {
        const given: readonly unknown[] =
          name === 'split'
            ? [data.fromArrays({ inputs: [1], targets: [1] }), { [option]: undefined }]
            : [{ [option]: undefined }];
        let message = '';
        try {
          call(name, ...given);
        } catch (error) {
          message = String(error);
        }
        expect(message).not.toContain('unknown option');
      }
    },
  );

  it('names options that the Trainer has', () => {
    const known = Object.keys(trainer().options);
    const named = Object.values(foreignNames).flatMap(
      (answer) => /^Write (\w+) in the Trainer/.exec(answer)?.[1] ?? [],
    );
    expect(named.filter((name) => name !== 'it' && !known.includes(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(3);
  });

  it('is never that it should be removed', () => {
    expect(answers.filter((answer) => /remove it/i.test(answer))).toEqual([]);
  });
});

describe('a monitor by the name of another library', () => {
  it.each([
    ['val_loss', 'validation.loss'],
    ['valAccuracy', 'validation.accuracy'],
    ['val_accuracy', 'validation.accuracy'],
    ['val_acc', 'validation.accuracy'],
    ['validation_score', 'validation.accuracy'],
    ['valid_loss', 'validation.loss'],
    ['train_loss', 'loss'],
    ['accuracy', 'validation.accuracy'],
    ['value', undefined],
    ['constructor', undefined],
  ])('%s', (name, here) => {
    expect(monitorHere(name)).toBe(here);
  });

  it('is answered with the name here', () => {
    const options = { patience: { epochs: 3 }, monitor: 'val_accuracy', model: model() };
    expect(() => call('earlyStopping', options)).toThrow(
      'Write for example "validation.accuracy".',
    );
  });
});

describe('a member by the name of another library', () => {
  const member = (owner: object, name: string): unknown => Reflect.get(owner, name);

  it.each([
    ['model', model(), foreignToModels],
    ['trainer', trainer(), foreignToTrainers],
    ['history', trainer().history, foreignToHistories],
    ['tensor', tensor([1]), foreignToTensors],
    ['optimizer', sgd(), foreignToOptimizers],
    ['optimizer around another', core.lookahead({ optimizer: sgd() }), foreignToOptimizers],
    ['optimizer of the user', custom.optimizer(), foreignToOptimizers],
    ['loss of numbers', meanSquaredError(), foreignToLosses],
    ['loss of classes', core.softmaxCrossEntropy({ labelSmoothing: 0.1 }), foreignToLosses],
    ['loss of the user', custom.loss, foreignToLosses],
    ['loss by a formula', formulaLoss('abs(prediction - target)'), foreignToLosses],
  ] as const)('of a %s refuses with the answer', (_, owner, { methods, properties }: Foreign) => {
    for (const [name, remedy] of namesIn(methods)) {
      const method = member(owner, name) as () => unknown;
      expect(method, name).toThrow(StateError);
      expect(method, name).toThrow(remedy);
    }
    for (const [name, remedy] of namesIn(properties)) {
      expect(() => Reflect.set(owner, name, true), name).toThrow(remedy);
      // What shows an object reads all that is its own.
      if (Object.hasOwn(owner, name)) expect(member(owner, name), name).toBeUndefined();
      else expect(() => member(owner, name), name).toThrow(remedy);
    }
  });

  it('has one answer', () => {
    for (const { owner, methods, properties } of foreigners) {
      const names = [...namesIn(methods), ...namesIn(properties)].map(([name]) => name);
      expect([...new Set(names)], owner).toEqual(names);
    }
  });

  it('is not seen, and gives way to one of the user', () => {
    const own = model();
    expect(Object.keys(own)).not.toContain('fit');
    expect({ ...own }).not.toHaveProperty('fit');
    expect(Reflect.get(Object.assign(own, { save: () => 'saved' }), 'save')()).toBe('saved');
    class Own extends Trainer {
      evaluate(): string {
        return 'own';
      }
    }
    const { options } = trainer();
    const { model: net, loss, optimizer } = options;
    expect(new Own({ model: net, loss, optimizer, epochs: 1 }).evaluate()).toBe('own');
  });
});
