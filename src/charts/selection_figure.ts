/** What cross-validation measured for several settings: a number over another, with its uncertainty. */
import type { CurvePoint } from '../selection/fold_curve.ts';
import type { AxisDescription, Scale } from './axis.ts';
import type { Curve, Figure } from './figure.ts';

/** A setting, and the best epoch there; nothing if it diverged. */
export interface Measured {
  readonly x: number;
  readonly best: CurvePoint | undefined;
}

/** The watched number, and beside a loss the training loss. Both end where a setting diverged. */
export function measuredFigure(
  monitor: string,
  x: AxisDescription,
  scale: Scale,
  measured: readonly Measured[],
): Figure {
  const label = monitor.replaceAll('.', ' ');
  const isLoss = /(^|\.)loss$/.test(monitor);
  const watched: Curve = {
    name: label,
    points: measured.map(({ x: at, best }) => [at, best?.mean ?? Number.NaN]),
    dots: true,
    errors: measured.map(({ best }) => best?.standardError ?? 0),
  };
  const training: Curve = {
    name: 'training loss',
    points: measured.map(({ x: at, best }) => [at, best?.trainingLoss ?? Number.NaN]),
    dots: true,
    dashed: true,
  };
  const beside = isLoss && label !== 'loss' ? [training] : [];
  return {
    title: `${label.charAt(0).toUpperCase()}${label.slice(1)} by ${x.label}`,
    x,
    y: { label: isLoss ? 'loss' : label, scale },
    curves: [watched, ...beside],
  };
}
