/** A model and its optimizer as a training script in PyTorch saves them: `{ model, optimizer }`. */
import { OptionError } from '../../errors/errors.ts';
import type { NamedTensors } from '../../formats/named.ts';
import type { TorchValue } from '../../formats/pickle/torch.ts';
import type { Model } from '../../nn/sequential.ts';
import { transpose } from '../../ops/shape/views.ts';
import { tensor } from '../../tensor/create.ts';
import type { ExportTraining } from '../exported.ts';
import { momentumProduct } from '../momentum_product.ts';
import { tensorLayers } from './modules.ts';
import { KINDS, PYTORCH_OPTIMIZERS } from './optimizer_kinds.ts';

/** What `optimizer.load_state_dict` wants to find in some versions: how it computes. */
const USUAL = {
  maximize: false,
  foreach: null,
  capturable: false,
  differentiable: false,
  fused: null,
};

/** @throws OptionError for an optimizer that PyTorch has not, by name */
export function checkpointOf(
  model: Model,
  tensors: NamedTensors,
  { optimizer, optimizerState }: ExportTraining,
): TorchValue {
  const { name, options, groups, learningRate } = optimizer;
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  const [decay, other] =
    name === 'adamW' ? [options.weightDecay, options.l2] : [options.l2, options.weightDecay];
  if (kind === undefined || other !== 0 || groups.length > 0) {
    throw new OptionError({
      where: 'exportModel.training.optimizer',
      expected: `one of ${PYTORCH_OPTIMIZERS.join(', ')}, with l2 (adamW: weightDecay) as its only decay, without groups`,
      received: `${name} with ${JSON.stringify(options)}${groups.length > 0 ? ' and groups' : ''}`,
      remedy: 'Leave training out, and make the optimizer there.',
    });
  }
  const learning = new Set(model.parameters().map((parameter) => parameter.name));
  const pairs = tensorLayers('exportModel', model)
    .flatMap((layer) => layer.pairs)
    .filter(({ ours }) => learning.has(ours));
  const group: Readonly<Record<string, TorchValue>> = {
    ...{ lr: learningRate, ...kind.told(options), weight_decay: decay, ...USUAL },
    params: pairs.map((_, i) => i),
  };
  const updates = optimizerState?.updates ?? 0;
  const state = pairs.map((pair, i): [number, TorchValue] => {
    const slots = Object.entries(kind.state).flatMap(([there, slot]): [string, TorchValue][] => {
      const own = optimizerState?.tensors[`${pair.ours}.${slot}`];
      return own === undefined ? [] : [[there, pair.transposed ? transpose(own) : own]];
    });
    const counted = name === 'sgd' ? [] : [['step', tensor(updates)] as const];
    const { beta1, momentumDecay } = options;
    const product = momentumProduct(Number(beta1), Number(momentumDecay), updates);
    const multiplied = name === 'nadam' ? [['mu_product', product] as const] : [];
    return [i, new Map([...counted, ...multiplied, ...slots])];
  });
  const saved = new Map<string, TorchValue>([
    ['state', new Map(optimizerState === undefined ? [] : state)],
    ['param_groups', [new Map(Object.entries(group))]],
  ]);
  return new Map<string, TorchValue>([
    ['model', new Map(Object.entries(tensors))],
    ['optimizer', saved],
  ]);
}
