/** What a progress bar says, as text. */
import type { IterationEndEvent } from '../events/events.ts';
import type { ValidationRecord } from '../history/history.ts';
import type { TrainingPlan } from '../plan.ts';

/** What else a live line is made of. */
interface Look {
  /** Iterations in a second. */
  readonly rate: number;
  /** Of the bar, in characters. */
  readonly width: number;
  /** Of the terminal, in characters. */
  readonly available: number;
}

/** The live line, in the fullest form that leaves the last column of the terminal empty. */
export function fitted(event: IterationEndEvent, plan: TrainingPlan, look: Look): string {
  const { epoch, iteration, loss } = event;
  const { iterationsPerEpoch, iterations } = plan;
  const label = epochOf(plan, epoch);
  const within = withinEpoch(plan, event);
  // The last epoch may be meant to end early.
  const total = Math.min(iterationsPerEpoch, iterations - (iteration - within));
  const isKnown = Number.isFinite(total);
  const count = isKnown ? `${within}/${total}` : `iteration ${iteration.toLocaleString('en-US')}`;
  const bar = (width: number) => (isKnown ? `${label} ${barOf(within / total, width)}` : label);
  const lossText = `loss ${shown(loss)}`;
  const rateText = `${Math.round(look.rate).toLocaleString('en-US')} iterations/s`;
  const left = (iterations - iteration) / look.rate;
  const leftText = Number.isFinite(left) ? `${formatSeconds(left)} left` : '';
  const { width, available } = look;
  const half = Math.ceil(width / 2);
  const forms = [
    [`${bar(width)} ${count}`, lossText, rateText, leftText],
    [`${bar(half)} ${count}`, lossText, rateText, leftText],
    [`${bar(half)} ${count}`, lossText, leftText],
    [`${bar(half)} ${count}`, lossText],
    [`${label} ${count}`, lossText],
    [`${label} ${count}`],
  ].map((parts) => parts.filter((part) => part !== '').join('  '));
  const fitting = forms.find((text) => text.length < available);
  return fitting ?? (forms.at(-1) as string).slice(0, Math.max(available - 1, 0));
}

/** Iterations of the epoch under way; NaN where nobody knows how long an epoch is. */
export function withinEpoch(
  { epochsBetween, iterationsPerEpoch }: TrainingPlan,
  { epoch, iteration }: Pick<IterationEndEvent, 'epoch' | 'iteration'>,
): number {
  return Math.round((epochsBetween(0, iteration) - (epoch - 1)) * iterationsPerEpoch);
}

function barOf(part: number, width: number): string {
  const full = Math.round(width * part);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

/** `epoch  3/20`, or `epoch 3` where nobody knows how many there will be. */
export function epochOf(plan: TrainingPlan | undefined, epoch: number): string {
  const { epochs = Number.NaN, iterationsInPartialEpoch = 0 } = plan ?? {};
  const total = epochs + (iterationsInPartialEpoch > 0 ? 1 : 0);
  if (!Number.isFinite(total)) return `epoch ${epoch}`;
  return `epoch ${String(epoch).padStart(String(total).length)}/${total}`;
}

/** The loss and metrics of a validation; several sets each under its name. */
export function numbersOf(validation: ValidationRecord | undefined): string[] {
  if (validation === undefined) return [];
  const { loss, metrics } = validation;
  const named = Object.entries(metrics);
  // With several sets the numbers without a name are those of the first one, which has one, too.
  const isNamed = ([name]: [string, number]) => name.includes('.');
  const sets = named.some(([name]) => name.endsWith('.loss'));
  const numbers = named.filter((entry) => !sets || isNamed(entry));
  return [
    ...(sets ? [] : [`validation ${shown(loss)}`]),
    ...numbers.map(([name, value]) => `${name} ${shown(value)}`),
  ];
}

/** Four digits after the point, where they say enough. */
export function shown(value: number): string {
  const size = Math.abs(value);
  const isUsual = size === 0 || (size >= 1e-3 && size < 1e6);
  return isUsual || !Number.isFinite(value) ? value.toFixed(4) : value.toExponential(2);
}

/** `7 ms`, `0.12 s`, `42 s`, `3 min 5 s`, `2 h 7 min` */
export function formatSeconds(seconds: number): string {
  if (!Number.isFinite(seconds)) return '?';
  if (seconds < 0.0995) return `${Math.ceil(1000 * seconds)} ms`;
  if (seconds < 9.995) return `${seconds.toFixed(2)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
