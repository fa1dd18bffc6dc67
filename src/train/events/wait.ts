/** What a run says beside its events, to `fit` alone. */

/** Asks what drains a run to wait before continuing: the next batch is not there yet. */
export interface Wait {
  readonly type: 'wait';
  readonly until: Promise<void>;
}

/** Waits for a batch. @returns whether it is there; otherwise the training was stopped before */
export function* arrived(until: Promise<void>): Generator<Wait, boolean, void> {
  let isThere = false;
  const noted = until.then(() => {
    isThere = true;
  });
  yield { type: 'wait', until: noted };
  return isThere;
}
