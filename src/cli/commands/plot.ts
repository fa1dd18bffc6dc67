/** `epochal plot`: the curves of a training run's log as a picture. */
import { DataError } from '../../index.ts';
import { readBytes } from '../../node/index.ts';
import { readLog } from '../learning/run_log.ts';
import { type Curve, lossCurves, metricCurve } from '../plot/loss_curves.ts';
import { svgChart } from '../plot/svg_chart.ts';
import { EXIT } from '../terminal/io.ts';
import { counted } from '../terminal/report.ts';
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
    const curves = metric === undefined ? lossCurves(log) : [metricCurve(path, log, metric)];
    if (!curves.some(({ points }) => points.some((point) => point.every(Number.isFinite)))) {
      throw new DataError({
        where: path,
        expected: 'an epoch whose loss is a number',
        received: `${counted(log.epochs.length, 'epoch')} without`,
        remedy: 'Train again with a lower --learning-rate, or plot another log.',
      });
    }
    const yLabel = metric ?? 'loss';
    const mark =
      metric === undefined ? lowest(curves.find(({ name }) => name === 'validation')) : undefined;
    const heading =
      title ?? (metric === undefined ? 'Loss over epochs' : `${capitalized(metric)} over epochs`);
    io.file(svgChart({ title: heading, xLabel: 'epoch', yLabel, curves, ...(mark && { mark }) }));
    return EXIT.success;
  },
});

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The first of the lowest points. */
function lowest(curve: Curve | undefined) {
  const finite = curve?.points.filter((point) => point.every(Number.isFinite)) ?? [];
  if (finite.length === 0) return undefined;
  const [x, y] = finite.reduce((best, point) => (point[1] < best[1] ? point : best));
  return { x, y, text: `lowest: ${Number(y.toPrecision(3))} at ${Number(x.toFixed(2))}` };
}
