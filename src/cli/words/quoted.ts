import { visibleInLine } from '../../errors/visible.ts';

/** A word as a shell takes it; with control characters in it as bash, ksh and zsh do. */
export function quoted(word: string): string {
  const shown = visibleInLine(word);
  if (shown !== word) {
    return `$'${visibleInLine(word.replaceAll('\\', '\\\\')).replaceAll("'", "\\'")}'`;
  }
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
