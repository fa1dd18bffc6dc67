/** `epochal plot`: the curves of a training run's log as a picture. */
import { drawLosses } from '../../charts/loss_chart.ts';
import { readBytes } from '../../node/index.ts';
import { readLog } from '../learning/run_log.ts';
import { EXIT } from '../terminal/io.ts';
import { command } from '../words/command.ts';
import { text } from '../words/options.ts';

export const plot = command({
  name: 'plot',
  summary: 'the loss over epochs as an SVG picture, from the log of a training run',
  operands: ['LOG.jsonl'],
  options: {
    metric: text(
      'NAME',
      'a metric of the validations in the place of the losses, such as accuracy',
    ),
    title: text('TEXT', 'what stands above the picture'),
  },
  examples: [
    { line: 'epochal plot run/log.jsonl > loss.svg', what: 'both losses of a run' },
    {
      line: 'epochal plot run/log.jsonl --metric accuracy > accuracy.svg',
      what: 'how the accuracy on the validation part went',
    },
  ],
  async run({ values, operands: [path], io }) {
    const { metric, title } = values;
    const log = readLog(path, new TextDecoder().decode(readBytes(path)));
    const asked = {
      ...(metric !== undefined && { metric }),
      ...(title !== undefined && { title }),
    };
    io.file(drawLosses(path, log, { as: 'svg', ...asked }));
    return EXIT.success;
  },
});
