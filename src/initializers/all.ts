import { constant, ones, zeros } from './constant.ts';
import { initializerFromJSON } from './from_json.ts';
import { orthogonal } from './orthogonal.ts';
import { normal, truncatedNormal, uniform } from './random.ts';
import {
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  lecunNormal,
  lecunUniform,
} from './variance_scaling.ts';

/**
 * All initializers under one name, for names such as `zeros` exist for tensors too: `initializers.zeros()`.
 * An object, and no namespace: of a namespace bundlers keep everything in every program.
 */
export const initializers = {
  constant,
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  initializerFromJSON,
  lecunNormal,
  lecunUniform,
  normal,
  ones,
  orthogonal,
  truncatedNormal,
  uniform,
  zeros,
} as const;
