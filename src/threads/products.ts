/**
 * Products of matrices in parts: some of the rows or some of the columns each, with the bits that they have
 * in the whole.
 */
import {
  blockingOf,
  defineMatmul,
  matmulScratchBytes,
  type Product,
} from '../ops/matmul/blocks.ts';
import { call, type FunctionBuilder } from '../wasm/function.ts';
import type { ModuleBuilder } from '../wasm/module.ts';
import { type Operand, op } from '../wasm/values.ts';

/** The byte addresses of the storages of the operands and of the result. */
export interface ProductPlaces {
  readonly inputs: readonly number[];
  readonly output: number;
  readonly scratch: Operand<'i32'>;
}

export interface ProductParts {
  readonly count: number;
  readonly scratchBytes: number;
  /** Adds the computation of a part, by its number. */
  emit(
    module: ModuleBuilder,
    f: FunctionBuilder,
    places: ProductPlaces,
    part: Operand<'i32'>,
  ): void;
}

/** A product in about so many parts, all of one size but the last; nothing where it is too small. */
export function partsOf(
  product: Product,
  [offsetA, offsetB]: readonly number[],
  wanted: number,
): ProductParts | undefined {
  const division = divide(product, wanted);
  if (division === undefined) return undefined;
  const { along, size, count } = division;
  const [whole, last] = [false, true].map((isLast) => partOf(product, division, isLast));
  const apart = [whole, last].map(matmulScratchBytes);
  const [stepA, stepB] = along === 'rows' ? [product.a.row, 0] : [0, product.b.column];
  const stepC = along === 'rows' ? product.n : 1;
  return {
    count,
    scratchBytes: Math.max(...apart),
    emit(module, f, { inputs: [placeA, placeB], output, scratch }, part) {
      const at = (place: number, offset: number, step: number) =>
        op('i32.add', op('i32.mul', part, 4 * size * step), place + 4 * offset);
      const multiply = (own: Product) => {
        const c = at(output, 0, stepC);
        const addresses = { a: at(placeA, offsetA, stepA), b: at(placeB, offsetB, stepB), c };
        f.run(call(defineMatmul(module, own), { ...addresses, scratch }));
      };
      if (last.m === whole.m && last.n === whole.n) return multiply(whole);
      f.when(op('i32.ne', part, count - 1), () => multiply(whole));
      f.when(op('i32.eq', part, count - 1), () => multiply(last));
    },
  };
}

/** Part of a product: some of its rows, or some of its columns. */
interface Division {
  readonly along: 'rows' | 'columns';
  /** Rows or columns of each part but the last, and the number of parts. */
  readonly size: number;
  readonly count: number;
}

/**
 * A product as about so many products, each of some rows or some columns of C. Rows have B packed for each
 * part, columns perhaps A: it is cut the way that packs less.
 */
function divide(product: Product, wanted: number): Division | undefined {
  const { m, n, k } = product;
  const cut = (along: Division['along'], total: number) => {
    const size = 8 * Math.ceil(total / wanted / 8);
    const part = { ...product, [along === 'rows' ? 'm' : 'n']: size };
    const { packsA, packsB } = blockingOf(part);
    const again = along === 'rows' ? packsB && n : packsA && m;
    // So few rows would leave B as it is, and read it more slowly.
    const slow = along === 'rows' && m > 16 && !packsB;
    const count = Math.ceil(total / size);
    return { along, size, count, cost: k * count * Number(again) + Number(slow) * m * n * k };
  };
  const ways = [cut('columns', n), cut('rows', m)].filter(({ count }) => count > 1);
  ways.sort((one, other) => other.count - one.count || one.cost - other.cost);
  return k === 0 ? undefined : ways[0];
}

/** The operands and the size of some parts of a product, which have as many rows and columns. */
function partOf(product: Product, { along, size, count }: Division, last: boolean): Product {
  const total = along === 'rows' ? product.m : product.n;
  const own = last ? total - size * (count - 1) : size;
  return { ...product, [along === 'rows' ? 'm' : 'n']: own, cRow: product.n };
}
