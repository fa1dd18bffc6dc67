/** A short text that says whether two networks have the same bits. */
import { checkArgument } from '../errors/options.ts';
import { sha256 } from '../formats/checksums/sha256.ts';
import { modelRule } from '../nn/check_model.ts';
import type { Model } from '../nn/sequential.ts';
import type { Tensor } from '../tensor/tensor.ts';

/**
 * The SHA-256 checksum (64 hexadecimal digits) of everything that a model has learned: names, dtypes, shapes
 * and bits of all parameters and buffers. Two models have the same fingerprint exactly if a training run of
 * both has led to the same numbers, -0 and 0 told apart; all NaN count as one, because engines differ there.
 *
 * @example
 * fingerprint(model).slice(0, 8); // enough to compare by eye
 */
export function fingerprint(model: Model): string {
  checkArgument('fingerprint', model, modelRule);
  const encoder = new TextEncoder();
  return sha256(
    Object.entries(model.state()).flatMap(([name, tensor]) => [
      encoder.encode(`${name} ${tensor.dtype} ${tensor.shape.join('x')}\n`),
      littleEndian(tensor),
    ]),
  );
}

function littleEndian(tensor: Tensor): Uint8Array {
  const values = tensor.toTypedArray();
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  // Every float32 and int32 is a float64, so one width tells all of them apart.
  values.forEach((value, index) => {
    view.setFloat64(8 * index, Number.isNaN(value) ? Number.NaN : value, true);
  });
  return bytes;
}
