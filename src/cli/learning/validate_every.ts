/** `--validate-every`: how often the validation part is judged. */
import { describe } from '../../errors/describe.ts';
import { positiveInteger } from '../../errors/options.ts';
import type { TrainerOptions } from '../../index.ts';
import { type Option, readNumber } from '../words/options.ts';
import { UsageError } from '../words/usage_error.ts';

type Every = NonNullable<TrainerOptions['validateEvery']>;

export const validateEveryOption: Option<Every | undefined> = {
  help: 'epochs from one validation to the next, 1 unless it is said; or iterations: "100 iterations"',
  placeholder: 'N',
  fallback: undefined,
  read(where, text) {
    const [count, unit = 'epochs', ...more] = text.trim().split(/\s+/);
    const n = readNumber(where, positiveInteger, count);
    if (more.length === 0 && /^epochs?$/.test(unit)) return { epochs: n };
    if (more.length === 0 && /^iterations?$/.test(unit)) return { iterations: n };
    throw new UsageError({
      where,
      expected: 'a number of epochs or iterations',
      received: describe(text),
      remedy: `Write for example ${where} 5, or ${where} "100 iterations".`,
    });
  },
};
