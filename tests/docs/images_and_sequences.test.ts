/** The layers of docs/images_and_sequences.md: PyTorch's numbers, and the same bits with and without compilation. */
import { describe, expect, it } from 'vitest';
import fixture from '../fixtures/pytorch/custom_layers.json' with { type: 'json' };
import { execute } from './execute.ts';
import { documents, examplesOf } from './markdown.ts';

const examples = documents()
  .filter(({ path }) => path === 'docs/images_and_sequences.md')
  .flatMap(examplesOf);

let copies = 0;

/** A layer can be defined once, so each copy of a program has names of its own. */
function renamed(program: string): string {
  copies += 1;
  return program.replaceAll(/defineLayer\('(\w+)'/g, `defineLayer('$1 of copy ${copies}'`);
}

/** The imports, functions and layers of a program, without what it does with them. */
function definitions(program: string): string {
  const imports = program.matchAll(/^import [^;]*;$/gm);
  const own = program.matchAll(/^(?:const \w+ = defineLayer|function \w+)\([\s\S]*?^\}(?:\);)?$/gm);
  return [...imports, ...own].map(([part]) => part).join('\n');
}

/** Outputs and gradients of a layer, in double precision, printed as JSON. */
const MEASURE = (given: (typeof fixture.cases)[number], layer: string) => `
const given = ${JSON.stringify(given)};
const x = epochal.parameter(given.inputs, { dtype: 'float64' });
const inputShape = x.shape.slice(1);
const model = epochal.sequential({ inputShape, dtype: 'float64', seed: 1 }, [${layer}(given.options)]);
const state = Object.entries(given.parameters);
model.loadState(Object.fromEntries(state.map(([name, value]) => [
  'layers.0.' + name, epochal.tensor(value, { dtype: 'float64' })])));
const outputs = model.forward(x);
outputs.mul(epochal.tensor(given.upstream, { dtype: 'float64' })).sum().backward();
const gradients = Object.fromEntries(model.parameters().map(({ name, gradient }) => [
  name.replace('layers.0.', ''), gradient.toArray()]));
if ('inputs' in given.gradients) gradients.inputs = x.gradient.toArray();
console.log(JSON.stringify({ outputs: outputs.toArray(), gradients }));
`;

describe('PyTorch computes the same', () => {
  it.each(fixture.cases)('$name', async (given) => {
    const example = examples.find(({ program }) => program.includes(`defineLayer('${given.name}'`));
    const layer = given.name;
    const program = `import * as epochal from 'epochal';\n${definitions(example?.program ?? '')}`;
    const printed = await execute(renamed(program) + MEASURE(given, layer));
    const { outputs, gradients } = JSON.parse(printed);
    expectClose(outputs, given.outputs);
    expect(Object.keys(gradients).toSorted()).toEqual(Object.keys(given.gradients).toSorted());
    for (const [name, expected] of Object.entries(given.gradients)) {
      expectClose(gradients[name], expected);
    }
  });
});

describe('compiled or not, the bits are the same', () => {
  it.each(examples)('$place', async ({ program }) => {
    const short = program.replaceAll(/epochs: \d+/g, 'epochs: 1');
    const bits = (backend: string) =>
      execute(
        `import { fingerprint as weightsOf } from 'epochal/learn';\n${renamed(short)}`
          .replaceAll(
            'loss: softmaxCrossEntropy()',
            `loss: softmaxCrossEntropy(), backend: '${backend}'`,
          )
          .replaceAll('console.log(', 'console.log(weightsOf(trainer.model), '),
      );
    const compiled = await bits('wasm');
    expect(compiled).toMatch(/^[0-9a-f]{64} .*wasm/m);
    expect(compiled.replaceAll('wasm', 'reference')).toBe(await bits('reference'));
  });
});

it.each(examples)('every operation of $place is compiled', async ({ program }) => {
  const short = renamed(program).replaceAll(/epochs: \d+/g, 'epochs: 1');
  const fallbacks = 'trainer.reports().map(({ fallbacks }) => fallbacks.join())';
  const printed = await execute(short.replaceAll('console.log(', `console.log(${fallbacks}, `));
  expect(printed).toMatch(/^\[ ''(, '')* \] .*wasm/m);
  expect(printed).not.toMatch(/^\[ .*'\w/m);
});

function expectClose(actual: unknown, expected: unknown): void {
  const [one, other] = [actual, expected].map((values) => [values].flat(9) as number[]);
  expect(one).toHaveLength(other.length);
  one.forEach((value, index) => {
    expect(Math.abs(value - other[index])).toBeLessThan(
      1e-13 * Math.max(1, Math.abs(other[index])),
    );
  });
}
