/** Loading what fits, and telling what did not. */
import { describe, expect, it } from 'vitest';
import { DataError, OptionError } from '../../src/errors/errors.ts';
import { batchNorm, dense, type Model, type ModelState, sequential } from '../../src/nn/index.ts';
import { readSafetensors, writeSafetensors } from '../../src/persistence/index.ts';
import { type LoadPartOptions, loadPart } from '../../src/transfer/index.ts';
import { tensor, zeros } from '../tensors.ts';

const make = (seed: number, classes = 2): Model =>
  sequential({ inputShape: [3], seed }, [
    dense({ units: 4 }),
    batchNorm(),
    dense({ units: classes }),
  ]);

const source = make(1);
for (const own of source.parameters()) own.assign(own.add(1));

const BODY = [
  'layers.0.weight',
  'layers.0.bias',
  'layers.1.weight',
  'layers.1.bias',
  'layers.1.runningMean',
  'layers.1.runningVariance',
];
const HEAD = ['layers.2.weight', 'layers.2.bias'];

/** Names whose values have come from the source, and those whose values are still their own. */
function checkValues(model: Model, fresh: Model, loaded: readonly string[]): void {
  for (const [name, own] of Object.entries(model.state())) {
    const from = loaded.includes(name) ? source : fresh;
    expect(own, name).toBeBitIdenticalTo(from.state()[name]);
  }
}

describe('loadPart', () => {
  it('loads what has the same name and shape, and says what has another', () => {
    const model = make(2, 5);
    const report = loadPart(model, source.state());
    expect(report).toMatchObject({ missing: [], unexpected: [], leftOut: [] });
    expect([...report.loaded].sort()).toEqual([...BODY].sort());
    expect(report.shapeMismatched).toEqual([
      { name: 'layers.2.weight', expected: 'float32 [4, 5]', received: 'float32 [4, 2]' },
      { name: 'layers.2.bias', expected: 'float32 [5]', received: 'float32 [2]' },
    ]);
    checkValues(model, make(2, 5), BODY);
  });

  it('loads only what is asked for: a head of the same shape stays', () => {
    const model = make(2);
    const report = loadPart(model, source.state(), { only: { first: 2 } });
    expect(report.leftOut).toEqual(HEAD);
    expect(report.missing).toEqual([]);
    checkValues(model, make(2), BODY);
    const other = make(2);
    expect(loadPart(other, source.state(), { only: 'layers.2' }).loaded).toEqual(HEAD);
    checkValues(other, make(2), HEAD);
  });

  it('says what is missing, and what nobody has a place for', () => {
    const { 'layers.0.bias': _, ...state } = source.state();
    const report = loadPart(make(2), { ...state, 'layers.3.weight': zeros([1]), extra: tensor(1) });
    expect(report.missing).toEqual(['layers.0.bias']);
    expect(report.unexpected).toEqual(['layers.3.weight', 'extra']);
  });

  it('tells dtypes apart, and takes no arrays', () => {
    const state = { ...source.state(), 'layers.0.bias': zeros([4], { dtype: 'float64' }) };
    const wrong = { ...state, 'layers.2.bias': [0, 0] } as unknown as ModelState;
    expect(loadPart(make(2), wrong).shapeMismatched).toEqual([
      { name: 'layers.0.bias', expected: 'float32 [4]', received: 'float64 [4]' },
      { name: 'layers.2.bias', expected: 'float32 [2]', received: '[0, 0]' },
    ]);
  });

  it.each<[string, LoadPartOptions['rename']]>([
    ['beginnings', { encoder: 'layers', 'encoder.9': 'unused' }],
    ['a function', (name) => name.replace('encoder', 'layers')],
  ])('renames by %s', (_, rename) => {
    const theirs = Object.entries(source.state()).map(([name, value]) => [
      name.replace('layers', 'encoder'),
      value,
    ]);
    const model = make(2);
    expect(loadPart(model, Object.fromEntries(theirs), { rename }).loaded).toHaveLength(8);
    checkValues(model, make(3), [...BODY, ...HEAD]);
  });

  it('renames whole names, from nothing, to nothing, and leaves out what becomes undefined', () => {
    const one = (rename: LoadPartOptions['rename'], name: string) =>
      loadPart(make(2), { [name]: zeros([2]) }, { rename }).loaded;
    expect(one({ b: 'layers.2.bias' }, 'b')).toEqual(['layers.2.bias']);
    expect(one({ '': 'layers' }, '2.bias')).toEqual(['layers.2.bias']);
    expect(one({ model: '' }, 'model.layers.2.bias')).toEqual(['layers.2.bias']);
    expect(one({ bert: 'layers' }, 'layers.2.bias')).toEqual(['layers.2.bias']);
    const report = loadPart(make(2), source.state(), {
      rename: (name) => (name.endsWith('bias') ? undefined : name),
    });
    expect(report.leftOut).toEqual(['layers.0.bias', 'layers.1.bias', 'layers.2.bias']);
    expect(report.missing).toEqual(report.leftOut);
  });

  it('leaves frozen what is frozen, and the state as it was', () => {
    const model = make(2);
    model.freeze('layers.0');
    loadPart(model, source.state());
    expect(
      model
        .parameters()
        .map(({ requiresGrad }) => requiresGrad)
        .slice(0, 3),
    ).toEqual([false, false, true]);
    model.parameters()[0].assign(zeros([3, 4]));
    expect(source.state()['layers.0.weight']).not.toBeBitIdenticalTo(zeros([3, 4]));
  });

  it('takes what was read from a file', () => {
    const { tensors } = readSafetensors(writeSafetensors({ tensors: source.state() }));
    expect(loadPart(make(2), tensors).loaded).toHaveLength(8);
  });

  it('prints one line for each fate that something had', () => {
    const { 'layers.0.bias': _, ...state } = source.state();
    const report = loadPart(make(2, 5), { ...state, extra: tensor(1) }, { only: 'layers.0' });
    expect(`${report}`).toBe(
      [
        '1 loaded: layers.0.weight',
        '1 missing: layers.0.bias',
        '1 unexpected: extra',
        `6 left out: ${[...BODY.slice(2, 4), ...HEAD, ...BODY.slice(4)].join(', ')}`,
      ].join('\n'),
    );
    expect(`${loadPart(make(2, 5), source.state())}`).toContain(
      '\n2 of another shape: layers.2.weight (float32 [4, 5], received float32 [4, 2]), layers.2.bias',
    );
  });
});

