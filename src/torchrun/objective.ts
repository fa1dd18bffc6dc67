/** What is minimized, as the text of `objective.py`: a loss for each sample, and penalties. */
import type { Loss } from '../losses/loss.ts';
import type { Model } from '../nn/sequential.ts';
import { isPure } from '../ops/pure.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Obstacles } from './obstacles.ts';
import { pythonFloat, pythonList, pythonNumber } from './python.ts';

type Options = Readonly<Record<string, unknown>>;

/** Lines of Python; the last one is the losses, of the outputs of each sample or of the samples. */
type Writer = (options: Options, areDistributions: boolean) => readonly string[];

const weightsOf = ({ classWeights }: Options) => classWeights as readonly number[] | undefined;

const smoothingOf = ({ labelSmoothing }: Options) => Number(labelSmoothing ?? 0);

const asTensor = (weights: readonly number[]) => `outputs.new_tensor(${pythonList(weights)})`;

function crossEntropy(options: Options): readonly string[] {
  const weights = weightsOf(options);
  const smoothing = smoothingOf(options);
  const words = [
    'outputs, targets',
    ...(weights ? [`weight=${asTensor(weights)}`] : []),
    ...(smoothing > 0 ? [`label_smoothing=${pythonNumber(smoothing)}`] : []),
    'reduction="none"',
  ];
  return [`F.cross_entropy(${words.join(', ')})`];
}

function negativeLogLikelihood(options: Options, areDistributions: boolean): readonly string[] {
  const weights = weightsOf(options);
  if (!areDistributions) {
    const weighing = weights ? `weight=${asTensor(weights)}, ` : '';
    return [`F.nll_loss(outputs, targets, ${weighing}reduction="none")`];
  }
  return [`-(targets * outputs${weights ? ` * ${asTensor(weights)}` : ''}).sum(dim=1)`];
}

/** Targets as floats in the shape of the outputs, moved towards one half. */
function wanted(options: Options): readonly string[] {
  const amount = smoothingOf(options);
  const smoothed = `wanted * (1 - ${pythonNumber(amount)}) + ${pythonNumber(amount)} / 2`;
  return [
    'wanted = targets.to(outputs.dtype).reshape(outputs.shape)',
    ...(amount > 0 ? [`wanted = ${smoothed}`] : []),
  ];
}

function binary(options: Options, plain: string, ifTrue: string, ifFalse: string) {
  const weights = weightsOf(options);
  if (weights === undefined) {
    return [...wanted(options), `F.${plain}(outputs, wanted, reduction="none")`];
  }
  const [no, yes] = weights.map(pythonNumber);
  return [
    ...wanted(options),
    `if_true = ${ifTrue}`,
    `if_false = ${ifFalse}`,
    `${yes} * wanted * if_true + ${no} * (1 - wanted) * if_false`,
  ];
}

/** A logarithm that is never below -100. */
const logarithm = (of: string) => `${of}.clamp(min=math.exp(-100)).log()`;

const WRITERS: ReadonlyMap<string, Writer> = /* @__PURE__ */ new Map<string, Writer>([
  ['softmaxCrossEntropy', crossEntropy],
  ['negativeLogLikelihood', negativeLogLikelihood],
  [
    'sigmoidBinaryCrossEntropy',
    (options) =>
      binary(
        options,
        'binary_cross_entropy_with_logits',
        '-F.logsigmoid(outputs)',
        '-F.logsigmoid(-outputs)',
      ),
  ],
  [
    'binaryCrossEntropyOfProbabilities',
    (options) =>
      binary(
        options,
        'binary_cross_entropy',
        'F.binary_cross_entropy(outputs, torch.ones_like(outputs), reduction="none")',
        'F.binary_cross_entropy(outputs, torch.zeros_like(outputs), reduction="none")',
      ),
  ],
  ['meanSquaredError', () => ['F.mse_loss(outputs, targets, reduction="none")']],
  ['meanAbsoluteError', () => ['F.l1_loss(outputs, targets, reduction="none")']],
  [
    'huber',
    ({ delta }) => [
      `F.huber_loss(outputs, targets, delta=${pythonNumber(Number(delta))}, reduction="none")`,
    ],
  ],
  [
    'logCosh',
    () => [
      'difference = outputs - targets',
      'torch.logaddexp(difference, -difference) - math.log(2)',
    ],
  ],
  ['hinge', () => ['F.relu(1 - targets * outputs)']],
  ['squaredHinge', () => ['F.relu(1 - targets * outputs).square()']],
  ['poisson', () => [`outputs - targets * ${logarithm('outputs')}`]],
  ['expPoisson', () => ['outputs.exp() - targets * outputs']],
  [
    'klDivergence',
    () => [
      `surplus = ${logarithm('targets')} - ${logarithm('outputs')}`,
      '(targets * surplus).sum(dim=-1)',
    ],
  ],
  ['cosineSimilarity', () => ['1 - F.cosine_similarity(outputs, targets, dim=-1)']],
]);

