/** What a training run is given is read once, and every set is checked once. */
import { beforeEach, expect, it, vi } from 'vitest';
import * as asked from '../../../src/data/check_dataset.ts';
import { Trainer } from '../../../src/train/index.ts';
import { options, regression } from '../../train/tasks.ts';

vi.mock('../../../src/data/check_dataset.ts', async (original) => {
  const actual = await original<typeof asked>();
  return { ...actual, checkDataset: vi.fn(actual.checkDataset) };
});

const train = regression();
const clean = { ...train };
const noisy = { ...train };

/** The same options, and how often each is read. */
function counted<T extends object>(given: T): { given: T; reads: Record<string, number> } {
  const reads: Record<string, number> = {};
  const counting = Object.defineProperties(
    {},
    {
      ...Object.fromEntries(
        Object.entries(given).map(([name, value]) => [
          name,
          {
            enumerable: true,
            get() {
              reads[name] = (reads[name] ?? 0) + 1;
              return value;
            },
          },
        ]),
      ),
    },
  );
  return { given: counting as T, reads };
}

beforeEach(() => {
  vi.mocked(asked.checkDataset).mockClear();
});
const checked = () => vi.mocked(asked.checkDataset).mock.calls.map(([where, set]) => [where, set]);

it('fit reads each option once, and checks each set once', async () => {
  const { given, reads } = counted({ train, validation: { clean, noisy }, callbacks: [] });
  await new Trainer(options({ epochs: 2 })).fit(given);
  expect(reads).toEqual({ train: 1, validation: 1, callbacks: 1 });
  expect(checked()).toEqual([
    ['Trainer, train', train],
    ['Trainer, validation.clean', clean],
    ['Trainer, validation.noisy', noisy],
  ]);
});

it('run does, too, with a single validation set', () => {
  const { given, reads } = counted({ train, validation: clean });
  for (const _ of new Trainer(options({ epochs: 2 })).run(given));
  expect(reads).toEqual({ train: 1, validation: 1 });
  expect(checked()).toEqual([
    ['Trainer, train', train],
    ['Trainer, validation', clean],
  ]);
});
