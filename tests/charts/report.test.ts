/** The page of a training run, and the samples that it shows. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type ReportOptions, report, worstSamples } from '../../src/charts/index.ts';
import { fromArrays, iris, split } from '../../src/data/index.ts';
import {
  accuracy,
  adam,
  confusionMatrix,
  cosine,
  dense,
  meanSquaredError,
  sequential,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
  Trainer,
  tensor,
} from '../../src/index.ts';
import { diagnose } from '../../src/selection/index.ts';
import { malformed } from './drawn.ts';

/** The page between its headings. */
function sections(html: string): Map<string, string> {
  const found = html.matchAll(/<section>\n<h2>([^<]+)<\/h2>\n([\s\S]*?)\n<\/section>/g);
  return new Map([...found].map(([, heading, body]) => [heading, body]));
}

describe('a report', () => {
  const parts = split(iris(), { validation: 0.2, seed: 7, stratify: true });
  let options: ReportOptions;
  beforeAll(async () => {
    const model = sequential({ inputShape: [4], seed: 7 }, [dense({ units: 3 })]);
    const loss = softmaxCrossEntropy();
    const trainer = new Trainer({
      ...{ model, loss, optimizer: adam({ learningRate: 0.05 }), schedule: cosine() },
      ...{ metrics: { accuracy }, epochs: 12, batchSize: 32, seed: 7 },
    });
    const history = await trainer.fit(parts);
    const outputs = model.predict(parts.validation.inputs);
    options = {
      ...{ history, model, title: 'Three species', data: 'of Anderson' },
      plan: trainer.plan(parts.train),
      diagnosis: diagnose(history),
      metrics: { accuracy: 0.96666, verdict: 'well' },
      confusionMatrix: confusionMatrix(outputs, parts.validation.targets),
      worst: worstSamples({ outputs, dataset: parts.validation, loss }),
      usage: "loadModel('iris.safetensors')",
    };
  });

  it('has all that it is given, in sections', () => {
    const html = report(options);
    const found = sections(html);
    expect([...found.keys()]).toEqual([
      ...['The result', 'The curves', 'The diagnosis', 'Confusion matrix', 'The worst samples'],
      ...['The data', 'The network', 'The plan', 'Using the model'],
    ]);
    const of = (heading: string) => found.get(heading) as string;
    expect(of('The result')).toContain('<td>accuracy</td><td>0.9667</td>');
    for (const title of ['Loss', 'Accuracy', 'Learning rate']) {
      expect(of('The curves')).toContain(`<title>${title} over `);
    }
    expect(of('The plan')).toContain('48 iterations');
    expect(of('The plan')).toContain('15 gradients');
    expect(of('The network')).toContain('layers.0  dense');
    expect(of('The worst samples').match(/<tr>/g)).toHaveLength(11);
    expect(of('Using the model')).toContain('loadModel(&#39;iris.safetensors&#39;)');
    expect(html).toContain('<h1>Three species</h1>');
  });

  it('fetches nothing, runs nothing and refers to nothing', () => {
    const html = report(options);
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    );
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object|use|image)\b/);
    expect(html).not.toMatch(/\s(?:src|href|on\w+)=|@import|url\(/);
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
  });

  it('has no id twice, and rules for light and dark, wide and narrow screens', () => {
    const html = report(options);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).toContain('@media (prefers-color-scheme: dark)');
    expect(html).toContain('name="viewport"');
    const wide = html.match(/<div class="wide">/g)?.length;
    expect(html.match(/<div class="narrow">/g)).toHaveLength(wide as number);
  });

  it('has names of strangers as text, wherever they stand', () => {
    const bad = `</td></pre></title></style><script>alert("1")</script><img src=x onerror='1'>&amp;\u202e`;
    const { history, worst = [] } = options;
    const html = report({
      ...{ history, title: bad, data: bad, model: bad, plan: bad, diagnosis: bad, usage: bad },
      metrics: { [bad]: bad },
      confusionMatrix: { counts: [[1]], classNames: [bad] },
      worst: [{ ...worst[0], target: bad, predicted: bad, features: [[bad, 1]] }],
    });
    expect(html).not.toMatch(/<script|<img|\u202e/);
    expect(html.match(/<\/style>/g)).toHaveLength(1 + (html.match(/<svg/g)?.length ?? 0));
    const body = /<body>\n([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
    expect(malformed(body)).toBeUndefined();
    expect(sections(html).size).toBe(9);
  });

  it('says so where there is nothing to draw', () => {
    const html = report({ history: { epochs: [], validations: [], iterations: [] } });
    expect([...sections(html).keys()]).toEqual(['The curves']);
    expect(html).toContain('No epoch was completed');
    expect(html).toContain('<title>Training report</title>');
  });

  it('is refused for what reads as no text', () => {
    const { history } = options;
    expect(() => report({} as never)).toThrow(/report.history/);
    expect(() => report({ history, model: {} })).toThrow(/report.model.*reads as one/);
    expect(() => report({ history, title: 1 as never })).toThrow(/report.title/);
  });
});

describe('the worst samples', () => {
  const classes = fromArrays({
    inputs: [[1], [2], [3]],
    targets: ['no', 'yes', 'yes'],
    featureNames: ['size'],
  });

  it('are those with the highest losses, by their classes', () => {
    const outputs = tensor([
      [3, 0],
      [2, 0],
      [0, 0],
    ]);
    const found = worstSamples({ outputs, dataset: classes, loss: softmaxCrossEntropy() });
    expect(found.map(({ row }) => row)).toEqual([1, 2, 0]);
    // ln(1 + e²)
    expect(found[0].loss).toBeCloseTo(2.126928, 5);
    expect(found[0]).toMatchObject({ target: 'yes', predicted: 'no', features: [['size', 2]] });
  });

  it('have the numbers by which they are found', () => {
    const outputs = tensor([
      [3, 0],
      [2, 0],
      [0, 0],
    ]);
    const request = { outputs, dataset: classes, loss: softmaxCrossEntropy(), count: 1 };
    expect(worstSamples({ ...request, rows: [70, 80, 90] }).map(({ row }) => row)).toEqual([80]);
    expect(() => worstSamples({ ...request, rows: [1] })).toThrow(/each of the 3 samples/);
    expect(() => worstSamples({ ...request, rows: 'abc' as never })).toThrow(/a list of numbers/);
  });

  it('of a single output are the second class where it says yes', () => {
    const dataset = { ...classes, targets: tensor([0, 1, 1], { dtype: 'int32' }) };
    const outputs = tensor([[1], [-1], [2]]);
    const found = worstSamples({ outputs, dataset, loss: sigmoidBinaryCrossEntropy() });
    expect(found.map(({ predicted }) => predicted)).toEqual(['yes', 'no', 'yes']);
  });

  it('of a regression are numbers, and one that is none is the worst of all', () => {
    const dataset = fromArrays({ inputs: [[1], [2], [3]], targets: [1, 2, 3] });
    const outputs = tensor([[1], [12], [Number.NaN]]);
    const found = worstSamples({ outputs, dataset, loss: meanSquaredError() });
    expect(found.map(({ row, target, predicted }) => [row, target, predicted])).toEqual([
      [2, '3', 'NaN'],
      [1, '2', '12'],
      [0, '1', '1'],
    ]);
  });
});
