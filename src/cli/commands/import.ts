/** `epochal import`: what a job of `epochal graduate` has trained, as a model. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../../formats/text.ts';
import { importTraining, readBytes, writeFileAtomically } from '../../node/index.ts';
import { writeModel } from '../../persistence/index.ts';
import { checkDestination } from '../learning/destination.ts';
import { readLog } from '../learning/run_log.ts';
import { EXIT } from '../terminal/io.ts';
import { counted, report } from '../terminal/report.ts';
import { command } from '../words/command.ts';
import { path } from '../words/options.ts';
import { quoted } from '../words/quoted.ts';

export const importJob = command({
  name: 'import',
  summary: 'what torchrun has made of a job of epochal graduate, as a model',
  operands: ['JOB'],
  options: {
    save: path('FILE', 'where to save the model; default JOB/trained/model.safetensors'),
  },
  details: [
    'JOB is the folder that epochal graduate wrote, in which train.py has come to its end.',
  ],
  examples: [
    { line: 'epochal import job/ --save model.safetensors', what: 'for epochal predict' },
    { line: 'epochal plot job/trained/log.jsonl', what: 'the losses there' },
  ],
  async run({ values, operands: [folder], io }) {
    const { predictor, epoch, iteration, processes } = importTraining(folder);
    const to = values.save ?? join(folder, 'trained', 'model.safetensors');
    const start = join(folder, 'start', 'model.safetensors');
    checkDestination('--save', to, [[start, 'the model that the job began with']]);
    writeFileAtomically(to, writeModel(predictor));
    const print = report(io);
    print.line(
      `${to}: after ${counted(epoch, 'epoch')}, ${counted(iteration, 'iteration')}, on ${processes === 1 ? 'one process' : `${processes} processes`}.`,
    );
    const log = join(folder, 'trained', 'log.jsonl');
    if (existsSync(log)) {
      const { epochs, validations } = readLog(log, decodeText(log, readBytes(log)));
      const losses = [
        ['training loss', epochs.at(-1)?.loss],
        ['validation loss', validations.at(-1)?.loss],
      ] as const;
      for (const [name, loss] of losses) {
        if (loss !== undefined) print.line(`${name}: ${loss.toPrecision(4)}`);
      }
    }
    print.line(`Use it: epochal predict ${quoted(to)} DATA.csv`);
    return EXIT.success;
  },
});
