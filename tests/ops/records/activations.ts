/**
 * One record for each activation of single elements. It makes a record of its operation, and says what
 * tests of layers, of initial weights and of derivatives have to know.
 */
import { erf } from 'mathjs';
import { OptionError } from '../../../src/errors/errors.ts';
import * as nn from '../../../src/nn/index.ts';
import { parameter, type Tensor, zeros } from '../../tensors.ts';
import { unaryRecord } from './elementwise.ts';
import { type AnyOperation, around0, type Domain, type Mistake } from './record.ts';

/** A formula, in the words of mathjs, that holds from one number to another. */
export interface Branch {
  readonly from: number;
  readonly to: number;
  readonly formula: string;
}

type Options = Readonly<Record<string, number>>;

export interface ActivationRecord {
  readonly activation: nn.Activation | nn.ActivationWith<never>;
  /** The initializer of the weights before it; left out for the default, `glorotUniform`. */
  readonly begin?: 'heNormal' | 'lecunNormal';
  /** The same function of numbers. */
  readonly scalar: (x: number, options: Options) => number;
  /** The same as formulas, by which derivatives are checked; together from -12 to 12. */
  readonly branches: (options: Options) => readonly Branch[];
  /** Options to try, besides none. */
  readonly options?: Options;
  readonly domain?: Domain;
  readonly mistakes?: readonly Mistake[];
}

const everywhere = (formula: string) => () => [{ from: -12, to: 12, formula }];
const aroundZero = (below: string, above: string): Branch[] => [
  { from: -12, to: 0, formula: below },
  { from: 0, to: 12, formula: above },
];
const kinkAt0: Domain = { ...around0, kinks: [0] };

// As printed by Klambauer et al., with more digits than a number holds.
const lambda = Number('1.0507009873554804934193349852946');
const alphaOfSelu = Number('1.6732632423543772848170429916717');

const sigmoidOf = (x: number) => 1 / (1 + Math.exp(-x));
const softplusOf = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const normalCdf = (x: number) => (Number.isNaN(x) ? x : 0.5 + 0.5 * erf(x / Math.SQRT2));
const eluOf = (x: number, alpha: number) => (x > 0 ? x : alpha * Math.expm1(x));
const cubicOf = (x: number) => Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);

export const activations: readonly ActivationRecord[] = [
  {
    activation: nn.relu,
    begin: 'heNormal',
    scalar: (x) => Math.max(x, 0),
    branches: () => aroundZero('0 x', 'x'),
    domain: kinkAt0,
  },
  {
    activation: nn.leakyRelu,
    begin: 'heNormal',
    scalar: (x, { negativeSlope = 0.01 }) => (x > 0 ? x : negativeSlope * x),
    branches: ({ negativeSlope = 0.01 }) => aroundZero(`${negativeSlope} x`, 'x'),
    options: { negativeSlope: 0.2 },
    domain: kinkAt0,
    mistakes: [
      {
        given: 'a misspelt option',
        run: () => nn.leakyRelu(zeros([2]), { negativeSlop: 0.2 } as object),
        error: OptionError,
        says: 'Did you mean negativeSlope?',
      },
    ],
  },
  {
    activation: nn.elu,
    begin: 'heNormal',
    scalar: (x, { alpha = 1 }) => eluOf(x, alpha),
    branches: ({ alpha = 1 }) => aroundZero(`${alpha} (exp(x) - 1)`, 'x'),
    options: { alpha: 0.5 },
    domain: kinkAt0,
    mistakes: [
      {
        given: 'a negative alpha',
        run: () => nn.elu(zeros([2]), { alpha: -1 }),
        error: OptionError,
        says: 'elu.alpha: Expected a finite number, 0 or more; received -1',
      },
    ],
  },
  {
    activation: nn.selu,
    begin: 'lecunNormal',
    scalar: (x) => lambda * eluOf(x, alphaOfSelu),
    branches: () => aroundZero(`${lambda} * ${alphaOfSelu} * (exp(x) - 1)`, `${lambda} x`),
    domain: kinkAt0,
  },
  {
    activation: nn.gelu,
    begin: 'heNormal',
    scalar: (x) => x * normalCdf(x),
    branches: everywhere('x * (1 + erf(x / sqrt(2))) / 2'),
  },
  {
    activation: nn.geluTanh,
    begin: 'heNormal',
    scalar: (x) => x * (0.5 + 0.5 * Math.tanh(cubicOf(x))),
    branches: everywhere('x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 x^3)))'),
  },
  {
    activation: nn.silu,
    begin: 'heNormal',
    scalar: (x) => x * sigmoidOf(x),
    branches: everywhere('x / (1 + exp(-x))'),
  },
  {
    activation: nn.mish,
    begin: 'heNormal',
    scalar: (x) => x * Math.tanh(softplusOf(x)),
    branches: everywhere('x * tanh(log(1 + exp(x)))'),
  },
  {
    activation: nn.softplus,
    begin: 'heNormal',
    scalar: softplusOf,
    branches: everywhere('log(1 + exp(x))'),
  },
  { activation: nn.sigmoid, scalar: sigmoidOf, branches: everywhere('1 / (1 + exp(-x))') },
  { activation: nn.tanh, scalar: Math.tanh, branches: everywhere('tanh(x)') },
  {
    activation: nn.hardSigmoid,
    scalar: (x) => Math.min(Math.max(x + 3, 0), 6) / 6,
    branches: () => [
      { from: -12, to: -3, formula: '0 x' },
      { from: -3, to: 3, formula: '(x + 3) / 6' },
      { from: 3, to: 12, formula: '1 + 0 x' },
    ],
    domain: { low: -4, high: 4, kinks: [-3, 3] },
  },
  {
    activation: nn.hardTanh,
    scalar: (x) => Math.min(Math.max(x, -1), 1),
    branches: () => [
      { from: -12, to: -1, formula: '-1 + 0 x' },
      { from: -1, to: 1, formula: 'x' },
      { from: 1, to: 12, formula: '1 + 0 x' },
    ],
    domain: { ...around0, kinks: [-1, 1] },
  },
];

export interface Variant {
  readonly label: string;
  readonly options: Options;
  readonly run: (x: Tensor) => Tensor;
  readonly layer: () => nn.Layer;
}

/** An activation without options, and with those of its record. */
export function variantsOf({ activation, options }: ActivationRecord): Variant[] {
  const call = activation as nn.ActivationWith<Options>;
  const variant = (label: string, given?: Options): Variant => ({
    label,
    options: given ?? {},
    run: (x) => (given === undefined ? call(x) : call(x, given)),
    layer: () => (given === undefined ? call() : call(given)),
  });
  const words = Object.entries(options ?? {}).map(([name, value]) => `${name} ${value}`);
  return [variant(''), ...(options === undefined ? [] : [variant(words.join(', '), options)])];
}

export const activationRecords = activations.map((record) => {
  const [plain, ...others] = variantsOf(record);
  const scalarOf =
    ({ options }: Variant) =>
    (x: number) =>
      record.scalar(x, options);
  return unaryRecord({
    operation: plain.run(parameter([1])).source?.operation as AnyOperation,
    run: plain.run,
    scalar: scalarOf(plain),
    domains: [record.domain ?? around0],
    variants: others.map((variant) => ({ ...variant, scalar: scalarOf(variant) })),
    noArray: {
      given: 'an array instead of a tensor',
      run: () => plain.run([1, 2] as unknown as Tensor),
      error: OptionError,
      says: 'Make a tensor first',
    },
    mistakes: record.mistakes,
  });
});
