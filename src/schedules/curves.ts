/** The two ways from one factor to another. `x` is how much of the way is gone, from 0 to 1. */
import { float64 } from '../numerics/float64.ts';
import { cos } from '../numerics/functions/index.ts';

export function straight(start: number, end: number, x: number): number {
  return start + (end - start) * x;
}

/** Half a cosine: it sets out and arrives slowly. */
export function halfCosine(start: number, end: number, x: number): number {
  return end + ((start - end) * (1 + cos(float64, Math.PI * x))) / 2;
}
