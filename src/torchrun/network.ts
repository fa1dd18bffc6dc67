/** The network as the code of `torch.nn` that a person would write. */
import type { LayerLike } from '../nn/layer.ts';
import type { Model } from '../nn/sequential.ts';
import type { Obstacles } from './obstacles.ts';
import { pythonNumber } from './python.ts';

type Options = Readonly<Record<string, unknown>>;

/** Layers without parameters, whose options have counterparts. */
const PLAIN: Readonly<Record<string, (options: Options) => string | undefined>> = {
  relu: () => 'nn.ReLU()',
  leakyRelu: ({ negativeSlope }) => `nn.LeakyReLU(${pythonNumber(Number(negativeSlope))})`,
  elu: ({ alpha }) => `nn.ELU(${pythonNumber(Number(alpha))})`,
  selu: () => 'nn.SELU()',
  sigmoid: () => 'nn.Sigmoid()',
  tanh: () => 'nn.Tanh()',
  hardSigmoid: () => 'nn.Hardsigmoid()',
  hardTanh: () => 'nn.Hardtanh()',
  gelu: () => 'nn.GELU()',
  geluTanh: () => 'nn.GELU(approximate="tanh")',
  silu: () => 'nn.SiLU()',
  mish: () => 'nn.Mish()',
  softplus: () => 'nn.Softplus()',
  softmax: ({ axis }) => (axis === -1 ? 'nn.Softmax(dim=-1)' : undefined),
  logSoftmax: ({ axis }) => (axis === -1 ? 'nn.LogSoftmax(dim=-1)' : undefined),
  dropout: ({ rate }) => `nn.Dropout(${pythonNumber(Number(rate))})`,
  flatten: () => 'nn.Flatten()',
};

const RESIDUAL = `

class Residual(nn.Module):
    """x + layers(x)"""

    def __init__(self, *layers):
        super().__init__()
        self.layers = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.layers(x)
`;

/** The text of `model.py`. */
export function networkProgram(model: Model, obstacles: Obstacles): string {
  const shapes = Object.fromEntries(
    Object.entries(model.state()).map(([name, { shape }]) => [name, shape]),
  );
  const frozen = new Set(
    model.parameters().flatMap(({ name, requiresGrad }) => (requiresGrad ? [] : [name])),
  );

  function code(layer: LayerLike, name: string, rank: number, indent: string): string {
    const what = 'type' in layer ? layer.type : 'function';
    const refuse = (why = 'PyTorch has no such layer') => {
      obstacles.add(`${name} (${what}): ${why}`);
      return '';
    };
    if (!('type' in layer) || 'function' in layer.options) return refuse('a layer of your own');
    const { type, options } = layer;
    const [width = 0, units = 0] = shapes[`${name}.weight`] ?? [];
    switch (type) {
      case 'dense':
        return `nn.Linear(${width}, ${units}${options.useBias === false ? ', bias=False' : ''})`;
      case 'layerNorm':
        return `nn.LayerNorm(${width}, eps=${pythonNumber(Number(options.epsilon))})`;
      case 'batchNorm': {
        if (rank !== 1) return refuse('BatchNorm1d takes samples of one axis');
        if (frozen.has(`${name}.weight`) && frozen.has(`${name}.bias`)) {
          return refuse('frozen, it normalizes by its running statistics');
        }
        const momentum = pythonNumber(1 - Number(options.momentum));
        return `nn.BatchNorm1d(${width}, eps=${pythonNumber(Number(options.epsilon))}, momentum=${momentum})`;
      }
      case 'residual':
        return `Residual(\n${list(options.layers as LayerLike[], `${name}.layers`, () => rank, `${indent}    `)}${indent})`;
      default:
        return PLAIN[type]?.(options) ?? refuse();
    }
  }

  function list(
    layers: readonly LayerLike[],
    prefix: string,
    rankOf: (index: number) => number,
    indent: string,
  ): string {
    return layers
      .map(
        (layer, index) => `${indent}${code(layer, `${prefix}.${index}`, rankOf(index), indent)},\n`,
      )
      .join('');
  }

  const layers = model.layers.map(({ layer }) => layer);
  const rankOf = (index: number) =>
    (index === 0 ? model.inputShape : model.layers[index - 1].built.outputShape).length;
  const body = list(layers, 'layers', rankOf, '        ');
  for (const { built, name } of model.layers) {
    for (const local of Object.keys(built.constraints ?? {})) {
      obstacles.add(`${name}.${local}: a constraint`);
    }
  }
  return `"""The network."""
from torch import nn
${body.includes('Residual(') ? RESIDUAL : ''}

def make_network():
    return nn.Sequential(
${body}    )
`;
}

/** What a layer asks of the samples that are computed at once. */
export const hasBatchNorm = (model: Model): boolean =>
  Object.keys(model.state()).some((name) => name.endsWith('.runningMean'));
