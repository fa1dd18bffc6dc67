/**
 * The records of a training run as tables of float64, because there may be millions of them: as text they
 * would be many times as large, and longer than any text may be.
 */
import { DataError } from '../errors/errors.ts';
import type { NamedTensors } from '../formats/named.ts';
import { DAMAGED } from '../formats/remedies.ts';
import { packedCopy } from '../tensor/strided.ts';
import { makeTensor, type Tensor } from '../tensor/tensor.ts';
import type { EpochRecord, IterationRecord, ValidationRecord } from '../train/history/history.ts';
import type { ProgressData } from '../train/state/progress.ts';

export type Records = Pick<ProgressData, 'epochs' | 'validations' | 'iterations'>;

/** What validations have measured: which metrics, and whether the training loss. */
export interface Measured {
  readonly metrics: readonly string[];
  readonly trainingLoss: boolean;
}

const ITERATIONS = [
  'epoch',
  'iteration',
  'batchSize',
  'loss',
  'learningRate',
  'gradientNorm',
] as const;
const EPOCHS = [
  ...(['epoch', 'iteration', 'samplesSeen', 'loss', 'learningRate', 'gradientNorm'] as const),
  'seconds',
] as const;
/** Then the training loss and the metrics, as `Measured` number `kind` names them. */
const VALIDATIONS = ['kind', 'epoch', 'iteration', 'loss', 'trainingLoss'];

/** @returns the tables, and what the columns of validations are */
export function tablesOf({ epochs, validations, iterations }: Records): {
  readonly tables: NamedTensors;
  readonly measured: readonly Measured[];
} {
  const measured: Measured[] = [];
  const kinds = new Map<string, number>();
  let wide = 0;
  const kindOf = ({ metrics, trainingLoss }: ValidationRecord): number => {
    const kind = { metrics: Object.keys(metrics), trainingLoss: trainingLoss !== undefined };
    const key = JSON.stringify(kind);
    const known = kinds.get(key);
    if (known !== undefined) return known;
    wide = Math.max(wide, kind.metrics.length);
    kinds.set(key, measured.length);
    return measured.push(kind) - 1;
  };
  const ofRecords = validations.map(kindOf);
  const width = VALIDATIONS.length + wide;
  const tables = {
    epochs: table(epochs, EPOCHS.length, (record, numbers, at) => {
      for (let i = 0; i < EPOCHS.length; i++) numbers[at + i] = record[EPOCHS[i]];
    }),
    validations: table(validations, width, (record, numbers, at, row) => {
      const { epoch, iteration, loss, metrics, trainingLoss = Number.NaN } = record;
      numbers.set([ofRecords[row], epoch, iteration, loss, trainingLoss], at);
      numbers.set(Object.values(metrics), at + VALIDATIONS.length);
    }),
    iterations: table(iterations, ITERATIONS.length, (record, numbers, at) => {
      for (let i = 0; i < ITERATIONS.length; i++) numbers[at + i] = record[ITERATIONS[i]];
    }),
  };
  return { tables, measured };
}

function table<T>(
  records: readonly T[],
  width: number,
  fill: (record: T, numbers: Float64Array, at: number, row: number) => void,
): Tensor {
  const numbers = new Float64Array(records.length * width);
  for (let row = 0; row < records.length; row++) fill(records[row], numbers, row * width, row);
  return makeTensor(numbers, [records.length, width], 'float64');
}

/** @throws DataError unless they are tables as `tablesOf` makes them */
export function recordsOf(
  where: string,
  tables: NamedTensors,
  measured: readonly Measured[],
): Records {
  const first = VALIDATIONS.length; // of the columns of metrics
  const validations = rows(
    where,
    'validations',
    tables,
    first,
    (n, at, width): ValidationRecord => {
      const own = measured[n[at]];
      if (own === undefined || own.metrics.length > width - first) {
        throw unfit(
          `${where}, progress/validations`,
          'columns for what was measured',
          `kind ${n[at]}`,
        );
      }
      const values = own.metrics.map((metric, i) => [metric, n[at + first + i]] as const);
      const metrics = Object.fromEntries(values);
      const record = {
        epoch: whole(n[at + 1]),
        iteration: whole(n[at + 2]),
        loss: n[at + 3],
        metrics,
      };
      return own.trainingLoss ? { ...record, trainingLoss: n[at + 4] } : record;
    },
  );
  let next = 0;
  const epochs = rows(where, 'epochs', tables, EPOCHS.length, (n, at): EpochRecord => {
    const epoch = n[at];
    // The last validation within the epoch, if there was one.
    while (next < validations.length && validations[next].epoch <= epoch) next++;
    const last = validations[next - 1];
    return {
      epoch,
      iteration: whole(n[at + 1]),
      samplesSeen: whole(n[at + 2]),
      loss: n[at + 3],
      ...(last?.epoch === epoch && { validation: last }),
      learningRate: n[at + 4],
      gradientNorm: n[at + 5],
      seconds: n[at + 6],
    };
  });
  const iterations = rows(
    where,
    'iterations',
    tables,
    ITERATIONS.length,
    (n, at): IterationRecord => ({
      epoch: whole(n[at]),
      iteration: whole(n[at + 1]),
      batchSize: whole(n[at + 2]),
      loss: n[at + 3],
      learningRate: n[at + 4],
      gradientNorm: n[at + 5],
    }),
  );
  return { epochs, validations, iterations };
}

/** @param read makes a record of the numbers from a place on */
function rows<T>(
  where: string,
  name: string,
  tables: NamedTensors,
  width: number,
  read: (numbers: Float64Array, at: number, width: number) => T,
): T[] {
  const found = tables[name];
  const isTable = found?.dtype === 'float64' && found.rank === 2 && found.shape[1] >= width;
  if (!isTable) {
    throw unfit(
      `${where}, progress/${name}`,
      `a float64 table of ${width} columns`,
      found === undefined ? 'nothing' : `${found.dtype} [${found.shape.join(', ')}]`,
    );
  }
  const numbers = packedCopy(found) as Float64Array;
  const [count, columns] = found.shape;
  const records: T[] = [];
  for (let row = 0; row < count; row++) records.push(read(numbers, row * columns, columns));
  return records;
}

/** As an engine keeps whole numbers: half of the memory of others. */
const whole = (x: number): number => ((x | 0) === x ? x | 0 : x);

function unfit(where: string, expected: string, received: string): DataError {
  return new DataError({ where, expected, received, remedy: DAMAGED });
}
