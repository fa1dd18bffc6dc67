/** The page: settings go to the worker, what it tells is drawn. */
import './style.css';
import { drawChart } from './chart.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { drawPredictions } from './predictions.ts';

const form = find('settings', HTMLFormElement);
const start = find('start', HTMLButtonElement);
const stop = find('stop', HTMLButtonElement);
const status = find('status', HTMLElement);
const predictions = find('predictions', HTMLElement);
const chart = document.querySelector<SVGSVGElement>('#chart');

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const send = (message: ToWorker) => worker.postMessage(message);

let epochs = 0;
const losses: number[] = [];
const validationLosses: number[] = [];

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const settings = new FormData(form);
  epochs = Number(settings.get('epochs'));
  losses.length = 0;
  validationLosses.length = 0;
  setTraining(true);
  send({ type: 'start', epochs, learningRate: Number(settings.get('learningRate')) });
});
stop.addEventListener('click', () => send({ type: 'stop' }));

worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
  if (data.type === 'plan') status.textContent = data.plan;
  if (data.type === 'epoch') {
    losses.push(data.loss);
    validationLosses.push(data.validationLoss);
    const accuracy = `${(100 * data.accuracy).toFixed(1)} %`;
    status.textContent = `epoch ${data.epoch} of ${epochs}, loss ${data.loss.toPrecision(3)}, accuracy ${accuracy}`;
    draw();
  }
  if (data.type === 'end') {
    setTraining(false);
    if (data.reason === 'aborted') status.textContent += ', stopped';
    drawPredictions(predictions, data.model, data.images);
  }
  if (data.type === 'error') {
    setTraining(false);
    status.textContent = data.message;
  }
});
worker.addEventListener('error', ({ message }) => {
  setTraining(false);
  status.textContent = message;
});

function draw(): void {
  if (chart === null) return;
  const series = [
    { name: 'training', values: losses },
    { name: 'validation', values: validationLosses },
  ];
  drawChart(chart, series, epochs);
}

function setTraining(training: boolean): void {
  start.disabled = training;
  stop.disabled = !training;
}

function find<E extends HTMLElement>(id: string, kind: new () => E): E {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`index.html has no #${id}`);
}
