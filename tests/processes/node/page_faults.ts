/** A program that adds large tensors, and prints how many pages came fresh from the system for each result. */
import { add, tensor } from '../../../src/index.ts';

const x = tensor(new Float32Array(2 ** 20).fill(1), { shape: [1024, 1024] });
const faults = () => process.resourceUsage().minorPageFault;
const WARM = 100;
const COUNTED = 200;

for (let i = 0; i < WARM; i++) add(x, x);
const before = faults();
for (let i = 0; i < COUNTED; i++) add(x, x);
const { header } = process.report.getReport() as unknown as {
  header: { glibcVersionRuntime?: string };
};
const isGlibc = header.glibcVersionRuntime !== undefined;
process.stdout.write(JSON.stringify({ faults: (faults() - before) / COUNTED, isGlibc }));
