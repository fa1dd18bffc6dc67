import * as functions from '../numerics/functions/index.ts';
import { neg } from '../ops/elementwise/arithmetic.ts';
import { chainQuotient } from '../ops/elementwise/chain.ts';
import { elementwise } from '../ops/elementwise/elementwise.ts';
import { maximum } from '../ops/elementwise/extrema.ts';
import { unary } from '../ops/functions.ts';

export const surprisalOperation = elementwise({
  name: 'surprisal',
  formula: () => (l, p) => l.min(l.sub(l.constant(0), functions.log(l, p)), l.constant(100)),
  gradients: [(g, [p]) => neg(chainQuotient(g, maximum(p, 1e-12)))],
  rules: ['-g / max(p, 1e-12)'],
});

/**
 * `-ln p`, held finite where a probability has been rounded to 0: at most 100, with a gradient of at
 * most 1e12. So an impossible event that does happen costs much, and still says in which direction to
 * go. The bounds are PyTorch's (`binary_cross_entropy`).
 */
export const surprisal = unary(surprisalOperation);
