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
  /** They refuse when they are set, and on prototypes when they are read, where they would be undefined. */
  readonly properties?: ForeignMembers;
}

const FIT = 'Write trainer.fit({ train, validation }).';
const EVALUATE = 'Write evaluate({ model, loss, metrics: { accuracy } }, dataset).';
const ZERO = 'Write zeroGradients(parameters).';

/** Of what `sequential` makes. */
export const foreignToModels: Foreign = {
  owner: 'model',
  methods: {
    'compile fit train':
      'Write new Trainer({ model, loss, optimizer, epochs }).fit({ train, validation }).',
    'evaluate score': EVALUATE,
    add: 'Write sequential({ inputShape: [4] }, [dense({ units: 8 })]).',
    'to cuda': 'Nothing is needed: it runs on the processor.',
    'eval run call': 'Write model.predict(inputs).',
    'predict_proba predictProbabilities predictClasses':
      'Write predictor(trainer), from epochal/persistence.',
    save: "Write saveModel('model.safetensors', model), from epochal/node.",
    load: "Write loadModel('model.safetensors'), from epochal/node.",
    'state_dict getWeights': 'Write model.state().',
    'load_state_dict setWeights': 'Write model.loadState(state).',
    zero_grad: ZERO,
  },
  properties: { trainable: "Write model.freeze('layers.0')." },
};

export const foreignToTrainers: Foreign = {
  owner: 'trainer',
  methods: {
    train: FIT,
    evaluate: EVALUATE,
    predict: 'Write trainer.model.predict(inputs).',
    save: "Write saveModel('model.safetensors', trainer.model), from epochal/node.",
  },
};

export const foreignToOptimizers: Foreign = {
  owner: 'optimizer',
  methods: {
    'step minimize apply_gradients': FIT,
    zero_grad: ZERO,
  },
  properties: { lr: 'Write learningRate; to change it, schedule in the Trainer.' },
};

export const foreignToLosses: Foreign = {
  owner: 'loss',
  methods: { 'forward call backward item': 'Write loss.mean(outputs, targets).backward().' },
};

export const foreignToHistories: Foreign = {
  owner: 'history',
  methods: {},
  properties: { 'history loss val_loss': 'Write history.epochs.' },
};

export const foreignToTensors: Foreign = {
  owner: 'tensor',
  methods: {
    'data dataSync numpy': 'Write toTypedArray().',
    'arraySync tolist': 'Write toArray().',
    view: 'Write reshape([2, 3]).',
    'matMul mm': 'Write matmul(other).',
    print: 'Write console.log(tensor).',
    'dispose to cpu': 'Nothing is needed.',
    'exp log pow sigmoid tanh softmax squeeze': 'It is a function: exp(x).',
  },
  properties: {
    requires_grad: 'Write requiresGrad.',
    grad: 'Write gradient.',
    T: 'Write transpose().',
  },
};

/** Each name of a table by itself. */
export function namesIn(members: ForeignMembers = {}): [name: string, answer: string][] {
  return Object.entries(members).flatMap(([names, answer]) =>
    names.split(' ').map((name): [string, string] => [name, answer]),
  );
}

/**
 * Gives an object what refuses with the answers.
 * @param isPrototype whether properties refuse to be read, too: those of an object itself are read by whatever shows it
 */
export function withForeign<T extends object>(
  object: T,
  { owner, methods, properties }: Foreign,
  isPrototype = false,
): T {
  for (const table of [methods, properties]) {
    for (const [name, remedy] of namesIn(table)) {
      const value = () => {
        throw new StateError({
          where: `${owner}.${name}`,
          expected: 'a name of epochal',
          received: 'another',
          remedy,
        });
      };
      Object.defineProperty(object, name, {
        ...(table === methods
          ? { value, writable: true }
          : { ...(isPrototype && { get: value }), set: value }),
        configurable: true,
      });
    }
  }
  return object;
}
