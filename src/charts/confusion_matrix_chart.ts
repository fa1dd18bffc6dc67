/** Which classes were predicted in the place of which: what both drawings of the matrix say. */
import { DataError } from '../errors/errors.ts';
import { checkArgument, type Rule, readOptions } from '../errors/options.ts';
import type { Matrix } from './matrix_rows.ts';
import { type ChartOptions, chartRules, type ReadChartOptions } from './options.ts';
import { svgMatrix } from './svg_matrix.ts';
import { textMatrix } from './text_matrix.ts';

const isCount = (value: unknown) => Number.isFinite(value) && Number(value) >= 0;

const rule: Rule<never> = {
  expected: 'a confusion matrix: a name and a row of counts for each class',
  example: 'confusionMatrix(model.predict(inputs), targets)',
  accepts(value) {
    const { counts, classNames } = (value ?? {}) as Partial<Matrix>;
    if (!Array.isArray(counts) || !Array.isArray(classNames)) return false;
    const isRow = (row: unknown) =>
      Array.isArray(row) && row.length === counts.length && row.every(isCount);
    const areTexts = classNames.every((name) => typeof name === 'string');
    return areTexts && counts.length === classNames.length && counts.every(isRow);
  },
};

/**
 * A confusion matrix: a row for each true class, a column for each predicted one. A cell is the darker the
 * larger its part of the row, so that rare classes are seen, too; beside a row stands its recall, the part
 * on the diagonal.
 *
 * @param matrix of `confusionMatrix`, or its JSON
 * @returns lines of text, or an SVG document, whose height follows from its width
 * @throws OptionError for anything else; DataError for a matrix without classes
 * @example console.log(confusionMatrixChart(confusionMatrix(model.predict(inputs), targets)));
 */
export function confusionMatrixChart(
  matrix: Matrix,
  options?: Omit<ChartOptions, 'height'>,
): string {
  const { height: _, ...rules } = chartRules;
  const read = readOptions<Omit<ReadChartOptions, 'height'>>(
    'confusionMatrixChart',
    options,
    rules,
  );
  checkArgument('confusionMatrixChart', matrix, rule);
  if (matrix.counts.length === 0) {
    throw new DataError({
      where: 'confusionMatrixChart',
      expected: 'one class or more',
      received: 'none',
      remedy: 'Pass what confusionMatrix counted.',
    });
  }
  return read.as === 'svg' ? svgMatrix(matrix, read) : textMatrix(matrix, read);
}
