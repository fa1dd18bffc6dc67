/** Optimizers of Keras by name and settings. */
import * as optimizers from '../../optimizers/all.ts';
import type { Optimizer } from '../../optimizers/optimizer.ts';
import { notUnderstood } from '../blueprint.ts';
import { shortest } from '../shortest.ts';
import {
  type Configured,
  chosen,
  flagOf,
  numberOf,
  own,
  type Settings,
  watched,
} from './settings.ts';
import { snakeCase } from './weights.ts';

/** Whose words a configuration is in. */
export type System = 'keras' | 'tfjs';

type Make = (settings: Configured, shared: { readonly learningRate: number }) => Optimizer;

const moments = (settings: Configured) => ({
  beta1: numberOf(settings, 'beta_1', 0.9),
  beta2: numberOf(settings, 'beta_2', 0.999),
  epsilon: numberOf(settings, 'epsilon', 1e-7),
});

const MAKERS: Readonly<Record<string, Make>> = {
  sgd: (settings, shared) => {
    const momentum = numberOf(settings, 'momentum', 0);
    const nesterov = flagOf(settings, 'nesterov', false) && momentum > 0;
    return optimizers.sgd({ ...shared, momentum, nesterov });
  },
  adam: (settings, shared) =>
    optimizers.adam({
      ...{ ...shared, ...moments(settings) },
      amsgrad: flagOf(settings, 'amsgrad', false),
    }),
  adamw: (settings, shared) =>
    optimizers.adamW({
      ...{ weightDecay: 0.004, ...shared, ...moments(settings) },
      amsgrad: flagOf(settings, 'amsgrad', false),
    }),
  adamax: (settings, shared) => optimizers.adamax({ ...shared, ...moments(settings) }),
  // Before 2.11 the decay of an optimizer is that of the momentum here.
  nadam: (settings, shared) =>
    optimizers.nadam({
      ...{ ...shared, ...moments(settings) },
      momentumDecay: numberOf(settings, 'schedule_decay', numberOf(settings, 'decay', 1)),
    }),
  rmsprop: (settings, shared) =>
    optimizers.rmsprop({
      ...shared,
      rho: numberOf(settings, 'rho', 0.9),
      momentum: numberOf(settings, 'momentum', 0),
      epsilon: numberOf(settings, 'epsilon', 1e-7),
      centered: flagOf(settings, 'centered', false),
    }),
  adagrad: (settings, shared) =>
    optimizers.adagrad({
      ...shared,
      initialAccumulator: numberOf(settings, 'initial_accumulator_value', 0.1),
      epsilon: numberOf(settings, 'epsilon', 1e-7),
    }),
  adadelta: (settings, shared) =>
    optimizers.adadelta({
      ...shared,
      rho: numberOf(settings, 'rho', 0.95),
      epsilon: numberOf(settings, 'epsilon', 1e-7),
    }),
  lion: (settings, shared) =>
    optimizers.lion({
      ...shared,
      beta1: numberOf(settings, 'beta_1', 0.9),
      beta2: numberOf(settings, 'beta_2', 0.99),
    }),
};

const EPSILON_HAT =
  'epsilon is added to the corrected root here, and before the correction there ("epsilon hat")';
const UNDER_THE_ROOT = 'epsilon is added to the root here, and under it there';

/** Where the same numbers give slightly other updates. */
function conventionOf({ name, options }: Optimizer, isLegacy: boolean): string | undefined {
  if (name === 'adam' || name === 'adamW') return EPSILON_HAT;
  const isUnder = isLegacy
    ? name === 'rmsprop' && options.momentum !== 0
    : name === 'rmsprop' || name === 'adagrad';
  return isUnder ? UNDER_THE_ROOT : undefined;
}

