/** The reference: every operation as its body says it, one element after the other. */
import { overwrite, packedCopy, type Strided } from '../../tensor/strided.ts';
import type { Executable, Outcome } from '../body.ts';
import { runElementwise } from '../elementwise/elementwise.ts';
import { runCast } from '../elementwise/run_cast.ts';
import { runDraw } from '../random/draw.ts';
import { reduce } from '../reduction/order.ts';
import type { Executor } from './executor.ts';
import { emptyResult, viewOfInput } from './results.ts';
import { takingBytes } from './taking_bytes.ts';

export const reference: Executor = takingBytes({
  run: (operation, inputs, outcome, attributes) =>
    viewOfInput(operation, inputs, outcome, attributes) ??
    computed(operation, inputs, outcome, attributes),
  assign: (target, value) => overwrite(target, packedCopy(value)),
});

function computed<Attributes>(
  { body }: Executable<Attributes>,
  inputs: readonly Strided[],
  outcome: Outcome,
  attributes: Attributes,
): Strided {
  if (body.kind === 'kernel') body.check?.(inputs, attributes);
  const output = emptyResult(outcome);
  const [input] = inputs;
  switch (body.kind) {
    case 'elementwise':
      runElementwise(body.formula(attributes), inputs, output);
      break;
    case 'cast':
      runCast(input, output);
      break;
    case 'draw':
      runDraw(body.draw(attributes), input, output);
      break;
    case 'reduction':
      reduce(body.combination, input, output, body.axes(attributes));
      break;
    case 'view':
      output.storage.data.set(packedCopy(input)); // what no strides can show
      break;
    case 'kernel':
      body.run(inputs, output, attributes);
      break;
    default:
      body satisfies never; // every kind has been named
  }
  return output;
}
