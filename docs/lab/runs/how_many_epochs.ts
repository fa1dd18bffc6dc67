/** How many epochs: one run with all its losses, and early stopping in hindsight. */
import {
  adam,
  dense,
  dropout,
  l2Penalty,
  relu,
  sequential,
  sigmoidBinaryCrossEntropy,
  Trainer,
  whatIf,
} from 'epochal';
import { moons } from 'epochal/data';
import { fingerprint } from 'epochal/learn';
import { diagnose } from 'epochal/selection';
import type { Values } from '../core/fields.ts';
import { Session, type View } from '../core/view.ts';
import {
  type EpochSeen,
  type HowManyEpochsResult,
  howManyEpochs,
  type PatienceAsked,
  type Stopping,
} from '../views/how_many_epochs.ts';

export const howManyEpochsRun: View<HowManyEpochsResult, PatienceAsked, Stopping> = {
  ...howManyEpochs,
  *run(values) {
    const { trainer, train, validation } = trainingOf(values);
    const { model } = trainer;
    const epochs: EpochSeen[] = [];
    for (const event of trainer.run({ train, validation })) {
      if (event.type === 'iterationEnd') yield;
      if (event.type !== 'epochEnd') continue;
      const { epoch, iteration } = event;
      const { loss, trainingLoss } = trainer.history.validations[epoch - 1];
      epochs.push({
        ...{ epoch, iteration, training: Number(trainingLoss), validation: loss },
        weights: fingerprint(model),
      });
    }
    const { history } = trainer;
    const parameters = model.parameters().reduce((sum, { size }) => sum + size, 0);
    // Of a network that gives both classes the same probability.
    const found = diagnose(history, { baseline: Math.log(2), parameters });
    const answer = (asked: PatienceAsked): Stopping => {
      const { patience, minDelta } = asked;
      const would = whatIf(history, { patience: { epochs: patience }, minDelta });
      const { stopped, end, best, bestOfAll, missed, iterationsSaved } = would;
      return {
        ...{ asked, stopped, end: end.epoch, best: best.epoch, loss: best.value },
        ...{ bestOfAll: bestOfAll.epoch, missed, iterationsSaved },
        weights: epochs[best.epoch - 1].weights,
      };
    };
    const result: HowManyEpochsResult = {
      epochs,
      parameters,
      verdict: found.verdict,
      since: found.since,
      remedy: found.remedy,
      considered: Object.entries(found.evidence).map(([verdict, conditions]) => ({
        verdict,
        conditions,
      })),
      stopping: answer({ patience: Number(values.patience), minDelta: Number(values.minDelta) }),
      weights: fingerprint(model),
    };
    return new Session(result, { answer });
  },
};

/** The training of these settings; a test stops another one early. */
export function trainingOf({
  units,
  samples,
  noise,
  dropout: rate,
  penalty,
  epochs,
  seed,
}: Values) {
  const strength = Number(penalty);
  const weightPenalty = strength === 0 ? undefined : l2Penalty({ strength });
  const model = sequential({ inputShape: [2], seed: Number(seed) }, [
    dense({ units: Number(units), weightPenalty }),
    relu(),
    ...(Number(rate) === 0 ? [] : [dropout({ rate: Number(rate) })]),
    dense({ units: 1, weightPenalty }),
  ]);
  const trainer = new Trainer({
    model,
    loss: sigmoidBinaryCrossEntropy(),
    optimizer: adam({ learningRate: 0.03 }),
    epochs: Number(epochs),
    batchSize: 20,
    evaluateTraining: true,
    seed: Number(seed),
  });
  const train = moons({ samples: Number(samples), noise: Number(noise), seed: Number(seed) });
  // Other samples of the same kind: enough of them for a smooth curve.
  const validation = moons({ samples: 400, noise: Number(noise), seed: Number(seed) + 1 });
  return { trainer, train, validation };
}
