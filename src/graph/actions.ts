/** What a plan does beside emitted code: references and checks of operations, and copies of what is lent. */
import { reference } from '../ops/execute/reference.ts';
import type { Storage } from '../tensor/storage.ts';
import { overwrite, packedCopy, type Strided } from '../tensor/strided.ts';
import type { Entry } from './trace.ts';

/** What happens in a phase: emitted code, and references of operations that have no compiled form. */
export type Action = () => void;

/** A storage that stays where it is, and its copy in the memory of the plan. */
export interface Lent {
  readonly own: Storage;
  readonly copy: Storage;
}

/** The actions of a phase between copies of what is lent: all of it in, what was written out. */
export function withLent(
  lent: readonly Lent[],
  returned: readonly Lent[],
  actions: Action[],
): Action[] {
  return [
    ...lent.map(
      ({ own, copy }): Action =>
        () =>
          copy.data.set(own.data),
    ),
    ...actions,
    ...returned.map(
      ({ own, copy }): Action =>
        () =>
          own.data.set(copy.data),
    ),
  ];
}

/** What an operation with loops of its own looks at before it runs. */
export function checkAction(
  entry: Entry,
  inPlan: (strided: Strided) => Strided,
): Action | undefined {
  if (entry.kind === 'assignment') return undefined;
  const { operation, attributes } = entry;
  const { body } = operation;
  if (body.kind !== 'kernel' || body.check === undefined) return undefined;
  const inputs = entry.inputs.map(inPlan);
  return () => body.check?.(inputs, attributes);
}

/** Runs the reference of an operation on the memory of the plan. */
export function referenceAction(entry: Entry, inPlan: (strided: Strided) => Strided): Action {
  const output = inPlan(entry.output);
  const inputs = entry.inputs.map(inPlan);
  if (entry.kind === 'assignment') return () => overwrite(output, packedCopy(inputs[0]));
  const { operation, attributes } = entry;
  return () => {
    const { storage } = reference.run(operation, inputs, output, attributes);
    output.storage.data.set(storage.data);
  };
}
