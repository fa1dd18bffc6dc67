/** Operators of ONNX that are layers by themselves. */
import { asData } from '../blueprint.ts';
import { ACTIVATIONS } from './activations.ts';
import { unknownNode } from './context.ts';
import { batchNorm, layerNorm } from './normalizations.ts';
import { type Next, type Place, type Reader, same } from './place.ts';
import { gemm, matmul } from './products.ts';
import { flatten, reshaped } from './shapes.ts';
import { cast, dropout } from './unchanged.ts';

const READERS: Readonly<Record<string, Reader>> = {
  Gemm: gemm,
  MatMul: matmul,
  BatchNormalization: batchNorm,
  LayerNormalization: layerNorm,
  Flatten: flatten,
  Reshape: reshaped,
  Dropout: dropout,
  Identity: same,
  Cast: cast,
  ...ACTIVATIONS,
};

/** @throws DataError for an operator that there is no layer for, naming those that there are */
export function readOperator(place: Place): Next {
  const { context, node } = place;
  if (Object.hasOwn(READERS, node.type)) {
    return asData(context.where, () => READERS[node.type](place), node.title);
  }
  throw unknownNode(
    context,
    node,
    `operators of dense networks: ${Object.keys(READERS).join(', ')}`,
    'Export the part of the network that consists of these, and compute the rest yourself.',
  );
}
