/** Optimizers as JSON, for checkpoints. */

import { describe } from '../errors/describe.ts';
import { StateError } from '../errors/errors.ts';
import { checkArgument, record } from '../errors/options.ts';
import { registry } from '../errors/registry.ts';
import * as all from './all.ts';
import { optimizerRule } from './check_optimizer.ts';
import { definedOptimizers } from './define_optimizer.ts';
import type { Optimizer, ParameterGroup } from './optimizer.ts';

/** An optimizer as JSON. */
export interface OptimizerDescription {
  readonly name: string;
  readonly options: Readonly<Record<string, number | boolean>>;
  readonly groups?: readonly ParameterGroup[];
  /** What is wrapped, with options and groups of its own. */
  readonly optimizer?: OptimizerDescription;
}

type Factory = (options: object) => Optimizer;

// Each reads its own options completely, so what comes out of a file is checked there.
const known = registry('an optimizer', all as Readonly<Record<string, unknown>>);

/** The names of the optimizers that need nothing but options: all but those that wrap another. */
export const optimizerNames: readonly string[] = known.names.filter((name) => name !== 'lookahead');

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
  const inner = optimizer !== undefined && { optimizer: optimizerFromJSON(optimizer) };
  const remedy =
    'One of your own is known once the module that calls defineOptimizer for it has been imported.';
  const factory =
    definedOptimizers.get(name) ?? (known.get('optimizerFromJSON', name, remedy) as Factory);
  return factory({ ...options, ...(groups !== undefined && { groups }), ...inner });
}
