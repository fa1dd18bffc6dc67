/** The optimizer: the text of `optimizer.py`, and its state under the names that PyTorch has. */
import type { NamedTensors } from '../formats/named.ts';
import { KINDS } from '../interop/pytorch/optimizer_kinds.ts';
import type { Model } from '../nn/sequential.ts';
import { isPure } from '../ops/pure.ts';
import { transpose } from '../ops/shape/views.ts';
import { includes } from '../optimizers/groups.ts';
import type { Optimizer, ParameterGroup } from '../optimizers/optimizer.ts';
import { tensor } from '../tensor/create.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { TrainingState } from '../train/state/training_state.ts';
import type { Obstacles } from './obstacles.ts';
import { pythonFloat, pythonText } from './python.ts';

/** The names of the state there, with ours. */
export const STATE_NAMES: Readonly<Record<string, string>> = {
  ...KINDS.sgd.state,
  ...KINDS.adam.state,
};

type Settings = Readonly<Record<string, number | boolean>>;

/** The names of the parameters there, `0.weight`, by ours, `layers.0.weight`. */
export const thereOf = (name: string): string => name.slice('layers.'.length);

/** `weight_decay` is the penalty for Adam and SGD, and the decoupled decay for AdamW. */
function decayOf(settings: Settings, decoupled: boolean): string {
  return pythonFloat(Number(decoupled ? settings.weightDecay : settings.l2));
}

export function optimizerProgram(optimizer: Optimizer, model: Model, obstacles: Obstacles): string {
  const { name, options, groups } = optimizer;
  const isAdam = name === 'adam' || name === 'adamW';
  if ((!isAdam && name !== 'sgd') || !isPure(optimizer)) obstacles.add(`the optimizer ${name}`);
  const all: Settings[] = [options, ...groups.map((group) => withGroup(options, group))];
  const decoupled = all.some(({ weightDecay }) => Number(weightDecay) > 0);
  if (decoupled && (!isAdam || all.some(({ l2 }) => Number(l2) > 0))) {
    const there = isAdam ? 'with AdamW there is no l2 beside it' : 'SGD has l2 only';
    obstacles.add(`the weightDecay of ${name}: ${there}`);
  }
  const own = isAdam
    ? [
        `betas=(${pythonFloat(Number(options.beta1))}, ${pythonFloat(Number(options.beta2))})`,
        `eps=${pythonFloat(Number(options.epsilon))}`,
        ...(options.amsgrad === true ? ['amsgrad=True'] : []),
      ]
    : [
        `momentum=${pythonFloat(Number(options.momentum))}`,
        ...(options.nesterov === true ? ['nesterov=True'] : []),
      ];
  const kind = isAdam ? (decoupled ? 'AdamW' : 'Adam') : 'SGD';
  const shared = `lr=${pythonFloat(Number(options.learningRate))}, ${own.join(', ')}, weight_decay=${decayOf(options, decoupled)}`;
  return `"""The optimizer, and how it takes up what it knew."""
import torch


def make_optimizer(network):
${groups.length === 0 ? '    parameters = network.parameters()' : groupLines(groups, { model, options, decoupled })}
    return torch.optim.${kind}(parameters, ${shared})


def restore(optimizer, network, tensors):
    """Takes up the state in tensors named like 0.weight.exp_avg."""
    for name, parameter in network.named_parameters():
        own = {
            key[len(name) + 1 :]: value.to(parameter.device) if value.dim() else value
            for key, value in tensors.items()
            if key.startswith(name + ".")
        }
        if own:
            optimizer.state[parameter] = own


def state_of(optimizer, network):
    """The state by the names of the parameters."""
    return {
        f"{name}.{key}": value.cpu()
        for name, parameter in network.named_parameters()
        for key, value in optimizer.state.get(parameter, {}).items()
        if torch.is_tensor(value)
    }
`;
}

interface Grouped {
  readonly model: Model;
  readonly options: Settings;
  readonly decoupled: boolean;
}

/** The parameters by group, those of none first. */
function groupLines(
  groups: readonly ParameterGroup[],
  { model, options, decoupled }: Grouped,
): string {
  const names = model.parameters().map(({ name }) => name);
  const groupOf = (name: string) => groups.find((group) => includes(group, name));
  const lines = [undefined, ...groups].flatMap((group) => {
    const own = names.filter((name) => groupOf(name) === group);
    if (own.length === 0) return [];
    const settings = group === undefined ? options : withGroup(options, group);
    const params = own.map((name) => pythonText(thereOf(name))).join(', ');
    const rates = `"lr": ${pythonFloat(Number(settings.learningRate))}, "weight_decay": ${decayOf(settings, decoupled)}`;
    return `        {\n            "params": [named[name] for name in [${params}]],\n            ${rates},\n        },\n`;
  });
  return `    named = dict(network.named_parameters())\n    parameters = [\n${lines.join('')}    ]`;
}

function withGroup(options: Settings, group: ParameterGroup): Settings {
  const { parameters: _, ...overrides } = group;
  const given = Object.entries(overrides).filter(([, value]) => value !== undefined);
  return { ...options, ...Object.fromEntries(given) };
}

/** The weights of dense layers stand the other way round there, and so does what belongs to them. */
export function turned(parameter: string, value: Tensor): Tensor {
  return parameter.endsWith('.weight') && value.rank === 2 ? transpose(value) : value;
}

/** The state of the optimizer as PyTorch names it; empty before the first iteration. */
export function optimizerTensors(
  { optimizer, rested, progress }: TrainingState,
  model: Model,
): NamedTensors {
  if (progress.iteration === 0) return {};
  const entries = model.parameters().flatMap(({ name, requiresGrad }) => {
    const own = Object.entries(STATE_NAMES).flatMap(([theirs, ours]): [string, Tensor][] => {
      const value = optimizer[`${name}.${ours}`];
      return value === undefined ? [] : [[`${thereOf(name)}.${theirs}`, turned(name, value)]];
    });
    if (own.length === 0 || !requiresGrad) return [];
    const count = progress.iteration - (rested[name] ?? 0);
    const steps: [string, Tensor][] = own.some(([there]) => there.endsWith('exp_avg'))
      ? [[`${thereOf(name)}.step`, tensor(count, { dtype: 'float32' })]]
      : [];
    return [...own, ...steps];
  });
  return Object.fromEntries(entries);
}
