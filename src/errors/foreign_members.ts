/**
 * Methods and properties by the names that other libraries have for them. They exist for people without a type
 * checker, who would read "is not a function", or nothing: a property that is set by a wrong name is lost in
 * silence. Types, consoles and `Object.keys` do not know them, and they may be overwritten.
 */
import { StateError } from './errors.ts';

/** From a name to where the thing is here. */
export type ForeignMembers = Readonly<Record<string, string>>;

const TRAIN = 'Write new Trainer({ model, loss, optimizer, epochs }).fit({ train, validation }).';
const EVALUATE = 'Write evaluate({ model, loss, metrics: { accuracy } }, dataset).';
const STATE = 'Write model.state(), tensors by name.';
const LOAD_STATE = 'Write model.loadState(state), tensors by name.';

/** Of what `sequential` makes. */
export const foreignMembersOfModels: ForeignMembers = {
  compile: TRAIN,
  fit: TRAIN,
  train: TRAIN,
  evaluate: EVALUATE,
  score: EVALUATE,
  add: 'Write all layers in sequential({ inputShape: [4] }, [dense({ units: 8 })]).',
  to: 'Nothing is needed: it runs on the processor.',
  eval: 'Write model.predict(inputs).',
  run: 'Write model.predict(inputs).',
  predict_proba: 'Write softmax(model.predict(inputs)).',
  save: "Write saveModel('model.safetensors', model), from epochal/node.",
  state_dict: STATE,
  getWeights: STATE,
  load_state_dict: LOAD_STATE,
  setWeights: LOAD_STATE,
};

export const foreignMembersOfTrainers: ForeignMembers = {
  train: 'Write trainer.fit({ train, validation }).',
  evaluate: EVALUATE,
  predict: 'Write trainer.model.predict(inputs).',
  save: "Write saveModel('model.safetensors', trainer.model), from epochal/node.",
};

export const foreignMembersOfTensors: ForeignMembers = {
  dataSync: 'Write toTypedArray().',
  numpy: 'Write toTypedArray().',
  arraySync: 'Write toArray().',
  tolist: 'Write toArray().',
  view: 'Write reshape([2, 3]).',
  print: 'Write console.log(tensor).',
  dispose: 'Nothing is needed: memory is freed by itself.',
};

/** Properties of tensors, which would be undefined when read, and lost in silence when set. */
export const foreignPropertiesOfTensors: ForeignMembers = {
  requires_grad: 'Write requiresGrad.',
  grad: 'Write gradient.',
};

/** Methods that refuse with their answers, and properties that do, for `Object.defineProperties`. */
export function foreignMembers(
  owner: string,
  methods: ForeignMembers,
  properties: ForeignMembers = {},
): PropertyDescriptorMap {
  const descriptors: PropertyDescriptorMap = {};
  for (const [name, remedy] of Object.entries({ ...methods, ...properties })) {
    const value = () => {
      throw new StateError({
        where: `${owner}.${name}`,
        expected: 'a name of epochal',
        received: 'another',
        remedy,
      });
    };
    const isMethod = Object.hasOwn(methods, name);
    descriptors[name] = isMethod
      ? { value, configurable: true, writable: true }
      : { get: value, set: value, configurable: true };
  }
  return descriptors;
}
