import { describe, expect, it, vi } from 'vitest';
import { createHome, homeFor, MemoryFull } from '../../../src/graph/home.ts';
import { reshape, transpose } from '../../../src/ops/shape/views.ts';
import type { Block, Home } from '../../../src/tensor/block.ts';
import { parameter, tensor } from '../../tensors.ts';

const PAGE = 65_536;
const MEGABYTE = 2 ** 20;

function newHome(): Home {
  const home = createHome();
  if (home === undefined) throw new Error('no memory');
  return home;
}

const addresses = (blocks: readonly Block[]) => blocks.map(({ address }) => address);

describe('a home', () => {
  it('reserves space at addresses that are multiples of 64, and never at 0', () => {
    const home = newHome();
    const blocks = [4, 100, 0, 64, 3 * PAGE].map((bytes) => home.reserve(bytes));
    expect(addresses(blocks)).toEqual([64, 128, 256, 320, 384]);
    expect(home.memory.buffer.byteLength).toBeGreaterThanOrEqual(384 + 3 * PAGE);
  });

  it('takes numbers in, for all who hold a view of them', () => {
    const home = newHome();
    const x = parameter([
      [1, 2],
      [3, 4],
    ]);
    const [turned, flat] = [transpose(x), reshape(x, [4])];
    const block = home.reserve(16);
    x.storage.moveTo(block);
    new Float32Array(home.memory.buffer, block.address, 4)[1] = 20;
    expect(x.toArray()).toEqual([
      [1, 20],
      [3, 4],
    ]);
    expect(turned.toArray()).toEqual([
      [1, 3],
      [20, 4],
    ]);
    x.assign([5, 6, 7, 8]);
    expect(flat.toArray()).toEqual([5, 6, 7, 8]);
    expect([...new Float32Array(home.memory.buffer, block.address, 4)]).toEqual([5, 6, 7, 8]);
  });

  it.each(['float32', 'float64', 'int32'] as const)('keeps %s when it grows', (dtype) => {
    const home = newHome();
    const x = tensor([1, -2, 3], { dtype });
    x.storage.moveTo(home.reserve(24));
    const before = home.memory.buffer;
    home.reserve(5 * PAGE);
    expect(home.memory.buffer).not.toBe(before);
    expect(x.toArray()).toEqual([1, -2, 3]);
    expect(x.toTypedArray().constructor.name.toLowerCase()).toBe(`${dtype}array`);
  });

  it('shares transient space, which only grows', () => {
    const home = newHome();
    const first = home.transient(100);
    expect(home.transient(50)).toBe(first);
    expect(home.transient(1000)).not.toBe(first);
  });

  it('says so when there is no more, and is as it was', () => {
    const home = newHome();
    const x = tensor([1, 2]);
    x.storage.moveTo(home.reserve(8));
    const { bytes } = home;
    expect(() => home.reserve(5 * 2 ** 30)).toThrow(MemoryFull); // addresses have 32 bits
    expect(home.bytes).toBe(bytes);
    expect(x.toArray()).toEqual([1, 2]);
  });

  it('takes what it needs where it cannot double', () => {
    const home = newHome();
    home.reserve(PAGE);
    const grow = home.memory.grow.bind(home.memory);
    const asked: number[] = [];
    home.memory.grow = (pages) => {
      asked.push(pages);
      if (pages > 1) throw new RangeError('planted');
      return grow(pages);
    };
    home.reserve(PAGE);
    expect(asked).toEqual([2, 1]);
  });

  describe('has space again when nobody holds a block any more', () => {
    type Release = (span: object) => void;
    let release: Release = () => undefined;
    const spans = new Map<object, object>();

    /** A home whose blocks are given back by hand. */
    function homeByHand(): Home & { give(block: Block): void } {
      vi.stubGlobal(
        'FinalizationRegistry',
        class {
          constructor(callback: Release) {
            release = callback;
          }
          register(block: object, span: object) {
            spans.set(block, span);
          }
        },
      );
      const home = newHome();
      vi.unstubAllGlobals();
      const giveBack = release;
      return Object.assign(Object.create(home), {
        reserve: (bytes: number) => home.reserve(bytes),
        give: (block: Block) => giveBack(spans.get(block) as object),
      });
    }

    it('the smallest that is large enough', () => {
      const home = homeByHand();
      const [a, , b] = [640, 64, 128, 64].map((bytes) => home.reserve(bytes));
      home.give(a);
      home.give(b);
      expect(home.reserve(128).address).toBe(b.address);
      expect(home.reserve(64).address).toBe(a.address);
      expect(home.reserve(576).address).toBe(a.address + 64);
    });

    it('joined with what is free beside it', () => {
      const home = homeByHand();
      const [a, b, c, last] = [64, 64, 64, 64].map((bytes) => home.reserve(bytes));
      for (const block of [a, c, b]) home.give(block);
      expect(home.reserve(192).address).toBe(a.address);
      expect(home.reserve(64).address).toBe(last.address + 64);
    });

    it('and the end of the memory moves back', () => {
      const home = homeByHand();
      const { bytes } = home;
      const [a, b] = [64, 640].map((size) => home.reserve(size));
      home.give(a);
      home.give(b);
      expect(home.bytes).toBe(bytes);
    });
  });
});

describe('the home of a model', () => {
  it('is shared by small ones', () => {
    expect(homeFor([], MEGABYTE)).toBe(homeFor([], MEGABYTE));
  });

  it('is its own for a large one', () => {
    const small = homeFor([], MEGABYTE);
    const large = homeFor([], 2 ** 27);
    expect(large).not.toBe(small);
    expect(homeFor([], MEGABYTE)).toBe(small);
  });

  it('is where most of its numbers are', () => {
    const [one, other] = [newHome(), newHome()];
    const [few, many] = [tensor([1]), tensor([1, 2, 3])];
    few.storage.moveTo(one.reserve(4));
    many.storage.moveTo(other.reserve(12));
    expect(homeFor([few.storage, many.storage], 16)).toBe(other);
  });

  it('is where threads may work, if any of its numbers is there: nothing goes to and fro', () => {
    const [one, other] = [newHome(), createHome(4096)];
    const [few, many] = [tensor([1]), tensor([1, 2, 3])];
    many.storage.moveTo(one.reserve(12));
    few.storage.moveTo((other as Home).reserve(4));
    expect(homeFor([few.storage, many.storage], 16)).toBe(other);
    expect(homeFor([few.storage, many.storage], 16, 4096)).toBe(other);
    expect(homeFor([many.storage], 16)).toBe(one);
  });

  it('is shared all the more where the engine gives out no more memories', () => {
    const small = homeFor([], MEGABYTE);
    const { WebAssembly: engine } = globalThis as unknown as { WebAssembly: object };
    const Memory = class {
      constructor() {
        throw new RangeError('planted');
      }
    };
    vi.stubGlobal('WebAssembly', Object.create(engine, { Memory: { value: Memory } }));
    try {
      expect(homeFor([], 2 ** 27)).toBe(small);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
