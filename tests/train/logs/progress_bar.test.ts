import { describe, expect, it } from 'vitest';
import {
  type Callback,
  type ProgressBarOptions,
  progressBar,
  Trainer,
} from '../../../src/index.ts';
import type { TrainerOptions, TrainingData } from '../../../src/train/index.ts';
import { fitted, formatSeconds, shown } from '../../../src/train/logs/progress_line.ts';
import { flat, network, options, regression } from '../tasks.ts';
import '../../tensors.ts';

/** What a terminal shows: the lines that stayed, and everything that was in the last one. */
function terminal() {
  const lines = [''];
  const live: string[] = [];
  let column = 0;
  const write = (text: string) => {
    for (const character of text) {
      const last = lines.length - 1;
      if (character === '\n') {
        lines.push('');
        column = 0;
      } else if (character === '\r') {
        column = 0;
      } else {
        const line = lines[last].padEnd(column);
        lines[last] = line.slice(0, column) + character + line.slice(column + 1);
        column++;
      }
    }
    live.push((lines.at(-1) ?? '').trimEnd());
  };
  return { write, live, lines: () => lines.map((line) => line.trimEnd()) };
}

/** A clock that continues by a tenth of a second whenever it is read. */
function clock() {
  let time = 0;
  return () => {
    time += 0.1;
    return time;
  };
}

interface Asked {
  readonly bar?: Partial<ProgressBarOptions>;
  readonly trainer?: Partial<TrainerOptions>;
  readonly data?: Partial<TrainingData>;
  readonly callbacks?: readonly Callback[];
  /** Changes events on their way to the bar. */
  readonly through?: (bar: Callback) => Callback;
}

async function run({
  bar,
  trainer: asked,
  data,
  callbacks = [],
  through = (same) => same,
}: Asked = {}) {
  const screen = terminal();
  const trainer = new Trainer(
    options({ model: network(), seed: 5, recordIterations: true, ...asked }),
  );
  const progress = through(
    progressBar({ write: screen.write, interactive: true, columns: 100, now: clock(), ...bar }),
  );
  const fitted = trainer.fit({ train: regression(), ...data, callbacks: [...callbacks, progress] });
  const error = await fitted.then(
    () => undefined,
    (thrown: Error) => thrown.message,
  );
  const withoutTime = screen.lines().map((line) => line.replace(/ {2}[\d.]+ m?s$/, ''));
  return {
    trainer,
    screen,
    lines: withoutTime,
    live: screen.live.filter((line) => line !== ''),
    error,
  };
}

const four = (value: number | undefined) => value?.toFixed(4);

