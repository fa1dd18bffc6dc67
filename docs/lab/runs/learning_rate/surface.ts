/** A race of optimizers down a surface of two numbers. */
import { dense, sequential, type Tensor, tensor } from 'epochal';
import { fingerprint, type MinimizePoint, minimize } from 'epochal/learn';
import type { Values } from '../../core/fields.ts';
import {
  OWN,
  type Path,
  RACERS,
  type Racer,
  type SurfaceName,
  type SurfaceResult,
} from '../../views/learning_rate.ts';
import { optimizers } from './racers.ts';

interface Surface extends Pick<SurfaceResult, 'formula' | 'x' | 'y' | 'lowest'> {
  readonly f: (x: Tensor, y: Tensor) => Tensor;
  readonly start: readonly [x: number, y: number];
}

export const surfaces: Readonly<Record<SurfaceName, Surface>> = {
  bowl: {
    formula: 'x² / 2 + 5 y²',
    f: (x, y) => x.square().mul(0.5).add(y.square().mul(5)),
    start: [-4, 2],
    x: [-5, 5],
    y: [-3, 3],
    lowest: [[0, 0]],
  },
  'narrow valley': {
    formula: '(1 − x)² + 100 (y − x²)²',
    f: (x, y) => x.sub(1).square().add(y.sub(x.square()).square().mul(100)),
    start: [-1.5, 2],
    x: [-2, 2],
    y: [-0.6, 2.6],
    lowest: [[1, 1]],
  },
  saddle: {
    formula: 'x² − y² + y⁴ / 4',
    f: (x, y) => x.square().sub(y.square()).add(y.square().square().mul(0.25)),
    // Almost on the ridge, from which it falls to both sides.
    start: [-2, 0.001],
    x: [-2.5, 2.5],
    y: [-2, 2],
    lowest: [
      [0, Math.SQRT2],
      [0, -Math.SQRT2],
    ],
  },
  'two basins': {
    formula: '(x² − 1)² + 0.3 x + y²',
    f: (x, y) => x.square().sub(1).square().add(x.mul(0.3)).add(y.square()),
    start: [1.9, 1.2],
    x: [-2.2, 2.2],
    y: [-1.8, 1.8],
    lowest: [[-1.0354745, 0]],
  },
};

const COLUMNS = 80;
const LINES = 60;
/** From 0.0001 to 1, three in each power of ten. */
export const RATES = Array.from({ length: 13 }, (_, k) =>
  Number((10 ** (k / 3 - 4)).toPrecision(2)),
);

/** The way of an optimizer until its end, or until a value is not finite. */
export function wayOf(
  { f, start }: Surface,
  racer: Racer,
  learningRate: number,
  iterations: number,
): MinimizePoint[] {
  const way = (length: number) =>
    minimize(f, start, { optimizer: optimizers[racer](learningRate), iterations: length });
  try {
    return way(iterations);
  } catch {
    // It left the finite numbers: as far as there are any.
    let [finite, beyond] = [1, iterations];
    while (beyond - finite > 1) {
      const middle = Math.floor((finite + beyond) / 2);
      try {
        way(middle);
        finite = middle;
      } catch {
        beyond = middle;
      }
    }
    return way(finite);
  }
}

export function* runSurface(values: Values): Generator<undefined, SurfaceResult> {
  const surface = surfaces[values.surface as SurfaceName];
  const iterations = Number(values.iterations);
  const paths: Path[] = [];
  for (const name of RACERS) {
    const rates = values.rate === OWN ? RATES : [Number(values.rate)];
    let best: { readonly rate: number; readonly way: MinimizePoint[] } | undefined;
    for (const rate of rates) {
      const way = wayOf(surface, name, rate, iterations);
      const isWhole = way.length > iterations;
      if (best === undefined || (isWhole && last(way) < last(best.way))) best = { rate, way };
      yield;
    }
    if (best === undefined) continue;
    paths.push({
      name,
      learningRate: best.rate,
      positions: Float64Array.from(best.way.flatMap(({ position }) => position)),
      values: Float64Array.from(best.way, ({ value }) => value),
    });
  }
  const { formula, x, y, lowest } = surface;
  return {
    part: 'surface',
    ...{ formula, x, y, lowest, iterations, paths, columns: COLUMNS, lines: LINES },
    heights: heightsOf(surface),
    weights: fingerprintOf(paths),
  };
}

const last = (way: readonly MinimizePoint[]) => way[way.length - 1].value;

function heightsOf({ f, x, y }: Surface): Float64Array {
  const at = ([low, high]: readonly [number, number], k: number, of: number) =>
    low + ((k + 0.5) / of) * (high - low);
  const cells = Array.from({ length: COLUMNS * LINES }, (_, cell) => cell);
  const [xs, ys] = [
    cells.map((cell) => at(x, cell % COLUMNS, COLUMNS)),
    cells.map((cell) => at(y, Math.floor(cell / COLUMNS), LINES)),
  ].map((list) => tensor(list, { dtype: 'float64' }));
  return Float64Array.from(f(xs, ys).toTypedArray());
}

/** The last positions as the weights of a network, because a fingerprint is of one. */
function fingerprintOf(paths: readonly Path[]): string {
  const model = sequential({ inputShape: [2], dtype: 'float64', seed: 0 }, [
    dense({ units: paths.length, useBias: false }),
  ]);
  const weight = [2, 1].map((back) => paths.map(({ positions }) => positions.at(-back) as number));
  model.loadState({ 'layers.0.weight': tensor(weight, { dtype: 'float64' }) });
  return fingerprint(model);
}
