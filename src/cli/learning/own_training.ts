/** Your own training run as the lab's pages get it: nothing here needs more than a browser. */
import { type Dataset, fromArrays } from '../../data/index.ts';
import { type Dtype, type Tensor, Trainer, tensor } from '../../index.ts';
import type { Task } from '../../persistence/index.ts';
import { type NetworkValues, trainerOptions } from './network.ts';

/** A tensor that JSON can hold, with all its bits. */
export interface PackedTensor {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** Base64 of the numbers, the lowest byte first. */
  readonly bytes: string;
}

export interface OwnTraining {
  /** The folder, as it was named. */
  readonly name: string;
  /** The command line that trained it. */
  readonly command: string;
  readonly task: Task;
  readonly values: NetworkValues;
  readonly classNames: readonly string[] | undefined;
  readonly featureNames: readonly string[] | undefined;
  /** Of the training part, scaled. */
  readonly inputs: PackedTensor;
  readonly targets: PackedTensor;
  /** How many iterations the folder's weights have learned for. */
  readonly iteration: number;
  /** Their fingerprint. */
  readonly weights: string;
}

/** The data, and what makes the Trainer, the same each time. */
export function openTraining({
  task,
  values,
  classNames,
  featureNames,
  inputs,
  targets,
}: OwnTraining): { readonly train: Dataset; readonly training: () => Trainer } {
  const train = fromArrays({
    inputs: unpackTensor(inputs),
    targets: unpackTensor(targets),
    ...(classNames && { classNames }),
    ...(featureNames && { featureNames }),
  });
  // What is measured beside changes no bit of the weights.
  const training = () => new Trainer({ ...trainerOptions(task, train, values), metrics: {} });
  return { train, training };
}

/** Numbers so many at a time become text. */
const PART = 8192;

export function packTensor(tensor: Tensor): PackedTensor {
  const { dtype, shape } = tensor;
  const bytes = bytesOf(tensor.toTypedArray());
  let text = '';
  for (let at = 0; at < bytes.length; at += PART) {
    text += String.fromCharCode(...bytes.subarray(at, at + PART));
  }
  return { dtype, shape, bytes: btoa(text) };
}

export function unpackTensor({ dtype, shape, bytes }: PackedTensor): Tensor {
  const { buffer } = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
  const numbers =
    dtype === 'float64'
      ? new Float64Array(buffer)
      : dtype === 'float32'
        ? new Float32Array(buffer)
        : new Int32Array(buffer);
  return tensor(numbers, { shape });
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
