/** What `epochal train` can be told; a checkpoint keeps what it was told. */
import { positiveInteger } from '../../errors/options.ts';
import { flag, number, path } from '../words/options.ts';
import { dataOptions } from './data.ts';
import { networkOptions } from './network.ts';
import { threadsOption } from './threads.ts';
import { testPart, validationPart } from './training_run.ts';
import { validateEveryOption } from './validate_every.ts';

export const trainOptions = {
  ...dataOptions,
  ...networkOptions,
  validation: validationPart,
  test: testPart,
  validateEvery: validateEveryOption,
  earlyStopping: number(
    'N',
    positiveInteger,
    'ends the training after N epochs in which the validation loss was not lowered, and goes back to the weights of the best epoch',
  ),
  save: path('FILE', 'where to save the model, with all that is needed to use it'),
  report: path(
    'FILE.html',
    'where to write a page with result, curves, diagnosis, worst samples and how to use the model',
  ),
  log: path('FOLDER', 'where to write log.jsonl and log.csv, a line for each epoch'),
  checkpoint: path('FOLDER', 'where to keep the training at the ends of epochs, to continue from'),
  resume: flag('continues from the checkpoint, if there is one; to the bit, as if uninterrupted'),
  threads: threadsOption,
  json: flag('one JSON object a line: start, epochs, and at last the result'),
};

/** What stands without a name. */
export const trainOperands: readonly string[] = ['DATA.csv'];
