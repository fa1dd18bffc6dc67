import { expectTypeOf, it } from 'vitest';
import { fromArrays } from '../../../src/data/index.ts';
import { dense, meanSquaredError, sequential, sgd } from '../../../src/index.ts';
import {
  choice,
  gridSearch,
  integer,
  logUniform,
  randomSearch,
  trainerObjective,
} from '../../../src/selection/index.ts';

it('knows the types of the values', async () => {
  const result = await randomSearch({
    space: {
      rate: logUniform(0.1, 1),
      kind: choice('a', 'b'),
      layers: integer(1, 3),
      hidden: choice([32], [32, 16]),
    },
    trials: 2,
    epochs: 1,
    objective: (values) => {
      expectTypeOf(values.rate).toEqualTypeOf<number>();
      expectTypeOf(values.kind).toEqualTypeOf<'a' | 'b'>();
      expectTypeOf(values.layers).toEqualTypeOf<number>();
      return values.rate + values.hidden.length;
    },
  });
  expectTypeOf(result.records[0].values.kind).toEqualTypeOf<'a' | 'b'>();
  const train = fromArrays({ inputs: [[1]], targets: [[1]] });
  await gridSearch({
    grid: { units: [1, 2], rate: [0.1, 0.2] },
    epochs: 1,
    objective: trainerObjective({
      training: ({ units, rate }, { seed }) => {
        expectTypeOf(units).toEqualTypeOf<1 | 2>();
        return {
          model: sequential({ inputShape: [1], seed }, [dense({ units })]),
          loss: meanSquaredError(),
          optimizer: sgd({ learningRate: rate }),
        };
      },
      train,
      validation: train,
    }),
  });
});
