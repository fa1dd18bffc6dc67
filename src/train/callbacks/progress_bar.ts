/** Progress for a terminal: a live bar within each epoch, and a line for each epoch that stays. */
import {
  boolean,
  callable,
  positiveInteger,
  readOptions,
  withDefault,
} from '../../errors/options.ts';
import { formatNumber } from '../../tensor/format.ts';
import type { Callback } from '../callback.ts';
import type { EpochEndEvent } from '../events.ts';
import type { TrainingPlan } from '../plan.ts';

export interface ProgressBarOptions {
  /** Where text goes, for example `(text) => process.stdout.write(text)`. */
  readonly write: (text: string) => void;
  /** Whether lines can be overwritten, as in a terminal; otherwise only whole lines are written. */
  readonly interactive?: boolean;
  /** The width of the bar in characters; default 24. */
  readonly width?: number;
}

/** How often the bar is drawn anew at most, in milliseconds. */
const REDRAW = 60;

/**
 * Shows how far an epoch is, its loss, the rate and the remaining time; then a line with what the
 * epoch brought. Not interactive, for a pipe or a log, it writes only the line of each epoch.
 */
export function progressBar(options: ProgressBarOptions): Callback {
  const { write, interactive, width } = readOptions<Required<ProgressBarOptions>>(
    'progressBar',
    options,
    {
      write: callable,
      interactive: withDefault(boolean, false),
      width: withDefault(positiveInteger, 24),
    },
  );
  let plan: TrainingPlan | undefined;
  let trainStart = 0;
  let firstIteration = 0;
  let lastDrawn = 0;

  function epochLabel(epoch: number): string {
    const total = plan === undefined ? '' : String(Math.max(plan.epochs, epoch));
    return `epoch ${String(epoch).padStart(total.length)}/${total}`;
  }

  function draw(epoch: number, iteration: number, loss: number): void {
    const now = performance.now();
    if (plan === undefined || now - lastDrawn < REDRAW) return;
    lastDrawn = now;
    const { iterationsPerEpoch, iterations } = plan;
    const within = iteration - (epoch - 1) * iterationsPerEpoch;
    const full = Math.round((width * within) / iterationsPerEpoch);
    const bar = '█'.repeat(full) + '░'.repeat(width - full);
    const rate = (iteration - firstIteration) / ((now - trainStart) / 1000);
    const remaining = formatSeconds((iterations - iteration) / rate);
    const parts = [
      `${epochLabel(epoch)} ${bar} ${within}/${iterationsPerEpoch}`,
      `loss ${formatNumber(round(loss))}`,
      `${Math.round(rate).toLocaleString('en-US')} iterations/s`,
      `${remaining} left`,
    ];
    write(`\r\u001b[K${parts.join('  ')}`);
  }

  function finish(event: EpochEndEvent): void {
    const { epoch, loss, validation, seconds } = event;
    const metrics = Object.entries(validation?.metrics ?? {}).map(
      ([name, value]) => `${name} ${value.toFixed(4)}`,
    );
    const parts = [
      epochLabel(epoch),
      `loss ${loss.toFixed(4)}`,
      ...(validation === undefined ? [] : [`validation ${validation.loss.toFixed(4)}`]),
      ...metrics,
      formatSeconds(seconds),
    ];
    write(`${interactive ? '\r\u001b[K' : ''}${parts.join('  ')}\n`);
  }

  return (event) => {
    switch (event.type) {
      case 'trainStart':
        plan = event.plan;
        trainStart = performance.now();
        firstIteration = -1;
        break;
      case 'iterationEnd':
        if (firstIteration < 0) firstIteration = event.iteration - 1;
        if (interactive) draw(event.epoch, event.iteration, event.loss);
        break;
      case 'epochEnd':
        finish(event);
        break;
      case 'trainEnd':
        if (interactive) write('\r\u001b[K');
        break;
      default:
    }
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

/** `0.12 s`, `42 s`, `3 min 5 s`, `2 h 7 min` */
export function formatSeconds(seconds: number): string {
  if (!Number.isFinite(seconds)) return '?';
  if (seconds < 10) return `${seconds.toFixed(2)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.round(seconds - 60 * minutes)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
