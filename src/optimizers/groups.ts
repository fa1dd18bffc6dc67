/** Which options count for which parameter. */

import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { checkArgument, string, strings } from '../errors/options.ts';
import { optimizerRule } from './check_optimizer.ts';
import type { Optimizer, ParameterGroup } from './optimizer.ts';

/**
 * The optimizer for one parameter: with the options of the first group that the parameter is in, or
 * as it is.
 * @param name the name of the parameter, such as `layers.0.weight`
 */
export function groupOf(optimizer: Optimizer, name: string): Optimizer {
  checkArgument('groupOf', optimizer, optimizerRule);
  checkArgument('groupOf', name, string);
  const group = optimizer.groups.find((candidate) => includes(candidate, name));
  return group === undefined ? optimizer : optimizer.forGroup(group);
}

/**
 * Checks that every group has a parameter, so that a misspelt name is not silently ignored.
 * @param names the names of all parameters
 * @throws OptionError naming the group that has none
 */
export function checkGroups(optimizer: Optimizer, names: readonly string[]): void {
  checkArgument('checkGroups', optimizer, optimizerRule);
  checkArgument('checkGroups', names, strings);
  optimizer.groups.forEach((group, index) => {
    if (names.some((name) => includes(group, name))) return;
    throw new OptionError({
      where: `${optimizer.name}.groups[${index}]`,
      problem: 'no parameter belongs to this group',
      expected: `a selection among ${names.join(', ')}`,
      received: describe(group.parameters),
      remedy: 'Name the beginning of one, or remove the group.',
    });
  });
}

/** Names are paths: `layers.1` is the start of `layers.1.weight`, but not of `layers.10.weight`. */
export function includes({ parameters }: ParameterGroup, name: string): boolean {
  if (typeof parameters === 'function') return parameters(name);
  return name === parameters || name.startsWith(`${parameters}.`);
}
