/** Every optimizer has its formula in the chapter, and it is the one that stands at the function. */
import { describe, expect, it } from 'vitest';
import * as optimizers from '../../src/optimizers/all.ts';
import { readFolder } from '../project/sources.ts';
import { documents } from './markdown.ts';

const sources = readFolder('src/optimizers', /\.ts$/);
const chapter = documents().find(({ path }) => path === 'docs/optimizers.md')?.text ?? '';

/** The lines of the docstring of a function that are set apart, as formulas are. */
function formulaInSource(name: string): string | undefined {
  for (const { text } of sources) {
    const [before, found] = text.split(`export function ${name}(`);
    if (found === undefined) continue;
    const docstring = before.slice(before.lastIndexOf('/**'));
    return [...docstring.matchAll(/^ \* {5}(.*\n)/gm)].map(([, line]) => line).join('');
  }
  return undefined;
}

function formulaInChapter(name: string): string | undefined {
  const section = chapter.split(/^### /m).find((one) => one.startsWith(`\`${name}\`\n`));
  return /```text\n([\s\S]*?)```/.exec(section ?? '')?.[1];
}

describe('the chapter on optimizers', () => {
  it.each(Object.keys(optimizers))('has the formula of %s', (name) => {
    const formula = formulaInSource(name);
    expect(formula).toMatch(/←/);
    expect(formulaInChapter(name)).toBe(formula);
  });
});
