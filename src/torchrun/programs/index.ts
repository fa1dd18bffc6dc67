/** The programs that are the same in every job. What differs is in `settings.py`, `model.py` and its like. */
import { BATCH_NORM_PROGRAM } from './batch_norm.ts';
import { EARLY_STOPPING_PROGRAM } from './early_stopping.ts';
import { LEARNER_PROGRAM } from './learner.ts';
import { ORDER_PROGRAM } from './order.ts';
import { PROCESSES_PROGRAM } from './processes.ts';
import { RECORDS_PROGRAM } from './records.ts';
import { SAMPLES_PROGRAM } from './samples.ts';
import { TRAIN_PROGRAM } from './train.ts';

export const PROGRAMS = {
  'early_stopping.py': EARLY_STOPPING_PROGRAM,
  'learner.py': LEARNER_PROGRAM,
  'order.py': ORDER_PROGRAM,
  'processes.py': PROCESSES_PROGRAM,
  'records.py': RECORDS_PROGRAM,
  'samples.py': SAMPLES_PROGRAM,
  'train.py': TRAIN_PROGRAM,
};

export const BATCH_NORM = { 'batch_norm.py': BATCH_NORM_PROGRAM };
