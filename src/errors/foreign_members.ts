/**
 * Methods and properties by the names that other libraries have for them. They exist for people without a type
 * checker, who would read "is not a function", or nothing: a property that is set by a wrong name is lost in
 * silence. Types, consoles and `Object.keys` do not know them, and they may be overwritten.
 */
import { StateError } from './errors.ts';

/** From names, with spaces between them, to where the thing is here. */
export type ForeignMembers = Readonly<Record<string, string>>;

/** What an object is asked for by the names of others. */
export interface Foreign {
  /** How messages call the object. */
  readonly owner: string;
  /** They refuse with the answer when they are called. */
  readonly methods: ForeignMembers;
  /** They refuse when they are read, where they would be undefined, and when they are set. */
  readonly properties?: ForeignMembers;
}

const EVALUATE = 'Write evaluate({ model, loss, metrics: { accuracy } }, dataset).';
const PROCESSOR = 'Nothing is needed: it runs on the processor.';

/** Of what `sequential` makes. */
export const foreignToModels: Foreign = {
  owner: 'model',
  methods: {
    'compile fit train partial_fit':
      'Write new Trainer({ model, loss, optimizer, epochs }).fit({ train, validation }).',
    'evaluate score': EVALUATE,
    add: 'Write all layers in sequential({ inputShape: [4] }, [dense({ units: 8 })]).',
    'to cuda': PROCESSOR,
    'eval run call': 'Write model.predict(inputs).',
    'predict_proba predictProbabilities predictClasses':
      'Write predictor(trainer).predictProbabilities(inputs), from epochal/persistence.',
    save: "Write saveModel('model.safetensors', model), from epochal/node.",
    load: "Write loadModel('model.safetensors'), from epochal/node.",
    'state_dict getWeights get_weights': 'Write model.state(), tensors by name.',
    'load_state_dict setWeights set_weights': 'Write model.loadState(state), tensors by name.',
    zero_grad: 'Write zeroGradients(model.parameters()).',
  },
  properties: {
    'weights trainableWeights coef_': 'Write model.parameters(), or model.state().',
    trainable: "Write model.freeze('layers.0').",
  },
};

export const foreignToTrainers: Foreign = {
  owner: 'trainer',
  methods: {
    train: 'Write trainer.fit({ train, validation }).',
    evaluate: EVALUATE,
    predict: 'Write trainer.model.predict(inputs).',
    save: "Write saveModel('model.safetensors', trainer.model), from epochal/node.",
    state_dict: 'Write trainer.checkpoint().',
  },
};

export const foreignToOptimizers: Foreign = {
  owner: 'optimizer',
  methods: {
    'step minimize applyGradients apply_gradients': 'Write trainer.fit({ train }): it updates.',
    zero_grad: 'Nothing is needed in a Trainer; elsewhere write zeroGradients(parameters).',
    state_dict: 'Write trainer.checkpoint().',
  },
  properties: {
    lr: 'Write learningRate when it is made: adam({ learningRate: 0.001 }), and schedule in the Trainer.',
    param_groups: 'Write groups when it is made: sgd({ groups }).',
  },
};

export const foreignToLosses: Foreign = {
  owner: 'loss',
  methods: {
    'forward call backward item':
      'Write loss.mean(outputs, targets), which has backward() and item().',
  },
};

export const foreignToHistories: Foreign = {
  owner: 'history',
  methods: {},
  properties: {
    'history loss val_loss': 'Write history.epochs.map(({ loss, validation }) => loss).',
  },
};

export const foreignToTensors: Foreign = {
  owner: 'tensor',
  methods: {
    'data dataSync numpy': 'Write toTypedArray().',
    'array arraySync tolist': 'Write toArray().',
    'view flatten': 'Write reshape([2, -1]).',
    'matMul mm dot': 'Write matmul(other).',
    permute: 'Write transpose(axes).',
    argMax: 'Write argmax().',
    print: 'Write console.log(tensor).',
    dispose: 'Nothing is needed: memory is freed by itself.',
    'to cpu cuda': PROCESSOR,
    'float long': "Write cast('int32').",
    'exp log pow sigmoid tanh softmax': 'It is a function: exp(x).',
    'expandDims unsqueeze squeeze concat stack': 'It is a function: squeeze(x).',
  },
  properties: {
    requires_grad: 'Write requiresGrad.',
    grad: 'Write gradient.',
    T: 'Write transpose().',
    ndim: 'Write rank.',
  },
};

/** Each name of a table by itself. */
export function namesIn(members: ForeignMembers = {}): [name: string, answer: string][] {
  return Object.entries(members).flatMap(([names, answer]) =>
    names.split(' ').map((name): [string, string] => [name, answer]),
  );
}

/** Gives an object what refuses with the answers: methods when called, properties when read or set. */
export function withForeign<T extends object>(object: T, foreign: Foreign): T {
  const { owner, methods, properties } = foreign;
  const refuse = (name: string, remedy: string) => () => {
    throw new StateError({
      where: `${owner}.${name}`,
      expected: 'a name of epochal',
      received: 'another',
      remedy,
    });
  };
  const define = (name: string, descriptor: PropertyDescriptor) =>
    Object.defineProperty(object, name, { ...descriptor, configurable: true });
  for (const [name, remedy] of namesIn(methods)) {
    define(name, { value: refuse(name, remedy), writable: true });
  }
  for (const [name, remedy] of namesIn(properties)) {
    define(name, { get: refuse(name, remedy), set: refuse(name, remedy) });
  }
  return object;
}
