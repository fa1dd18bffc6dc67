/** Casts as SIMD instructions. */
import type { Dtype } from '../../tensor/dtype.ts';
import type { Vector } from '../../wasm/simd_lanes.ts';
import { op } from '../../wasm/values.ts';

/** Four elements in another dtype of four bytes: to int32 by truncation, within its range. */
export function convertLanes(value: Vector, from: Dtype, to: Dtype): Vector {
  if (from === to) return value;
  return op(to === 'int32' ? 'i32x4.trunc_sat_f32x4_s' : 'f32x4.convert_i32x4_s', value);
}
