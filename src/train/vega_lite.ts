/** The loss curves as a Vega-Lite specification (https://vega.github.io/vega-lite/, version 5). */

/** What of a history is drawn. */
interface LossCurves {
  readonly epochs: readonly {
    readonly epoch: number;
    readonly iteration: number;
    readonly loss: number;
  }[];
  readonly validations: readonly {
    readonly iteration: number;
    readonly loss: number;
    readonly trainingLoss?: number;
  }[];
}

interface Point {
  readonly epoch: number;
  readonly loss: number;
  readonly curve: string;
}

export interface VegaLite {
  readonly $schema: string;
  readonly data: { readonly values: readonly Point[] };
  readonly [property: string]: unknown;
}

export function vegaLite({ epochs, validations }: LossCurves): VegaLite {
  const perEpoch = epochs.length > 0 ? epochs[0].iteration / epochs[0].epoch : 1;
  const values: Point[] = [
    ...epochs.map(({ epoch, loss }) => ({ epoch, loss, curve: 'training' })),
    ...validations.map(({ iteration, loss }) => ({
      epoch: iteration / perEpoch,
      loss,
      curve: 'validation',
    })),
    ...validations.flatMap(({ iteration, trainingLoss }) =>
      trainingLoss === undefined
        ? []
        : [{ epoch: iteration / perEpoch, loss: trainingLoss, curve: 'training, re-evaluated' }],
    ),
  ];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    description: 'Loss over epochs',
    data: { values },
    mark: { type: 'line', point: true },
    encoding: {
      x: { field: 'epoch', type: 'quantitative', title: 'epoch' },
      y: { field: 'loss', type: 'quantitative', title: 'loss', scale: { zero: true } },
      color: { field: 'curve', type: 'nominal', title: null },
    },
  };
}
