import { expect, it } from 'vitest';
import { activations, losses } from '../../../src/cli/words/names.ts';
import * as everyLoss from '../../../src/losses/index.ts';
import * as everyActivation from '../../../src/nn/activation.ts';

it('every activation of the library has its name, but for those that end a network', () => {
  const named = Object.keys(everyActivation).filter((name) => !/oftmax$/.test(name));
  expect([...activations.keys()].sort()).toEqual(named.sort());
});

it('every loss of the library has its name', () => {
  const named = Object.keys(everyLoss).filter((name) => name !== 'loss');
  expect([...losses.keys()].sort()).toEqual(named.sort());
  for (const [name, make] of losses) expect(make().name).toBe(name);
});
