import { expect, it } from 'vitest';
import { activations, losses } from '../../../src/cli/words/names.ts';

it('every activation that the command takes stands between layers, under its own name', () => {
  for (const name of activations.names) {
    expect(activations.get('--activation', name, '')().type).toBe(name);
  }
  expect(activations.names).toContain('relu');
  expect(activations.names).not.toContain('softmax');
});

it('every loss of a model file is made without options, under its own name', () => {
  for (const name of losses.names) expect(losses.get('loss', name, '')().name).toBe(name);
});
