/** The playground with a table of the reader's own: it is apart because few pages need to read one. */
import { readCsv } from 'epochal/persistence';
import type { OwnTable } from '../views/playground.ts';
import { generated, playgroundRun, run } from './playground.ts';

export const ownTableRun: typeof playgroundRun = {
  ...playgroundRun,
  run(values, given) {
    if (given === undefined) return run(values, generated(values));
    const { text, target } = given as OwnTable;
    return run(values, readCsv(text, { target }));
  },
};
