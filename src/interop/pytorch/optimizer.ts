/**
 * What `optimizer.state_dict()` of PyTorch holds: settings, and the state of each parameter by its number, which is
 * its place among the parameters of the model.
 */
import { describe, describeShape } from '../../errors/describe.ts';
import type { Model } from '../../nn/sequential.ts';
import { cast } from '../../ops/elementwise/cast.ts';
import { transpose } from '../../ops/shape/views.ts';
import type { Optimizer, OptimizerStart } from '../../optimizers/optimizer.ts';
import { isFloat } from '../../tensor/dtype.ts';
import { sameShape } from '../../tensor/shape.ts';
import { Tensor } from '../../tensor/tensor.ts';
import { asData, notUnderstood } from '../blueprint.ts';
import type { TensorPair } from './modules.ts';
import { KINDS, type Kind, PYTORCH_OPTIMIZERS, type Settings } from './optimizer_kinds.ts';

type Values = ReadonlyMap<string, unknown>;

/** Those that any has, how an update is computed there, with the same results, and what is told elsewhere. */
const HARMLESS = new Set(
  'params lr initial_lr weight_decay foreach fused capturable differentiable param_names'.split(
    ' ',
  ),
);

export interface ReadOptimizer {
  readonly optimizer: Optimizer;
  /** Undefined before the first update. */
  readonly optimizerState?: OptimizerStart;
}

interface Given {
  readonly model: Model;
  /** Those of the model in their order there, as ours. */
  readonly parameters: readonly TensorPair[];
  /** The name here, where settings and state are those of several. */
  readonly name: string | undefined;
}

/** @throws DataError for an optimizer that there is none for here, or whose state is another model's */
export function readOptimizer(where: string, value: unknown, given: Given): ReadOptimizer {
  const root = mapOf(where, value);
  const groups = root.get('param_groups');
  const [group, another] = Array.isArray(groups) ? groups : [];
  if (another !== undefined) {
    throw notUnderstood(where, 'several groups of parameters', 'one group', OWN);
  }
  const said = mapOf(where, group);
  const numbers = said.get('params');
  const { model, parameters } = given;
  if (!Array.isArray(numbers) || numbers.length !== parameters.length) {
    const received = `${Array.isArray(numbers) ? numbers.length : describe(numbers)}`;
    throw notUnderstood(where, received, `${parameters.length} parameters, as the model has`, OWN);
  }
  const all = mapOf(where, root.get('state'));
  const states = numbers.map((number) => {
    const state = all.get(String(number));
    return state === undefined ? undefined : mapOf(where, state);
  });
  const names = new Set(states.flatMap((state) => [...(state?.keys() ?? [])]));
  const kind = KINDS[kindOf(where, said, names, given.name)];
  const optimizer = asData(where, () => kind.make(settingsOf(where, said, kind)));
  if (names.size === 0) return { optimizer };
  const tensors: Record<string, Tensor> = {};
  const own = new Map(model.parameters().map((parameter) => [parameter.name, parameter]));
  parameters.forEach(({ ours, transposed }, i) => {
    const parameter = own.get(ours);
    const begun = Object.entries(parameter === undefined ? {} : optimizer.init(parameter));
    for (const [slot, zeros] of begun) {
      const there = Object.entries(kind.state).find(([, name]) => name === slot)?.[0] ?? '';
      const kept = states[i]?.get(there) ?? undefined; // None before the first update
      tensors[`${ours}.${slot}`] =
        kept === undefined ? zeros : fitted(`${where}, ${there}`, kept, zeros, transposed);
    }
  });
  return { optimizer, optimizerState: { tensors, updates: updatesOf(where, states) } };
}

/** In words, where a schedule there has changed the learning rate that it began with. */
export function scheduleOf(where: string, value: unknown): string[] {
  const groups = mapOf(where, value).get('param_groups');
  const group: unknown = Array.isArray(groups) ? groups[0] : undefined;
  const [first, now] =
    group instanceof Map ? ['initial_lr', 'lr'].map((name) => numberIn(group.get(name))) : [];
  if (first === undefined || Number.isNaN(first)) return [];
  return [`initial_lr ${first} of a schedule, which is at ${now}: give the Trainer one`];
}

