/**
 * Measuring on machines that are shared and noisy: things that are compared take turns, every turn is
 * timed, and medians are reported. A result is checked before it is timed.
 */

export interface Subject {
  readonly name: string;
  /** Does the work once. */
  run(): void;
}

/** The median time of one run in milliseconds, for each subject, from rounds in which all take turns. */
export function measure(
  subjects: readonly Subject[],
  { rounds = 9, roundMilliseconds = 60 }: { rounds?: number; roundMilliseconds?: number } = {},
): Map<string, number> {
  const repeats = subjects.map(({ run }) => calibrate(run, roundMilliseconds));
  const times = subjects.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    subjects.forEach(({ run }, index) => {
      const start = performance.now();
      for (let i = 0; i < repeats[index]; i++) run();
      times[index].push((performance.now() - start) / repeats[index]);
    });
  }
  return new Map(subjects.map(({ name }, index) => [name, median(times[index])]));
}

/** How many runs fill a round. Warms the code up on the way. */
function calibrate(run: () => void, milliseconds: number): number {
  let repeats = 1;
  for (;;) {
    const start = performance.now();
    for (let i = 0; i < repeats; i++) run();
    const elapsed = performance.now() - start;
    if (elapsed > milliseconds) return Math.max(1, Math.round((repeats * milliseconds) / elapsed));
    repeats *= 2;
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Throws unless two arrays of numbers agree within a relative tolerance of the largest. */
export function checkClose(
  what: string,
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance = 1e-4,
): void {
  let largest = 0;
  for (let i = 0; i < expected.length; i++) largest = Math.max(largest, Math.abs(expected[i]));
  for (let i = 0; i < expected.length; i++) {
    if (!(Math.abs(actual[i] - expected[i]) <= tolerance * largest)) {
      throw new Error(`${what}: element ${i} is ${actual[i]}, not ${expected[i]}`);
    }
  }
}
