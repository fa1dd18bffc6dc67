/**
 * Where a document explains a name, which is more than using it: inline code in its prose. In a heading, in
 * a table or in a sentence the name stands between backticks, by itself or called (`adam({ beta1 })`,
 * `model.predict(x)` explains `predict` no more than `model`). Examples use names, they explain none; and an
 * English word is no name. Only chapters for users count.
 */
import type { Document } from './markdown.ts';

/** What is written for those who change the library, where a user does not look. */
const NOT_FOR_USERS = /^docs\/(decisions\/|CONTRIBUTING|architecture|fast_path)/;

const EXAMPLES = /^```[\s\S]*?^```$/gm;
const NAME = /^(?:new |await )?([A-Za-z]\w*)(?:<.*>)?(?:\(.*\))?$/s;

/** The names that these documents explain, and the first place of each. */
export function explanations(documents: readonly Document[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { path, text } of documents) {
    if (NOT_FOR_USERS.test(path)) continue;
    for (const [, code] of text.replaceAll(EXAMPLES, '').matchAll(/`([^`]+)`/g)) {
      const [, name] = NAME.exec(code.replaceAll(/\s+/g, ' ')) ?? [];
      if (name !== undefined && !found.has(name)) found.set(name, path);
    }
  }
  return found;
}
