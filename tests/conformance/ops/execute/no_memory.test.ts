/** Where the engine gives out no memory, as within a limit of address space, operations run the reference. */
import { beforeEach, expect, it, vi } from 'vitest';
import type { Tensor } from '../../../../src/index.ts';

const engine = (globalThis as unknown as { WebAssembly: object }).WebAssembly;
let given = 0;
let refused = 0;

/** An engine that gives out one memory, to look whether it can do what is needed, and no other. */
class Memory {
  constructor(size: object) {
    if (given > 0) {
      refused++;
      throw new RangeError('planted');
    }
    given++;
    // biome-ignore lint/correctness/noConstructorReturn: it stands for the engine's own
    return new (engine as { Memory: new (size: object) => object }).Memory(size);
  }
}

beforeEach(() => {
  vi.resetModules();
  given = 0;
  refused = 0;
  vi.stubGlobal('WebAssembly', Object.create(engine, { Memory: { value: Memory } }));
});

const CALLS = 4;

it.each(['elements', 'reductions', 'rows', 'products'] as const)(
  '%s, and the engine is not asked in each call',
  async (kind) => {
    const { adam, dense, meanSquaredError, range, relu, sequential, softmax, Trainer } =
      await import('../../../../src/index.ts');
    const { referenceOnly } = await import('../../../../src/ops/execute/execute.ts');
    const { linearRegression } = await import('../../../../src/data/index.ts');
    const x = range(40_000).mul(1e-4).reshape([200, 200]);
    const operations: Record<typeof kind, () => Tensor> = {
      elements: () => relu(x),
      reductions: () => x.sum({ axis: 0 }),
      rows: () => softmax(x),
      products: () => x.matmul(x),
    };
    const compute = operations[kind];
    const expected = referenceOnly(compute).toTypedArray();
    const asked = refused;
    for (let call = 0; call < CALLS; call++) expect(compute().toTypedArray()).toEqual(expected);
    expect(refused - asked).toBeLessThan(CALLS);

    const model = sequential({ inputShape: [3] }, [dense({ units: 1 })]);
    const trainer = new Trainer({ model, loss: meanSquaredError(), optimizer: adam(), epochs: 1 });
    for (const _ of trainer.run({ train: linearRegression({ features: 3, samples: 8 }) }));
    expect(trainer.obstacle).toBe('the engine gives out no more memories');
  },
);
