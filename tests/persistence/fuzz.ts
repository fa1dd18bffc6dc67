/**
 * Reads a great many damaged files of each format and counts what came of them. Ends with an error
 * at the first outcome other than contents or a DataError.
 *
 *   npx tsx tests/persistence/fuzz.ts [inputs=1000000] [seed=1] [format]
 */
import fc from 'fast-check';
import { DataError } from '../../src/errors/index.ts';
import { damaged, formats } from './formats.ts';

const [inputs = '1000000', seed = '1', only] = process.argv.slice(2);

for (const format of formats.filter(({ name }) => only === undefined || name === only)) {
  let read = 0;
  const reasons = new Map<string, number>();
  const started = performance.now();
  const property = fc.property(damaged(format), (bytes) => {
    try {
      format.read(bytes);
      read++;
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      const reason = error.expected.replaceAll(/[0-9]+/g, 'n');
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  });
  fc.assert(property, { numRuns: Number(inputs), seed: Number(seed) });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const refused = Number(inputs) - read;
  process.stdout.write(
    `${format.name}: ${inputs} inputs, ${read} read, ${refused} refused for ${reasons.size} reasons, 0 other outcomes, ${seconds} s\n`,
  );
}
