/**
 * Writes the bundled sets from their CSV files (header, then one sample a line, the target last):
 *
 *     node src/data/sets/generate.mjs <folder with digits.csv, iris.csv, diabetes.csv>
 *
 * - digits: rows 1 to 1797 of `optdigits.tes` from the UCI Machine Learning Repository, set 80, with the
 *   64 pixels named p00 (row 0, column 0) to p77 and the class named digit.
 * - iris: Fisher's table of 1936; the copy at UCI has two wrong rows, 35 and 38.
 * - diabetes: `diabetes.tab.txt` of the "Least Angle Regression" page of T. Hastie, tabs as commas,
 *   names in lower case, Y as progression.
 *
 * tests/data/sets.test.ts compares what comes out with the SHA-256 of the CSV files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const from = process.argv[2];
const here = fileURLToPath(new URL('.', import.meta.url));
const read = (name) => readFileSync(join(from, `${name}.csv`), 'utf8').trimEnd();

function write(name, comment, text) {
  const content = `/** ${comment} Written by generate.mjs. */\nexport const rows = \`\n${text}\n\`;\n`;
  writeFileSync(join(here, `${name}.ts`), content);
}

/** The class; then the pixels as 0 to 9, a to g for 10 to 16, and h to n for 2 to 8 zeros in a row. */
function pack(line) {
  const pixels = line.split(',').map(Number);
  const label = pixels.pop();
  const text = pixels.map((level) => level.toString(17)).join('');
  return label + text.replace(/0{2,8}/g, (zeros) => 'hijklmn'[zeros.length - 2]);
}

write(
  'digits',
  'The digits, packed by sample: see ../digits.ts.',
  read('digits').split('\n').slice(1).map(pack).join('\n'),
);
write('iris', "Fisher's irises as CSV.", read('iris'));
write('diabetes', 'The diabetes data as CSV.', read('diabetes'));
