/** A user's program that draws every chart, from nothing but the installed package. */
import {
  confusionMatrix,
  dense,
  relu,
  sequential,
  sgd,
  softmaxCrossEntropy,
  Trainer,
} from 'epochal';
import {
  batchSizeChart,
  type ChartOptions,
  confusionMatrixChart,
  histogramChart,
  learningRateChart,
  lossChart,
  report,
  trainingCycleChart,
  worstSamples,
} from 'epochal/charts';
import { split, xor } from 'epochal/data';

const { train, validation } = split(xor({ samples: 100, seed: 7 }), { validation: 0.2, seed: 7 });
const model = sequential({ inputShape: [2], seed: 7 }, [
  dense({ units: 8 }),
  relu(),
  dense({ units: 2 }),
]);
const loss = softmaxCrossEntropy();
const options = { model, loss, optimizer: sgd({ learningRate: 0.1 }), epochs: 3, batchSize: 16 };
const trainer = new Trainer(options);
let gradients = model.state();
for (const event of trainer.run({ train, validation })) {
  if (event.type === 'backward') gradients = { ...event.gradients };
}
const { history } = trainer;
const plan = trainer.plan(train);
const outputs = model.predict(validation.inputs);
const matrix = confusionMatrix(outputs, validation.targets);

const charts: readonly ((options: ChartOptions) => string)[] = [
  (asked) => lossChart({ first: history, again: JSON.parse(JSON.stringify(history)) }, asked),
  (asked) => learningRateChart(plan, asked),
  (asked) => histogramChart(model, asked),
  (asked) => histogramChart(gradients, asked),
  (asked) => confusionMatrixChart(matrix, asked),
  (asked) => batchSizeChart({ 16: history }, asked),
  (asked) => trainingCycleChart(plan, { ...asked, model }),
];
const page = report({
  ...{ history, model, plan, confusionMatrix: matrix, title: '<b>' },
  worst: worstSamples({ outputs, dataset: validation, loss }),
});
const facts = {
  texts: charts.every((draw) => draw({}).split('\n').length > 2),
  pictures: charts.every((draw) => draw({ as: 'svg' }).startsWith('<svg ')),
  page: page.includes('<h1>&lt;b&gt;</h1>') && !/<script|src=|href=/.test(page),
};
console.log(JSON.stringify(facts));
