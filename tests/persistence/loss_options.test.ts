/** What the loss of a model was made with, in its file. */
import { expect, it } from 'vitest';
import { dense, huber, sequential } from '../../src/index.ts';
import {
  readModel,
  readSafetensors,
  writeModel,
  writeSafetensors,
} from '../../src/persistence/index.ts';
import { refusal } from './files.ts';

const model = sequential({ inputShape: [2], seed: 1 }, [dense({ units: 1 })]);
const written = writeModel(model, { loss: 'huber', lossOptions: { delta: 0.5 } });

it('is read as it was written, and makes the same loss', () => {
  const { loss, lossOptions } = readModel(written);
  expect([loss, lossOptions]).toEqual(['huber', { delta: 0.5 }]);
  expect(huber(lossOptions).options).toEqual(huber({ delta: 0.5 }).options);
  expect(readModel(writeModel(model, { loss: 'huber' })).lossOptions).toBeUndefined();
});

it.each(['[1]', '"a"', '1'])('is refused as %s', (text) => {
  const { tensors, metadata } = readSafetensors(written);
  const damaged = writeSafetensors({ tensors, metadata: { ...metadata, lossOptions: text } });
  const error = refusal(() => readModel(damaged));
  expect([error.name, error.where]).toEqual(['DataError', 'readModel, lossOptions']);
});
