/** What of a training run has no counterpart: collected, so that all of it is named at once. */
import { OptionError } from '../errors/errors.ts';

export class Obstacles {
  readonly #found: string[] = [];

  add(what: string): void {
    if (!this.#found.includes(what)) this.#found.push(what);
  }

  /** @throws OptionError naming all of them */
  check(): void {
    if (this.#found.length === 0) return;
    throw new OptionError({
      where: 'a job for torchrun',
      expected: 'a training run of which everything has a counterpart in PyTorch',
      received: this.#found.join('; '),
      remedy: 'Leave these out, or train here. Nothing was written.',
    });
  }
}
