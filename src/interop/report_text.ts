/** The report of an import for reading, as `console.log` and the commands show it. */
import { visible } from '../errors/visible.ts';
import { formatTable, withText } from '../formats/text_table.ts';
import type { ImportReport } from './imported.ts';

/** A heading with what stands below it, line by line. */
export interface ReportSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What there is to tell; nothing of what did not happen. */
export function sectionsOf(report: Omit<ImportReport, 'format'>): ReportSection[] {
  const { matched, converted, conventions, ignored } = report;
  const pairs = matched.map(({ ours, theirs }) => [ours, theirs]);
  const table = pairs.length === 0 ? [] : formatTable(pairs, { left: [0, 1] }).split('\n');
  const sections = [
    { title: 'What came from where', lines: table },
    { title: 'Converted', lines: converted },
    { title: 'Other numbers than usual', lines: conventions },
    { title: 'Left out', lines: ignored },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** A report that prints what there is to tell. */
export function readable(report: ImportReport): ImportReport {
  return withText(report, () => reportText(report));
}

function reportText(report: ImportReport): string {
  const { format, producer } = report;
  const parts = sectionsOf(report).map(({ title, lines }) =>
    [title, ...lines.map((line) => `  ${visible(line)}`)].join('\n'),
  );
  const head = producer === undefined ? format : `${format}, written by ${visible(producer)}`;
  return [head, ...parts].join('\n\n');
}
