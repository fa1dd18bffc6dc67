/** `epochal search`: how many epochs, by cross-validation. */
import { command } from '../command.ts';
import { EXIT } from '../io.ts';

export const search = command({
  name: 'search',
  summary: 'tries settings, and ranks them',
  operands: ['DATA.csv'],
  options: {},
  examples: [{ line: 'epochal search iris.csv --target species', what: 'x' }],
  run: async () => EXIT.success,
});
