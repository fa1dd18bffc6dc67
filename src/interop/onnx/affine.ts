/** Scalers, as exporters write them: constants that are subtracted, divided by, multiplied with and added. */
import { scalerFromJSON } from '../../data/scaling/from_json.ts';
import type { Scaler, Part as Side } from '../../data/scaling/scaler.ts';
import { tensor } from '../../tensor/create.ts';
import type { Shape } from '../../tensor/shape.ts';
import { asData } from '../blueprint.ts';
import { spread } from './broadcast.ts';
import { type Context, unknownNode } from './context.ts';
import type { Node } from './read_graph.ts';
import { passesOn } from './unchanged.ts';

/** Columns, each as `(x - offset) / divisor`; both are exact where they stood so in the file. */
export interface Affine {
  readonly offset: readonly number[];
  readonly divisor: readonly number[];
  /** The nodes that compute it. */
  readonly nodes: readonly Node[];
}

const OPERATORS = ['Sub', 'Div', 'Mul', 'Add', 'Scaler'];

/** What is done to each column from a value on, and where that leads; undefined if nothing is. */
export function readAffine(
  context: Context,
  from: string,
  to: string,
  shape: Shape,
): { readonly affine: Affine; readonly output: string } | undefined {
  const size = shape.reduce((a, b) => a * b, 1);
  let offset: number[] = [];
  let divisor: number[] = [];
  const nodes: Node[] = [];
  let at = from;
  let output = from;
  for (;;) {
    const [node, another] = context.consumers(at);
    if (at === to || node === undefined || another !== undefined) break;
    if (passesOn(node)) {
      at = node.outputs[0];
      // Of a cast back, after the last number.
      if (nodes.length > 0) output = at;
      continue;
    }
    const change = OPERATORS.includes(node.type) ? changeOf(context, node, at, shape) : undefined;
    if (change === undefined) break;
    if (nodes.length === 0) {
      offset = new Array<number>(size).fill(0);
      divisor = new Array<number>(size).fill(1);
    }
    change(offset, divisor);
    nodes.push(node);
    at = node.outputs[0];
    output = at;
  }
  return nodes.length === 0 ? undefined : { affine: { offset, divisor, nodes }, output };
}

type Change = (offset: number[], divisor: number[]) => void;

function changeOf(context: Context, node: Node, value: string, shape: Shape): Change | undefined {
  if (node.type === 'Scaler') return ofScaler(context, node, shape);
  const [left, right] = node.inputs;
  const swapped = left !== value;
  const constant = context.constant(swapped ? left : right);
  const numbers = constant && spread(constant, shape);
  if (numbers === undefined || (swapped && (node.type === 'Sub' || node.type === 'Div'))) {
    return undefined;
  }
  return (offset, divisor) => {
    numbers.forEach((number, i) => {
      if (node.type === 'Sub') offset[i] += number * divisor[i];
      if (node.type === 'Add') offset[i] -= number * divisor[i];
      if (node.type === 'Div') divisor[i] *= number;
      if (node.type === 'Mul') divisor[i] /= number;
    });
  };
}

/** `(x - offset) · scale`, of the domain ai.onnx.ml. */
function ofScaler(context: Context, node: Node, shape: Shape): Change | undefined {
  const numbers = (name: string, fallback: number) =>
    spread(tensor([...(node.attributes.get(name)?.floats ?? [fallback])]), shape);
  const shift = numbers('offset', 0);
  const scale = numbers('scale', 1);
  if (shift === undefined || scale === undefined) {
    throw unknownNode(context, node, 'numbers for each column', 'Export the scaler anew.');
  }
  return (offset, divisor) => {
    shift.forEach((number, i) => {
      offset[i] += number * divisor[i];
      divisor[i] /= scale[i];
    });
  };
}

/** As a scaler: of inputs it does this, of targets it undoes it. */
export function scalerOf(
  where: string,
  of: Side,
  { offset, divisor }: Affine,
  shape: Shape,
): Scaler {
  const inverse = of === 'targets';
  // y = (x - o) / d undoes y' = (y - (-o / d)) / (1 / d).
  const mean = inverse ? offset.map((o, i) => -o / divisor[i]) : offset;
  const deviation = inverse ? divisor.map((d) => 1 / d) : divisor;
  const shaped = (numbers: readonly number[]) =>
    tensor(Float64Array.from(numbers), { shape }).toArray();
  const values = { mean: shaped(mean), deviation: shaped(deviation) };
  return asData(`${where}, scaler of ${of}`, () =>
    scalerFromJSON({ name: 'standardize', of, values }),
  );
}
