/** Optimizers as JSON, for checkpoints. */

import { describe } from '../errors/describe.ts';
import { DataError, StateError } from '../errors/errors.ts';
import { checkArgument, record } from '../errors/options.ts';
import { adadelta } from './adadelta.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamW } from './adam_w.ts';
import { adamax } from './adamax.ts';
import { optimizerRule } from './check_optimizer.ts';
import type { OptimizerOptions } from './define.ts';
import { lamb } from './lamb.ts';
import { lion } from './lion.ts';
import { type LookaheadOptions, lookahead } from './lookahead.ts';
import { nadam } from './nadam.ts';
import type { Optimizer, ParameterGroup } from './optimizer.ts';
import { radam } from './radam.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';

/** An optimizer as JSON. */
export interface OptimizerDescription {
  readonly name: string;
  readonly options: Readonly<Record<string, number | boolean>>;
  readonly groups?: readonly ParameterGroup[];
  /** What is wrapped, with options and groups of its own. */
  readonly optimizer?: OptimizerDescription;
}

type Factory = (options?: OptimizerOptions) => Optimizer;

const factories: ReadonlyMap<string, Factory> = new Map(
  Object.entries<Factory>({
    adadelta,
    adagrad,
    adam,
    adamW,
    adamax,
    lamb,
    lion,
    nadam,
    radam,
    rmsprop,
    sgd,
  }),
);

/** The names that `optimizerFromJSON` knows. */
export const optimizerNames: readonly string[] = [...factories.keys()];

/**
 * What `optimizerFromJSON` makes the same optimizer of, without its state.
 * @throws StateError when a group chooses its parameters by a function
 */
export function optimizerToJSON(optimizer: Optimizer): OptimizerDescription {
  checkArgument('optimizerToJSON', optimizer, optimizerRule);
  const { name, options, groups, inner } = optimizer;
  if (inner !== undefined) {
    const own = Object.entries(options).filter(([option]) => !Object.hasOwn(inner.options, option));
    return { name, options: Object.fromEntries(own), optimizer: optimizerToJSON(inner) };
  }
  const index = groups.findIndex(({ parameters }) => typeof parameters !== 'string');
  if (index >= 0) {
    throw new StateError({
      where: `${name}.groups[${index}]`,
      expected: 'parameters chosen by a name, which can be written down',
      received: describe(groups[index].parameters),
      remedy: 'Name the layer, such as "layers.0"; several layers are several groups.',
    });
  }
  return { name, options, groups };
}

/**
 * An optimizer from its description.
 * @throws DataError for an unknown name; OptionError as the optimizer itself does
 * @example optimizerFromJSON({ name: 'adam', options: { learningRate: 0.01 } })
 */
export function optimizerFromJSON(description: OptimizerDescription): Optimizer {
  checkArgument('optimizerFromJSON', description, record);
  const { name, options, groups, optimizer } = (description ?? {}) as OptimizerDescription;
  if (options !== undefined) checkArgument('optimizerFromJSON.options', options, record);
  if (name === 'lookahead') {
    const inner = optimizer && { optimizer: optimizerFromJSON(optimizer) };
    return lookahead({ ...options, ...(groups && { groups }), ...inner } as LookaheadOptions);
  }
  const factory = factories.get(name);
  if (factory === undefined) {
    throw new DataError({
      where: 'optimizerFromJSON',
      expected: `an optimizer named ${[...factories.keys(), 'lookahead'].join(', ')}`,
      received: describe(name),
      remedy: 'Give what optimizerToJSON(optimizer) returned, unchanged.',
    });
  }
  return factory({ ...options, groups });
}
