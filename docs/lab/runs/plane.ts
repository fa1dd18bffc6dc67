/** Samples of two numbers as points of a plane, and what a network says of every place in it. */
import { type Model, type Tensor, tensor } from 'epochal';
import type { Dataset } from 'epochal/data';
import { type Area, CELLS, type Plane } from '../views/time_machine.ts';

/** Undefined where a sample is not two numbers, or where there are not two classes. */
export function planeOf({ inputs, targets, classNames }: Dataset): Plane | undefined {
  if (inputs.shape.length !== 2 || inputs.shape[1] !== 2) return undefined;
  const classes = Array.from(targets.toTypedArray());
  const areTwo = classNames === undefined || classNames.length === 2;
  if (!areTwo || !classes.every((one) => one === 0 || one === 1)) return undefined;
  return { inputs: Float32Array.from(inputs.toTypedArray()), classes, area: areaOf({ inputs }) };
}

/** All samples with a margin around them. */
function areaOf({ inputs }: Pick<Dataset, 'inputs'>): Area {
  const numbers = inputs.toTypedArray();
  const range = (feature: number) => {
    const own = Array.from(numbers).filter((_, index) => index % 2 === feature);
    const [low, high] = [Math.min(...own), Math.max(...own)];
    const margin = (high - low) / 8 || 1;
    return [low - margin, high + margin] as const;
  };
  return { x: range(0), y: range(1) };
}

/** The centres of the cells of a decision map. */
export function gridOf({ x, y }: Area, { dtype }: Pick<Model, 'dtype'>): Tensor {
  const along = ([low, high]: readonly [number, number], cell: number) =>
    low + ((high - low) * (cell + 0.5)) / CELLS;
  return tensor(
    Array.from({ length: CELLS * CELLS }, (_, index) => [
      along(x, index % CELLS),
      along(y, Math.floor(index / CELLS)),
    ]),
    { dtype },
  );
}

/** Of class 1: outputs are the logarithms of odds, one for a sample, or one for each class. */
export function probabilities(outputs: Tensor): Float32Array {
  const logits = outputs.toTypedArray();
  const isOne = outputs.shape[1] === 1;
  return Float32Array.from({ length: outputs.shape[0] }, (_, sample) => {
    const odds = isOne ? logits[sample] : logits[2 * sample + 1] - logits[2 * sample];
    return 1 / (1 + Math.exp(-odds));
  });
}
