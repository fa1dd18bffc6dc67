import { checkArgument } from '../errors/options.ts';
import { sizeOf } from '../tensor/shape.ts';
import { modelRule } from './check_model.ts';
import type { Model } from './sequential.ts';

/** The number of numbers that a model learns. */
export function parameterCount(model: Model): number {
  checkArgument('parameterCount', model, modelRule);
  return model.parameters().reduce((count, { shape }) => count + sizeOf(shape), 0);
}
