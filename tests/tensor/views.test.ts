/** Views: the same memory seen otherwise. They copy only where no strides can express the view. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandDims, squeeze } from '../../src/ops/shape/views.ts';
import { Storage } from '../../src/tensor/storage.ts';
import { type Index, indices, sizeOf } from '../ops/records/grid.ts';
import { range, Tensor, tensor, zeros } from '../tensors.ts';

const sharesMemory = (a: Tensor, b: Tensor): boolean => a.storage === b.storage;

/** Where the element at an index lies in memory. */
const place = (x: Tensor, index: Index): number =>
  index.reduce((at, i, axis) => at + i * x.strides[axis], x.offset);

describe('a view', () => {
  const x = range(24).reshape([2, 3, 4]);

  it.each<[string, Tensor]>([
    ['transpose', x.transpose()],
    ['transpose of some axes', x.transpose([1, 0, 2])],
    ['slice', x.slice([1], null, [1, 3])],
    ['reshape', x.reshape([6, 4])],
    ['broadcastTo', x.broadcastTo([5, 2, 3, 4])],
    ['expandDims', expandDims(x, [0, -1])],
    ['squeeze', squeeze(x.slice([0, 1]))],
    ['detach', x.detach()],
  ])('by %s shares the memory: a write shows in both', (_, view) => {
    expect(sharesMemory(view, x)).toBe(true);
    const last = view.shape.map((n) => n - 1);
    const at = place(view, last);
    const before = x.storage.data[at];
    x.storage.data[at] = -1;
    expect(view.toTypedArray().at(-1)).toBe(-1);
    x.storage.data[at] = before;
  });

  it('is not made by what computes', () => {
    expect(sharesMemory(x.add(0), x)).toBe(false);
    expect(sharesMemory(x.neg(), x)).toBe(false);
  });
});

describe('reshape', () => {
  it('is a view of a transpose where only sizes of 1 move', () => {
    const x = zeros([3, 1, 4]);
    expect(sharesMemory(x.transpose([1, 0, 2]).reshape([12]), x)).toBe(true);
  });

  it('is a view where axes are split, or joined within one even run', () => {
    const x = zeros([4, 6]).transpose();
    expect(sharesMemory(x.reshape([2, 3, 4]), x)).toBe(true);
    expect(sharesMemory(x.reshape([6, 2, 2]), x)).toBe(true);
    expect(sharesMemory(x.reshape([3, 2, 2, 2]), x)).toBe(true);
  });

  it('is a copy where the order in memory differs', () => {
    const x = range(6).reshape([2, 3]).transpose();
    const flat = x.reshape([6]);
    expect(sharesMemory(flat, x)).toBe(false);
    expect(flat.toArray()).toEqual([0, 3, 1, 4, 2, 5]);
    expect(flat.isContiguous).toBe(true);
  });

  /** All strides that could show an array of a shape, tried one by one, would find a view. */
  function viewExists(x: Tensor, to: Index): boolean {
    const wanted = indices(x.shape).map((index) => place(x, index));
    const targets = indices(to);
    const strides = to.map((n, axis) => {
      if (n === 1) return 0;
      const second = to.map((_, other) => (other === axis ? 1 : 0));
      const at = targets.findIndex((index) => index.every((i, k) => i === second[k]));
      return wanted[at] - wanted[0];
    });
    return targets.every(
      (index, k) => index.reduce((at, i, axis) => at + i * strides[axis], wanted[0]) === wanted[k],
    );
  }

  const axis = fc.integer({ min: 1, max: 4 });
  const storage = fc.record({
    shape: fc.array(axis, { maxLength: 4 }),
    order: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
    gap: fc.constantFrom(1, 2, -1),
    zero: fc.nat({ max: 7 }),
  });

  /** A tensor with its axes in any order in memory, with gaps, backwards, or with an axis repeated. */
  function arranged({
    shape,
    order,
    gap,
    zero,
  }: typeof storage extends fc.Arbitrary<infer T> ? T : never) {
    const strides = new Array<number>(shape.length).fill(0);
    let stride = gap;
    for (const at of [...shape.keys()].sort((a, b) => order[a] - order[b])) {
      strides[at] = at === zero ? 0 : stride;
      stride *= at === zero ? 1 : shape[at];
    }
    const size = 2 * sizeOf(shape);
    const data = Float32Array.from({ length: size }, (_, i) => i);
    const offset = gap < 0 ? size - 1 : 0;
    const storage = new Storage('float32', size, data);
    return new Tensor({ dtype: 'float32', shape, strides, offset, storage });
  }

  /** A shape of the same size: prime factors dealt to a few axes, with ones in between. */
  const shapesOf = (size: number) => {
    const factors: number[] = [];
    for (let rest = size, p = 2; rest > 1; ) {
      if (rest % p === 0) {
        factors.push(p);
        rest /= p;
      } else p++;
    }
    return fc
      .array(fc.nat({ max: 4 }), { minLength: factors.length, maxLength: factors.length })
      .map((dealt) =>
        Array.from({ length: 5 }, (_, at) => sizeOf(factors.filter((_, k) => dealt[k] === at))),
      );
  };

  const cases = storage.chain((one) =>
    fc.tuple(fc.constant(arranged(one)), shapesOf(sizeOf(one.shape))),
  );

  it('keeps the elements in order, and copies only where no view exists', () => {
    fc.assert(
      fc.property(cases, ([x, shape]) => {
        const reshaped = x.reshape(shape);
        expect(reshaped).toHaveShape(shape);
        expect(reshaped.toTypedArray()).toEqual(x.toTypedArray());
        expect(sharesMemory(reshaped, x)).toBe(viewExists(x, shape));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('views of views', () => {
  type Change = readonly ['transpose' | 'cut' | 'split' | 'expand', number];
  const changes = fc.array(
    fc.tuple(fc.constantFrom('transpose', 'cut', 'split', 'expand'), fc.nat({ max: 5 })),
    { maxLength: 8 },
  ) as fc.Arbitrary<Change[]>;

  /** One change, of the view and of a packed copy of what it shows. */
  function change(x: Tensor, [kind, k]: Change): Tensor {
    const at = x.rank === 0 ? 0 : k % x.rank;
    if (kind === 'transpose')
      return x.transpose([...x.shape.keys()].sort((a, b) => ((a * 7 + k) % 5) - ((b * 7 + k) % 5)));
    if (kind === 'expand') return expandDims(x, at);
    if (x.rank === 0) return x;
    if (kind === 'cut')
      return x.slice(...x.shape.map((n, axis) => (axis === at && n > 1 ? ([1] as const) : null)));
    return x.shape[at] % 2 === 0 ? x.reshape(x.shape.toSpliced(at, 1, 2, x.shape[at] / 2)) : x;
  }

  it('show what the same changes of copies show', () => {
    fc.assert(
      fc.property(changes, (list) => {
        let view: Tensor = range(48).reshape([4, 2, 6]);
        let copy = view;
        for (const one of list) {
          view = change(view, one);
          const changed = change(copy, one);
          copy = tensor(changed.toTypedArray(), { shape: changed.shape });
          expect(view).toBeBitIdenticalTo(copy);
        }
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
