/** The readable print of a tensor: dtype, shape, and the elements in aligned columns. */
import { describeShape } from '../errors/describe.ts';
import type { Dtype, TypedArray } from './dtype.ts';
import { type Shape, sizeOf } from './shape.ts';

const EDGE = 3; // elements shown at either end of a long axis
const WHOLE = 12; // axes up to this length are shown whole

interface Printable {
  readonly dtype: Dtype;
  readonly shape: Shape;
}

/** A number with at most six significant digits, as short as it can be. */
export function formatNumber(value: number, dtype: Dtype = 'float32'): string {
  if (Object.is(value, -0)) return '-0';
  if (dtype === 'int32' || !Number.isFinite(value)) return String(value);
  return String(Number(value.toPrecision(6)));
}

export function formatTensor(tensor: Printable, flat: TypedArray): string {
  const { dtype, shape } = tensor;
  const head = `tensor ${dtype} ${describeShape(shape)}`;
  if (sizeOf(shape) === 0) return `${head} (no elements)`;
  const texts = new Map<number, string>();
  visitShown(shape, (position) => texts.set(position, formatNumber(flat[position], dtype)));
  if (shape.length === 0) return `${head} ${texts.get(0)}`;
  const width = Math.max(...[...texts.values()].map((text) => text.length));

  const render = (axis: number, start: number): string => {
    const stride = sizeOf(shape.slice(axis + 1));
    const parts = shownIndices(shape[axis]).map((index) => {
      if (index === undefined) return '…';
      const at = start + index * stride;
      return axis === shape.length - 1
        ? (texts.get(at) ?? '').padStart(width)
        : render(axis + 1, at);
    });
    if (axis === shape.length - 1) return `[${parts.join(', ')}]`;
    return `[${parts.join(`,\n${' '.repeat(axis + 1)}`)}]`;
  };
  return `${head}\n${render(0, 0)}`;
}

/** The indices shown along an axis; undefined stands for what is left out. */
function shownIndices(length: number): (number | undefined)[] {
  if (length <= WHOLE) return Array.from({ length }, (_, i) => i);
  const tail = Array.from({ length: EDGE }, (_, i) => length - EDGE + i);
  return [0, 1, 2, undefined, ...tail];
}

function visitShown(shape: Shape, visit: (position: number) => void): void {
  const descend = (axis: number, start: number): void => {
    if (axis === shape.length) {
      visit(start);
      return;
    }
    const stride = sizeOf(shape.slice(axis + 1));
    for (const index of shownIndices(shape[axis])) {
      if (index !== undefined) descend(axis + 1, start + index * stride);
    }
  };
  descend(0, 0);
}
