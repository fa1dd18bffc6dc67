/** What NAdam has multiplied of its momenta after a number of updates: `Π beta1 (1 - 0.96^(t · decay) / 2)`. */
import { float64 } from '../numerics/float64.ts';
import { pow } from '../numerics/functions/index.ts';
import { NEGLIGIBLE } from '../optimizers/nadam.ts';
import { tensor } from '../tensor/create.ts';
import type { Tensor } from '../tensor/tensor.ts';

export function momentumProduct(beta1: number, decay: number, updates: number): Tensor {
  let product = 1;
  for (let t = 1; t <= updates && product > NEGLIGIBLE; t++)
    product *= beta1 * (1 - 0.5 * pow(float64, 0.96, t * decay));
  return tensor(product);
}