describe('loadPart refuses, and has changed nothing then,', () => {
  function refuses(
    state: unknown,
    options: object | undefined,
    error: new (...args: never[]) => Error,
    says: string,
  ) {
    const model = make(2);
    const load = () => loadPart(model, state as ModelState, options);
    expect(load).toThrow(error);
    expect(load).toThrow(says);
    checkValues(model, make(2), []);
  }

  it('a state of which nothing fits', () => {
    refuses({ a: zeros([1]) }, {}, DataError, 'received 8 missing: ');
    refuses({ a: zeros([1]) }, {}, DataError, '; 1 unexpected: a. Say what names');
    refuses({}, { only: 'layers.7' }, DataError, 'received an empty state');
  });

  it('two names that become one', () => {
    refuses(
      source.state(),
      { rename: { 'layers.2': 'layers.0' } },
      DataError,
      'loadPart.rename: Expected another name for each tensor; received layers.0.weight for both layers.0.weight and layers.2.weight.',
    );
  });

  it('what is no state, and options that do not fit', () => {
    refuses(undefined, {}, OptionError, 'tensors by name, as state() gives them');
    refuses(source.state(), { prefix: 'a' }, OptionError, 'unknown option "prefix"');
    refuses(source.state(), { rename: { a: 1 } }, OptionError, 'loadPart.rename');
    refuses(
      source.state(),
      { only: { first: 4 } },
      OptionError,
      'loadPart.only: Expected the beginning of a name',
    );
  });
});
