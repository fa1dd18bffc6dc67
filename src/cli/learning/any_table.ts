/** A table of which nobody has said what is predicted. */
import { cellReader } from '../../formats/csv/cells.ts';
import { findDelimiter } from '../../formats/csv/delimiter.ts';
import { type CsvReport, readCsv } from '../../persistence/index.ts';
import { unknownFile } from './any_file.ts';

/** The names of the first row, and what parts them. */
export function headerOf(name: string, bytes: Uint8Array) {
  const text = new TextDecoder().decode(bytes);
  const delimiter = findDelimiter({ text }, '.');
  const header: string[] = [];
  const next = cellReader(name, { text, delimiter });
  for (let cell = next(); cell !== undefined; cell = next()) {
    header.push(cell.text);
    if (cell.last) break;
  }
  return { delimiter, header };
}

/**
 * What its columns are taken for: each as an input, the last one as the target.
 * @throws DataError for what is no table, and for one that cannot be read
 */
export function readTable(path: string, bytes: Uint8Array): CsvReport {
  const { header } = headerOf(path, bytes);
  const isText = !bytes.subarray(0, 4096).some((byte) => byte === 0);
  if (!isText || header.length < 2) throw unknownFile(path);
  const target = header[header.length - 1];
  return readCsv(bytes, { file: path, target, missing: 'mode' }).report;
}
