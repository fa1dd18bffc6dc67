import { describe, expect, it } from 'vitest';
import { type Callback, Trainer, tensorBoard } from '../../../../../src/index.ts';
import { interrupted } from '../../../../train/callbacks/interrupted.ts';
import { readEvent, readRecords } from '../../../../train/logs/tensor_board/reader.ts';
import { flat, network, options, regression } from '../../../../train/tasks.ts';
import '../../../../tensors.ts';

const data = { train: regression(), validation: regression({ seed: 2 }) };

/** What TensorBoard shows of files one after the other: a restart drops what it had from there on. */
function shownOf(files: readonly Uint8Array[][]): [tag: string, step: number, scalar: number][] {
  let shown: [string, number, number][] = [];
  for (const records of files) {
    for (const { step, values, isRestart } of records.flatMap(readRecords).map(readEvent)) {
      if (isRestart) shown = shown.filter(([, before]) => before < step);
      for (const { tag, scalar, fields } of values) {
        const size = fields.get(5)?.[0];
        if (tag !== 'plan') shown.push([tag, step, scalar ?? (size as Uint8Array).length]);
      }
    }
  }
  return shown.sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
}

describe('tensorBoard', () => {
  it.each(['reference', 'wasm'] as const)(
    'tells the history, and changes no bit, on %s',
    async (backend) => {
      const make = () =>
        new Trainer(
          options({
            model: network(),
            backend,
            accumulate: 2,
            epochs: 3,
            seed: 5,
            recordIterations: true,
          }),
        );
      const [told, silent] = [make(), make()];
      const records: Uint8Array[] = [];
      const write = (bytes: Uint8Array) => records.push(bytes);
      const board = tensorBoard({
        write,
        everyIterations: 1,
        histogramsOf: told.model,
        now: () => 7,
      });
      const { epochs, iterations, validations } = await told.fit({ ...data, callbacks: [board] });
      await silent.fit(data);
      expect(flat(told.model.state())).toBeBitIdenticalTo(flat(silent.model.state()));

      const shown = shownOf([records]);
      const numbers = (tag: string) =>
        shown.filter(([name]) => name === tag).map(([, step, value]) => [step, value]);
      const points = (list: readonly { iteration: number }[], name: string) =>
        list.map((one) => [
          one.iteration,
          Math.fround((one as never as Record<string, number>)[name]),
        ]);
      for (const name of ['loss', 'learningRate', 'gradientNorm']) {
        expect(numbers(`epoch/${name}`)).toEqual(points(epochs, name));
        expect(numbers(`iteration/${name}`)).toEqual(points(iterations, name));
      }
      expect(numbers('validation/loss')).toEqual(points(validations, 'loss'));
      expect(numbers('epoch/number')).toEqual(points(epochs, 'epoch'));
      expect(numbers('parameters/layers.2.weight')).toHaveLength(3);
      expect(numbers('iteration/loss')).toHaveLength(told.iteration);
      expect(
        records
          .flatMap(readRecords)
          .map(readEvent)
          .every(({ time }) => time === 7),
      ).toBe(true);
    },
  );

  it('writes one file over several fits', async () => {
    const trainer = new Trainer(options({ epochs: 3 }));
    const records: Uint8Array[] = [];
    const board = tensorBoard({ write: (bytes) => records.push(bytes) });
    const leave: Callback = (event, control) =>
      event.type === 'epochEnd' ? control.stop() : undefined;
    await trainer.fit({ ...data, callbacks: [board, leave] });
    await trainer.fit({ ...data, callbacks: [board] });
    const events = records.flatMap(readRecords).map(readEvent);
    expect(events.filter(({ version }) => version !== undefined)).toHaveLength(1);
    expect(events.some(({ isRestart }) => isRestart)).toBe(false);
    expect(
      shownOf([records])
        .filter(([tag]) => tag === 'epoch/number')
        .map(([, , n]) => n),
    ).toEqual([1, 2, 3]);
  });

  it.each(['reference', 'wasm'] as const)(
    'shows what an uninterrupted training shows, on %s',
    async (backend) => {
      for (const validateEvery of [{ epochs: 1 }, { iterations: 2 }]) {
        const making = (files: Uint8Array[][]) => () => {
          const model = network();
          const trainer = new Trainer(
            options({ model, backend, epochs: 4, seed: 5, validateEvery }),
          );
          const records: Uint8Array[] = [];
          files.push(records);
          const write = (bytes: Uint8Array) => records.push(bytes);
          return {
            trainer,
            callbacks: [tensorBoard({ write, everyIterations: 3, histogramsOf: model })],
          };
        };
        const expected: Uint8Array[][] = [];
        const whole = making(expected)();
        await whole.trainer.fit({ ...data, callbacks: whole.callbacks });
        for (let at = 1; at < whole.trainer.iteration; at++) {
          const files: Uint8Array[][] = [];
          await interrupted(making(files), data, { checkpointAt: at, dieAt: at + 4 });
          expect(files).toHaveLength(2);
          expect(shownOf(files)).toEqual(shownOf(expected));
        }
      }
    },
  );

  it.each<[string, object, string]>([
    ['no write', {}, 'tensorBoard.write'],
    ['every 0 iterations', { write: () => {}, everyIterations: 0 }, '1 or more'],
    ['a time', { write: () => {}, now: 5 }, 'tensorBoard.now'],
    ['an unknown option', { write: () => {}, logDir: 'runs' }, 'unknown option'],
  ])('refuses %s', (_, given, message) => {
    expect(() => tensorBoard(given as never)).toThrow(message);
  });
});
