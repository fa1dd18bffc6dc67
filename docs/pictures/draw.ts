/** The pictures of the documents: `npx tsx docs/pictures/draw.ts` draws them anew. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  batchSizeChart,
  confusionMatrixChart,
  histogramChart,
  learningCurveChart,
  learningRateChart,
  lossChart,
  trainingCycleChart,
} from '../../src/charts/index.ts';
import { digits, iris, split } from '../../src/data/index.ts';
import {
  accuracy,
  adam,
  confusionMatrix,
  dense,
  oneCycle,
  relu,
  type Schedule,
  sequential,
  softmaxCrossEntropy,
  Trainer,
} from '../../src/index.ts';
import { learningCurve, validationCurve } from '../../src/selection/index.ts';

const parts = split(digits(), { validation: 0.2, seed: 7, stratify: true });

function digitsTrainer(learningRate: number, schedule?: Schedule): Trainer {
  const model = sequential({ inputShape: [64], seed: 7 }, [
    dense({ units: 64 }),
    relu(),
    dense({ units: 10 }),
  ]);
  return new Trainer({
    ...{ model, loss: softmaxCrossEntropy(), optimizer: adam({ learningRate }) },
    ...{ metrics: { accuracy }, epochs: 20, batchSize: 32, seed: 7 },
    ...(schedule && { schedule }),
  });
}

const irisTraining = (seed: number | string, batchSize: number, epochs: number) => ({
  model: sequential({ inputShape: [4], seed }, [dense({ units: 16 }), relu(), dense({ units: 3 })]),
  ...{ loss: softmaxCrossEntropy(), optimizer: adam({ learningRate: 0.01 }) },
  ...{ epochs, batchSize, seed },
});

/** The pictures by the names of their files. */
export async function pictures(): Promise<Record<string, string>> {
  const trainer = digitsTrainer(3e-3);
  const { model } = trainer;
  const history = await trainer.fit(parts);
  const title = 'A network learns to read handwritten digits';
  const hero = { as: 'svg', title, scale: 'log', height: 380 } as const;

  const runs = Object.fromEntries(
    await Promise.all(
      [3e-4, 3e-3, 3e-2].map(async (rate) => [
        `learning rate ${rate}`,
        await digitsTrainer(rate).fit(parts),
      ]),
    ),
  );
  const selection = { dataset: iris(), k: 5, seed: 7, stratify: true };
  const samples = await learningCurve({
    ...{ dataset: digits(), k: 3, seed: 7, stratify: true },
    training: ({ seed }) => ({
      model: sequential({ inputShape: [64], seed }, [
        dense({ units: 32 }),
        relu(),
        dense({ units: 10 }),
      ]),
      ...{ loss: softmaxCrossEntropy(), optimizer: adam({ learningRate: 3e-3 }) },
      ...{ epochs: 10, batchSize: 32, seed },
    }),
  });
  const batchSizes = await validationCurve({
    ...{ ...selection, name: 'batchSize', values: [4, 8, 16, 32, 64] },
    training: ({ seed, value }) => irisTraining(seed, value, 10),
  });
  const outputs = model.predict(parts.validation.inputs);
  const scheduled = digitsTrainer(3e-2, oneCycle()).plan(parts.train);
  const svg = { as: 'svg' } as const;
  return {
    'digits_light.svg': lossChart(history, { ...hero, theme: 'light' }),
    'digits_dark.svg': lossChart(history, { ...hero, theme: 'dark' }),
    'loss.svg': lossChart(runs, { ...svg, scale: 'log', smoothing: 0.6, title: 'Three runs' }),
    'learning_rate.svg': learningRateChart(scheduled, { ...svg, height: 320 }),
    'histograms.svg': histogramChart(model, svg),
    'confusion_matrix.svg': confusionMatrixChart(
      confusionMatrix(outputs, parts.validation.targets),
      svg,
    ),
    'learning_curve.svg': learningCurveChart(samples, { ...svg, height: 380 }),
    'batch_sizes.svg': batchSizeChart(batchSizes, { ...svg, height: 380 }),
    'cycle.svg': trainingCycleChart(trainer.plan(parts.train), { ...svg, model }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(await pictures())) {
    writeFileSync(new URL(name, import.meta.url), text);
  }
}
