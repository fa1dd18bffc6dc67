/** What a run says beside its events, to `fit` alone. */

/** Asks what drains a run to wait before continuing: the next batch is not there yet. */
export interface Wait {
  readonly type: 'wait';
  readonly until: Promise<void>;
}
