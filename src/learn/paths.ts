/** From the sum of a unit to the outputs of the network: every path, and how a change is passed along it. */
import { gradients } from '../autograd/backward.ts';
import type { NamedLayer } from '../nn/build.ts';
import type { Operation } from '../ops/operation.ts';
import { sum } from '../ops/reduction/reduction.ts';
import { zeros } from '../tensor/create.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** A layer with what went in and came out in one forward pass. */
export interface Stage {
  readonly layer: NamedLayer;
  readonly input: Tensor;
  readonly output: Tensor;
}

export interface Path {
  readonly units: readonly number[];
  readonly factor: number;
}

const MOST = 4096;

/** What a stage does to a path: passes it on with a slope, or parts it over units. */
type Passage = (path: Path, at: number, sample: number) => readonly { path: Path; at: number }[];

/**
 * The paths of a sample from a unit through the stages behind it; none where a stage is neither dense nor an
 * activation of single elements, or where there are too many.
 */
export function pathsFrom(stages: readonly Stage[], unit: number): (sample: number) => Path[] {
  const passages = stages.map(passageOf);
  const count = stages.reduce(
    (product, { layer }) => product * (layer.built.parameters?.weight?.shape[1] ?? 1),
    1,
  );
  if (count > MOST || passages.includes(undefined)) return () => [];
  return (sample) =>
    (passages as Passage[])
      .reduce((under, pass) => under.flatMap(({ path, at }) => pass(path, at, sample)), [
        { path: { units: [], factor: 1 } as Path, at: unit },
      ] as readonly { path: Path; at: number }[])
      .map(({ path }) => path);
}

function passageOf(stage: Stage): Passage | undefined {
  const { layer, input, output } = stage;
  const { weight } = layer.built.parameters ?? {};
  if (layer.layer.type === 'dense' && weight !== undefined) {
    const [, units] = weight.shape;
    const values = weight.toTypedArray();
    return ({ units: passed, factor }, at) =>
      Array.from({ length: units }, (_, next) => ({
        path: { units: [...passed, next], factor: factor * values[at * units + next] },
        at: next,
      }));
  }
  if (!isElementwise(stage)) return undefined;
  if (output === input) return (path, at) => [{ path, at }];
  const slopes = slopesOf(stage).toTypedArray();
  const width = input.shape[1];
  return ({ units, factor }, at, sample) => [
    { path: { units, factor: factor * slopes[sample * width + at] }, at },
  ];
}

/** Whether each element comes of the same element of the input alone. */
function isElementwise({ layer, input, output }: Stage): boolean {
  const { source } = output;
  if (output === input) return true; // dropout, in evaluation
  return (
    layer.built.parameters === undefined &&
    source?.inputs.length === 1 &&
    source.inputs[0] === input &&
    (source.operation as Operation<unknown>).body.kind === 'elementwise'
  );
}

function slopesOf({ input, output }: Stage): Tensor {
  return gradients(sum(output), [input])[0] ?? zeros(input.shape, { dtype: input.dtype });
}
