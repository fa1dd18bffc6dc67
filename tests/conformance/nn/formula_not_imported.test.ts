/** On its own, since another test that imports formulas would let them be read. */
import { expect, it } from 'vitest';
import { modelFromJSON } from '../../../src/nn/index.ts';

it('an architecture with a formula in it says what has to be imported', async () => {
  const layers = [{ type: 'formulaActivation', options: { formula: 'x ^ 2' } }];
  const architecture = { inputShape: [2], seed: 1, dtype: 'float32', layers } as const;
  expect(() => modelFromJSON(architecture)).toThrow("Write import 'epochal/symbolic' first");
  await import('../../../src/symbolic/index.ts');
  expect(
    modelFromJSON(architecture)
      .predict([[2, 3]])
      .toArray(),
  ).toEqual([[4, 9]]);
});