/** A tensor of the state in the form of ours. */
function fitted(where: string, kept: unknown, zeros: Tensor, transposed: boolean): Tensor {
  const isMatrix = kept instanceof Tensor && kept.rank === 2;
  const turned = transposed && isMatrix ? transpose(kept) : kept;
  if (turned instanceof Tensor && isFloat(turned.dtype) && sameShape(turned.shape, zeros.shape)) {
    return turned.dtype === zeros.dtype ? turned : cast(turned, zeros.dtype);
  }
  const received = kept instanceof Tensor ? describeShape(kept.shape) : describe(kept);
  throw notUnderstood(where, received, `numbers for ${describeShape(zeros.shape)}`, OWN);
}

/** How many there have been; SGD does not count, and does not need to. */
function updatesOf(where: string, states: readonly (Values | undefined)[]): number {
  const counts = states.flatMap((state) => (state?.has('step') ? numberIn(state.get('step')) : []));
  const [first = 0] = counts;
  if (counts.every((count) => count === first) && Number.isSafeInteger(first) && first >= 0) {
    return first;
  }
  throw notUnderstood(where, counts.join(', '), 'as many updates of each parameter', OWN);
}

/** The optimizer that has these settings and this state. */
function kindOf(
  where: string,
  group: Values,
  state: ReadonlySet<string>,
  wanted: string | undefined,
): string {
  const possible = PYTORCH_OPTIMIZERS.filter((name) => {
    const { settings, state: known } = KINDS[name];
    const isWhole = settings.every((setting) => group.has(setting));
    const others = [...group.keys()].filter(
      (key) => !settings.includes(key) && !HARMLESS.has(key) && isOn(group.get(key)),
    );
    const allowed = [...Object.keys(known), 'step', 'mu_product'];
    const isPlain = others.every((key) => key === 'decoupled_weight_decay' && name === 'adamW');
    return isWhole && isPlain && [...state].every((key) => allowed.includes(key));
  });
  const most = Math.max(...possible.map((name) => KINDS[name].settings.length));
  const fitting = possible.filter((name) => KINDS[name].settings.length === most);
  // Where nothing decays, both are the same; newer files tell which of them it is, and fit one only.
  const isTold = group.has('decoupled_weight_decay') || numberIn(group.get('weight_decay')) === 0;
  const decides = isTold && fitting.includes('adam') && wanted === undefined;
  const chosen = decides ? ['adam'] : fitting;
  const [name, another] =
    wanted === undefined ? chosen : chosen.filter((candidate) => candidate === wanted);
  if (
    name !== undefined &&
    another === undefined &&
    !DIFFERENT.some((key) => isOn(group.get(key)))
  ) {
    return name;
  }
  const settings = [...group.keys()].filter((key) => key !== 'params').join(', ');
  throw notUnderstood(
    where,
    another === undefined
      ? `one with ${settings}`
      : `${fitting.join(' or ')}, which are alike in a file`,
    `an optimizer of ${PYTORCH_OPTIMIZERS.join(', ')}`,
    OWN,
  );
}

/** What changes the updates where it is on, in a way that does not exist here. */
const DIFFERENT = ['dampening', 'maximize', 'lr_decay'];

function isOn(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false && value !== 0;
}

function settingsOf(where: string, group: Values, { settings }: Kind): Settings {
  const names = ['lr', 'weight_decay', ...settings];
  return Object.fromEntries(
    names.flatMap((name): [string, number | boolean][] => {
      const value = group.get(name);
      if (name === 'betas' && Array.isArray(value)) {
        return value.map((beta, i) => [`beta${i + 1}`, numberIn(beta)]);
      }
      if (typeof value === 'boolean') return [[name, value]];
      const number = numberIn(value);
      if (!Number.isFinite(number))
        throw notUnderstood(where, describe(value), `a number as ${name}`, OWN);
      return [[name, number]];
    }),
  );
}

/** A number, also where it is a tensor of one. */
function numberIn(value: unknown): number {
  if (value instanceof Tensor)
    return value.size === 1 ? Number(value.toTypedArray()[0]) : Number.NaN;
  return typeof value === 'number' ? value : Number.NaN;
}

function mapOf(where: string, value: unknown): Values {
  if (value instanceof Map) return value;
  throw notUnderstood(where, describe(value), 'what optimizer.state_dict() gives', OWN);
}

const OWN = 'Give the Trainer an optimizer of yours.';
