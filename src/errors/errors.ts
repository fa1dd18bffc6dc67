import type { AdviceParts } from './advice.ts';

/**
 * One family of errors. Each says where it happened, what was expected, what was received and what
 * to do about it, and is thrown before anything has changed.
 */
export interface Complaint {
  /** The function or option the caller used, e.g. `matmul` or `Trainer.batchSize`; or the file. */
  readonly where: string;
  /** What is wrong in a few words, where expected and received do not say it alone. */
  readonly problem?: string;
  readonly expected: string;
  readonly received: string;
  /** What the caller can do. */
  readonly remedy: string;
  /** The remedy as data, for callers with words of their own; left out where the sentence is anybody's. */
  readonly advice?: AdviceParts;
}

/** A complaint in one line. */
export function messageOf({ where, problem, expected, received, remedy }: Complaint): string {
  return `${where}: ${problem === undefined ? '' : `${problem}. `}Expected ${expected}; received ${received}. ${remedy}`;
}

export class EpochalError extends Error {
  override readonly name: string = 'EpochalError';
  /** Private, because consoles print the properties of an error below its message: all would stand twice. */
  readonly #complaint: Complaint;

  /** @param options the `cause`, where another error led to this one */
  constructor(complaint: Complaint, options?: ErrorOptions) {
    super(messageOf(complaint), options);
    this.#complaint = complaint;
  }

  get where(): string {
    return this.#complaint.where;
  }

  get problem(): string | undefined {
    return this.#complaint.problem;
  }

  get expected(): string {
    return this.#complaint.expected;
  }

  get received(): string {
    return this.#complaint.received;
  }

  get remedy(): string {
    return this.#complaint.remedy;
  }

  get advice(): AdviceParts | undefined {
    return this.#complaint.advice;
  }

  /** Name and message, which JSON leaves out of other errors, and the parts of the message. */
  toJSON(): Complaint & { readonly name: string; readonly message: string } {
    const { name, message } = this;
    return { name, message, ...this.#complaint };
  }
}

/** Shapes, axes or sizes that do not fit together. */
export class ShapeError extends EpochalError {
  override readonly name = 'ShapeError';
}

/** Element types that do not fit together. */
export class DtypeError extends EpochalError {
  override readonly name = 'DtypeError';
}

/** An option or argument outside of what it may be, unknown, or misplaced. */
export class OptionError extends EpochalError {
  override readonly name = 'OptionError';
}

/** Something asked for at a moment when it cannot be given. */
export class StateError extends EpochalError {
  override readonly name = 'StateError';
}

/** Data (a file, a dataset, a saved state) that is not what it claims to be. */
export class DataError extends EpochalError {
  override readonly name = 'DataError';
}
