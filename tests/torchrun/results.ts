/** What PyTorch made of jobs, as it is kept in tests/fixtures/torchrun; see generate.ts. */
import { createHash } from 'node:crypto';
import type { TrainingJob } from '../../src/torchrun/index.ts';
import type { CaseName } from './cases.ts';

type Numbers = Readonly<Record<string, readonly number[]>>;

export interface Result {
  readonly name: CaseName;
  readonly dtype: 'float32' | 'float64';
  readonly processes: number;
  /** Of the files that ran, as `filesOf` has it. */
  readonly files: string;
  /** Of the iterations there. */
  readonly losses: readonly number[];
  readonly epochs: readonly object[];
  readonly validations: readonly object[];
  /** The weights of the predictor, and those of the last iteration. */
  readonly predictor: Numbers;
  readonly model: Numbers;
  readonly optimizer: Numbers;
  readonly progress: object;
  readonly rested: Readonly<Record<string, number>>;
  readonly waiting: unknown;
  readonly reason?: string;
}

/** The job that is kept whole, with what came of it. */
export const KEPT = { name: 'adamW', dtype: 'float32', processes: 2 } as const;

/** The SHA-256 of all files that PyTorch reads. */
export function filesOf(job: TrainingJob): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of Object.entries(job)) {
    if (/\.(py|npy|pt|json)$/.test(name)) hash.update(name).update(bytes);
  }
  return hash.digest('hex');
}
