/** A computation as a table, one row for each value. */
import { describeShape } from '../errors/describe.ts';
import { formatTable } from '../formats/text_table.ts';
import type { ExplainedValue } from './graph.ts';
import { showValues } from './values.ts';

/** The part of a computation that is shown: the first values, and the last ones. */
export interface Excerpt {
  readonly first: readonly ExplainedValue[];
  /** How many values lie between. */
  readonly hidden: number;
  readonly last: readonly ExplainedValue[];
}

const HEAD = ['', 'computed as', 'shape', 'value', 'gradient g', 'sends back'];

export function renderText({ first, hidden, last }: Excerpt): string {
  const gap = hidden === 0 ? [] : [['⋮', showHidden(hidden), '', '', '', '']];
  const rows = [HEAD, ...first.map(rowOf), ...gap, ...last.map(rowOf)];
  const table = formatTable(rows, { left: [1, 2, 3, 4, 5] });
  return [table, '', footer([...first, ...last])].join('\n');
}

/** What is said in place of the values that are left out. */
export function showHidden(count: number): string {
  return `${count} more ${count === 1 ? 'value' : 'values'}`;
}

function rowOf({ number, tensor, operation, inputs, attributes, rules }: ExplainedValue): string[] {
  const operands = [...inputs.map((input) => `#${input}`), ...attributes].join(', ');
  const sent = rules.flatMap((rule, k) =>
    rule === undefined ? [] : [`to #${inputs[k]}: ${rule}`],
  );
  return [
    `#${number}`,
    `${operation}${operands && `(${operands})`}${tensor.name && ` ${tensor.name}`}`,
    describeShape(tensor.shape),
    showValues(tensor),
    tensor.gradient === null ? '' : showValues(tensor.gradient),
    sent.join('; '),
  ];
}

function footer(shown: readonly ExplainedValue[]): string {
  if (shown.every(({ rules }) => rules.length === 0)) {
    return 'Operations are noted on the way from a parameter to a result, and not inside noGrad.';
  }
  const reading = `Forward goes down: each value is computed from values above it. Backward goes up: each value sends
its gradient g to what it was computed from, by the rules on the right. There y is the value itself,
and x, or a and b, are what it was computed from. All that arrives at a value is added up.`;
  const missing = shown.every(({ tensor }) => tensor.gradient === null);
  return missing
    ? `${reading}\nThere are no gradients yet: call backward() on the last value.`
    : reading;
}
