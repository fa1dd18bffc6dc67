/** Whether a training run is asked to be what it was, and where it is not. */
import { describe } from '../../errors/describe.ts';
import { OptionError, StateError } from '../../errors/errors.ts';
import type { Recipe } from './recipe.ts';

/**
 * @param where who asks
 * @param allowed the entries that may differ
 * @throws StateError naming what differs
 */
export function checkRecipe(
  where: string,
  [saved, present]: readonly [Recipe, Recipe],
  allowed: readonly string[],
): void {
  const names = [...new Set([...Object.keys(present), ...Object.keys(saved)])];
  const found = names.flatMap((name) => {
    const difference = allowed.includes(name) ? [] : differences(saved[name], present[name], name);
    return difference.slice(0, 1).map((first) => ({ name, ...first }));
  });
  if (found.length === 0) return;
  const list = (part: 'path' | 'before' | 'now' | 'name') =>
    found.map((one) => one[part]).join(', ');
  throw new StateError({
    where: `${where}, ${list('path')}`,
    expected: `${where === 'fit' ? 'the data that' : 'what'} the training began with, ${list('before')}`,
    received: list('now'),
    remedy: `${where === 'fit' ? 'Pass' : 'Make the Trainer with'} the same ${list('name')}, or, if the change is meant, allow it: resume(state, { allow: [${found.map(({ name }) => describe(name)).join(', ')}] }).`,
    advice: [{ kind: 'sameRecipe', differences: found }],
  });
}

/** @throws OptionError for a name that can stand for nothing */
export function checkAllowed(allowed: readonly unknown[], recipe: Recipe): void {
  const names = [...new Set([...Object.keys(recipe), 'schedule', 'clip', 'sampling'])];
  names.push('train', 'validation');
  const other = allowed.find((name) => !names.includes(name as string));
  if (other === undefined) return;
  throw new OptionError({
    where: 'resume.allow',
    expected: `names among ${names.join(', ')}`,
    received: describe(other),
    remedy: 'How long and where it trains may differ.',
  });
}

interface Difference {
  readonly path: string;
  readonly before: string;
  readonly now: string;
}

/** The places where plain data differ; the order of keys does not matter. */
function differences(before: unknown, now: unknown, path: string): Difference[] {
  if (Array.isArray(before) && Array.isArray(now) && before.length === now.length) {
    return before.flatMap((part, i) => differences(part, now[i], `${path}[${i}]`));
  }
  if (isRecord(before) && isRecord(now)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
    return [...keys].flatMap((key) => differences(before[key], now[key], `${path}.${key}`));
  }
  const [saved, present] = [before, now].map((part) => JSON.stringify(part) ?? 'nothing');
  return saved === present ? [] : [{ path, before: saved, now: present }];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
