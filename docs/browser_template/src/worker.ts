/** Trains, and tells the page. However long an iteration takes, the page stays awake. */
import {
  accuracy,
  adam,
  type Callback,
  dense,
  relu,
  sequential,
  softmaxCrossEntropy,
  Trainer,
} from 'epochal';
import { digits, split } from 'epochal/data';
import { writeModel } from 'epochal/persistence';
import type { FromWorker, ToWorker } from './messages.ts';

const IMAGES = 10;

const tell = (message: FromWorker) => postMessage(message);
let stop = new AbortController();

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'stop') stop.abort('the page');
  else
    train(data.epochs, data.learningRate).catch((error) =>
      tell({ type: 'error', message: String(error) }),
    );
});

async function train(epochs: number, learningRate: number): Promise<void> {
  stop = new AbortController();
  const { train, validation } = split(digits(), { validation: 0.2, seed: 7, stratify: true });
  const model = sequential({ inputShape: [64], seed: 7 }, [
    dense({ units: 64 }),
    relu(),
    dense({ units: 10 }),
  ]);
  const trainer = new Trainer({
    model,
    loss: softmaxCrossEntropy(),
    optimizer: adam({ learningRate }),
    metrics: { accuracy },
    epochs,
    seed: 7,
  });
  let reason = '';
  const report: Callback = (event) => {
    if (event.type === 'trainStart') tell({ type: 'plan', plan: `${event.plan}` });
    if (event.type === 'trainEnd') reason = event.reason;
    if (event.type !== 'epochEnd') return;
    const { epoch, loss, validation: measured } = event;
    if (measured === undefined) return;
    tell({
      type: 'epoch',
      epoch,
      loss,
      validationLoss: measured.loss,
      accuracy: measured.metrics.accuracy ?? 0,
    });
  };
  await trainer.fit({ train, validation, callbacks: [report], signal: stop.signal });
  const images = validation.inputs.slice([0, IMAGES]).toTypedArray();
  tell({ type: 'end', reason, model: writeModel(model), images: Float32Array.from(images) });
}
