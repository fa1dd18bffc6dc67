/** What becomes of each setting of the optimizers of torch: read, the same without it, or told, and begun anew. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTorch, type TorchValue, writeTorch } from '../../../src/formats/pickle/torch.ts';
import { importModel } from '../../../src/interop/index.ts';
import { batchNorm, dense, sequential, tanh } from '../../../src/nn/index.ts';
import { cast } from '../../../src/ops/elementwise/cast.ts';
import { isFloat } from '../../../src/tensor/dtype.ts';

const folder = new URL('../../fixtures/interop/', import.meta.url);
const all: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('settings.json', folder), 'utf8'),
).torch;

const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(new URL(`torch_state/${name}.pt`, folder)));

const layers = [dense({ units: 3 }), tanh(), batchNorm(), dense({ units: 2 })];

/** A training run that torch has saved, with other settings. */
function imported(
  file: string,
  kind: string,
  settings: Readonly<Record<string, TorchValue>>,
  change?: (state: Map<string, TorchValue>) => void,
) {
  const { tensors, optimizer = new Map() } = readTorch('test', bytesOf(file));
  change?.(optimizer.get('state') as Map<string, TorchValue>);
  const [group] = optimizer.get('param_groups') as Map<string, TorchValue>[];
  for (const [name, value] of Object.entries(settings)) group.set(name, value);
  const saved = writeTorch(
    'test',
    new Map<string, TorchValue>([
      ['model', new Map(Object.entries(tensors))],
      ['optimizer', new Map(optimizer as Map<string, TorchValue>)],
    ]),
  );
  const model = sequential({ inputShape: [4] }, layers);
  const isAlike = kind === 'adam' || kind === 'adamW';
  return importModel(saved, { model, ...(isAlike && { optimizer: kind }) });
}

interface Row {
  readonly settings: Readonly<Record<string, TorchValue>>;
  readonly read?: Readonly<Record<string, unknown>>;
  readonly told?: RegExp;
}

const same = (name: string, value: TorchValue = true): Row => ({ settings: { [name]: value } });
const anew = (name: string, value: TorchValue = true): Row => ({
  settings: { [name]: value },
  told: new RegExp(`optimizer, which begins anew: one with .*${name}`),
});
const read = (name: string, ours: string, value: number | boolean): Row => ({
  settings: { [name]: value },
  read: { [ours]: value },
});
const lr = read('lr', 'learningRate', 0.375);
const betas = { settings: { betas: [0.5, 0.75] }, read: { beta1: 0.5, beta2: 0.75 } };
const eps = read('eps', 'epsilon', 0.25);
const decay = read('weight_decay', 'l2', 0.3125);
const foreach = same('foreach');
const maximize = anew('maximize');

const ADAM = {
  ...{ lr, betas, eps, weight_decay: decay, amsgrad: read('amsgrad', 'amsgrad', true), foreach },
  ...{ maximize, capturable: same('capturable') },
};
const ROWS: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  SGD: {
    ...{ lr, momentum: read('momentum', 'momentum', 0.25), dampening: anew('dampening', 0.5) },
    ...{ weight_decay: decay, nesterov: read('nesterov', 'nesterov', false), maximize, foreach },
    differentiable: same('differentiable'),
  },
  Adam: { ...ADAM, differentiable: same('differentiable'), fused: same('fused') },
  AdamW: { ...ADAM, weight_decay: read('weight_decay', 'weightDecay', 0.3125) },
  NAdam: {
    ...{ lr, betas, eps, weight_decay: decay, foreach },
    momentum_decay: read('momentum_decay', 'momentumDecay', 0.5),
  },
  Adamax: { lr, betas, eps, weight_decay: decay, foreach, maximize },
  RAdam: { lr, betas, eps, weight_decay: decay, foreach },
  RMSprop: {
    ...{ lr, alpha: read('alpha', 'rho', 0.5), eps, weight_decay: decay, foreach, maximize },
    ...{
      momentum: read('momentum', 'momentum', 0.125),
      centered: read('centered', 'centered', false),
    },
    differentiable: same('differentiable'),
  },
  Adagrad: {
    ...{ lr, lr_decay: anew('lr_decay', 0.5), weight_decay: decay, eps, foreach, maximize },
    initial_accumulator_value: read('initial_accumulator_value', 'initialAccumulator', 0.5),
  },
  Adadelta: { lr, rho: read('rho', 'rho', 0.5), eps, weight_decay: decay, foreach, maximize },
};
const FILES: Readonly<Record<string, readonly [file: string, kind: string]>> = {
  ...{ SGD: ['momentum', 'sgd'], Adam: ['adam', 'adam'], AdamW: ['adamw', 'adamW'] },
  ...{ NAdam: ['nadam', 'nadam'], Adamax: ['adamax', 'adamax'], RAdam: ['radam', 'radam'] },
  ...{ RMSprop: ['rmsprop', 'rmsprop'], Adagrad: ['adagrad', 'adagrad'] },
  Adadelta: ['adadelta', 'adadelta'],
};

