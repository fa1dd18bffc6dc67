/** A loss is made by calling its factory, with options or without. */
import { OptionError } from '../errors/errors.ts';
import type { Loss } from './loss.ts';

/** A factory that says, where it stands for a metric, that it was not called: before a training run. */
// @__NO_SIDE_EFFECTS__
export function lossFactory<O>(name: string, make: (options?: O) => Loss): (options?: O) => Loss {
  const check = () => {
    throw new OptionError({
      where: name,
      expected: 'a metric',
      received: 'what makes a loss',
      remedy: `Pass (outputs, targets) => ${name}().mean(outputs, targets).item().`,
    });
  };
  return Object.defineProperties(make, { name: { value: name }, check: { value: check } });
}