/** Losses that take the last axis together. */
const OF_ROWS = [
  'softmaxCrossEntropy',
  'negativeLogLikelihood',
  'klDivergence',
  'cosineSimilarity',
];

/** Losses whose targets are numbers of classes, or distributions over them. */
const OF_CLASSES = ['softmaxCrossEntropy', 'negativeLogLikelihood'];

export function takesClasses({ name }: Loss): boolean {
  return OF_CLASSES.includes(name);
}

/**
 * The text of `objective.py`.
 * @param targets undefined where nobody knows them
 */
export function objectiveProgram(
  loss: Loss,
  model: Model,
  targets: Tensor | undefined,
  obstacles: Obstacles,
): string {
  const write = isPure(loss) ? WRITERS.get(loss.name) : undefined;
  if (write === undefined) obstacles.add(`the loss ${loss.name}: a loss of your own`);
  if (takesClasses(loss) && model.outputShape.length !== 1) {
    obstacles.add(`the loss ${loss.name}: of outputs with several axes`);
  }
  const areDistributions = targets?.dtype !== 'int32' && (targets?.shape[1] ?? 1) > 1;
  const lines = [...(write?.(loss.options ?? {}, areDistributions) ?? [])];
  const last = lines.pop() ?? '';
  const axes = model.outputShape.length - (OF_ROWS.includes(loss.name) ? 1 : 0);
  const body = [
    ...lines,
    ...(axes === 0 ? [`return ${last}`] : [`losses = ${last}`, `return losses.${meanOver(axes)}`]),
  ].join('\n    ');
  return `"""What is minimized: the mean of the losses of a batch, and what large weights cost."""
${body.includes('math.') ? 'import math\n\n' : ''}${body.includes('torch.') ? 'import torch\n' : ''}from torch.nn import functional as F


def sample_losses(outputs, targets):
    """The loss of each sample."""
    ${body}


def penalty(network):
    """What large weights cost, beside the losses."""
${penaltyLines(penaltiesOf(model, obstacles))}`;
}

const meanOver = (axes: number) => (axes === 1 ? 'mean(dim=1)' : 'flatten(1).mean(dim=1)');

function penaltyLines(terms: readonly string[]): string {
  if (terms.length === 0) return '    return 0.0\n';
  const lines = terms.map((term, at) => `        ${at > 0 ? '+ ' : ''}${term}\n`);
  return `    named = dict(network.named_parameters())\n    return (\n${lines.join('')}    )\n`;
}

function penaltiesOf(model: Model, obstacles: Obstacles): string[] {
  const terms: string[] = [];
  for (const { built, name } of model.layers) {
    for (const [local, penalty] of Object.entries(built.penalties ?? {})) {
      const { name: kind, options } = penalty;
      const at = `named["${name.slice('layers.'.length)}.${local}"]`;
      const strengths: Readonly<Record<string, readonly [l1: number, l2: number]>> = {
        l1Penalty: [options.strength, 0],
        l2Penalty: [0, options.strength],
        elasticPenalty: [options.l1, options.l2],
      };
      if (!isPure(penalty) || !Object.hasOwn(strengths, kind)) {
        obstacles.add(`${name}.${local}: the penalty ${kind}, of your own`);
        continue;
      }
      const [l1, l2] = strengths[kind];
      if (l1 > 0) terms.push(`${pythonFloat(l1)} * ${at}.abs().sum()`);
      if (l2 > 0) terms.push(`${pythonFloat(l2)} / 2 * ${at}.square().sum()`);
    }
  }
  return terms;
}
