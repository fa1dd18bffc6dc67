/** How commands write: headings, facts, and the same thing plain where nobody looks at it. */
import { visibleInLine } from '../../errors/visible.ts';
import type { Terminal } from './io.ts';

export interface Report {
  line(text?: string): void;
  heading(text: string): void;
  /** Lines of names and values, values in a column. */
  facts(pairs: readonly (readonly [name: string, value: string])[]): void;
}

export function report(io: Pick<Terminal, 'out' | 'control' | 'styled'>): Report {
  const line = (text = '') => io.out(`${text}\n`);
  const styled = (sequence: string) => (io.styled ? io.control(sequence) : undefined);
  return {
    line,
    heading(text) {
      line();
      styled('\u001b[1m');
      io.out(text);
      styled('\u001b[22m');
      line();
      line('═'.repeat(text.length));
    },
    facts(pairs) {
      const longest = Math.max(...pairs.map(([name]) => name.length));
      for (const [name, value] of pairs) {
        line(`${name.padEnd(longest)}  ${visibleInLine(value)}`);
      }
    },
  };
}

/** What nobody reads. */
export const silent: Report = { line: () => {}, heading: () => {}, facts: () => {} };

/** `1,437` */
export function count(n: number): string {
  return n.toLocaleString('en-US');
}
