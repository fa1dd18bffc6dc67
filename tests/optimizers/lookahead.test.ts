/** Look-ahead, against algorithm 1 of the paper in plain numbers. */
import { describe, expect, it } from 'vitest';
import { OptionError } from '../../src/errors/errors.ts';
import {
  adam,
  groupOf,
  type LookaheadOptions,
  lookahead,
  type Optimizer,
  optimizerFromJSON,
  optimizerToJSON,
  sgd,
} from '../../src/optimizers/index.ts';
import { tensor } from '../../src/tensor/create.ts';
import { random } from '../../src/tensor/rng.ts';
import { begin, trace, update } from './descent.ts';

const start = [0.5, -1.25, 2];
const gradients = Array.from({ length: 23 }, (_, t) => {
  const { normal } = random(6, `gradients/${t}`);
  return [0.01, 1, 10].map((scale) => scale * normal());
});

/** What fast weights become by an optimizer that is known to be right. */
const momentum = { learningRate: 0.05, momentum: 0.9 };

describe('lookahead', () => {
  it.each([
    [5, 0.5],
    [6, 0.8],
    [1, 0.25],
    [7, 1],
  ])('with a period of %i and alpha %d follows the paper', (syncPeriod, alpha) => {
    const fast = [...start];
    const slow = [...start];
    const m = [0, 0, 0];
    const expected = gradients.map((g, index) => {
      for (const k of fast.keys()) {
        m[k] = momentum.momentum * m[k] + g[k];
        fast[k] -= momentum.learningRate * m[k];
        if ((index + 1) % syncPeriod !== 0) continue;
        slow[k] += alpha * (fast[k] - slow[k]);
        fast[k] = slow[k];
      }
      return [...fast];
    });
    const optimizer = lookahead({ optimizer: sgd(momentum), syncPeriod, alpha });
    trace(optimizer, start, gradients).forEach((row, t) => {
      row.forEach((value, k) => {
        const off = Math.abs(value - expected[t][k]) / Math.max(1, Math.abs(expected[t][k]));
        expect(off, `update ${t + 1}, element ${k}`).toBeLessThan(1e-12);
      });
    });
  });

  it('between synchronizations is the optimizer inside, to the bit', () => {
    const ahead = trace(lookahead({ optimizer: adam() }), start, gradients.slice(0, 4));
    expect(ahead).toEqual(trace(adam(), start, gradients.slice(0, 4)));
  });

  it('remembers where the period began', () => {
    const optimizer = lookahead({ optimizer: sgd({ learningRate: 1 }), syncPeriod: 2 });
    let now = begin(optimizer, [8]);
    const seen: number[][] = [];
    for (let t = 1; t <= 4; t++) {
      now = update(optimizer, now, tensor([2], { dtype: 'float64' }), t);
      seen.push([now.parameter.item(), now.state.slow.item()]);
    }
    expect(seen).toEqual([
      [6, 8],
      [6, 8], // halfway between 8 and 4
      [4, 6],
      [4, 6],
    ]);
  });

  it('takes a parameter as it is when training begins, whatever it was before', () => {
    const optimizer = lookahead({ optimizer: sgd({ learningRate: 1 }), syncPeriod: 2 });
    const { state } = begin(optimizer, [100]);
    const moved = { parameter: tensor([8], { dtype: 'float64' }), state };
    const gradient = tensor([2], { dtype: 'float64' });
    const once = update(optimizer, moved, gradient, 1);
    expect(update(optimizer, once, gradient, 2).parameter.item()).toBe(6);
  });

  it('takes a parameter that learns later as it was when it was frozen', () => {
    const optimizer = lookahead({ optimizer: sgd({ learningRate: 1 }), syncPeriod: 3 });
    const gradient = tensor([2], { dtype: 'float64' });
    const later = update(optimizer, begin(optimizer, [8]), gradient, 6); // synchronizes at once
    expect(later.parameter.item()).toBe(7);
  });

  it('passes on learning rate, numbers of the iteration, and groups', () => {
    const inner = adam({
      learningRate: 0.5,
      groups: [{ parameters: 'layers.0', learningRate: 0.25 }],
    });
    const optimizer = lookahead({ optimizer: inner, syncPeriod: 3 });
    expect(optimizer.learningRate).toBe(0.5);
    expect(optimizer.scalars(6)).toEqual({ ...inner.scalars(6), begins: 0, follow: 0.5 });
    expect(optimizer.scalars(7)).toEqual({ ...inner.scalars(7), begins: 1, follow: 0 });
    const own = groupOf(optimizer, 'layers.0.weight');
    expect([own.name, own.learningRate, own.options.syncPeriod]).toEqual(['lookahead', 0.25, 3]);
  });

  it('comes back from JSON, with what is inside and its groups', () => {
    const groups = [{ parameters: 'layers.0', learningRate: 0.25 }];
    const optimizer = lookahead({ optimizer: sgd({ ...momentum, groups }), alpha: 0.75 });
    const json = JSON.parse(JSON.stringify(optimizerToJSON(optimizer)));
    expect(json.options).toEqual({ syncPeriod: 5, alpha: 0.75 });
    expect(json.optimizer.name).toBe('sgd');
    const copy = optimizerFromJSON(json);
    expect(copy.options).toEqual(optimizer.options);
    expect(groupOf(copy, 'layers.0.bias').learningRate).toBe(0.25);
    expect(trace(copy, start, gradients)).toEqual(trace(optimizer, start, gradients));
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['nothing inside', {}, 'lookahead.optimizer: Expected an optimizer, such as adam()'],
    ['a period of 0', { syncPeriod: 0 }, 'lookahead.syncPeriod'],
    ['to stand still', { alpha: 0 }, 'lookahead.alpha: Expected a number above 0, at most 1'],
    ['to overshoot', { alpha: 1.5 }, 'lookahead.alpha'],
    ['the letter of the paper', { k: 5 }, 'Did you mean syncPeriod?'],
    ['a learning rate', { learningRate: 1 }, 'It belongs to the optimizer inside.'],
    [
      'another of its kind',
      { optimizer: lookahead({ optimizer: sgd() }) },
      'Expected an optimizer that does not look ahead itself; received "lookahead"',
    ],
  ])('refuses %s', (what, options, says) => {
    const inside: { optimizer?: Optimizer } = what === 'nothing inside' ? {} : { optimizer: sgd() };
    const make = () => lookahead({ ...inside, ...options } as unknown as LookaheadOptions);
    expect(make).toThrow(OptionError);
    expect(make).toThrow(says);
  });

  it('refuses groups beside it in JSON', () => {
    const { options, optimizer } = optimizerToJSON(lookahead({ optimizer: sgd() }));
    const groups = [{ parameters: 'layers.0' }];
    expect(() => optimizerFromJSON({ name: 'lookahead', options, optimizer, groups })).toThrow(
      'They belong to the optimizer inside.',
    );
  });
});
