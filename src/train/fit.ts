/** The asynchronous side of training: callbacks, abort signals, and turns for the event loop. */
import { StateError } from '../errors/errors.ts';
import { callable, checkArgument } from '../errors/options.ts';
import type { Callback, Control } from './callbacks/callback.ts';
import { nextTask } from './event_loop.ts';
import type { Told } from './run.ts';
import type { TrainingState } from './state/training_state.ts';

/** What `consume` is told about the training that it drains. */
export interface Conductor extends Omit<Control, 'checkpoint'> {
  /** Waits, but not longer than until the training is stopped. */
  wait(until: Promise<void>): Promise<void>;
  /** The training as it is now. */
  capture(): TrainingState;
  /** How long to compute before other tasks of the event loop have their turn, in milliseconds. */
  readonly yieldEvery: number;
}

const CHECKPOINT_EVENTS = ['iterationEnd', 'epochEnd', 'trainStop'];

/**
 * Drains a run: hands each event to the callbacks, and yields to the event loop. Only events at
 * which a training run may end are a chance to stop, so nothing is left half done. When a callback throws,
 * the others are told the event all the same; then the error is thrown into the run, which ends as it
 * does after an error of its own.
 */
export async function consume<R>(
  run: Generator<Told, R, void>,
  callbacks: readonly Callback[],
  { capture, wait, yieldEvery, ...actions }: Conductor,
): Promise<R> {
  const receivers: Parameters<Control['checkpoint']>[0][] = [];
  let present = '';
  const control: Control = {
    ...actions,
    checkpoint(receive) {
      if (!CHECKPOINT_EVENTS.includes(present)) throw tooEarly(present);
      checkArgument('control.checkpoint', receive, callable);
      receivers.push(receive);
    },
  };
  let failure: { readonly error: unknown } | undefined;
  const fail = (error: unknown) => {
    failure ??= { error };
  };
  let turnStart = performance.now();
  let result = run.next();
  while (result.done !== true) {
    const { value } = result;
    if (value?.type === 'wait') await wait(value.until).catch(fail);
    else if (value !== undefined) {
      present = value.type;
      for (const callback of callbacks) {
        try {
          const pending = callback(value, control);
          if (isPromise(pending)) await pending;
        } catch (error) {
          fail(error);
        }
      }
      const due = receivers.splice(0);
      if (failure === undefined && due.length > 0) await hand(capture, due).catch(fail);
    }
    if (failure !== undefined) {
      const { error } = failure;
      failure = undefined;
      result = run.throw(error);
      continue;
    }
    if (performance.now() - turnStart > yieldEvery) {
      await nextTask();
      turnStart = performance.now();
    }
    result = run.next();
  }
  return result.value;
}

/** Hands the training to all who asked for it, and then says what went wrong first. */
async function hand(
  capture: () => TrainingState,
  receivers: readonly Parameters<Control['checkpoint']>[0][],
): Promise<void> {
  const errors: unknown[] = [];
  for (const receive of receivers) {
    try {
      await receive(capture());
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}

/** By its method: promises of other realms and libraries are waited for, too. */
function isPromise(value: unknown): value is Promise<void> {
  return typeof (value as Partial<Promise<void>> | undefined)?.then === 'function';
}

function tooEarly(type: string): StateError {
  return new StateError({
    where: 'control.checkpoint',
    expected: `one of the events ${CHECKPOINT_EVENTS.join(', ')}`,
    received: type,
    remedy: 'Wait for one of them.',
  });
}