describe('progressBar', () => {
  it('draws a bar within an epoch and leaves a line for each', async () => {
    const { trainer, lines, live } = await run();
    const [first, second] = trainer.history.epochs;
    expect(lines).toEqual([
      `epoch 1/2  loss ${four(first.loss)}`,
      `epoch 2/2  loss ${four(second.loss)}`,
      '',
    ]);
    const [one] = trainer.history.iterations;
    // A tenth of a second for one iteration, five to come.
    expect(live[0]).toBe(
      `epoch 1/2 ${'█'.repeat(8)}${'░'.repeat(16)} 1/3  loss ${four(one.loss)}  10 iterations/s  0.50 s left`,
    );
  });

  it('writes whole lines only when it is not interactive', async () => {
    const texts: string[] = [];
    const { trainer } = await run({
      bar: { interactive: false, write: (text) => texts.push(text) },
    });
    expect(texts).toHaveLength(trainer.epoch);
    expect(texts.every((text) => /^epoch \d\/2 {2}loss [\d.]+ {2}[\d.]+ m?s\n$/.test(text))).toBe(
      true,
    );
  });

  it('uses no escape sequence, so that any terminal shows it', async () => {
    const texts: string[] = [];
    await run({ bar: { write: (text) => texts.push(text) } });
    expect(texts.join('').replaceAll(/[\r\n█░ -~]/g, '')).toBe('');
  });

  it('counts the iterations of a last epoch that is meant to end early', async () => {
    const { trainer, lines, live } = await run({ trainer: { epochs: undefined, iterations: 5 } });
    expect(live.at(-1)).toMatch(/^epoch 2\/2 /);
    expect(
      live.some((line) => line.startsWith(`epoch 2/2 ${'█'.repeat(12)}${'░'.repeat(12)} 1/2 `)),
    ).toBe(true);
    const last = trainer.history.iterations.at(-1);
    expect(lines.at(-2)).toBe(`epoch 2/2  2 of 3 iterations  last loss ${four(last?.loss)}`);
  });

  it('takes only this run for the rate', async () => {
    const stop: Callback = (event, control) => {
      if (event.type === 'iterationEnd' && event.iteration === 4) control.stop('later');
    };
    const { trainer, lines } = await run({ callbacks: [stop], trainer: { epochs: 4 } });
    expect(lines.slice(-3)).toEqual([
      expect.stringContaining('1 of 3 iterations'),
      'stopped: later',
      '',
    ]);
    const screen = terminal();
    const bar = progressBar({ write: screen.write, interactive: true, columns: 100, now: clock() });
    await trainer.fit({ train: regression(), callbacks: [bar] });
    // The fifth iteration is the first of this run: 1 in 0.1 s; 7 are left.
    expect(screen.live[0]).toMatch(
      /^epoch 2\/4 .* 2\/3 {2}loss [\d.]+ {2}10 iterations\/s {2}0\.70 s left$/,
    );
  });

  it.each([200, 80, 60, 50, 40, 30, 20, 10, 2, 1])(
    'does not wrap in %d columns',
    async (columns) => {
      const { live, lines } = await run({ bar: { columns: () => columns, interactive: true } });
      const bars = live.filter((line) => !/\d s$/.test(line));
      expect(Math.max(0, ...bars.map((line) => line.length))).toBeLessThan(Math.max(columns, 1));
      expect(lines).toHaveLength(3);
      if (columns > 40) expect(bars.some((line) => line.includes('█'))).toBe(true);
      if (columns >= 20) expect(bars.every((line) => /^epoch \d\/2 .*\d\/3/.test(line))).toBe(true);
    },
  );

  it('shows counts without a bar where nobody knows how long an epoch is', async () => {
    const unknown = { iterationsPerEpoch: Number.NaN, iterations: Number.NaN, epochs: 2 };
    const through =
      (bar: Callback): Callback =>
      (event, control) =>
        bar(
          event.type === 'trainStart' ? { ...event, plan: { ...event.plan, ...unknown } } : event,
          control,
        );
    const { live } = await run({ through });
    expect(live[0]).toMatch(/^epoch 1\/2 iteration 1 {2}loss [\d.]+ {2}10 iterations\/s$/);
    expect(live.join('')).not.toMatch(/NaN|█|\?/);
    const endless = (bar: Callback): Callback =>
      through((event, control) =>
        bar(
          event.type === 'trainStart'
            ? { ...event, plan: { ...event.plan, epochs: Number.NaN } }
            : event,
          control,
        ),
      );
    const leave: Callback = (event, control) => {
      if (event.type === 'iterationEnd' && event.iteration === 4) control.stop();
    };
    const { lines } = await run({ through: endless, callbacks: [leave] });
    expect(lines[0]).toMatch(/^epoch 1 {2}loss/);
    expect(lines[1]).toMatch(/^epoch 2 {2}up to iteration 4 {2}last loss/);
  });

  it('names the numbers of several validation sets, each once', async () => {
    const metrics = { size: () => 3 };
    const validation = { clean: regression({ seed: 2 }), noisy: regression({ seed: 3 }) };
    const { trainer, lines } = await run({ trainer: { metrics, epochs: 1 }, data: { validation } });
    const [{ loss, metrics: measured }] = trainer.history.validations;
    const clean = `clean.loss ${four(loss)}  clean.size 3.0000`;
    const noisy = `noisy.loss ${four(measured['noisy.loss'])}  noisy.size 3.0000`;
    expect(lines[0]).toContain(`  ${clean}  ${noisy}`);
    expect(lines[0]).not.toContain('validation');
    const single = await run({
      trainer: { metrics, epochs: 1 },
      data: { validation: validation.clean },
    });
    expect(single.lines[0]).toContain(`  validation ${four(loss)}  size 3.0000`);
  });

  it('leaves an empty line after an error', async () => {
    const fail: Callback = (event) => {
      if (event.type === 'iterationEnd' && event.iteration === 5) throw new Error('planted');
    };
    const { lines, error } = await run({ callbacks: [fail] });
    expect(error).toContain('planted');
    expect(lines).toEqual([
      expect.stringMatching(/^epoch 1/),
      expect.stringMatching(/^epoch 2\/2 {2}2 of 3/),
      '',
    ]);
  });

  it('changes no bit of the training, alone or beside another', async () => {
    const silent = new Trainer(options({ model: network(), seed: 5 }));
    await silent.fit({ train: regression() });
    const other = progressBar({ write: () => {}, interactive: true });
    const { trainer } = await run({ callbacks: [other] });
    expect(flat(trainer.model.state())).toBeBitIdenticalTo(flat(silent.model.state()));
  });

  it.each<[string, object, string]>([
    ['a write that is no function', { write: 'stdout' } as never, 'progressBar.write'],
    ['0 columns', { write: () => {}, columns: 0 }, 'progressBar.columns'],
    ['a misspelled option', { write: () => {}, colums: 80 }, 'Did you mean columns?'],
  ])('refuses %s', (_, given, message) => {
    expect(() => progressBar(given as never)).toThrow(message);
  });
});

it('a line leaves the last column empty at every width', () => {
  const plan = new Trainer(options({ model: network() })).plan(regression());
  const moment = { epoch: 1, iteration: 2, loss: 0.5, learningRate: 1, gradientNorm: 1 };
  const event = { type: 'iterationEnd', ...moment, batchSize: 8, samplesSeen: 16 } as const;
  for (let available = 1; available <= 120; available++) {
    const line = fitted(event, plan, { rate: 10, width: 24, available });
    expect(line.length).toBeLessThan(available);
    if (available > 15) expect(line).toContain('epoch 1/2 ');
  }
});

it('times and numbers are short and never misleading', () => {
  const times = [
    0,
    0.0002,
    0.09,
    0.0996,
    0.123,
    9.99,
    9.996,
    59.4,
    59.6,
    119.7,
    3599.6,
    7199,
    7260,
    Number.NaN,
  ];
  expect(times.map(formatSeconds)).toEqual([
    '0 ms',
    '1 ms',
    '90 ms',
    '0.10 s',
    '0.12 s',
    '9.99 s',
    '10 s',
    '59 s',
    '1 min 0 s',
    '2 min 0 s',
    '1 h 0 min',
    '2 h 0 min',
    '2 h 1 min',
    '?',
  ]);
  expect([0, 0.25, 1e-5, -2e-5, 1e7, Number.NaN, Number.POSITIVE_INFINITY].map(shown)).toEqual([
    '0.0000',
    '0.2500',
    '1.00e-5',
    '-2.00e-5',
    '1.00e+7',
    'NaN',
    'Infinity',
  ]);
});
