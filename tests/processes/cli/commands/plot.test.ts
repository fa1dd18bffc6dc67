import { describe, expect, it } from 'vitest';
import { drawn, withoutWords } from '../../../charts/drawn.ts';
import { writeIris, writeText } from '../../../cli/files.ts';
import { run, workFolder } from '../../../cli/run.ts';

const { at } = workFolder();
writeIris(at('iris.csv'));

describe('plot', () => {
  it('draws both losses of a log, and says in words what it shows', async () => {
    const words = ['--target', 'species', '--epochs', '12', '--log', at('run')];
    await run(['train', at('iris.csv'), ...words]);
    const { code, out, err } = await run(['plot', at('run/log.jsonl')]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" [^>]*role="img"[^>]*>\n/);
    expect(out).toContain('<title>Loss over epochs</title>');
    expect(out).toMatch(/<desc>loss over epoch: training from .* at epoch 12; validation/);
    expect(out.match(/<text/g)?.length).toBeGreaterThan(12);
    const curves = drawn(out);
    expect(curves.map((points) => points.length)).toEqual([12, 12]);
    const log = await run(['plot', at('run/log.jsonl'), '--title', 'A < B & "C"']);
    expect(log.out).toContain('A &lt; B &amp; &quot;C&quot;');
  });

  it('draws a metric', async () => {
    const { out } = await run(['plot', at('run/log.jsonl'), '--metric', 'accuracy']);
    expect(out).toContain('Accuracy over epochs');
    expect(drawn(out)).toHaveLength(1);
    const { code, err } = await run(['plot', at('run/log.jsonl'), '--metric', 'r2']);
    expect([code, err]).toEqual([1, expect.stringMatching(/one of accuracy; received r2/)]);
  });

  it.each<[string, (string | number)[]]>([
    ['the largest numbers', [1.7e308, -1.7e308]],
    ['one of the smallest', [5e-324]],
    ['many sizes', [1e300, 1e-300, 0, 'NaN', 'Infinity', 1]],
    ['equal values', [2, 2, 2]],
  ])('draws %s', async (_, losses) => {
    const lines = losses.map((loss, index) =>
      JSON.stringify({ type: 'epochEnd', epoch: index + 1, iteration: index + 1, loss }),
    );
    const { code, out } = await run(['plot', writeText(at('huge.jsonl'), lines.join('\n'))]);
    expect(code).toBe(0);
    expect(drawn(out).flat()).toHaveLength(losses.filter(Number.isFinite).length);
    for (const [, label] of out.matchAll(/text-anchor="(?:end|middle)">([-+.\de]+)</g)) {
      expect(label.length).toBeLessThan(10);
    }
    expect(withoutWords(out)).not.toMatch(/NaN|Infinity/);
  });

  it('holds nothing in its texts that XML may not hold', async () => {
    const title = '\u001b[2J\0\u0008 \ud800 \uffff\u{1f600} & <';
    const { out } = await run(['plot', at('run/log.jsonl'), '--title', title]);
    // XML 1.0, production 2
    expect(out).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
    expect(out).toContain('\\u001b[2J\\u0000\\u0008 \\ud800 \\uffff\u{1f600} &amp; &lt;');
  });

  it('reads what --json printed', async () => {
    const { out } = await run([
      ...['train', at('iris.csv'), '--target', 'species', '--epochs', '2', '--json'],
    ]);
    const picture = await run(['plot', writeText(at('printed.jsonl'), out)]);
    expect(drawn(picture.out).map((points) => points.length)).toEqual([2, 2]);
  });

  it.each([
    ['no JSON', 'epoch,loss', /line 1: Expected a JSON object a line/],
    ['no epochs', '{"type":"trainEnd"}', /an epoch whose loss is a number/],
    ['half a record', '{"type":"epochEnd","epoch":1}', /epoch, iteration and loss/],
    ['only NaN', '{"type":"epochEnd","epoch":1,"iteration":1,"loss":"NaN"}', /whose loss is a num/],
  ])('refuses a log of %s', async (_, line, says) => {
    const { code, err } = await run(['plot', writeText(at('bad.jsonl'), line)]);
    expect([code, err]).toEqual([1, expect.stringMatching(says)]);
  });
});
