/** Playground: everything is free: data, network, optimizer and pace. */
import { choice, type Values, whole } from '../core/fields.ts';
import type { Described, WithWeights } from '../core/view.ts';
import type { Plane } from './time_machine.ts';

/** A table that the reader chose; it has no place in an address. */
export interface OwnTable {
  readonly text: string;
  /** The name of the column to be predicted. */
  readonly target: string;
}

/** What is predicted: one of two classes, one of several, a number. */
export type Goal =
  | { readonly kind: 'two' | 'number' }
  | { readonly kind: 'several'; classes: number };

export interface PlaygroundResult extends WithWeights {
  readonly iterations: number;
  readonly iterationsPerEpoch: number;
  readonly features: number;
  readonly goal: Goal;
  /** How the table was read, in lines; undefined for generated data. */
  readonly report: string | undefined;
  /** Of two inputs and two classes: the training samples, two numbers each, and the plane around them. */
  readonly plane: Plane | undefined;
}

export interface EpochRead {
  readonly iteration: number;
  readonly training: number;
  readonly validation: number;
}

/** What is asked of a run: how it stands, or its model as a file. */
export type PlaygroundQuestion = 'look' | 'file';

export interface Look {
  readonly iteration: number;
  readonly epoch: number;
  readonly readings: readonly EpochRead[];
  /** The probability of class 1, row by row from the lowest y, where there is a plane. */
  readonly map: Float32Array | undefined;
  readonly weights: string;
  /** Where it was asked for: the library's own file. */
  readonly file?: Uint8Array<ArrayBuffer>;
}

export const playground: Described = {
  name: 'playground',
  ofGiven: 'own_table',
  fields: [
    choice('data', 'Data', 'moons', ['moons', 'circles', 'spirals', 'blobs', 'xor']),
    whole('samples', 'Samples', 200, [20, 1000]),
    choice('noise', 'Noise', '0.2', ['0', '0.05', '0.1', '0.2', '0.3', '0.5']),
    whole('layers', 'Hidden layers', 2, [0, 6]),
    whole('units', 'Units in each', 8, [1, 64]),
    choice('activation', 'Activation', 'tanh', ['relu', 'tanh', 'sigmoid', 'gelu']),
    choice('dropout', 'Dropout', '0', ['0', '0.1', '0.2', '0.5']),
    choice('optimizer', 'Optimizer', 'adam', ['sgd', 'momentum', 'adam']),
    choice('learningRate', 'Learning rate', '0.03', [
      '0.001',
      '0.003',
      '0.01',
      '0.03',
      '0.1',
      '0.3',
      '1',
    ]),
    whole('batchSize', 'Batch size', 10, [1, 1000]),
    whole('epochs', 'Epochs', 100, [1, 500]),
    whole('seed', 'Seed', 7, [0, 9999]),
  ],
  author: 'c29679a26e4c04dc6e1f8cbe96445a813d16dcf89ee536af93acdc666fbb818d',
};

const NOISELESS = 'blobs';

/** The TypeScript that makes the same run in Node; of a table, from a file `data.csv`. */
export function codeOf(
  values: Values,
  { goal }: Pick<PlaygroundResult, 'goal'>,
  table?: OwnTable,
): string {
  const { data, samples, noise, layers, units, activation, dropout, optimizer, seed } = values;
  const optimizerName = optimizer === 'adam' ? 'adam' : 'sgd';
  const loss = LOSSES[goal.kind];
  const names = [
    ...(Number(layers) > 0 ? [String(activation)] : []),
    ...(Number(layers) > 0 && dropout !== '0' ? ['dropout'] : []),
    ...['dense', 'sequential', 'Trainer', optimizerName, loss],
  ].toSorted();
  const hidden = [
    `dense({ units: ${units} })`,
    `${activation}()`,
    ...(dropout === '0' ? [] : [`dropout({ rate: ${dropout} })`]),
  ];
  const last = `dense({ units: ${goal.kind === 'several' ? goal.classes : 1} })`;
  const all = [...Array.from({ length: Number(layers) }, () => hidden).flat(), last];
  const generated = `${data}({ samples: ${samples}, ${data === NOISELESS ? 'classes: 2, ' : ''}noise: ${noise}, seed: ${seed} })`;
  // The classes of a table may be rare.
  const isStratified = table !== undefined && goal.kind !== 'number';
  const target = JSON.stringify(table?.target ?? '');
  return [
    ...(table ? ["import { readFileSync } from 'node:fs';"] : []),
    `import { ${names.join(', ')} } from 'epochal';`,
    `import { ${table ? '' : `${data}, `}split, standardize } from 'epochal/data';`,
    "import { fingerprint } from 'epochal/learn';",
    ...(table ? ["import { readCsv } from 'epochal/persistence';"] : []),
    '',
    ...(table
      ? [`const { dataset } = readCsv(readFileSync('data.csv', 'utf8'), { target: ${target} });`]
      : [`const dataset = ${generated};`]),
    `const parts = split(dataset, { validation: 0.25, seed: ${seed}${isStratified ? ', stratify: true' : ''} });`,
    'const scaler = standardize(parts.train);',
    'const train = scaler.apply(parts.train);',
    'const validation = scaler.apply(parts.validation);',
    `const model = sequential({ inputShape: [train.inputs.shape[1] ?? 0], seed: ${seed} }, [`,
    ...all.map((layer) => `  ${layer},`),
    ']);',
    'const trainer = new Trainer({',
    '  model,',
    `  loss: ${loss}(),`,
    `  optimizer: ${optimizerName}({ learningRate: ${values.learningRate}${optimizer === 'momentum' ? ', momentum: 0.9' : ''} }),`,
    `  epochs: ${values.epochs},`,
    `  batchSize: ${values.batchSize},`,
    '  evaluateTraining: true,',
    `  seed: ${seed},`,
    '});',
    'await trainer.fit({ train, validation });',
    'console.log(trainer.iteration, fingerprint(model));',
    '',
  ].join('\n');
}

const LOSSES = {
  two: 'sigmoidBinaryCrossEntropy',
  several: 'softmaxCrossEntropy',
  number: 'meanSquaredError',
} as const;
