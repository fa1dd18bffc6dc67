/** Runs one program of a chapter and ends: each has a library of its own, as in Node. */
import type { Order, Report } from './messages.ts';
import { type Load, runProgram } from './program.ts';

const ENTRIES: Readonly<Record<string, () => Promise<unknown>>> = {
  epochal: () => import('epochal'),
  'epochal/charts': () => import('epochal/charts'),
  'epochal/data': () => import('epochal/data'),
  'epochal/interop': () => import('epochal/interop'),
  'epochal/learn': () => import('epochal/learn'),
  'epochal/persistence': () => import('epochal/persistence'),
  'epochal/selection': () => import('epochal/selection'),
  'epochal/symbolic': () => import('epochal/symbolic'),
  'epochal/testing': () => import('epochal/testing'),
  'epochal/transfer': () => import('epochal/transfer'),
};

const load: Load = (name) => {
  const entry = ENTRIES[name];
  if (entry === undefined) throw new Error(`${name} is not in this page.`);
  return entry();
};

const report = (message: Report) => self.postMessage(message);

self.addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  try {
    await runProgram(data, load, (text) => report({ kind: 'printed', text }));
    report({ kind: 'ended' });
  } catch (error) {
    report({ kind: 'failed', message: String(error) });
  }
});
