import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { integerField, stringField } from '../../../../src/formats/protobuf/write.ts';
import { histogram } from '../../../../src/train/logs/tensor_board/histogram.ts';
import { crc32c, record } from '../../../../src/train/logs/tensor_board/record.ts';
import { scenario } from '../../../fixtures/tensorboard/scenario.ts';
import { readEvent, readMessage, readRecords, slowCrc32c } from './reader.ts';

const fixtures = new URL('../../../fixtures/tensorboard/', import.meta.url);
const decoded = JSON.parse(readFileSync(new URL('decoded.json', fixtures), 'utf8'));

describe('the checksum', () => {
  const count = (from: number, by: number) =>
    Uint8Array.from({ length: 32 }, (_, i) => from + by * i);

  it.each<[string, Uint8Array, number]>([
    ['32 zeros', new Uint8Array(32), 0x8a9136aa],
    ['32 ones', new Uint8Array(32).fill(255), 0x62a8ab43],
    ['counting up', count(0, 1), 0x46dd794e],
    ['counting down', count(31, -1), 0x113fdb5c],
    [
      'an iSCSI read command',
      Uint8Array.from(
        '01c00000000000000000000000000000140000000000040000000014000000182800000000000000020000000000000000'
          .slice(0, 96)
          .match(/../g) ?? [],
        (hex) => Number.parseInt(hex, 16),
      ),
      0xd9963a56,
    ],
  ])('of %s is that of RFC 3720', (_, bytes, expected) => {
    expect(crc32c(bytes)).toBe(expected);
    expect(slowCrc32c(bytes)).toBe(expected);
  });

  it('is written masked, of the length and of the data', () => {
    const [data] = readRecords(record(Uint8Array.from({ length: 300 }, (_, i) => i)));
    expect(data).toHaveLength(300);
    const broken = record(Uint8Array.of(1, 2, 3));
    broken[13] ^= 1;
    expect(() => readRecords(broken)).toThrow('a wrong checksum');
  });
});

describe('a field', () => {
  it.each([0, 1, 127, 128, 300, 2 ** 31, 2 ** 32 + 5, 2 ** 53 - 1])('holds %d', (value) => {
    expect(readMessage(integerField(2, value)).get(2)).toEqual([value]);
  });

  it('is what the documentation of the encoding shows', () => {
    expect([...integerField(1, 150)]).toEqual([0x08, 0x96, 0x01]);
    expect([...stringField(2, 'testing')]).toEqual([
      0x12,
      7,
      ...new TextEncoder().encode('testing'),
    ]);
    expect([...integerField(16, 1)]).toEqual([0x80, 0x01, 1]);
  });
});

describe('a histogram', () => {
  it('counts every number once, in the bucket whose ends enclose it', () => {
    const values = Float32Array.from({ length: 1000 }, (_, i) => ((i * 7919) % 1000) / 100 - 3);
    const { min, max, count, limits, counts, sum, sumOfSquares } = histogram(values);
    expect([min, max, count]).toEqual([-3, Math.fround(6.99), 1000]);
    expect(counts.reduce((a, b) => a + b)).toBe(1000);
    expect(limits).toHaveLength(30);
    expect(limits.at(-1)).toBe(max);
    limits.forEach((limit, at) => {
      const low = at === 0 ? min : limits[at - 1];
      const last = at === limits.length - 1;
      const inside = values.filter((v) => v >= low && (last ? v <= limit : v < limit)).length;
      // A number on a limit may be on either side of it, by a rounding.
      expect(Math.abs(counts[at] - inside)).toBeLessThanOrEqual(1);
    });
    expect(sum).toBeCloseTo(
      values.reduce((a, b) => a + b, 0),
      6,
    );
    expect(sumOfSquares).toBeCloseTo(
      values.reduce((a, b) => a + b * b, 0),
      6,
    );
  });

  it('leaves out what is not finite, and has one bucket for one value', () => {
    expect(histogram(Float64Array.of(Number.NaN, 2, Number.POSITIVE_INFINITY, 2))).toEqual({
      min: 2,
      max: 2,
      count: 2,
      sum: 4,
      sumOfSquares: 8,
      limits: [2],
      counts: [2],
    });
    expect(histogram(Float32Array.of(Number.NaN)).count).toBe(0);
    const { limits, counts } = histogram(Float64Array.of(-1.7e308, 1.7e308));
    expect([limits.every(Number.isFinite), counts[0], counts.at(-1)]).toEqual([true, 1, 1]);
    expect(histogram(Float64Array.of(0, 5e-324)).counts).toEqual([2]);
  });
});

describe('event files', () => {
  const files = scenario();

  it('are those that TensorBoard was shown, to the byte', () => {
    const names = readdirSync(new URL('run/', fixtures)).sort();
    expect([...files.keys()]).toEqual(names);
    for (const [name, bytes] of files) {
      expect(Buffer.from(bytes).equals(readFileSync(new URL(`run/${name}`, fixtures)))).toBe(true);
    }
  });

  it('hold what TensorBoard reads in them, record by record', () => {
    for (const [name, bytes] of files) {
      const events = readRecords(bytes).map(readEvent);
      const theirs = decoded.records[name];
      expect(events).toHaveLength(theirs.length);
      expect(events[0].version).toBe('brain.Event:2');
      events.forEach(({ time, step, values, isRestart }, at) => {
        const { wallTime, step: theirStep = '0', summary, sessionLog } = theirs[at];
        expect([time, step, isRestart]).toEqual([
          wallTime,
          Number(theirStep),
          sessionLog !== undefined,
        ]);
        const scalars = values.map(({ tag, scalar }) => [tag, scalar]);
        const expected = (summary?.value ?? []).map((value: Record<string, never>) => [
          value.tag,
          value.simpleValue === undefined ? undefined : Number(value.simpleValue),
        ]);
        expect(scalars).toEqual(
          expected.map(([tag, value]: [string, number | undefined]) => [
            tag,
            value === undefined ? undefined : Math.fround(value),
          ]),
        );
      });
    }
  });

  it('show each number once, those of the resumed training', () => {
    const shown = Object.entries<[number, number, number][]>(decoded.scalars);
    expect(shown.map(([tag]) => tag)).toEqual([
      'epoch/gradientNorm',
      'epoch/learningRate',
      'epoch/loss',
      'epoch/number',
      'iteration/gradientNorm',
      'iteration/learningRate',
      'iteration/loss',
      'validation/accuracy',
      'validation/clean.loss',
      'validation/loss',
      'validation/noisy.loss',
    ]);
    for (const [, points] of shown) expect(points.map(([step]) => step)).toEqual([2, 4]);
    expect(decoded.scalars['epoch/loss'].map((point: number[]) => point[2])).toEqual([1, 0.5]);
    expect(decoded.texts.plan[0][1]).toContain('2 epochs = 4 iterations');
    const weights = decoded.histograms['parameters/layers.0.weight'];
    const { limits, counts } = histogram(Float32Array.of(-1, 0, 0.5, 0.5, 2));
    expect(weights.map(([step]: [number]) => step)).toEqual([2, 4]);
    expect(weights[1][1]).toMatchObject({ num: 5, bucket_limit: limits, bucket: counts });
  });
});