/** @throws DataError for an optimizer, or a schedule of learning rates, that has no counterpart */
export function optimizerOf(
  where: string,
  value: unknown,
  system: System,
  told: { readonly conventions: string[]; readonly ignored: string[] },
): Optimizer | undefined {
  if (value === undefined) return undefined;
  const said = chosen(where, value);
  const { config, unread } = watched(system === 'tfjs' ? asInPython(said) : said.config, HARMLESS);
  // Keras since 2.11 has registered its own optimizers as if they were a user's.
  const name = said.name.replace(/^Custom>/, '');
  const known = name === 'Momentum' ? 'sgd' : name.toLowerCase();
  if (!Object.hasOwn(MAKERS, known)) {
    throw notUnderstood(
      where,
      name,
      `an optimizer of ${Object.keys(MAKERS).join(', ')}`,
      'Give the Trainer an optimizer of yours.',
    );
  }
  const rate = own(config, 'learning_rate') ?? own(config, 'lr');
  if (typeof rate === 'object') {
    throw notUnderstood(
      where,
      `${name} with the schedule ${chosen(where, rate).name}`,
      'a learning rate that is a number',
      'Give the Trainer a schedule of yours.',
    );
  }
  const settings = { where, config };
  const decay = own(config, 'weight_decay');
  const usual = known === 'sgd' ? 0.01 : 0.001;
  const learningRate = shortest(numberOf({ where, config: { rate } }, 'rate', usual));
  const shared = {
    learningRate,
    ...(typeof decay === 'number' && { weightDecay: decay }),
  };
  const made = MAKERS[known](settings, shared);
  // TensorFlow.js corrects first, as is done here.
  const convention =
    system === 'tfjs' && known === 'adam'
      ? undefined
      : conventionOf(made, system === 'keras' && isLegacy(said.config));
  if (convention !== undefined) told.conventions.push(`${made.name}: ${convention}`);
  const other = system === 'tfjs' ? inTfjs(made) : undefined;
  if (other !== undefined) told.conventions.push(`${made.name}: ${other}`);
  told.ignored.push(...unread().map((setting) => `${setting} of the optimizer ${name}`));
  return made;
}

/** Whether it is an optimizer as they were before Keras 2.11. */
const isLegacy = (config: Settings) =>
  own(config, 'is_legacy_optimizer') === true || own(config, 'decay') !== undefined;

/** Where the formula of TensorFlow.js is another one. */
function inTfjs({ name, options }: Optimizer): string | undefined {
  if (options.centered === true) return 'centered, epsilon is subtracted there, which may give NaN';
  return name === 'adadelta'
    ? 'the mean square that gradients are divided by is that before the update there'
    : undefined;
}

/** What is read elsewhere or says nothing about updates. */
const HARMLESS: ReadonlySet<string> = new Set(
  'name clipnorm clipvalue global_clipnorm jit_compile is_legacy_optimizer ema_momentum ema_overwrite_frequency'.split(
    ' ',
  ),
);

/** Settings by the names that Keras has for them: TensorFlow.js has others in some files. */
function asInPython({
  name,
  config,
}: {
  readonly name: string;
  readonly config: Settings;
}): Settings {
  const names: Readonly<Record<string, string>> = {
    ...{ beta1: 'beta_1', beta2: 'beta_2', use_nesterov: 'nesterov' },
    ...(name.toLowerCase() === 'rmsprop' && { decay: 'rho' }),
  };
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => {
      const python = snakeCase(key);
      return [Object.hasOwn(names, python) ? names[python] : python, value];
    }),
  );
}

/** How gradients are held, which is up to the Trainer here. */
export function clipOf(where: string, value: unknown) {
  if (value === undefined) return undefined;
  const { config } = chosen(where, value);
  const read = (name: string) =>
    own(config, name) === undefined ? undefined : numberOf({ where, config }, name, 0);
  const [globalNorm, norm, limit] = [read('global_clipnorm'), read('clipnorm'), read('clipvalue')];
  if (globalNorm !== undefined) return { globalNorm };
  if (norm !== undefined) return { norm };
  return limit === undefined ? undefined : { value: limit };
}
