/** `epochal find-epochs`: how many epochs, by cross-validation. */
import { command } from '../command.ts';
import { EXIT } from '../io.ts';

export const findEpochs = command({
  name: 'find-epochs',
  summary: 'how many epochs to train, by cross-validation',
  operands: ['DATA.csv'],
  options: {},
  examples: [{ line: 'epochal find-epochs iris.csv --target species', what: 'x' }],
  run: async () => EXIT.success,
});
