/** What is behind a number: the computation that led to it and how gradients go back through it. */

import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { positiveInteger, readOptions, withDefault } from '../errors/options.ts';
import { remedyFor } from '../errors/remedy.ts';
import { Tensor } from '../tensor/tensor.ts';
import { computationOf, type ExplainedValue } from './graph.ts';
import { renderMermaid } from './mermaid.ts';
import { type Excerpt, renderText } from './text.ts';

export interface ExplainOptions {
  /** How many values are shown; of a longer computation the first and the last. Default 40. */
  readonly rows?: number | undefined;
}

export interface Explanation {
  /** All values of the computation, each after those that it was computed from. */
  readonly values: readonly ExplainedValue[];
  /** A table: operation, shape, value, gradient and rule. */
  readonly text: string;
  /** A flowchart for Mermaid, which draws it in Markdown on many sites. */
  readonly mermaid: string;
  toString(): string;
}

/**
 * Explains how a tensor was computed and, after `backward()`, how its gradient went back to everything
 * it was computed from: operation, shape, value, gradient and gradient rule of each value.
 *
 * Values and gradients are read at once, so explain a computation before parameters are updated.
 *
 * @example
 * const w = parameter(3);
 * const loss = w.square();
 * loss.backward();
 * console.log(explain(loss));
 */
export function explain(tensor: Tensor, options?: ExplainOptions): Explanation {
  if (!(tensor instanceof Tensor)) {
    throw new OptionError({
      where: 'explain',
      expected: 'a tensor',
      received: describe(tensor),
      remedy: remedyFor(tensor, 'Pass a tensor, such as the loss.'),
    });
  }
  const { rows } = readOptions<Required<ExplainOptions>>('explain', options, {
    rows: withDefault(positiveInteger, 40),
  });
  const values = computationOf(tensor);
  const excerpt = excerptOf(values, rows);
  const text = renderText(excerpt);
  return {
    values,
    text,
    mermaid: renderMermaid(excerpt),
    toString: () => text,
    // What `console.log` shows in Node.
    [Symbol.for('nodejs.util.inspect.custom')]: () => text,
  } as Explanation;
}

function excerptOf(values: readonly ExplainedValue[], rows: number): Excerpt {
  if (values.length <= rows) return { first: values, hidden: 0, last: [] };
  const head = Math.floor(rows / 2);
  const tail = values.length - (rows - head);
  return { first: values.slice(0, head), hidden: tail - head, last: values.slice(tail) };
}
