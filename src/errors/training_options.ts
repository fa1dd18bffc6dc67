/** Options of what takes part in training, where people write the names of other libraries. */
import { answerTo } from './foreign_names.ts';
import { type Misplaced, type Rules, readOptions } from './options.ts';

/** As `readOptions`; a name of another library is answered with where the thing is here. */
export function readTrainingOptions<T extends object>(
  where: string,
  given: object | undefined,
  rules: Rules<T>,
  misplaced: Misplaced = {},
): T {
  const unknown = Object.keys(given ?? {}).find((name) => !Object.hasOwn(rules, name));
  const answer = unknown && answerTo(unknown);
  const answers = answer ? { [unknown]: answer, ...misplaced } : misplaced;
  return readOptions(where, given, rules, answers);
}
