/** The network as the code of `torch.nn` that a person would write. */
import type { LayerLike } from '../nn/layer.ts';
import type { Model } from '../nn/sequential.ts';
import { isPure } from '../ops/pure.ts';
import type { Obstacles } from './obstacles.ts';
import { pythonFloat, pythonNumber } from './python.ts';

type Options = Readonly<Record<string, unknown>>;

/** Layers without parameters, whose options have counterparts. */
const PLAIN: ReadonlyMap<string, (options: Options) => string | undefined> =
  /* @__PURE__ */ new Map<string, (options: Options) => string | undefined>([
    ['relu', () => 'nn.ReLU()'],
    [
      'leakyRelu',
      ({ negativeSlope = 0.01 }) => `nn.LeakyReLU(${pythonNumber(Number(negativeSlope))})`,
    ],
    ['elu', ({ alpha = 1 }) => `nn.ELU(${alpha === 1 ? '' : pythonFloat(Number(alpha))})`],
    ['selu', () => 'nn.SELU()'],
    ['sigmoid', () => 'nn.Sigmoid()'],
    ['tanh', () => 'nn.Tanh()'],
    ['hardTanh', () => 'nn.Hardtanh()'],
    ['gelu', () => 'nn.GELU()'],
    ['geluTanh', () => 'nn.GELU(approximate="tanh")'],
    ['silu', () => 'nn.SiLU()'],
    ['mish', () => 'nn.Mish()'],
    // Beyond the threshold PyTorch has x for ln(1 + exp(x)): at its default, 20, 2e-9 less.
    ['softplus', () => 'nn.Softplus(threshold=40)'],
    ['softmax', ({ axis = -1 }) => (axis === -1 ? 'nn.Softmax(dim=-1)' : undefined)],
    ['logSoftmax', ({ axis = -1 }) => (axis === -1 ? 'nn.LogSoftmax(dim=-1)' : undefined)],
    ['dropout', ({ rate }) => `nn.Dropout(${pythonNumber(Number(rate))})`],
    ['flatten', () => 'nn.Flatten()'],
  ]);

/** In PyTorch 1.13 the slope of nn.Hardsigmoid has the digits of float32 in float64, too. */
const HARD_SIGMOID = `

class HardSigmoid(nn.Module):
    """nn.Hardsigmoid, with all digits of its slope"""

    def forward(self, x):
        return nn.functional.relu6(x + 3) / 6
`;

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
export function networkProgram(model: Model, accumulate: number, obstacles: Obstacles): string {
  const shapes = new Map(Object.entries(model.state()).map(([name, { shape }]) => [name, shape]));

  function code(layer: LayerLike, name: string, indent: string): string {
    const type = 'type' in layer ? layer.type : 'function';
    const refuse = (why: string) => {
      obstacles.add(`${name} (${type}): ${why}`);
      return '';
    };
    if (!('type' in layer)) return refuse('a layer of your own');
    const { options } = layer;
    if (type === 'residual') {
      const inner = list(options.layers as LayerLike[], `${name}.layers`, `${indent}    `);
      return `Residual(\n${inner}${indent})`;
    }
    if (!isPure(layer)) return refuse('a layer of your own');
    const [width = 0, units = 0] = shapes.get(`${name}.weight`) ?? [];
    switch (type) {
      case 'dense':
        return `nn.Linear(${width}, ${units}${options.useBias === false ? ', bias=False' : ''})`;
      case 'layerNorm':
        return `nn.LayerNorm(${width}${epsilonOf(options)})`;
      case 'batchNorm':
        if (accumulate > 1) {
          return refuse('with accumulate, PyTorch moves running statistics in each micro-batch');
        }
        return `SharedBatchNorm(${width}${epsilonOf(options)}${momentumOf(options)})`;
      case 'hardSigmoid':
        return model.dtype === 'float64' ? 'HardSigmoid()' : 'nn.Hardsigmoid()';
      default:
        return PLAIN.get(type)?.(options) ?? refuse('PyTorch has no such layer');
    }
  }

  function list(layers: readonly LayerLike[], prefix: string, indent: string): string {
    const lines = layers.map(
      (layer, index) => `${indent}${code(layer, `${prefix}.${index}`, indent)},\n`,
    );
    return lines.join('');
  }

  const layers = model.layers.map(({ layer }) => layer);
  const body = list(layers, 'layers', '        ');
  for (const { built, name } of model.layers) {
    for (const local of Object.keys(built.constraints ?? {})) {
      obstacles.add(`${name}.${local}: a constraint`);
    }
  }
  return `"""The network."""
from torch import nn
${hasBatchNorm(model) ? '\nfrom batch_norm import SharedBatchNorm\n' : ''}${body.includes(' HardSigmoid(') ? HARD_SIGMOID : ''}${body.includes('Residual(') ? RESIDUAL : ''}

def make_network():
    return nn.Sequential(
${body}    )
`;
}

/** Left out where it is the default, which is the same there. */
const epsilonOf = ({ epsilon }: Options) =>
  epsilon === 1e-5 ? '' : `, eps=${pythonNumber(Number(epsilon))}`;

/** How much is new, where ours is how much is kept; by default 0.1 there as 0.9 here. */
function momentumOf({ momentum }: Options): string {
  const exact = 1 - Number(momentum);
  const short = Number(exact.toPrecision(12));
  const value = 1 - short === momentum ? short : exact;
  return value === 0.1 ? '' : `, momentum=${pythonNumber(value)}`;
}

export const hasBatchNorm = (model: Model): boolean =>
  Object.keys(model.state()).some((name) => name.endsWith('.runningMean'));
