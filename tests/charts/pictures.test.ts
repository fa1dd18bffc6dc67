/** Charts as pictures: where things are, and what they say. */
import { describe, expect, it } from 'vitest';
import {
  confusionMatrixChart,
  type LossChartOptions,
  learningRateChart,
  lossChart,
} from '../../src/charts/index.ts';
import type { HistoryData } from '../../src/index.ts';
import { drawn, malformed, withoutWords } from './drawn.ts';

/** A history of validation losses by epoch, with training losses twice as high. */
function history(...losses: number[]): HistoryData {
  const records = losses.map((loss, k) => ({ epoch: k + 1, iteration: 10 * (k + 1), loss }));
  return {
    epochs: records.map((record) => ({
      ...{ ...record, loss: 2 * record.loss },
      ...{ samplesSeen: 100 * record.epoch, learningRate: 0.1, gradientNorm: 1, seconds: 1 },
    })),
    validations: records.map((record) => ({ ...record, metrics: { accuracy: 1 - record.loss } })),
    iterations: [],
  };
}

const svg = (histories: Parameters<typeof lossChart>[0], options?: LossChartOptions) =>
  lossChart(histories, { as: 'svg', ...options });

/** Width about of a letter, as wide usual fonts draw it. */
const DEJAVU = { plain: 0.58, bold: 0.6 };

