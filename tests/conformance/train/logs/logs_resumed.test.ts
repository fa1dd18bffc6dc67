/** What logs hold after a process died and another one continued from its checkpoint. */
import { expect, it } from 'vitest';
import {
  type Callback,
  csvLog,
  jsonLines,
  type LogOptions,
  Trainer,
} from '../../../../src/index.ts';
import { interrupted } from '../../../train/callbacks/interrupted.ts';
import { flat, network, options, regression } from '../../../train/tasks.ts';
import '../../../tensors.ts';

/** A log of bytes that outlasts processes. */
function disk() {
  let bytes: number[] = [];
  const log: LogOptions = {
    write: (text) => bytes.push(...new TextEncoder().encode(text)),
    truncate(length) {
      expect(length).toBeLessThanOrEqual(bytes.length);
      bytes = bytes.slice(0, length);
    },
  };
  /** Without what a clock said. */
  const text = () => {
    const whole = new TextDecoder().decode(Uint8Array.from(bytes));
    const csv = whole.replace(/^((?:[^,\n]*,){6})[\d.e-]+/gm, '$1seconds');
    return csv.replace(/"seconds":[\d.e-]+/g, '"seconds"');
  };
  return { log, text };
}

const schemes = [
  { validateEvery: { epochs: 1 } },
  { validateEvery: { iterations: 2 } },
  { validateEvery: { iterations: 3 }, iterations: 10 },
  { validateEvery: { epochs: 3 } },
] as const;

it.each(['reference', 'wasm'] as const)('the same lines, each once, on %s', async (backend) => {
  const validation = { clean: regression({ seed: 2 }), 'lärm, "laut"': regression({ seed: 3 }) };
  const data = { train: regression(), validation };
  for (const scheme of schemes) {
    const disks = () => [disk(), disk(), disk()];
    const making = (logs: ReturnType<typeof disks>) => () => {
      const model = network();
      const trainer = new Trainer(options({ model, backend, epochs: 4, accumulate: 2, ...scheme }));
      const callbacks = [
        csvLog(logs[0].log),
        jsonLines(logs[1].log),
        csvLog({ ...logs[2].log, header: false }),
      ];
      return { model, trainer, callbacks };
    };
    const expected = disks();
    const whole = making(expected)();
    await whole.trainer.fit({ ...data, callbacks: whole.callbacks });
    const silent = making(disks())();
    await silent.trainer.fit(data);
    expect(flat(silent.model.state())).toBeBitIdenticalTo(flat(whole.model.state()));
    for (let at = 1; at < whole.trainer.iteration; at++) {
      const found = disks();
      await interrupted(making(found), data, { checkpointAt: at, dieAt: at + 4 });
      expect(found.map(({ text }) => text())).toEqual(expected.map(({ text }) => text()));
    }
  }
});

it('without truncate lines after the checkpoint are there twice', async () => {
  const data = { train: regression() };
  const lines: string[] = [];
  const make = () => {
    const trainer = new Trainer(options({ epochs: 3 }));
    return { trainer, callbacks: [jsonLines({ write: (text) => lines.push(text) })] };
  };
  await interrupted(make, data, { checkpointAt: 4, dieAt: 7 });
  expect(lines.map((text) => JSON.parse(text).epoch)).toEqual([1, 2, 2, 3, 3]);
});

it('csvLog tells the end of an epoch without knowing how long epochs are', async () => {
  const trainer = new Trainer(options({ epochs: 2, validateEvery: { iterations: 3 } }));
  const lines: string[] = [];
  const log = csvLog({ write: (text) => lines.push(text) });
  const unknowing: Callback = (event, control) =>
    log(
      event.type === 'trainStart'
        ? { ...event, plan: { ...event.plan, iterationsPerEpoch: Number.NaN } }
        : event,
      control,
    );
  await trainer.fit({ train: regression(), validation: regression(), callbacks: [unknowing] });
  expect(lines).toHaveLength(1 + 2);
  expect(lines[1]).toMatch(/^1,3,20,.*,\d[\d.]*\n$/);
});
