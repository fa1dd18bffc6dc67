/** Everything that a training run computes, in order, for comparing two backends by bits. */
import type { Training } from './build.ts';

export interface Entry {
  readonly what: string;
  readonly values: ArrayLike<number>;
}

export interface Transcript {
  readonly entries: readonly Entry[];
  /** Which code computed. */
  readonly backend: 'wasm' | 'reference' | undefined;
  /** How many threads took part, where there were most. */
  readonly threads: number;
  /** How many plans were compiled. */
  readonly plans: number;
  /** Operations that had no compiled form. */
  readonly fallbacks: readonly string[];
}

/** How often outputs, activations and gradients are looked at; losses and norms always are. */
const LOOK_EVERY = 3;

/** Runs a training run to its end, or to the error that ends it, which is part of the transcript. */
export function transcribe({ trainer, train, validation }: Training): Transcript {
  const entries: Entry[] = [];
  const note = (what: string, values: ArrayLike<number>) => entries.push({ what, values });
  const noteAll = (what: string, named: Readonly<Record<string, Values>>) => {
    for (const [name, tensor] of Object.entries(named)) {
      note(`${what} of ${name}`, tensor.toTypedArray());
    }
  };
  let threads = 1;
  try {
    for (const event of trainer.run({ train, validation })) {
      threads = Math.max(threads, trainer.threads);
      const looks = 'iteration' in event && event.iteration % LOOK_EVERY !== 1;
      const at = 'iteration' in event ? `, iteration ${event.iteration}` : '';
      if (event.type === 'loss') note(`loss${at}`, [event.loss]);
      if (event.type === 'forward' && looks) noteAll(`output${at}`, event.activations);
      if (event.type === 'backward' && looks) noteAll(`gradient${at}`, event.gradients);
      if (event.type === 'iterationEnd') note(`norm${at}`, [event.gradientNorm, event.loss]);
      if (event.type === 'validation') note(`validation${at}`, [event.loss]);
      if (event.type === 'epochEnd') {
        noteAll(`state${at}`, trainer.model.state());
        noteAll(`optimizer state${at}`, trainer.optimizerState());
      }
    }
    note('prediction', trainer.model.predict(validation.inputs).toTypedArray());
  } catch (error) {
    note(String(error), []);
  }
  noteAll('state at the end', trainer.model.state());
  return {
    entries,
    backend: trainer.backend,
    threads,
    plans: trainer.reports().length,
    fallbacks: trainer.reports().flatMap(({ fallbacks }) => fallbacks),
  };
}

interface Values {
  toTypedArray(): ArrayLike<number>;
}

/** Where two transcripts part, in words; undefined if they do not. Zeros differ by their sign. */
export function firstDifference(
  received: readonly Entry[],
  expected: readonly Entry[],
): string | undefined {
  for (const [position, entry] of expected.entries()) {
    const other = received[position];
    if (other?.what !== entry.what) return `expected ${entry.what}; received ${other?.what}`;
    const at = Array.from(entry.values).findIndex((value, i) => !Object.is(value, other.values[i]));
    if (at >= 0) {
      return `${entry.what}: expected ${entry.values[at]} at ${at}; received ${other.values[at]}`;
    }
  }
  const extra = received[expected.length];
  return extra === undefined ? undefined : `received ${extra.what}, and expected nothing more`;
}
