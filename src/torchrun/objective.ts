/** What is minimized, as the text of `objective.py`: a loss for each sample, and penalties. */
import type { Loss } from '../losses/loss.ts';
import type { Model } from '../nn/sequential.ts';
import type { Obstacles } from './obstacles.ts';
import { pythonFloat, pythonList, pythonNumber } from './python.ts';

type Options = Readonly<Record<string, unknown>>;
type Writer = (options: Options) => readonly string[];

const MEAN = 'return losses.flatten(1).mean(dim=1) if losses.dim() > 1 else losses';

const weightsOf = ({ classWeights }: Options) => classWeights as readonly number[] | undefined;

function ofClasses(call: string, options: Options): readonly string[] {
  const weights = weightsOf(options);
  const smoothing = Number(options.labelSmoothing ?? 0);
  const more = [
    ...(weights ? [`weight=outputs.new_tensor(${pythonList(weights)})`] : []),
    ...(smoothing > 0 ? [`label_smoothing=${pythonNumber(smoothing)}`] : []),
    'reduction="none"',
  ];
  return [`return F.${call}(outputs, targets, ${more.join(', ')})`];
}

/** Targets as floats in the shape of the outputs, moved towards one half. */
function ofLabels({ labelSmoothing }: Options): readonly string[] {
  const amount = Number(labelSmoothing ?? 0);
  return [
    'wanted = targets.to(outputs.dtype).reshape(outputs.shape)',
    ...(amount > 0
      ? [`wanted = wanted * (1 - ${pythonNumber(amount)}) + ${pythonNumber(amount)} / 2`]
      : []),
  ];
}

function weighed(options: Options, ifTrue: string, ifFalse: string): readonly string[] {
  const [no, yes] = (weightsOf(options) ?? [1, 1]).map(pythonNumber);
  return [`losses = ${yes} * wanted * ${ifTrue} + ${no} * (1 - wanted) * ${ifFalse}`, MEAN];
}

const WRITERS: Readonly<Record<string, Writer>> = {
  softmaxCrossEntropy: (options) => ofClasses('cross_entropy', options),
  negativeLogLikelihood: (options) => ofClasses('nll_loss', options),
  sigmoidBinaryCrossEntropy: (options) => [
    ...ofLabels(options),
    ...weighed(options, '-F.logsigmoid(outputs)', '-F.logsigmoid(-outputs)'),
  ],
  binaryCrossEntropyOfProbabilities: (options) => [
    ...ofLabels(options),
    ...weighed(options, '-outputs.log().clamp(min=-100)', '-(1 - outputs).log().clamp(min=-100)'),
  ],
  meanSquaredError: () => ['losses = F.mse_loss(outputs, targets, reduction="none")', MEAN],
  meanAbsoluteError: () => ['losses = F.l1_loss(outputs, targets, reduction="none")', MEAN],
  huber: ({ delta }) => [
    `losses = F.huber_loss(outputs, targets, delta=${pythonNumber(Number(delta))}, reduction="none")`,
    MEAN,
  ],
  logCosh: () => [
    'difference = outputs - targets',
    'losses = difference + F.softplus(-2 * difference) - math.log(2)',
    MEAN,
  ],
};

/** Losses whose targets are numbers of classes. */
const CLASS_LOSSES = ['softmaxCrossEntropy', 'negativeLogLikelihood'];

export function takesClasses({ name }: Loss): boolean {
  return CLASS_LOSSES.includes(name);
}

/** The text of `objective.py`. */
export function objectiveProgram(loss: Loss, model: Model, obstacles: Obstacles): string {
  const write = loss.options === undefined ? undefined : WRITERS[loss.name];
  if (write === undefined) {
    obstacles.add(`the loss ${loss.name}: ${loss.options ? 'not known there' : 'one of your own'}`);
  }
  if (takesClasses(loss) && model.outputShape.length !== 1) {
    obstacles.add(`${loss.name} of outputs with several axes`);
  }
  const lines = write?.(loss.options ?? {}) ?? [];
  const penalties = penaltiesOf(model, obstacles);
  return `"""What is minimized: the mean of the losses of a batch, and what large weights cost."""
${lines.some((line) => line.includes('math.')) ? 'import math\n\n' : ''}from torch.nn import functional as F


def sample_losses(outputs, targets):
    """The loss of each sample."""
${lines.map((line) => `    ${line}\n`).join('')}

def penalty(network):
    """What large weights cost, beside the losses."""
${
  penalties.length === 0
    ? '    return 0.0\n'
    : `    named = dict(network.named_parameters())\n    return (\n${penalties.map((term) => `        ${term}\n`).join('')}    )\n`
}`;
}

function penaltiesOf(model: Model, obstacles: Obstacles): string[] {
  const terms: string[] = [];
  for (const { built, name } of model.layers) {
    for (const [local, { name: kind, options }] of Object.entries(built.penalties ?? {})) {
      const at = `named["${name.slice('layers.'.length)}.${local}"]`;
      const strengths: Readonly<Record<string, readonly [l1: number, l2: number]>> = {
        l1Penalty: [options.strength, 0],
        l2Penalty: [0, options.strength],
        elasticPenalty: [options.l1, options.l2],
      };
      const found = strengths[kind];
      if (found === undefined) obstacles.add(`${name}.${local}: the penalty ${kind}`);
      const [l1, l2] = found ?? [0, 0];
      if (l1 > 0) terms.push(`+ ${pythonFloat(l1)} * ${at}.abs().sum()`);
      if (l2 > 0) terms.push(`+ ${pythonFloat(l2)} / 2 * ${at}.square().sum()`);
    }
  }
  return terms;
}
