import { erf } from 'mathjs';
import { OptionError } from '../../../src/errors/errors.ts';
import * as activations from '../../../src/ops/elementwise/activations.ts';
import { zeros } from '../../tensors.ts';
import { unaryRecord } from './elementwise.ts';
import { around0, type Domain } from './record.ts';

const { elu, gelu, geluTanh, hardSigmoid, hardTanh, leakyRelu, mish } = activations;
const { relu, selu, sigmoid, silu, softplus, tanh } = activations;

const kinkAt0: Domain = { ...around0, kinks: [0] };

// As printed by Klambauer et al., with more digits than a number holds.
const lambda = Number('1.0507009873554804934193349852946');
const alphaOfSelu = Number('1.6732632423543772848170429916717');

const sigmoidOf = (x: number) => 1 / (1 + Math.exp(-x));
const softplusOf = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const normalCdf = (x: number) => (Number.isNaN(x) ? x : 0.5 + 0.5 * erf(x / Math.SQRT2));
const eluOf = (x: number, alpha: number) => (x > 0 ? x : alpha * Math.expm1(x));
const leakyOf = (x: number, slope: number) => (x > 0 ? x : slope * x);
const cubicOf = (x: number) => Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);

export const activationRecords = [
  unaryRecord({
    operation: activations.reluOperation,
    run: relu,
    scalar: (x) => Math.max(x, 0),
    domains: [kinkAt0],
  }),
  unaryRecord({
    operation: activations.leakyReluOperation,
    run: (x) => leakyRelu(x),
    scalar: (x) => leakyOf(x, 0.01),
    domains: [kinkAt0],
    variants: [
      {
        label: 'negativeSlope 0.2',
        run: (x) => leakyRelu(x, { negativeSlope: 0.2 }),
        scalar: (x) => leakyOf(x, 0.2),
      },
    ],
    mistakes: [
      {
        given: 'a misspelt option',
        run: () => leakyRelu(zeros([2]), { negativeSlop: 0.2 } as object),
        error: OptionError,
        says: 'Did you mean negativeSlope?',
      },
    ],
  }),
  unaryRecord({
    operation: activations.eluOperation,
    run: (x) => elu(x),
    scalar: (x) => eluOf(x, 1),
    domains: [kinkAt0],
    variants: [
      { label: 'alpha 0.5', run: (x) => elu(x, { alpha: 0.5 }), scalar: (x) => eluOf(x, 0.5) },
    ],
    mistakes: [
      {
        given: 'a negative alpha',
        run: () => elu(zeros([2]), { alpha: -1 }),
        error: OptionError,
        says: 'elu.alpha: Expected a finite number, 0 or more; received -1',
      },
    ],
  }),
  unaryRecord({
    operation: activations.seluOperation,
    run: selu,
    scalar: (x) => lambda * eluOf(x, alphaOfSelu),
    domains: [kinkAt0],
  }),
  unaryRecord({
    operation: activations.geluOperation,
    run: gelu,
    scalar: (x) => x * normalCdf(x),
  }),
  unaryRecord({
    operation: activations.geluTanhOperation,
    run: geluTanh,
    scalar: (x) => x * (0.5 + 0.5 * Math.tanh(cubicOf(x))),
  }),
  unaryRecord({
    operation: activations.siluOperation,
    run: silu,
    scalar: (x) => x * sigmoidOf(x),
  }),
  unaryRecord({
    operation: activations.mishOperation,
    run: mish,
    scalar: (x) => x * Math.tanh(softplusOf(x)),
  }),
  unaryRecord({ operation: activations.softplusOperation, run: softplus, scalar: softplusOf }),
  unaryRecord({ operation: activations.sigmoidOperation, run: sigmoid, scalar: sigmoidOf }),
  unaryRecord({ operation: activations.tanhOperation, run: tanh, scalar: Math.tanh }),
  unaryRecord({
    operation: activations.hardSigmoidOperation,
    run: hardSigmoid,
    scalar: (x) => Math.min(Math.max(x + 3, 0), 6) / 6,
    domains: [{ low: -4, high: 4, kinks: [-3, 3] }],
  }),
  unaryRecord({
    operation: activations.hardTanhOperation,
    run: hardTanh,
    scalar: (x) => Math.min(Math.max(x, -1), 1),
    domains: [{ ...around0, kinks: [-1, 1] }],
  }),
];
