/**
 * Anyone who calls a function wrongly is told so by an error of the library, whatever the mistake: every
 * function of every entry, and the methods of what they return, with every wrong value in the place of
 * every argument and option. What is accepted stands in a table, with the reason.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { ACCEPTED, PROTOCOL, SKIPPED } from './accepted.ts';
import { CALLS } from './calls.ts';
import { exportedSubjects, methodSubjects, misuses, outcomeOf, type Subject } from './walk.ts';

const all = [...(await exportedSubjects()), ...methodSubjects()];
const subjects = all.filter(({ name }) => !Object.hasOwn(PROTOCOL, name));
const accepted = new Map<string, Set<string>>();
for (const { values, places } of ACCEPTED) {
  for (const place of places.split(/\s+/).filter((part) => part !== '')) {
    const known = accepted.get(place) ?? new Set();
    for (const value of values) known.add(value);
    accepted.set(place, known);
  }
}

/** What is loaded has been saved. */
beforeAll(async () => {
  for (const { name, args, call } of all) {
    if (/^(save|writeFile)/.test(name)) await call(args?.() ?? []);
  }
});

describe('the walk', () => {
  it('knows how each function is called rightly, and no function that there is not', () => {
    const names = new Set(all.map(({ name }) => name));
    const unknown = subjects.filter(({ args }) => args === undefined).map(({ name }) => name);
    expect(unknown).toEqual([]);
    expect([...Object.keys(CALLS), ...Object.keys(PROTOCOL)].filter((n) => !names.has(n))).toEqual(
      [],
    );
  });

  it('tries all places that the table of what is accepted names', () => {
    const places = new Set(subjects.flatMap((s) => [...misuses(s)].map(({ place }) => place)));
    expect([...accepted.keys(), ...Object.keys(SKIPPED)].filter((p) => !places.has(p))).toEqual([]);
  });
});

describe('called rightly, it answers; wrongly, it says where, what was expected and received, and what to do:', () => {
  it.each(subjects.map((subject): [string, Subject] => [subject.name, subject]))(
    '%s',
    async (_, subject) => {
      expect(await outcomeOf(() => subject.call(subject.args?.() ?? []))).toBe('accepted');
      const surprises: string[] = [];
      for (const { place, value, args } of misuses(subject)) {
        if (SKIPPED[place]?.values.includes(value)) continue;
        const outcome = await outcomeOf(() => subject.call(args));
        const wanted = accepted.get(place)?.has(value) ? 'accepted' : 'refused';
        if (outcome === wanted) continue;
        const what = typeof outcome === 'object' ? `threw ${String(outcome.thrown)}` : outcome;
        surprises.push(`${place}, given ${value}: ${what}`);
      }
      expect(surprises).toEqual([]);
    },
  );
});
