/** Regularizers and constraints of Keras, as penalties and constraints of this library. */
import { type Constraint, maxNorm, nonNegative, unitNorm } from '../../nn/constraint.ts';
import { elasticPenalty, l1Penalty, l2Penalty, type Penalty } from '../../nn/penalty.ts';
import { shortest } from '../shortest.ts';
import { type Configured, chosen, numberOf, own } from './settings.ts';
import { snakeCase } from './weights.ts';

/** `λ₁ Σ |p| + λ₂ Σ p²` there; the squares have a half here. Undefined for one that there is not here. */
export function penaltyOf(where: string, value: unknown): Penalty | undefined {
  const { name, config } = chosen(where, value);
  const settings = { where, config };
  const kind = snakeCase(name).replaceAll('_', '');
  const usual = (of: string) => (kind === of ? 0.01 : 0);
  if (!['l1', 'l2', 'l1l2'].includes(kind)) return undefined;
  const l1 = strength(settings, 'l1', usual('l1'));
  const l2 = 2 * strength(settings, 'l2', usual('l2'));
  if (l1 === 0) return l2Penalty({ strength: l2 });
  return l2 === 0 ? l1Penalty({ strength: l1 }) : elasticPenalty({ l1, l2 });
}

/** Keras keeps them in single precision in some versions: 0.009999999776482582. */
const strength = (settings: Configured, name: string, usual: number) =>
  shortest(numberOf(settings, name, usual));

/**
 * @param isMatrix whether it is for weights, whose columns are the units; the norm of a bias is over all units
 * there, and here of each
 */
export function constraintOf(
  where: string,
  value: unknown,
  isMatrix: boolean,
): Constraint | undefined {
  const { name, config } = chosen(where, value);
  const settings = { where, config };
  const kind = snakeCase(name).replaceAll('_', '');
  if (kind === 'nonneg' || kind === 'nonnegative') return nonNegative();
  const axis = own(config, 'axis') ?? 0;
  const perUnit = isMatrix && [axis].flat().join() === '0';
  if (!perUnit) return undefined;
  if (kind === 'unitnorm') return unitNorm();
  return kind === 'maxnorm'
    ? maxNorm({ max: shortest(numberOf(settings, 'max_value', 2)) })
    : undefined;
}
