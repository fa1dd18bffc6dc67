/** The glossary has the words of the field, and each leads to a chapter that speaks of it. */
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documents } from './markdown.ts';

const all = documents();
const textOf = (path: string) => all.find((document) => document.path === path)?.text ?? '';
const ENTRY = /^- \*\*(.+?)\*\*(?:, (.+?))?: ([\s\S]+?)(?=\n- |\s*(?![\s\S]))/gm;

const entries = [...textOf('docs/glossary.md').matchAll(ENTRY)].map(
  ([, word, others = '', text]) => ({
    word,
    names: [word, ...others.split(', ').filter((name) => name !== '')],
    links: [...text.matchAll(/\]\(([^)#]+)(#[^)]+)?\)/g)].map(([, path]) => path),
  }),
);
const words = entries.map(({ word }) => word);

/** What a general article on epochs and training takes for granted. */
const EXPECTED =
  `accuracy, activation, backpropagation, batch, bias, class, convergence, cross entropy,
  cross-validation, dataset, divergence, dropout, early stopping, epoch, fan-in, feature, fine-tuning,
  generalization, gradient, gradient accumulation, gradient descent, hidden layer, hyperparameter, inference,
  initialization, iteration, layer, learning curve, learning rate, logits, loss, loss curve, metric, mini-batch,
  momentum, network, neuron, normalization, optimizer, overfitting, parameter, patience, plateau, prediction,
  regularization, sample, schedule, seed, softmax, target, test set, training set, transfer learning, underfitting,
  update, validation set, vanishing gradients, warm-up, weight, weight decay`.split(/,\s+/);

describe('the glossary', () => {
  it('has the words of the field', () => {
    const names = entries.flatMap((entry) => entry.names);
    expect(EXPECTED.filter((word) => !names.includes(word))).toEqual([]);
  });

  it('has them in order, each once', () => {
    expect(words).toEqual([...new Set(words)].sort((a, b) => (a < b ? -1 : 1)));
  });

  it.each(entries)('leads from $word to a chapter that speaks of it', ({ names, links }) => {
    expect(links).not.toEqual([]);
    for (const link of links) {
      const text = textOf(posix.join('docs', link)).toLowerCase();
      expect(
        names.filter((name) => text.includes(name.toLowerCase())),
        link,
      ).not.toEqual([]);
    }
  });

  it('has every word that the chapter for beginners has in bold', () => {
    const bold = [...textOf('docs/from_zero.md').matchAll(/\*\*(\w[^*]*)\*\*/g)];
    const names = entries.flatMap((entry) => entry.names);
    const missing = bold.map(([, word]) =>
      word.toLowerCase().replace(/(?<=[^s])s$|(?<=batch|loss)es$/, ''),
    );
    expect(bold.length).toBeGreaterThan(20);
    expect(missing.filter((word) => !names.includes(word) && !names.includes(`${word}s`))).toEqual(
      [],
    );
  });

  it('is linked from the chapters where readers begin', () => {
    for (const path of ['README.md', 'docs/from_zero.md', 'docs/epochs.md']) {
      expect(textOf(path)).toContain('glossary.md');
    }
  });
});
