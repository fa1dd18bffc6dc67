/** Layers and optimizers of one's own, known by name wherever those of the library are. */
import { describe, expect, it } from 'vitest';
import { linearRegression } from '../../src/data/index.ts';
import {
  DataError,
  defineLayer,
  defineOptimizer,
  dense,
  initializers,
  lookahead,
  type Model,
  meanSquaredError,
  modelFromJSON,
  type Optimizer,
  OptionError,
  optimizerFromJSON,
  optimizerToJSON,
  relu,
  residual,
  sequential,
  sgd,
  sign,
  Trainer,
} from '../../src/index.ts';
import * as everyLayer from '../../src/nn/all.ts';
import { LAYER_TYPES } from '../../src/nn/define_layer.ts';
import * as everyOptimizer from '../../src/optimizers/all.ts';
import { OPTIMIZER_NAMES } from '../../src/optimizers/define_optimizer.ts';
import {
  predictor,
  readCheckpoint,
  readModel,
  writeCheckpoint,
  writeModel,
} from '../../src/persistence/index.ts';
import { gradcheck } from '../../src/testing/index.ts';
import { uniform } from '../tensors.ts';

const scale = defineLayer('scale', {
  options: { initial: 1, learned: true },
  check({ initial }) {
    if (initial === 0) throw new RangeError('a factor of 0 learns nothing');
  },
  build({ initial, learned }, { inputShape, parameter }) {
    const initializer = initializers.constant({ value: initial });
    const factor = parameter('factor', inputShape.slice(-1), initializer);
    return {
      outputShape: inputShape,
      ...(learned && { parameters: { factor } }),
      forward: (x) => x.mul(factor),
    };
  },
});

/** `W x`, whose matrix is drawn from its own stream of random numbers. */
const linear = defineLayer('linear', {
  options: { units: 1 },
  build: ({ units }, { inputShape, parameter }) => {
    const weight = parameter('weight', [inputShape[0], units], initializers.glorotUniform());
    return { outputShape: [units], parameters: { weight }, forward: (x) => x.matmul(weight) };
  },
});

const momentum = defineOptimizer('momentum', {
  learningRate: 0.01,
  options: { momentum: 0.5, bySign: false },
  init: (filled) => ({ velocity: filled(0) }),
  update({ gradient, state }, { momentum: kept, bySign }) {
    const velocity = state.velocity.mul(kept).add(gradient);
    return { direction: bySign ? sign(velocity) : velocity, state: { velocity } };
  },
});

const decaying = defineOptimizer('decaying', {
  learningRate: 0.1,
  scalars: (iteration) => ({ part: 1 / Math.sqrt(iteration) }),
  update: ({ parameter, gradient, scalars }) => ({
    parameter: parameter.sub(gradient.mul(scalars.learningRate).mul(scalars.part)),
    state: {},
  }),
});

const network = () =>
  sequential({ inputShape: [2], seed: 7 }, [
    linear({ units: 3 }),
    residual([scale({ initial: 0.5 }), relu()]),
    scale(),
    dense({ units: 1 }),
  ]);
const train = linearRegression({ features: 2, samples: 20, seed: 7 });
const trainerOf = (model: Model, optimizer: Optimizer, backend: 'auto' | 'reference' = 'auto') =>
  new Trainer({ model, optimizer, loss: meanSquaredError(), epochs: 4, batchSize: 8, backend });
const stateOf = (model: Model) =>
  Object.entries(model.state()).map(([name, own]) => [name, own.toArray()]);

