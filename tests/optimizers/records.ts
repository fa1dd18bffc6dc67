/**
 * One record for each optimizer: how it is made, and how it finds two minima. The tests of this folder run
 * through all records.
 */
import * as all from '../../src/optimizers/all.ts';
import type { Optimizer } from '../../src/optimizers/index.ts';

const { adadelta, adagrad, adam, adamax, adamW, lamb, lion, lookahead, nadam, radam } = all;
const { rmsprop, sgd } = all;

export interface OptimizerRecord {
  /** The factory's name. */
  readonly name: string;
  /** With nothing but what it cannot do without. */
  readonly plain: () => Optimizer;
  /** With which options x² + 10 y² is minimized from (5, -3), and in how many iterations. */
  readonly parabola: readonly (readonly [Optimizer, iterations: number])[];
  /** The same for (1 - x)² + 100 (y - x²)² from (-1.2, 1), where Rosenbrock (1960) starts. */
  readonly rosenbrock: readonly (readonly [Optimizer, iterations: number])[];
  /** The paper in plain numbers. Left out where updates by PyTorch are recorded. */
  readonly formula?: {
    readonly optimizer: Optimizer;
    /** The parameter after each update, when these gradients come one after the other. */
    trace(start: readonly number[], gradients: readonly (readonly number[])[]): number[][];
  };
}

const momentum = { learningRate: 0.01, momentum: 0.9 };
const nesterov = { ...momentum, nesterov: true };
const norm = (x: readonly number[]) => Math.sqrt(x.reduce((sum, value) => sum + value * value, 0));

export const records: readonly OptimizerRecord[] = [
  {
    name: 'sgd',
    plain: sgd,
    parabola: [
      [sgd({ learningRate: 0.05 }), 200],
      [sgd(momentum), 400],
      [sgd(nesterov), 400],
    ],
    rosenbrock: [
      [sgd({ learningRate: 0.0015 }), 12_000],
      [sgd({ ...momentum, learningRate: 0.001 }), 2000],
      [sgd({ ...nesterov, learningRate: 0.001 }), 2000],
    ],
  },
  {
    name: 'adam',
    plain: adam,
    parabola: [
      [adam({ learningRate: 0.1 }), 400],
      [adam({ learningRate: 0.1, amsgrad: true }), 400],
    ],
    rosenbrock: [
      [adam({ learningRate: 0.1 }), 2000],
      [adam({ learningRate: 0.1, amsgrad: true }), 2000],
    ],
  },
  {
    name: 'adamW',
    plain: adamW,
    parabola: [[adamW({ learningRate: 0.1 }), 400]],
    rosenbrock: [[adamW({ learningRate: 0.1, weightDecay: 1e-5 }), 2000]],
  },
  {
    name: 'rmsprop',
    plain: rmsprop,
    parabola: [[rmsprop({ learningRate: 0.1 }), 200]],
    rosenbrock: [
      [rmsprop({ learningRate: 0.01 }), 4000],
      [rmsprop({ learningRate: 0.002, momentum: 0.9, centered: true }), 4000],
    ],
  },
  {
    name: 'adagrad',
    plain: adagrad,
    parabola: [[adagrad({ learningRate: 1 }), 200]],
    rosenbrock: [[adagrad({ learningRate: 1 }), 8000]],
  },
  {
    name: 'adadelta',
    plain: adadelta,
    parabola: [[adadelta({ learningRate: 3, epsilon: 1e-4 }), 200]],
    rosenbrock: [[adadelta(), 4000]],
  },
  {
    name: 'adamax',
    plain: adamax,
    parabola: [[adamax({ learningRate: 0.2 }), 400]],
    rosenbrock: [[adamax({ learningRate: 0.2 }), 4000]],
  },
  {
    name: 'nadam',
    plain: nadam,
    parabola: [[nadam({ learningRate: 0.2 }), 400]],
    rosenbrock: [[nadam({ learningRate: 0.05 }), 4000]],
  },
  {
    name: 'radam',
    plain: radam,
    parabola: [[radam({ learningRate: 0.1 }), 800]],
    rosenbrock: [[radam({ learningRate: 0.005 }), 16_000]],
  },
  {
    name: 'lion',
    plain: lion,
    parabola: [[lion({ learningRate: 0.1 }), 400]],
    rosenbrock: [[lion({ learningRate: 0.01 }), 2000]],
    formula: {
      optimizer: lion({ learningRate: 0.02, beta1: 0.8, beta2: 0.95, weightDecay: 0.3 }),
      trace(start, gradients) {
        const p = [...start];
        const m = p.map(() => 0);
        return gradients.map((g) => {
          for (const k of p.keys()) {
            const c = 0.8 * m[k] + 0.2 * g[k];
            p[k] -= 0.02 * (Math.sign(c) + 0.3 * p[k]);
            m[k] = 0.95 * m[k] + 0.05 * g[k];
          }
          return [...p];
        });
      },
    },
  },
  {
    name: 'lamb',
    plain: lamb,
    parabola: [[lamb({ learningRate: 0.1 }), 400]],
    rosenbrock: [[lamb({ learningRate: 0.03 }), 2000]],
    formula: {
      optimizer: lamb({ learningRate: 0.02, beta1: 0.8, beta2: 0.95, weightDecay: 0.3 }),
      trace(start, gradients) {
        let p = [...start];
        const m = p.map(() => 0);
        const v = p.map(() => 0);
        return gradients.map((g, index) => {
          const d = p.map((value, k) => {
            m[k] = 0.8 * m[k] + 0.2 * g[k];
            v[k] = 0.95 * v[k] + 0.05 * g[k] ** 2;
            const mean = m[k] / (1 - 0.8 ** (index + 1));
            const square = v[k] / (1 - 0.95 ** (index + 1));
            return mean / (Math.sqrt(square) + 1e-6) + 0.3 * value;
          });
          const ratio = norm(p) / norm(d);
          p = p.map((value, k) => value - 0.02 * ratio * d[k]);
          return [...p];
        });
      },
    },
  },
  {
    name: 'lookahead',
    plain: () => lookahead({ optimizer: nadam() }),
    parabola: [[lookahead({ optimizer: sgd({ learningRate: 0.05 }) }), 400]],
    rosenbrock: [
      [lookahead({ optimizer: sgd({ learningRate: 0.0015, momentum: 0.9 }) }), 3000],
      [lookahead({ optimizer: adam({ learningRate: 0.1 }), syncPeriod: 6, alpha: 0.8 }), 2000],
    ],
    formula: {
      optimizer: lookahead({ optimizer: sgd({ learningRate: 0.05 }), syncPeriod: 3, alpha: 0.25 }),
      trace(start, gradients) {
        const fast = [...start];
        const slow = [...start];
        return gradients.map((g, index) => {
          for (const k of fast.keys()) {
            fast[k] -= 0.05 * g[k];
            if ((index + 1) % 3 !== 0) continue;
            slow[k] += 0.25 * (fast[k] - slow[k]);
            fast[k] = slow[k];
          }
          return [...fast];
        });
      },
    },
  },
];
