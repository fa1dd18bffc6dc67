/**
 * What threads tell each other, in words at the beginning of the memory that they share. Words that are
 * written often, each by somebody else, lie on cache lines of their own.
 */

const LINE = 64;

/** Where it begins: the first line of a memory is nobody's. */
const START = LINE;

/** So many threads work in a memory at most, the one that asks included. */
export const MOST_THREADS = 64;

/** Into so many tiles the kernels of one moment are cut at most. */
export const MOST_TILES = 4096;

const word = (line: number, at = 0) => START + LINE * line + 4 * at;

/** The number of the job: odd while it is open, even in between. Each opening and closing adds one. */
export const JOB = word(0);
/** What the open job is: a moment of the plan. */
export const MOMENT = word(0, 1);
/** Whose plan it is: the others leave. */
export const PLAN = word(0, 2);
/** How often to look before sleeping. */
export const SPINS = word(0, 3);
/** For how many hundredths of a second a thread may be missed before it is done without. */
export const PATIENCE = word(0, 4);
/** How many threads sleep until the next job. */
export const SLEEPERS = word(1);
/** How many are there for a job of the plan, besides the one that asks. */
export const PRESENT = word(2);
/** Whether the one that asks sleeps until others are done. */
export const WAITING = word(3);
/** By thread, one line each: the job that it takes part in, or 0. */
export const TAKING_PART = word(4);
export const TAKING_PART_STRIDE = LINE;
/** By tile, one word each. */
export const TILES = word(4 + MOST_THREADS);

/** A tile that nobody has taken. One that a thread has taken holds the thread's number, plus 1. */
export const FREE = 0;
/** Computed, and where it belongs. */
export const DONE = -1;
/** Taken away from a thread that did not come back. */
export const TAKEN_AWAY = -2;
/** Added to the number of a thread that copies what it has computed to where it belongs. */
export const COPYING = 256;

/** How much memory all of this takes. */
export const CONTROL_BYTES = LINE * (4 + MOST_THREADS) + 4 * MOST_TILES;