describe('defineLayer', () => {
  it('gives a factory of layers, with gradients that follow by themselves', () => {
    const { name } = scale;
    expect([name, scale().options]).toEqual(['scale', { initial: 1, learned: true }]);
    const model = sequential({ inputShape: [3], dtype: 'float64' }, [
      scale({ initial: 2 }),
      dense({ units: 2 }),
    ]);
    expect(model.parameters()[0].name).toBe('layers.0.factor');
    const [inputs, targets] = [
      [4, 3],
      [4, 2],
    ].map((s) => uniform(s, { dtype: 'float64' }));
    const lossOf = () => meanSquaredError().mean(model.forward(inputs), targets);
    expect(gradcheck(lossOf, [], { parameters: model.parameters() }).passed).toBe(true);
  });

  it('draws values from a stream named after the parameter, as the library does', () => {
    const own = sequential({ inputShape: [2], seed: 7 }, [linear({ units: 3 })]);
    const theirs = sequential({ inputShape: [2], seed: 7 }, [dense({ units: 3 })]);
    expect(own.parameters()[0].toArray()).toEqual(theirs.parameters()[0].toArray());
  });

  it('is trained by compiled code with the bits of the reference', async () => {
    const states = await Promise.all(
      (['auto', 'reference'] as const).map(async (backend) => {
        const trainer = trainerOf(network(), momentum({ bySign: true }), backend);
        await trainer.fit({ train });
        expect(trainer.backend).toBe(backend === 'auto' ? 'wasm' : 'reference');
        expect(trainer.obstacle).toBeUndefined();
        return stateOf(trainer.model);
      }),
    );
    expect(states[0]).toEqual(states[1]);
  });

  it('passes through JSON, clones and model files', () => {
    const model = network();
    const twin = modelFromJSON(JSON.parse(JSON.stringify(model)));
    expect(twin.toJSON()).toEqual(model.toJSON());
    expect(stateOf(twin)).toEqual(stateOf(model));
    expect(stateOf(model.clone())).toEqual(stateOf(model));
    for (const parameter of model.parameters()) parameter.assign(parameter.add(1));
    const read = readModel(writeModel(predictor(model)));
    expect(stateOf(read.model)).toEqual(stateOf(model));
    expect(read.predict([[1, 2]]).toArray()).toEqual(model.predict([[1, 2]]).toArray());
  });

  it('continues from a checkpoint, with an optimizer of one’s own', async () => {
    const whole = trainerOf(network(), momentum());
    await whole.fit({ train });
    const begun = trainerOf(network(), momentum());
    for (const event of begun.run({ train })) if (event.type === 'epochEnd') break;
    const bytes = writeCheckpoint(begun.checkpoint());
    const resumed = trainerOf(modelFromJSON(network().toJSON()), momentum());
    resumed.resume(readCheckpoint(bytes));
    await resumed.fit({ train });
    expect(stateOf(resumed.model)).toEqual(stateOf(whole.model));
    const other = trainerOf(network(), momentum({ momentum: 0.6 }));
    expect(() => other.resume(readCheckpoint(bytes))).toThrow('momentum');
  });

  it('refuses options that are unknown, of another kind, or that the definition refuses', () => {
    expect(() => scale({ inital: 2 } as never)).toThrow('initial');
    expect(() => scale({ initial: 'two' } as never)).toThrow(/scale.initial.*a finite number/);
    expect(() => scale({ initial: Number.NaN })).toThrow(OptionError);
    expect(() => scale({ initial: 0 })).toThrow('learns nothing');
  });

  it('refuses names that are taken, and what is no definition', () => {
    const build = () => ({ outputShape: [1], forward: (x: ReturnType<typeof uniform>) => x });
    expect(() => defineLayer('scale', { build })).toThrow('define it once, in a module');
    expect(() => defineLayer('dense', { build })).toThrow('It is one of the library');
    expect(() => defineLayer('', { build })).toThrow(OptionError);
    expect(() => defineLayer('other', {} as never)).toThrow('defineLayer.build');
    const bad = { options: { f: () => 1 } as never, build };
    expect(() => defineLayer('other', bad)).toThrow('that JSON can hold');
    const empty = defineLayer('empty', { build: () => undefined as never });
    expect(() => sequential({ inputShape: [1] }, [empty()])).toThrow('{ outputShape, forward }');
  });

  it('tells at loading what has to be imported', () => {
    const architecture = { ...network().toJSON(), layers: [{ type: 'attention', options: {} }] };
    expect(() => modelFromJSON(architecture)).toThrow(DataError);
    expect(() => modelFromJSON(architecture)).toThrow(
      'once the module that calls defineLayer for it has been imported',
    );
  });

  it('knows all types of the library', () => {
    const factories = Object.keys(everyLayer);
    const others = ['formulaActivation', 'function'];
    expect([...LAYER_TYPES].sort()).toEqual([...factories, ...others].sort());
    expect([...OPTIMIZER_NAMES].sort()).toEqual(Object.keys(everyOptimizer).sort());
  });
});

describe('defineOptimizer', () => {
  it('has learning rate, groups and both decays like those of the library', async () => {
    const groups = [{ parameters: 'layers.3', learningRate: 0.05 }];
    const options = { learningRate: 0.02, l2: 0.1, weightDecay: 0.2, groups };
    const states = await Promise.all(
      [momentum({ ...options, momentum: 0.5 }), sgd({ ...options, momentum: 0.5 })].map(
        async (optimizer) => {
          const trainer = trainerOf(network(), optimizer);
          await trainer.fit({ train });
          return stateOf(trainer.model);
        },
      ),
    );
    expect(states[0]).toEqual(states[1]);
  });

  it('may give the parameter itself, by numbers of the iteration', async () => {
    const model = sequential({ inputShape: [2], seed: 1 }, [dense({ units: 1 })]);
    const trainer = trainerOf(model, decaying());
    await trainer.fit({ train });
    const byHand = trainerOf(model.clone(), decaying(), 'reference');
    expect(trainer.history.epochs[3].loss).toBeLessThan(trainer.history.epochs[0].loss);
    expect(byHand.options.optimizer.scalars(4)).toEqual({ part: 0.5 });
  });

  it('passes through JSON, also within lookahead', () => {
    for (const made of [momentum({ momentum: 0.25 }), lookahead({ optimizer: momentum() })]) {
      const description = JSON.parse(JSON.stringify(optimizerToJSON(made)));
      expect(optimizerToJSON(optimizerFromJSON(description))).toEqual(optimizerToJSON(made));
    }
    const unknown = { name: 'quantum', options: {} };
    expect(() => optimizerFromJSON(unknown)).toThrow(
      'once the module that calls defineOptimizer for it has been imported',
    );
  });

  it('refuses names that are taken, unknown options, and an update that is none', () => {
    const update = () => ({}) as never;
    const define = (name: string) => () => defineOptimizer(name, { learningRate: 0.1, update });
    expect(define('momentum')).toThrow('define it once');
    expect(define('adam')).toThrow('It is one of the library');
    expect(() => momentum({ momentun: 0.1 } as never)).toThrow('momentum');
    expect(() => momentum({ bySign: 1 } as never)).toThrow('true or false');
    const lazy = define('lazy')();
    const trainer = trainerOf(network(), lazy());
    expect(() => [...trainer.run({ train })]).toThrow('{ direction, state }');
  });
});
