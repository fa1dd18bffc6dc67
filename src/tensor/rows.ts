/**
 * Walking strided arrays. All kernels of the reference see their operands as rows: runs of elements
 * at a constant stride. Axes that all operands step through evenly are merged first, so contiguous
 * operands of any shape are a single row.
 */
import type { Shape } from './shape.ts';

/** Called for each row with the offset of each operand's first element. */
export type RowVisitor = (offsets: readonly number[], length: number) => void;

export interface Walk {
  /** The sizes after merging axes; the last one is the row length. */
  readonly shape: readonly number[];
  /** For each operand, its strides after merging. */
  readonly strides: readonly (readonly number[])[];
}

/** Drops axes of size 1 and merges neighbours that every operand steps through evenly. */
export function mergeAxes(shape: Shape, operands: readonly (readonly number[])[]): Walk {
  const merged: number[] = [];
  const strides: number[][] = operands.map(() => []);
  for (let axis = 0; axis < shape.length; axis++) {
    const n = shape[axis];
    if (n === 1) continue;
    const last = merged.length - 1;
    const even = operands.every((own, k) => last >= 0 && strides[k][last] === own[axis] * n);
    if (even) {
      merged[last] *= n;
      operands.forEach((own, k) => {
        strides[k][last] = own[axis];
      });
    } else {
      merged.push(n);
      operands.forEach((own, k) => {
        strides[k].push(own[axis]);
      });
    }
  }
  if (merged.length === 0) {
    merged.push(1);
    for (const own of strides) own.push(0);
  }
  return { shape: merged, strides };
}

/** Visits the rows in row-major order. Zero-sized shapes have none. */
export function forEachRow(walk: Walk, starts: readonly number[], visit: RowVisitor): void {
  const { shape, strides } = walk;
  if (shape.includes(0)) return;
  const outer = shape.length - 1;
  const length = shape[outer];
  const index = new Array<number>(outer).fill(0);
  const offsets = [...starts];
  for (;;) {
    visit(offsets, length);
    let axis = outer - 1;
    while (axis >= 0) {
      index[axis]++;
      for (let k = 0; k < offsets.length; k++) offsets[k] += strides[k][axis];
      if (index[axis] < shape[axis]) break;
      for (let k = 0; k < offsets.length; k++) offsets[k] -= strides[k][axis] * shape[axis];
      index[axis] = 0;
      axis--;
    }
    if (axis < 0) return;
  }
}