describe.each(Object.keys(ROWS))('settings of %s', (type) => {
  const [file, kind] = FILES[type];
  const before = imported(file, kind, {}).training?.optimizer;

  it('are those of the constructor', () => {
    expect(Object.keys(ROWS[type]).sort()).toEqual([...all[type]].sort());
  });

  it.each(Object.entries(ROWS[type]))('%s', (_, row) => {
    const { training, report } = imported(file, kind, row.settings);
    if (row.told !== undefined) {
      expect(training).toBeUndefined();
      expect(report.ignored.join('\n')).toMatch(row.told);
      return;
    }
    const { name, options = {}, learningRate } = training?.optimizer ?? {};
    expect(name).toBe(kind);
    const found = { ...options, learningRate };
    expect(found).toMatchObject({ ...row.read });
    const changes = { ...before?.options, learningRate: before?.learningRate, ...row.read };
    expect(found).toEqual(changes);
    if (row.read !== undefined) expect(found).not.toEqual({ ...before?.options });
  });

  it('that it has not begin anew, and are named', () => {
    const { training, report } = imported(file, kind, { tempo: 2 });
    expect(training).toBeUndefined();
    expect(report.ignored.join('\n')).toMatch(/begins anew: one with .*tempo/);
  });

  it('of a schedule are told', () => {
    const { report } = imported(file, kind, { initial_lr: 0.5 });
    expect(report.ignored.join('\n')).toMatch(/initial_lr 0\.5 of a schedule, which is at 0\.\d+/);
  });
});

describe('the state of an optimizer', () => {
  it('that has counted differently for its parameters begins anew', () => {
    const state = (count: number) => new Map<string, TorchValue>([['step', count]]);
    const { training, report } = imported('adam', 'adam', {}, (all) => {
      all.set('0', state(3));
      all.set('1', state(4));
    });
    expect(training).toBeUndefined();
    expect(report.ignored.join()).toMatch(/begins anew: 3, 4/);
  });

  it('in double precision goes into a model in single precision, and weights of it are told', () => {
    const { tensors } = readTorch('test', bytesOf('adam'));
    const wide = Object.entries(tensors).map(
      ([name, tensor]) => [name, isFloat(tensor.dtype) ? cast(tensor, 'float64') : tensor] as const,
    );
    const model = sequential({ inputShape: [4] }, layers);
    const { report } = importModel(writeTorch('test', new Map(wide)), { model });
    expect(report.converted[0]).toBe('0.weight: float64 as float32');
    expect(report.converted.length).toBe(8);
  });
});

describe('decay that is decoupled', () => {
  it.each([
    ['adam', 'adam', false, 'adam'],
    ['adam', 'adam', true, undefined],
    ['adamw', 'adamW', true, 'adamW'],
    ['nadam', 'nadam', true, undefined],
    ['radam', 'radam', true, undefined],
  ])('%s, as %s, with decoupled_weight_decay %s: %s', (file, kind, decoupled, found) => {
    const { training } = imported(file, kind, { decoupled_weight_decay: decoupled });
    expect(training?.optimizer?.name).toBe(found);
  });
});