describe('a picture of losses', () => {
  it('has points where they belong', () => {
    const [training, validation] = drawn(svg(history(0.5, 1, 0.25)));
    expect(training.map(([pen]) => pen).join('')).toBe('MLL');
    const [[, left, y1], [, middle, y2], [, right, y3]] = training;
    expect(middle).toBeCloseTo((left + right) / 2, 0);
    expect((y1 - y2) / (y3 - y2)).toBeCloseTo(1 / 1.5, 2);
    const zero = Number(/class="axis" fill="none" d="M\d+ \d+V(\d+)/.exec(svg(history(1)))?.[1]);
    expect(zero).toBeGreaterThan(300);
    expect((validation[0][2] - validation[1][2]) / (y1 - y2)).toBeCloseTo(0.5, 1);
  });

  it('has a broken line where a number is none', () => {
    const [training] = drawn(svg(history(1, 2, Number.NaN, 2, 1)));
    expect(training.map(([pen]) => pen).join('')).toBe('MLML');
  });

  it('shows a single epoch as dots, and marks none of a log twice', () => {
    const one = svg(history(0.5));
    expect(drawn(one).map((points) => points.map(([pen]) => pen).join(''))).toEqual(['o', 'o']);
    expect(one).toContain('>lowest validation loss: 0.5 at epoch 1<');
  });

  it('marks the best point by an empty ring around it, and says what it is above the area', () => {
    const picture = svg(history(0.5, 0.1, 0.3));
    const [, ring] = [...picture.matchAll(/<circle class="best" cx="([^"]+)" cy="([^"]+)"/g)];
    const [, validation] = drawn(picture);
    expect([Number(ring[1]), Number(ring[2])]).toEqual(validation[1].slice(1));
    expect(picture).toMatch(/\.best \{ fill: none/);
    const top = Number(/class="axis" fill="none" d="M\d+ (\d+)/.exec(picture)?.[1]);
    const said = /y="([\d.]+)">lowest validation loss: 0.1 at epoch 2</.exec(picture);
    expect(Number(said?.[1])).toBeLessThan(top - 8);
    expect(svg(history(0.5, 0.1), { best: 'none' })).not.toContain('class="best"');
    const metric = svg(history(0.5, 0.1), { metric: 'accuracy', best: 'highest' });
    expect(metric).toContain('>highest validation accuracy: 0.9 at epoch 2<');
  });

  it('has a logarithmic axis, on which ratios are distances', () => {
    const [, validation] = drawn(svg(history(1, 0.1, 0.01, 0), { scale: 'log' }));
    const [a, b, c] = validation.map(([, , y]) => y);
    expect(validation).toHaveLength(3);
    expect(b - a).toBeCloseTo(c - b, 0);
    expect(() => svg(history(0, -1), { scale: 'log' })).toThrow(/above 0.*scale: 'linear'/);
  });

  it('has smoothed curves over what was measured', () => {
    const losses = [1, 0, 1, 0];
    const picture = svg(history(...losses), { smoothing: 0.5 });
    expect(picture.match(/class="raw/g)).toHaveLength(2);
    const [, plain] = drawn(svg(history(...losses)));
    const [, smooth] = drawn(picture);
    const unit = plain[1][2] - plain[0][2];
    const values = smooth.map(([, , y]) => (plain[1][2] - y) / unit);
    // 1; (0 + 1/2) / (3/2); (1 + 0 + 1/4) / (7/4); (0 + 1/2 + 0 + 1/8) / (15/8)
    for (const [k, value] of [1, 1 / 3, 5 / 7, 1 / 3].entries()) {
      expect(values[k]).toBeCloseTo(value, 2);
    }
  });

  it('shows several runs in colors of their own, by name or by number', () => {
    const runs = { slow: history(1, 0.5), fast: history(1, 0.2) };
    const picture = svg(runs);
    for (const name of ['slow: training', 'slow: validation', 'fast: training']) {
      expect(picture).toContain(`>${name}<`);
    }
    expect(picture.match(/class="curve s0"/g)).toHaveLength(4);
    expect(picture.match(/class="curve s1"/g)).toHaveLength(4);
    expect(picture).toContain('lowest validation loss: 0.2 at epoch 2 (fast)');
    expect(svg([runs.slow, runs.fast])).toContain('>run 2: training<');
    const ten = Object.fromEntries(Array.from({ length: 10 }, (_, k) => [`${k}`, history(1, k)]));
    expect(malformed(svg(ten, { width: 300 }))).toBeUndefined();
  });

  it('fits its texts into its width', () => {
    const title = 'One title that holds everything about a training run: data, network, weather';
    const long = 'MODEL WITH A NAME THAT IS FAR TOO LONG FOR ANY LEGEND OF THIS WORLD';
    for (const width of [300, 760]) {
      const picture = svg(
        { [long]: history(1, 0.5), b: history(1) },
        { width, title: `${title} ${title}` },
      );
      const texts = [...picture.matchAll(/<text class="title" x="(\d+)"[^>]*>([^<]+)</g)];
      expect(texts).toHaveLength(2);
      for (const [, x, text] of texts) {
        expect(Number(x) + text.length * 17 * DEJAVU.bold).toBeLessThan(width + 10);
      }
      const names = [...picture.matchAll(/<text x="([\d.]+)" y="\d+">([^<]+)</g)];
      for (const [, x, text] of names) {
        expect(Number(x) + text.length * 13 * DEJAVU.plain).toBeLessThan(width + 10);
      }
      expect(picture).toContain(`<title>${title} ${title}</title>`);
    }
  });

  it.each(['auto', 'light', 'dark'] as const)('has colors: %s', (theme) => {
    const picture = svg(history(1, 0.5), { theme });
    expect(picture.includes('prefers-color-scheme: dark')).toBe(theme === 'auto');
    expect(picture.includes('.paper { fill: #ffffff }')).toBe(theme !== 'dark');
    expect(picture.includes('.paper { fill: #16191d }')).toBe(theme !== 'light');
  });

  it('is well-formed, with names of strangers as text', () => {
    const bad = '<script>alert("1")</script> & \'x\' \u001b \ud800 ]]> <!-- --> &lt;';
    const picture = svg({ [bad]: history(1, 0.5) }, { title: bad });
    expect(malformed(picture)).toBeUndefined();
    expect(picture).not.toContain('<script');
    expect(picture).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
    expect(malformed('<svg><a b="1"></svg>')).toBe('</svg> closes nothing');
    expect(malformed('<svg>a & b</svg>')).toMatch(/entity/);
  });

  it('stands in one page with others of another theme, without an id', () => {
    const [light, dark] = [svg(history(1), { theme: 'light' }), svg(history(1), { theme: 'dark' })];
    const selectors = (picture: string) =>
      [...picture.matchAll(/^(\.epochal-\w+) \.(?:paper|s0|on)\b/gm)].map(([, name]) => name);
    expect(new Set(selectors(light))).toEqual(new Set(['.epochal-light']));
    expect(new Set(selectors(dark))).toEqual(new Set(['.epochal-dark']));
    expect(light).toContain('class="epochal-chart epochal-light"');
    expect(light).not.toMatch(/\sid=|url\(|href/);
  });

  it('says how many numbers are not finite, and ends with those that are', () => {
    expect(svg(history(1, 0.5, Number.NaN))).toContain(
      'validation from 1 at epoch 1 to 0.5 at epoch 2, 1 not finite.',
    );
  });

  it('says in words what it shows', () => {
    const picture = svg(history(0.5, 0.25), { title: 'Mine', scale: 'log' });
    expect(picture).toContain(
      'role="img" aria-label="Mine. loss over epoch, on a logarithmic axis: ',
    );
    expect(picture).toContain(
      'training from 1 at epoch 1 to 0.5 at epoch 2; validation from 0.5 at epoch 1 to 0.25 at epoch 2. lowest',
    );
  });

  it('refuses what is no history, or has nothing to draw', () => {
    expect(() => lossChart({} as never)).toThrow(/Expected a history, or several/);
    expect(() => lossChart({ a: 1 } as never)).toThrow(/Expected a history, or several/);
    expect(() => lossChart(history())).toThrow(/received no epoch/);
    expect(() => lossChart(history(Number.NaN))).toThrow(/lower learning rate/);
    expect(() => lossChart(history(1), { metric: 'r2' })).toThrow(/one of accuracy; received r2/);
    expect(() => lossChart(history(1), { as: 'png' as never })).toThrow(/lossChart.as/);
  });
});

describe('losses as text', () => {
  /** The marks, row by row. */
  const rows = (text: string) =>
    text.split('\n').flatMap((line) => (/[┤│]/.test(line) ? [line.replace(/^.*[┤│]/, '')] : []));

  it('have a mark of their own where points of several curves fall into one place', () => {
    const text = lossChart(history(0, 1), { width: 40, height: 9 });
    expect(text.split('\n')[0]).toBe('● training   ○ validation   ◉ both');
    const marked = rows(text).filter((row) => row.trim() !== '');
    expect(marked).toEqual([`${' '.repeat(39)}●`, `${' '.repeat(39)}○`, '◉']);
    expect(lossChart(history(1, 0.5))).not.toContain('◉');
  });

  it('point at the best from the axis, and cover nothing', () => {
    const text = lossChart(history(0.5, 0.1, 0.3), { width: 9 });
    expect(text).toContain('└────↑────');
    expect(rows(text).join('').match(/○/g)).toHaveLength(3);
  });

  it('tell ten runs and more apart', () => {
    const runs = Object.fromEntries(Array.from({ length: 6 }, (_, k) => [`r${k}`, history(k + 1)]));
    const marks = [...lossChart(runs).matchAll(/(?:^| {3})(\S) r\d/gm)].map(([, mark]) => mark);
    expect(new Set(marks).size).toBe(12);
    const pictured = svg(Object.fromEntries(Object.entries(runs).map(([k, v]) => [`${k}b`, v])));
    expect(pictured).not.toContain('stroke-dasharray="2 4"');
    const more = { ...runs, r6: history(1, 2) };
    expect(svg(more)).toContain('stroke-dasharray="2 4"');
  });

  it('have names of strangers in one line, without what a terminal would obey', () => {
    const text = lossChart({ 'a\u001b[2J\nb': history(1), c: history(2) }, { title: 'x\ny' });
    expect(text).toContain('a\\u001b[2J\\u000ab: training');
    expect(text.split('\n')[0]).toBe('x\\u000ay');
  });
});

describe('a picture of learning rates', () => {
  it('is drawn of a plan, at no more iterations than can be seen', () => {
    const asked: number[] = [];
    const learningRateAt = (iteration: number) => {
      asked.push(iteration);
      return 1 / iteration;
    };
    const picture = learningRateChart({ iterations: 1e9, learningRateAt }, { as: 'svg' });
    expect([asked.length, asked[0], asked.at(-1)]).toEqual([500, 1, 1e9]);
    expect(drawn(picture)[0]).toHaveLength(500);
    const endless = { iterations: Number.POSITIVE_INFINITY, learningRateAt };
    expect(() => learningRateChart(endless)).toThrow(/how many iterations/);
  });

  it('is drawn of a history and of what a finder found, whose suggestion is marked', () => {
    expect(drawn(learningRateChart(history(1, 2, 3), { as: 'svg' }))[0]).toHaveLength(3);
    const points = [1e-4, 1e-3, 1e-2].map((learningRate, k) => {
      return { iteration: k + 1, learningRate, loss: 1, smoothed: 3 - k };
    });
    const picture = learningRateChart({ points, suggestion: 1e-3 }, { as: 'svg' });
    const [[a, b, c]] = drawn(picture);
    expect(b[1] - a[1]).toBeCloseTo(c[1] - b[1], 0);
    expect(picture).toContain('>suggested: 0.001<');
    expect(learningRateChart({ points })).not.toContain('suggested');
    expect(() => learningRateChart(history())).toThrow(/trainer.plan/);
    expect(() => learningRateChart({} as never)).toThrow(/a plan, a history, or what/);
  });
});

describe('a picture of a confusion matrix', () => {
  const matrix = {
    counts: [
      [8, 2, 0],
      [0, 10, 0],
      [0, 0, 0],
    ],
    classNames: ['a', '<b>', 'none'],
  };

  it('is the darker the larger a part of the row is', () => {
    const picture = confusionMatrixChart(matrix, { as: 'svg' });
    const shades = [...picture.matchAll(/<rect class="f(\d)" fill-opacity="([^"]+)"/g)];
    expect(shades.map(([, color]) => color).join('')).toBe('015505555');
    expect(shades.slice(0, 5).map(([, , opacity]) => Number(opacity))).toEqual([
      0.81, 0.26, 0.07, 0.07, 1,
    ]);
    expect(picture).toContain('>80.0 %<');
    expect(picture).toContain('18 of 20 samples on the diagonal. a predicted as &lt;b&gt;: 2.');
    expect(malformed(picture)).toBeUndefined();
  });

  it('is a table of text, too', () => {
    expect(confusionMatrixChart(matrix).split('\n')).toEqual([
      'true \\ predicted     a   <b>  none   recall',
      'a                 ▓  8  ░  2     0   80.0 %',
      '<b>                  0  █ 10     0  100.0 %',
      'none                 0     0     0',
    ]);
  });

  it('has coordinates that are numbers with a hundred classes, and refuses what is none', () => {
    const classNames = Array.from({ length: 100 }, (_, k) => `class ${k}`);
    const counts = classNames.map((_, k) => classNames.map((_, at) => (k === at ? 1000 : 1)));
    const picture = confusionMatrixChart({ counts, classNames }, { as: 'svg', width: 300 });
    expect(withoutWords(picture)).not.toMatch(/NaN|Infinity|="-/);
    expect(() => confusionMatrixChart({ counts: [], classNames: [] })).toThrow(/one class or more/);
    const ragged = { counts: [[1, 2], [1]], classNames: ['a', 'b'] };
    expect(() => confusionMatrixChart(ragged)).toThrow(/Expected a confusion matrix/);
  });
});
