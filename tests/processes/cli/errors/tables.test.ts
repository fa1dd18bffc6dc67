/** Tables that cannot be read, or not learned from. */
import { describe } from 'vitest';
import { workFolder } from '../../../cli/run.ts';
import { itComplains, type Row } from './complains.ts';
import { writeTables, writeTrained } from './files.ts';

const folder = workFolder();
writeTables(folder.at);
await writeTrained(folder.at);

const rows: readonly Row[] = [
  [
    'train @missing.csv SMALL',
    1,
    'epochal: reading missing.csv: Expected a file that can be read; received no such file or folder. Check the path; folders are not made.',
  ],
  [
    'train @folder SMALL',
    1,
    'epochal: reading folder: Expected a file that can be read; received a folder. Name a file in it.',
  ],
  [
    'train @gap.csv SMALL',
    1,
    'epochal: gap.csv, row 5, column 1 (a): Expected a value; received "". Remove the row, or have it imputed: --missing median, mean or mode.',
    '--missing median',
  ],
  [
    'train @gap_in_names.csv SMALL',
    1,
    'epochal: gap_in_names.csv, row 5, column 1 (a): Expected a value; received "". Remove the row, or have it imputed: --missing median, mean or mode.',
    '--missing median',
  ],
  [
    'train @gap_in_target.csv SMALL',
    1,
    'epochal: gap_in_target.csv, row 3, column 2 (y): Expected a value; received "". Remove the row: no target is made up.',
  ],
  [
    'train @only_gaps.csv SMALL',
    1,
    'epochal: only_gaps.csv, row 2, column 1 (a): Expected a value; received "". Remove the row, or have it imputed: --missing median, mean or mode.',
  ],
  [
    'train @only_gaps.csv SMALL --missing mean',
    1,
    'epochal: only_gaps.csv, column 1 (a): Expected a value in one row or more; received missing ones only. Leave the column out: --ignore a.',
  ],
  [
    'train @gaps_and_comma.csv SMALL --missing mean',
    1,
    `epochal: gaps_and_comma.csv, column 1 (size, cm): Expected a value in one row or more; received missing ones only. Leave the column out: --ignore '"size, cm"'.`,
    `--ignore '"size, cm"' --validation 0`,
  ],
  [
    `train @comma_in_name.csv SMALL --ignore 'size, cm'`,
    1,
    `epochal: comma_in_name.csv: Expected a column named "size"; received the columns "size, cm", b, y. Did you mean '"size, cm"'? In a list a name with a comma has quotes of its own.`,
  ],
  [
    'train @only_gaps.csv SMALL --missing mode --categorical a',
    1,
    'epochal: only_gaps.csv, column 1 (a): Expected a value in one row or more; received missing ones only. Leave the column out: --ignore a.',
  ],
  [
    'train @text.csv SMALL',
    1,
    'epochal: text.csv, row 5, column 1 (a): Expected numbers in all cells of the column, or in none; received 19 numbers and 1 other: "oops" in row 5. Correct the cells, or say which mean a missing value: --missing-values A,B. Or declare the column: --categorical a.',
    '--categorical a',
  ],
  [
    'train @comma.csv SMALL',
    1,
    "epochal: comma.csv, row 5, column 1 (a): Expected numbers in all cells of the column, or in none; received 19 numbers and 1 other: \"3,500\" in row 5. Say how numbers are written: --decimal ',' or --thousands ','. Or declare the column: --categorical a.",
    "--decimal ','",
  ],
  [
    'train @thousands.csv SMALL',
    1,
    'epochal: thousands.csv, row 2, column 1 (a): Expected numbers in plain notation, such as -1234.5; received others in 20 of 20 cells: "1,000.5" in row 2, "1,001.5" in row 3, "1,002.5" in row 4 and 17 more. Say how numbers are written: --thousands \',\'. Or declare the column: --categorical a.',
    "--thousands ','",
  ],
  [
    'train @apostrophes.csv SMALL',
    1,
    'epochal: apostrophes.csv, row 2, column 1 (a): Expected numbers in plain notation, such as -1234.5; received others in 20 of 20 cells: "1\'000\'000" in row 2, "1\'001\'000" in row 3, "1\'002\'000" in row 4 and 17 more. Say how numbers are written: --thousands "\'" or --decimal \',\' --thousands "\'". Or declare the column: --categorical a.',
    '--thousands "\'"',
  ],
  [
    'train @pounds.csv SMALL',
    1,
    'epochal: pounds.csv, row 2, column 1 (a): Expected numbers in plain notation, such as -1234.5; received others in 20 of 20 cells: "£0" in row 2, "£1" in row 3, "£2" in row 4 and 17 more. Remove the sign from the cells. Or declare the column: --categorical a.',
  ],
  [
    'train @many_names.csv SMALL',
    1,
    'epochal: many_names.csv, row 102, column 1 (a): Expected numbers, or at most 100 categories; received "name100", one more. Leave the column out: --ignore a, or declare it: --categorical a.',
    '--ignore a',
  ],
  [
    'train @ids.csv SMALL',
    1,
    'epochal: ids.csv, row 2, column 1 (a): Expected whole numbers that float32 holds; received 123456789012, which would become 123456790528, and 19 more. Keep the digits with --dtype float64, or round with --dtype float32.',
    '--dtype float64',
  ],
  [
    'train @long_ids.csv SMALL',
    1,
    'epochal: long_ids.csv, row 2, column 1 (a): Expected whole numbers that float32 holds; received 123456789012345670, which would become 123456790519087100, and 19 more. Leave the column out: --ignore a.',
    '--ignore a',
  ],
  [
    'train @huge.csv SMALL',
    1,
    'epochal: huge.csv, row 3, column 1 (a): Expected a number that float32 can hold; received 1e60. Try --dtype float64.',
    '--dtype float64',
  ],
  [
    'train @empty.csv SMALL',
    1,
    'epochal: empty.csv: Expected rows of cells; received an empty file. Give a table: a row of names, then a row for each sample.',
  ],
  [
    'train @header.csv SMALL',
    1,
    'epochal: header.csv: Expected a row after the header; received none. Add rows. Is there no header? --no-header.',
  ],
  [
    'train @twice.csv SMALL',
    1,
    'epochal: twice.csv, header, column 2: Expected a name that no other column has; received "a". Rename one. Is there no header? --no-header.',
  ],
  [
    'train @unnamed.csv SMALL',
    1,
    'epochal: unnamed.csv, column 2: Expected a name in the header, or another label in each row of the first column; received "". Name the column. Is there no header? --no-header.',
  ],
  [
    'train @ragged.csv SMALL',
    1,
    'epochal: ragged.csv, row 3, column 2: Expected 3 cells in the row, as in the first one; received 2. Correct this row; a cell with the delimiter or a line break needs quotes around it.',
  ],
  [
    'train @labels.csv SMALL',
    1,
    'epochal: labels.csv, row 2, column 3: Expected 3 cells in the row, as in the first one; received more. Where rows begin with a label, the header begins with an empty name.',
  ],
  [
    'train @quote.csv SMALL',
    1,
    'epochal: quote.csv, row 2, column 1: Expected a cell with quotes around it, or none in it; received "1\\"". Write the cell in quotes, and quotes in it twice.',
  ],
  [
    'train @open_quote.csv SMALL',
    1,
    'epochal: open_quote.csv, row 2, column 1: Expected a quote that ends the cell; received the end of the file. Correct the cell.',
  ],
  [
    'train @packed.csv SMALL',
    1,
    'epochal: packed.csv: Expected a table as text; received a packed file. Unpack it first; save a workbook of a spreadsheet as CSV.',
  ],
  [
    'train @workbook.csv SMALL',
    1,
    'epochal: workbook.csv: Expected a table as text; received a packed file. Unpack it first; save a workbook of a spreadsheet as CSV.',
  ],
  [
    'train @latin.csv SMALL',
    1,
    'epochal: latin.csv, row 2, column 1: Expected text in UTF-8; received other bytes. Save the file as UTF-8.',
  ],
  [
    'train @only_target.csv SMALL',
    1,
    'epochal: only_target.csv: Expected a column besides the target; received none. Add columns to the file, or leave fewer of them out.',
  ],
  [
    'train @one_class.csv SMALL',
    1,
    'epochal: one_class.csv, column y: Expected two classes or more to tell apart; received yes in every row. Choose another column: --target.',
  ],
  [
    'find-epochs @one_class.csv SMALL',
    1,
    'epochal: one_class.csv, column y: Expected two classes or more to tell apart; received yes in every row. Choose another column: --target.',
  ],
  [
    'search @one_class.csv SMALL --grid hidden=2',
    1,
    'epochal: one_class.csv, column y: Expected two classes or more to tell apart; received yes in every row. Choose another column: --target.',
  ],
  [
    'train @one_row.csv SMALL',
    1,
    'epochal: one_row.csv: Expected 2 rows or more, one for each part; received 1 row. Add rows, or judge by none: --validation 0.',
  ],
  [
    'find-epochs @one_row.csv SMALL',
    1,
    'epochal: --folds: Expected 2 folds or more, and at most 1, the number of samples; received 5. Add rows of such a class, or remove them.',
  ],
  [
    'train @rare.csv SMALL',
    1,
    'epochal: --validation: a class would be missing from 1 sample. Expected every class in every part; received no sample of class 0 (no). Give another part to --validation, leave out the rows of such classes, or train without it: --validation 0.',
    '--validation 0',
  ],
  [
    'find-epochs @rare.csv SMALL',
    1,
    'epochal: --folds: a class would be missing from the validation part of a fold. Expected at least 5 samples of every class, as many as there are folds; received 1 of class 0 (no). Add rows of such a class, or remove them.',
  ],
  [
    'find-epochs @gap.csv SMALL',
    1,
    'epochal: gap.csv, row 5, column 1 (a): Expected a value; received "". Remove the row, or have it imputed: --missing median, mean or mode.',
    '--missing median',
  ],
  [
    'search @gap.csv SMALL --grid hidden=2',
    1,
    'epochal: gap.csv, row 5, column 1 (a): Expected a value; received "". Remove the row, or have it imputed: --missing median, mean or mode.',
    '--missing median',
  ],
  [
    'evaluate @model.safetensors @missing.csv',
    1,
    'epochal: reading missing.csv: Expected a file that can be read; received no such file or folder. Check the path; folders are not made.',
  ],
  [
    'evaluate @model.safetensors @other_columns.csv',
    1,
    'epochal: other_columns.csv: Expected a column named "b"; received the columns a, c, y. Did you mean a?',
  ],
  [
    'evaluate @model.safetensors @name_for_number.csv',
    1,
    'epochal: name_for_number.csv, row 2, column 1 (a): Expected a number; received "zzz". Correct the cell.',
  ],
  [
    'evaluate @model.safetensors @without_target.csv',
    1,
    'epochal: without_target.csv: Expected a column named y, to compare with what is predicted; received none. To predict what is not known yet: epochal predict.',
  ],
  [
    'evaluate @model.safetensors @new_class.csv',
    1,
    'epochal: new_class.csv, row 2, column 3 (y): Expected one of ["no", "yes"]; received "maybe". The model knows no other.',
  ],
  [
    'evaluate @model.safetensors @gap.csv',
    1,
    'epochal: gap.csv, row 5, column 1 (a): Expected a value; received "". Remove the row, or train the model with --missing median.',
  ],
  [
    'evaluate @model.safetensors @id.csv',
    1,
    'epochal: id.csv, row 2, column 1 (a): Expected whole numbers that float32 holds; received 1234567890123, which would become 1234567954432. Correct the cell, or train the model with --dtype float64.',
  ],
  [
    'evaluate @model.safetensors @huge_one.csv',
    1,
    'epochal: huge_one.csv, row 2, column 1 (a): Expected a number that float32 can hold; received 1e60. Correct the cell, or train the model with --dtype float64.',
  ],
  [
    'evaluate @model.safetensors @empty.csv',
    1,
    'epochal: empty.csv: Expected rows of cells; received an empty file. Give a table: a row of names, then a row for each sample.',
  ],
  [
    'evaluate @model.safetensors @header.csv',
    1,
    'epochal: header.csv: Expected a row after the header; received none. Add rows.',
  ],
  [
    'evaluate @model.safetensors @comma.csv',
    1,
    "epochal: comma.csv, row 5, column 1 (a): Expected a number; received \"3,500\". The model was trained on numbers with '.' before the fraction; say where they are written otherwise: --decimal ','.",
  ],
  [
    'evaluate @model.safetensors @twice.csv',
    1,
    'epochal: twice.csv, header, column 2: Expected a name that no other column has; received "a". Rename one of the two.',
  ],
  [
    'evaluate @names.safetensors @name_for_number.csv',
    1,
    'epochal: name_for_number.csv, row 2, column 1 (a): Expected one of ["x0", "x1", "x2"]; received "zzz". The model knows no other; to pass over such cells: --unknown ignore.',
  ],
  [
    'predict @model.safetensors @other_columns.csv',
    1,
    'epochal: other_columns.csv: Expected a column named "b"; received the columns a, c, y. Did you mean a?',
  ],
  [
    'predict @model.safetensors @gap.csv',
    1,
    'epochal: gap.csv, row 5, column 1 (a): Expected a value; received "". Remove the row, or train the model with --missing median.',
  ],
  [
    'predict @model.safetensors @header.csv',
    1,
    'epochal: header.csv: Expected a row after the header; received none. Add rows.',
  ],
  [
    'predict @model.safetensors @text.csv',
    1,
    'epochal: text.csv, row 5, column 1 (a): Expected a number; received "oops". Correct the cell.',
  ],
  [
    'predict @model.safetensors @unnamed.csv',
    1,
    'epochal: unnamed.csv: Expected a column named "b"; received the columns a, , y. Did you mean a?',
  ],
];

describe('a command complains', () => {
  itComplains(folder, rows);
});
