/**
 * The exact operations on 32-bit words, for counter-based random numbers. A `Word` is 32 bits
 * (an int32, or four of them in a register), `Value` is as in `Lanes`. Sums and products keep their low
 * 32 bits.
 */
export interface WordLanes<Word, Value> {
  word(value: number): Word;
  addWord(a: Word, b: Word): Word;
  mulWord(a: Word, b: Word): Word;
  xorWord(a: Word, b: Word): Word;
  /** Shifts right by a constant, filling with zeros. */
  shiftRightWord(a: Word, bits: number): Word;
  /** The upper 24 bits as a float32 from 0 to below 1: (a >>> 8) * 2^-24, exact. */
  unit(a: Word): Value;
}
