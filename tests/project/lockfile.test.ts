/** `npm ci` refuses a lock file that lacks the builds of a tool for other machines than its author's. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe.each(['package-lock.json', 'docs/package-lock.json'])('%s', (lock) => {
  const text = readFileSync(new URL(`../../${lock}`, import.meta.url), 'utf8');
  const packages: Record<string, Locked> = JSON.parse(text).packages;

  it('locks every optional package, for whichever machine it is', () => {
    const locked = new Set(Object.keys(packages).map((path) => path.split('node_modules/').pop()));
    const optional = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    expect(optional.length).toBeGreaterThan(0);
    expect(optional.filter((name) => !locked.has(name))).toEqual([]);
  });

  // npm writes no hash for a package that it did not install, and then installs it elsewhere unchecked.
  it('has the hash of every package, those of other machines too', () => {
    const unchecked = Object.entries(packages).filter(
      ([path, { integrity }]) => path && !integrity,
    );
    expect(unchecked.map(([path]) => path)).toEqual([]);
  });
});
