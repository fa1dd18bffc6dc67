import { expect, it } from 'vitest';
import { type Callback, csvLog, jsonLines, type TrainerOptions } from '../../../src/index.ts';
import { scripted, train, validation } from '../scripted.ts';
import '../../tensors.ts';

/** Numbers that a careless format loses. */
const HARD = [
  0.1 + 0.2,
  5e-324,
  -1.7976931348623157e308,
  1 / 3,
  -0,
  Number.NEGATIVE_INFINITY,
  Number.POSITIVE_INFINITY,
];

async function run(options: Partial<TrainerOptions> = {}, validated = true) {
  const { trainer } = scripted(HARD, { epochs: HARD.length, ...options });
  const csv: string[] = [];
  const json: string[] = [];
  const callbacks = [
    csvLog({ write: (text) => csv.push(text) }),
    jsonLines({ write: (text) => json.push(text) }),
  ];
  await trainer.fit({ train, ...(validated && { validation }), callbacks });
  return { trainer, csv, json };
}

/** The rows as records; an empty field is left out. */
function parse(lines: readonly string[]): Record<string, number>[] {
  const [header, ...rows] = lines.map((text) => text.trimEnd().split(','));
  return rows.map((row) =>
    Object.fromEntries(
      row.flatMap((text, at): [string, number][] =>
        text === '' ? [] : [[header[at], Number(text)]],
      ),
    ),
  );
}

it('csvLog writes a row for each epoch, with numbers that come back bit for bit', async () => {
  const { trainer, csv } = await run();
  expect(csv[0]).toBe(
    'epoch,iteration,samplesSeen,loss,learningRate,gradientNorm,seconds,validation.loss,validation.scripted\n',
  );
  const expected = trainer.history.epochs.map(({ validation: measured, ...record }) => ({
    ...record,
    'validation.loss': measured?.loss,
    'validation.scripted': measured?.metrics.scripted,
  }));
  expect(parse(csv)).toStrictEqual(expected);
  expect(parse(csv).map((row) => row['validation.scripted'])).toStrictEqual(HARD);
});

it('csvLog gives validations within an epoch rows of their own', async () => {
  const { csv } = await run({ epochs: 2, validateEvery: { iterations: 2 } });
  const rows = parse(csv).map((row) => [
    row.epoch,
    row.iteration,
    'loss' in row,
    row['validation.scripted'],
  ]);
  expect(rows).toStrictEqual([
    [1, 2, false, HARD[0]],
    [1, 3, true, undefined],
    [2, 4, false, HARD[1]],
    [2, 6, true, HARD[2]],
  ]);
});

it('csvLog knows the columns of validations before there is one', async () => {
  const late = await run({ epochs: 5, validateEvery: { epochs: 3 } });
  expect(parse(late.csv).map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5]);
  expect(parse(late.csv).map((row) => row['validation.scripted'])).toEqual([
    undefined,
    undefined,
    HARD[0],
    undefined,
    undefined,
  ]);
  const none = await run({ epochs: 2 }, false);
  expect(none.csv[0]).toBe('epoch,iteration,samplesSeen,loss,learningRate,gradientNorm,seconds\n');
  expect(parse(none.csv)).toHaveLength(2);
});

it.each(['continuing', 'resumed'])(
  'csvLog, stopped before the first validation, has it later: %s',
  async (how) => {
    const make = () => scripted([1], { epochs: 4, validateEvery: { epochs: 3 } }).trainer;
    const trainer = make();
    const csv: string[] = [];
    const makeLog = () => csvLog({ write: (text) => csv.push(text) });
    const log = makeLog();
    const stopAt2: Callback = (event, control) => {
      if (event.type === 'epochEnd' && event.epoch === 2) control.stop();
    };
    const data = { train, validation };
    await trainer.fit({ ...data, callbacks: [log, stopAt2] });
    expect(csv).toHaveLength(1 + 2);
    if (how === 'resumed') {
      const other = make();
      other.resume(trainer.checkpoint());
      await other.fit({ ...data, callbacks: [makeLog()] });
    } else {
      await trainer.fit({ ...data, callbacks: [log] });
    }
    const rows = parse(csv).map((row) => [row.epoch, row['validation.scripted']]);
    expect(rows).toEqual([
      [1, undefined],
      [2, undefined],
      [3, 1],
      [4, undefined],
    ]);
  },
);

it('csvLog names its columns again when a training run continues and measures more', async () => {
  const { trainer } = scripted([1], { epochs: 2 });
  const csv: string[] = [];
  const bare: string[] = [];
  const callbacks = [
    csvLog({ write: (text) => csv.push(text) }),
    csvLog({ write: (text) => bare.push(text), header: false }),
    ((event, control) => {
      if (event.type === 'epochEnd' && event.epoch === 1) control.stop();
    }) as Callback,
  ];
  await trainer.fit({ train, callbacks });
  await trainer.fit({ train, validation, callbacks });
  expect(csv.map((text) => text.split(',')[0])).toEqual(['epoch', '1', 'epoch', '2']);
  expect(csv[2]).toBe(`${csv[0].trimEnd()},validation.loss,validation.scripted\n`);
  expect(parse(csv.slice(2))[0]['validation.scripted']).toBe(1);
  expect(bare).toEqual([csv[1], csv[3]]);
});

it('csvLog names its columns once over several fits, never without header, and quotes names', async () => {
  const metrics = { 'a,"b"': () => 1 };
  const [first, second] = [scripted([1], { epochs: 4, metrics }), scripted([1], { epochs: 1 })];
  const csv: string[] = [];
  const log = csvLog({ write: (text) => csv.push(text) });
  await first.trainer.fit({
    train,
    validation,
    callbacks: [
      log,
      (event, control) =>
        event.type === 'epochEnd' && event.epoch === 2 ? control.stop() : undefined,
    ],
  });
  await first.trainer.fit({ train, validation, callbacks: [log] });
  expect(csv).toHaveLength(1 + 4);
  expect(csv[0]).toMatch(/,"validation\.a,""b"""\n$/);

  const bare: string[] = [];
  const write = (text: string) => bare.push(text);
  await second.trainer.fit({ train, validation, callbacks: [csvLog({ write, header: false })] });
  expect(bare).toHaveLength(1);
  expect(bare[0]).toMatch(/^1,3,10,/);
});

it('jsonLines writes events whose numbers come back bit for bit', async () => {
  const { trainer, json } = await run();
  expect(json.every((text) => text.indexOf('\n') === text.length - 1)).toBe(true);
  const events = json.map((text) =>
    JSON.parse(text, (key, value) =>
      typeof value === 'string' && key !== 'type' && key !== 'reason' && key !== 'message'
        ? Number(value)
        : value,
    ),
  );
  const { epochs, validations } = trainer.history;
  expect(events.filter(({ type }) => type === 'epochEnd')).toStrictEqual(
    epochs.map((record) => ({ type: 'epochEnd', ...record })),
  );
  expect(events.filter(({ type }) => type === 'validation')).toStrictEqual(
    validations.map((record) => ({ type: 'validation', ...record })),
  );
  expect(events.at(-1)).toEqual({
    type: 'trainEnd',
    epoch: 7,
    iteration: 21,
    reason: 'epochs',
    message: '',
  });
});

it.each([csvLog, jsonLines])('%o refuses to be without write, and unknown options', (log) => {
  expect(() => log({} as never)).toThrow('write');
  expect(() => log({ write: () => {}, path: 'a.csv' } as never)).toThrow('unknown option');
});
