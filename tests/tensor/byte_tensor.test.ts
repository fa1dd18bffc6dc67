/** A tensor that is held as bytes is the tensor of its numbers, in a quarter of the memory. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DtypeError, OptionError, ShapeError } from '../../src/errors/errors.ts';
import { compile } from '../../src/graph/compile_function.ts';
import { toNdarray } from '../../src/interop/ndarray.ts';
import { tanh } from '../../src/ops/elementwise/activations.ts';
import { referenceOnly } from '../../src/ops/execute/execute.ts';
import { type ByteTensorOptions, byteTensor } from '../../src/tensor/byte_tensor.ts';
import { parameter, type Tensor, tensor } from '../tensors.ts';

const ALL = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const pixels = () => byteTensor(ALL, { shape: [16, 16], scale: 1 / 255 });
/** The same numbers as floats. */
const floats = () =>
  tensor(
    Float32Array.from(ALL, (byte) => byte / 255),
    { shape: [16, 16] },
  );
const isHeld = (x: Tensor) => x.storage.bytes !== undefined;

describe('byteTensor', () => {
  it('is byte · scale + offset, rounded once', () => {
    fc.assert(
      fc.property(
        fc
          .double({ min: -1e30, max: 1e30, noNaN: true })
          .filter((scale) => Math.abs(scale) > 1e-30),
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.constantFrom('float32' as const, 'float64' as const),
        (scale, part, dtype) => {
          const offset = part * scale * 100;
          const x = byteTensor(ALL, { scale, offset, dtype });
          const rounded = dtype === 'float32' ? Math.fround : Number;
          expect(x.dtype).toBe(dtype);
          expect([...x.toTypedArray()]).toEqual(
            Array.from(ALL, (byte) => rounded(byte * scale + offset)),
          );
        },
      ),
    );
  });

  it('is byte / 255 in float32 for a scale of 1 / 255', () => {
    expect(pixels()).toBeBitIdenticalTo(floats());
  });

  it('takes the pixels of a canvas and of a Buffer as they are, with one axis unless told', () => {
    const options = { scale: 1 / 16 };
    expect(byteTensor(Uint8ClampedArray.of(0, 300, 8), options).toArray()).toEqual([
      0,
      255 / 16,
      0.5,
    ]);
    const part = Buffer.from([9, 16, 32]).subarray(1);
    expect(byteTensor(part, options).toArray()).toEqual([1, 2]);
  });

  it.each<[string, Partial<Record<keyof ByteTensorOptions, unknown>>]>([
    ['0', { scale: 0 }],
    ['NaN', { scale: Number.NaN }],
    ['infinite', { scale: Number.POSITIVE_INFINITY }],
    ['missing', { scale: undefined }],
    ['a text', { scale: '1/255' }],
    ['so small that float32 has the same number for all', { scale: 1e-50 }],
    ['so large that float32 has none', { scale: 1e37 }],
    ['lost beside the offset', { scale: 1 / 255, offset: 1e9 }],
    ['beside an offset of NaN', { scale: 1, offset: Number.NaN }],
    ['of another dtype', { scale: 1, dtype: 'int32' }],
  ])('refuses a scale that is %s', (_, options) => {
    expect(() => byteTensor(ALL, options as unknown as ByteTensorOptions)).toThrow(OptionError);
  });

  it('takes in float64 what float32 would not tell apart', () => {
    const x = byteTensor(Uint8Array.of(0, 255), { scale: 1 / 255, offset: 1e9, dtype: 'float64' });
    expect(x.toArray()).toEqual([1e9, 1e9 + 1]);
  });

  it('refuses what is no bytes, and other sizes', () => {
    for (const values of [[1, 2], Float32Array.of(1), Int8Array.of(1), new ArrayBuffer(2), null]) {
      expect(() => byteTensor(values as unknown as Uint8Array, { scale: 1 })).toThrow(DtypeError);
    }
    expect(() => byteTensor(ALL, { scale: 1, shape: [3, 5] })).toThrow(ShapeError);
  });
});

