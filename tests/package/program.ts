/**
 * A user's program, written against the installed package. The check compiles it as an ES module and
 * as CommonJS under every module resolution, and runs what comes out.
 */
import {
  adam,
  dense,
  parameter,
  relu,
  sequential,
  softmaxCrossEntropy,
  Tensor,
  Trainer,
  tensor,
} from 'epochal';
import { split, xor } from 'epochal/data';
import { explain } from 'epochal/learn';
import { diagnose, type Fold, folds } from 'epochal/selection';
import { gradcheck, uniform } from 'epochal/testing';

const { train, validation } = split(xor({ samples: 100, seed: 7 }), { validation: 0.2, seed: 7 });
const model = sequential({ inputShape: [2], seed: 7 }, [
  dense({ units: 8 }),
  relu(),
  dense({ units: 2 }),
]);
const trainer = new Trainer({
  model,
  loss: softmaxCrossEntropy(),
  optimizer: adam({ learningRate: 1e-2 }),
  epochs: 2,
  batchSize: 16,
  seed: 7,
});
for (const event of trainer.run({ train, validation })) {
  if (event.type === 'iterationEnd' && !Number.isFinite(event.loss)) throw new Error('not finite');
}

const parts: readonly Fold[] = folds({ dataset: train, k: 3, stratify: true, seed: 7 });

const weight = parameter(0.5);
const loss = weight.mul(2).square();
loss.backward();

/** Arrays of a known depth, without a cast, also of functions whose types are inferred from those of the package. */
export const centered = <Rank extends number>(x: Tensor<Rank>) => x.sub(x.mean({ axis: 0 }));
const matrix: number[][] = centered(
  tensor([
    [1, 2],
    [3, 4],
  ]),
).toArray();
const [row = []] = model.predict(matrix).toArray({ rank: 2 });
const anyRank: (x: Tensor) => Tensor = centered;

const facts = {
  iterations: trainer.iteration,
  gradient: weight.gradient?.item(),
  explained: explain(loss).toString().includes('square'),
  oneTensorClass: uniform([2], { seed: 1 }) instanceof Tensor && train.inputs instanceof Tensor,
  depths: [matrix.length, row.length, anyRank(weight.reshape([1])).rank],
  folds: parts.length,
  diagnosed: diagnose(trainer.history).verdict.length > 0,
  gradcheck: gradcheck((x: Tensor) => x.square(), [uniform([3], { dtype: 'float64', seed: 1 })])
    .passed,
};
console.log(JSON.stringify(facts));
