/** What a run says beside its events, to `fit` alone. */

/** Asks whoever drains a run to wait before going on: the next batch is not there yet. */
export interface Wait {
  readonly type: 'wait';
  readonly until: Promise<void>;
}
