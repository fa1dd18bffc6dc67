/** Reads one file once; see reading.ts. */
import { readFileSync } from 'node:fs';
import { readTorch } from '../src/formats/pickle/torch.ts';
import { importModelFile, loadNpz, loadSafetensors, readBytes } from '../src/node/index.ts';

const READERS: Readonly<Record<string, (path: string) => unknown>> = {
  bytes: (path) => readFileSync(path),
  safetensors: loadSafetensors,
  npz: (path) => loadNpz(path),
  onnx: (path) => importModelFile(path),
  pt: (path) => readTorch(path, readBytes(path), true),
};

const [kind, path] = process.argv.slice(2);
const before = process.memoryUsage().rss;
const used = process.cpuUsage();
const start = performance.now();
const read = READERS[kind](path);
const milliseconds = performance.now() - start;
const { user, system } = process.cpuUsage(used);
const processor = (user + system) / 1000;
// The most there ever was, in kilobytes.
const bytes = process.resourceUsage().maxRSS * 1024 - before;
const size = readFileSync(path).length;
process.stdout.write(JSON.stringify({ milliseconds, processor, bytes, size, read: typeof read }));
