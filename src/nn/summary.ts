/** The table that `summary()` prints. */
import { describeShape } from '../errors/describe.ts';
import { formatTable, withText } from '../formats/text_table.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import type { NamedLayer } from './build.ts';

export interface SummaryRow {
  readonly name: string;
  readonly type: string;
  readonly outputShape: Shape;
  readonly parameters: number;
}

export interface Summary {
  readonly rows: readonly SummaryRow[];
  readonly parameters: number;
  readonly trainableParameters: number;
  toString(): string;
}

export function summarize(inputShape: Shape, layers: readonly NamedLayer[]): Summary {
  const rows = layers.map(({ name, layer, built }): SummaryRow => {
    const sizes = Object.values(built.parameters ?? {}).map(({ shape }) => sizeOf(shape));
    const parameters = sizes.reduce((sum, size) => sum + size, 0);
    return { name, type: layer.type, outputShape: built.outputShape, parameters };
  });
  const all = layers.flatMap(({ built }) => Object.values(built.parameters ?? {}));
  const count = (tensors: typeof all) => tensors.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const parameters = count(all);
  const trainableParameters = count(all.filter(({ requiresGrad }) => requiresGrad));
  return withText({ rows, parameters, trainableParameters }, () =>
    formatSummary(inputShape, rows, parameters, trainableParameters),
  );
}

function formatSummary(
  inputShape: Shape,
  rows: readonly SummaryRow[],
  parameters: number,
  trainable: number,
): string {
  const number = (n: number) => n.toLocaleString('en-US');
  const batched = (shape: Shape) =>
    describeShape(shape).replace('[', shape.length ? '[samples, ' : '[samples');
  const table = formatTable(
    [
      ['layer', 'type', 'output shape', 'parameters'],
      ['', 'input', batched(inputShape), ''],
      ...rows.map((row) => [row.name, row.type, batched(row.outputShape), number(row.parameters)]),
    ],
    { left: [0, 1, 2], underlined: true },
  );
  const [, rule] = table.split('\n');
  const frozen = parameters === trainable ? '' : `, ${number(trainable)} of them trainable`;
  return [table, rule, `${number(parameters)} parameters${frozen}`].join('\n');
}