describe('what is held as bytes', () => {
  const operations: readonly [string, (x: Tensor) => Tensor, staysBytes: boolean][] = [
    ['views', (x) => x.transpose().slice([2, 9]).reshape([4, 28]).transpose(), false],
    ['views that strides show', (x) => x.slice([2, 9], [1, 5]).transpose(), true],
    ['operations on elements', (x) => tanh(x.sub(0.5).div(0.25)), true],
    ['a number before it', (x) => tensor(1).sub(x), true],
    ['casts', (x) => x.mul(300).cast('int32'), true],
    ['broadcasting', (x) => x.sub(x.slice([3, 4])), false],
    ['itself', (x) => x.mul(x), false],
    ['two of different bytes', (x) => x.transpose().add(x), false],
    ['more axes', (x) => x.add(tensor([[[1]]])), false],
    ['sums', (x) => x.sum({ axis: 0 }), false],
    ['products', (x) => x.matmul(x.transpose()), false],
    ['products of views', (x) => x.slice([1, 3]).matmul(x), false],
    ['the largest', (x) => x.argmax(), false],
  ];

  it.each(operations)('has the bits of floats in %s, and stays bytes', (_, compute, staysBytes) => {
    const x = pixels();
    const expected = referenceOnlyOf(compute, floats());
    for (let time = 0; time < 3; time++) {
      const result = compute(x);
      expect(result).toBeBitIdenticalTo(expected);
      expect(isHeld(result)).toBe(staysBytes);
    }
    expect(referenceOnlyOf(compute, x)).toBeBitIdenticalTo(expected);
    expect(isHeld(x)).toBe(true);
  });

  it('has the bits of floats in emitted operations', () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7919) % 251);
    const shape = [300, 1000];
    const x = byteTensor(bytes, { shape, scale: 1 / 255 });
    const y = tensor(
      Float32Array.from(bytes, (byte) => byte / 255),
      { shape },
    );
    const compute = (a: Tensor) => a.add(a.slice([1, 2])).sum({ axis: 1 });
    expect(compute(x)).toBeBitIdenticalTo(compute(y));
    const product = (a: Tensor) => a.matmul(a.transpose());
    expect(product(x)).toBeBitIdenticalTo(product(y));
    expect(isHeld(x)).toBe(true);
  });

  it('lets gradients flow through it', () => {
    const w = parameter([[2]]);
    const [x, y] = [pixels(), floats()].map((inputs) => {
      inputs.requiresGrad = true;
      w.gradient = null;
      inputs.mul(w).square().sum().backward();
      return [inputs, w].map(({ gradient }) => gradient as Tensor);
    });
    x.forEach((gradient, i) => {
      expect(gradient).toBeBitIdenticalTo(y[i]);
    });
  });

  it('is compiled with, as an argument and captured', () => {
    const [x, y] = [pixels(), floats()];
    const ofArgument = compile((a: Tensor) => a.square().sum({ axis: 1 }));
    const ofCaptured = compile((a: Tensor) => a.add(x));
    for (let time = 0; time < 3; time++) {
      expect(ofArgument(x)).toBeBitIdenticalTo(y.square().sum({ axis: 1 }));
      expect(ofCaptured(tensor([1]))).toBeBitIdenticalTo(y.add(1));
    }
    expect(ofCaptured.obstacle()).toBeUndefined();
  });

  it('shows single numbers and prints', () => {
    const x = pixels();
    expect(x.slice([15, 16], [15, 16]).item()).toBe(1);
    expect(`${x}`).toBe(`${floats()}`);
    expect(x.toArray()).toEqual(floats().toArray());
    expect(isHeld(x)).toBe(true);
  });

  it('becomes floats for good where it is written to', () => {
    const x = pixels();
    const row = x.slice([1, 2]);
    row.assign(new Float32Array(16).fill(7));
    expect(isHeld(x)).toBe(false);
    expect(x.slice([0, 3]).toTypedArray()).toEqual(
      Float32Array.from({ length: 48 }, (_, i) => (i >= 16 && i < 32 ? 7 : i / 255)),
    );
    const y = pixels();
    y.storage.data[3] = 9;
    expect(y.slice([0, 1], [3, 4]).item()).toBe(9);
    const z = pixels();
    toNdarray(z).set(0, 0, 5);
    expect(z.slice([0, 1], [0, 1]).item()).toBe(5);
  });

  it('gives parameters numbers of their own', () => {
    const x = pixels();
    const w = parameter(x);
    w.assign(new Float32Array(256));
    expect(x).toBeBitIdenticalTo(floats());
  });
});

function referenceOnlyOf(compute: (x: Tensor) => Tensor, x: Tensor): Tensor {
  return referenceOnly(() => compute(x));
}
