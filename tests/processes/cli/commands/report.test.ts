/** `train --report`: a page that anyone opens, about a table with names that are not nice. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeIris, writeText } from '../../../cli/files.ts';
import { run, workFolder } from '../../../cli/run.ts';

const { at } = workFolder();
writeIris(at('iris.csv'));

const cells = (row: string) => [...row.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text);

describe('train --report', () => {
  it('writes one page with all that the terminal shows, and says where', async () => {
    const words = ['--target', 'species', '--epochs', '12', '--save', at('iris.safetensors')];
    const { code, out } = await run([
      ...['train', at('iris.csv'), ...words, '--report', at('iris.html')],
    ]);
    expect(code).toBe(0);
    expect(out).toContain(`The report is written to ${at('iris.html')}.`);
    const html = readFileSync(at('iris.html'), 'utf8');
    const headings = [...html.matchAll(/<h2>([^<]+)</g)].map(([, heading]) => heading);
    expect(headings).toEqual([
      ...['The result', 'The curves', 'The diagnosis', 'Confusion matrix', 'The worst samples'],
      ...['The data', 'The network', 'The plan', 'Using the model'],
    ]);
    const [, accuracy] = /accuracy +([\d.]+ %)/.exec(out.slice(out.indexOf('The result'))) ?? [];
    expect(html).toContain(`<td>accuracy</td><td>${accuracy}</td>`);
    expect(html).toContain('loadCsvWith(schema');
  });

  it('names the worst samples by their rows in the file', async () => {
    const table = [
      'x,<script>alert(1)</script>,class',
      ...Array.from({ length: 40 }, (_, k) => `${k + 0.5},${(k * 7) % 5},${k < 20 ? 'a' : '<b>&'}`),
    ];
    writeText(at('table.csv'), table.join('\n'));
    const words = ['--target', 'class', '--epochs', '3', '--report', at('table.html')];
    expect((await run(['train', at('table.csv'), ...words])).code).toBe(0);
    const html = readFileSync(at('table.html'), 'utf8');
    const body = /The worst samples[\s\S]*?<tbody>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? '';
    const rows = body.split('\n').filter((row) => row.includes('<td'));
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const [number, , target, , x] = cells(row);
      const [expectedX, , expectedTarget] = table[Number(number)].split(',');
      expect([x, target]).toEqual([
        expectedX,
        expectedTarget.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;'),
      ]);
    }
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<script/);
  });

  it('is of the training part where there is no other, and of numbers', async () => {
    const lines = ['x,y', ...Array.from({ length: 20 }, (_, k) => `${k},${2 * k}`)];
    writeText(at('line.csv'), lines.join('\n'));
    const words = ['--target', 'y', '--validation', '0', '--epochs', '2', '--json'];
    const { code, out } = await run([
      'train',
      at('line.csv'),
      ...words,
      '--report',
      at('line.html'),
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out.trim().split('\n').at(-1) ?? '')).toMatchObject({
      report: at('line.html'),
    });
    const html = readFileSync(at('line.html'), 'utf8');
    expect(html).toContain('20 samples of the training part');
    expect(html).not.toContain('Confusion matrix');
  });

  it('refuses to write over the data or the model, before anything is trained', async () => {
    const before = readFileSync(at('iris.csv'), 'utf8');
    const words = ['train', at('iris.csv'), '--target', 'species', '--epochs', '1'];
    const overData = await run([...words, '--report', at('iris.csv')]);
    expect([overData.code, overData.out]).toEqual([expect.any(Number), '']);
    expect(overData.code).not.toBe(0);
    expect(overData.err).toMatch(/--report.*the data/s);
    expect(readFileSync(at('iris.csv'), 'utf8')).toBe(before);
    const path = at('both');
    const overModel = await run([...words, '--save', path, '--report', path]);
    expect(overModel.code).not.toBe(0);
    expect(existsSync(path)).toBe(false);
  });
});
