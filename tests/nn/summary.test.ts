import { describe, expect, it } from 'vitest';
import {
  batchNorm,
  dense,
  flatten,
  relu,
  residual,
  sequential,
  sigmoid,
} from '../../src/nn/index.ts';
import { mul } from '../../src/ops/public.ts';
import type { Tensor } from '../tensors.ts';

describe('summary()', () => {
  it('is a table of layers, output shapes and parameters', () => {
    const double = (x: Tensor) => mul(x, 2);
    const model = sequential({ inputShape: [8, 8] }, [
      flatten(),
      dense({ units: 100 }),
      relu(),
      residual([dense({ units: 100 }), batchNorm()]),
      double,
      dense({ units: 10 }),
    ]);
    expect(`${model.summary()}`).toBe(
      [
        'layer     type      output shape     parameters',
        '-----------------------------------------------',
        '          input     [samples, 8, 8]',
        'layers.0  flatten   [samples, 64]             0',
        'layers.1  dense     [samples, 100]        6,500',
        'layers.2  relu      [samples, 100]            0',
        'layers.3  residual  [samples, 100]       10,300',
        'layers.4  double    [samples, 100]            0',
        'layers.5  dense     [samples, 10]         1,010',
        '-----------------------------------------------',
        '17,810 parameters',
      ].join('\n'),
    );
  });

  it('can be read by programs', () => {
    const model = sequential({ inputShape: [3] }, [dense({ units: 2 }), sigmoid()]);
    const { rows, parameters, trainableParameters } = model.summary();
    expect({ rows, parameters, trainableParameters }).toEqual({
      rows: [
        { name: 'layers.0', type: 'dense', outputShape: [2], parameters: 8 },
        { name: 'layers.1', type: 'sigmoid', outputShape: [2], parameters: 0 },
      ],
      parameters: 8,
      trainableParameters: 8,
    });
  });

  it('says how many parameters learn when some are frozen', () => {
    const model = sequential({ inputShape: [3] }, [dense({ units: 2 }), dense({ units: 1 })]);
    model.freeze('layers.0');
    expect(`${model.summary()}`).toContain('11 parameters, 3 of them trainable');
    model.unfreeze();
    expect(`${model.summary()}`).toMatch(/\n11 parameters$/);
  });

  it('shows samples that are single numbers', () => {
    const model = sequential({ inputShape: [] }, [relu()]);
    expect(`${model.summary()}`).toContain('input  [samples]');
  });
});
