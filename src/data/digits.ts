import { tensor } from '../tensor/create.ts';
import { type BundledSet, bundledSet } from './bundled.ts';
import { rows } from './sets/digits.ts';

const SIDE = 8;
/** A pixel counts how many of 4 x 4 dots of the scan are black. */
const BLACK = 16;
const FIRST_RUN = 'h'.charCodeAt(0);

/**
 * 1797 handwritten digits of 8 x 8 pixels by 13 writers: inputs `[1797, 64]`, row by row, from 0 (white)
 * to 1 (black) in sixteenths; targets int32 `[1797]`, 0 to 9.
 *
 * Source: E. Alpaydin and C. Kaynak, "Optical Recognition of Handwritten Digits" (the test part), UCI
 * Machine Learning Repository, 1998, https://doi.org/10.24432/C50P49, CC BY 4.0.
 * @example const { train, validation } = split(digits(), { validation: 0.2, stratify: true });
 */
export const digits: BundledSet = /* @__PURE__ */ bundledSet(
  'digits',
  'Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, 1998, UCI Machine Learning Repository, CC BY 4.0',
  (dtype) => {
    const samples = rows.trim().split('\n');
    const pixels = samples.flatMap((row) => unpack(row.slice(1)).map((level) => level / BLACK));
    const places = Array.from({ length: SIDE * SIDE }, (_, i) => [Math.floor(i / SIDE), i % SIDE]);
    return {
      inputs: tensor(pixels, { shape: [samples.length, SIDE * SIDE], dtype }),
      targets: tensor(Int32Array.from(samples, (row) => Number(row[0]))),
      size: samples.length,
      classNames: Array.from({ length: 10 }, (_, digit) => `${digit}`),
      featureNames: places.map(([row, column]) => `p${row}${column}`),
    };
  },
);

/** Each character is a level to base 17 or, from `h` on, a run of 2, 3, ... zeros. */
function unpack(packed: string): number[] {
  return [...packed].flatMap((character) => {
    const run = character.charCodeAt(0) - FIRST_RUN;
    return run < 0 ? Number.parseInt(character, 17) : new Array<number>(run + 2).fill(0);
  });
}
