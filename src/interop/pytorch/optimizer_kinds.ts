/** Optimizers of PyTorch with their settings and their state, in both directions. */
import { type TorchValue, Tuple } from '../../formats/pickle/torch.ts';
import * as optimizers from '../../optimizers/all.ts';
import type { Optimizer } from '../../optimizers/optimizer.ts';

export type Settings = Readonly<Record<string, number | boolean | undefined>>;

export interface Kind {
  /** Settings by their names there, all of which its group has. */
  readonly settings: readonly string[];
  /** State by its names there. */
  readonly state: Readonly<Record<string, string>>;
  make(settings: Settings): Optimizer;
  /** Its settings as they are written, beside learning rate and decay. */
  told(options: Optimizer['options']): Readonly<Record<string, TorchValue>>;
}

const moments = ({ beta1, beta2, eps }: Settings) => ({
  beta1: Number(beta1),
  beta2: Number(beta2),
  epsilon: Number(eps),
});
const told = ({ beta1, beta2, epsilon }: Optimizer['options']) => ({
  betas: new Tuple(Number(beta1), Number(beta2)),
  eps: Number(epsilon),
});
const MOMENTS = { exp_avg: 'mean', exp_avg_sq: 'meanSquare', max_exp_avg_sq: 'largest' };
const shared = ({ lr, weight_decay: l2 }: Settings) => ({
  learningRate: Number(lr),
  l2: Number(l2),
});

/** By their names here; a file tells which it is by the settings and the state that it has. */
export const KINDS: Readonly<Record<string, Kind>> = {
  sgd: {
    settings: ['momentum', 'dampening', 'nesterov'],
    state: { momentum_buffer: 'momentum' },
    make: (group) =>
      optimizers.sgd({
        ...{ ...shared(group), momentum: Number(group.momentum) },
        nesterov: group.nesterov === true,
      }),
    told: ({ momentum, nesterov }) => ({ momentum, dampening: 0, nesterov }),
  },
  adam: {
    settings: ['betas', 'eps', 'amsgrad'],
    state: MOMENTS,
    make: (group) =>
      optimizers.adam({ ...shared(group), ...moments(group), amsgrad: group.amsgrad === true }),
    told: (options) => ({
      ...told(options),
      amsgrad: options.amsgrad,
      decoupled_weight_decay: false,
    }),
  },
  adamW: {
    settings: ['betas', 'eps', 'amsgrad'],
    state: MOMENTS,
    make: ({ lr, weight_decay: decay, ...group }) =>
      optimizers.adamW({
        ...{ learningRate: Number(lr), weightDecay: Number(decay), ...moments(group) },
        amsgrad: group.amsgrad === true,
      }),
    told: (options) => ({
      ...told(options),
      amsgrad: options.amsgrad,
      decoupled_weight_decay: true,
    }),
  },
  nadam: {
    settings: ['betas', 'eps', 'momentum_decay'],
    state: MOMENTS,
    make: (group) =>
      optimizers.nadam({
        ...{ ...shared(group), ...moments(group) },
        momentumDecay: Number(group.momentum_decay),
      }),
    told: (options) => ({ ...told(options), momentum_decay: options.momentumDecay }),
  },
  adamax: {
    settings: ['betas', 'eps'],
    state: { exp_avg: 'mean', exp_inf: 'largest' },
    make: (group) => optimizers.adamax({ ...shared(group), ...moments(group) }),
    told: told,
  },
  radam: {
    settings: ['betas', 'eps'],
    state: MOMENTS,
    make: (group) => optimizers.radam({ ...shared(group), ...moments(group) }),
    told: told,
  },
  rmsprop: {
    settings: ['alpha', 'eps', 'centered', 'momentum'],
    state: { square_avg: 'meanSquare', grad_avg: 'mean', momentum_buffer: 'momentum' },
    make: (group) =>
      optimizers.rmsprop({
        ...{ ...shared(group), rho: Number(group.alpha), epsilon: Number(group.eps) },
        ...{ momentum: Number(group.momentum), centered: group.centered === true },
      }),
    told: ({ rho, epsilon, momentum, centered }) => ({
      alpha: rho,
      eps: epsilon,
      momentum,
      centered,
    }),
  },
  adagrad: {
    settings: ['eps', 'lr_decay', 'initial_accumulator_value'],
    state: { sum: 'sumOfSquares' },
    make: (group) =>
      optimizers.adagrad({
        ...{ ...shared(group), epsilon: Number(group.eps) },
        initialAccumulator: Number(group.initial_accumulator_value),
      }),
    told: ({ epsilon, initialAccumulator }) => ({
      lr_decay: 0,
      eps: epsilon,
      initial_accumulator_value: initialAccumulator,
    }),
  },
  adadelta: {
    settings: ['rho', 'eps'],
    state: { square_avg: 'meanSquare', acc_delta: 'meanSquareOfUpdates' },
    make: (group) =>
      optimizers.adadelta({
        ...{ ...shared(group), rho: Number(group.rho), epsilon: Number(group.eps) },
      }),
    told: ({ rho, epsilon }) => ({ rho, eps: epsilon }),
  },
};

/** Their names here. */
export const PYTORCH_OPTIMIZERS: readonly string[] = Object.keys(KINDS);
