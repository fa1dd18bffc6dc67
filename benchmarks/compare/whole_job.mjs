/** A whole training run, as a process from its start to its exit, in turns with PyTorch. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const ROUNDS = 3;

/** Seconds from start to exit, and whether the loss is a number. */
function once({ command, file, environment }, task) {
  const { OPENBLAS_CORETYPE: _a, OPENBLAS_L2_SIZE: _b, ...clean } = process.env;
  const count = String(task.threads);
  const env = { ...clean, OMP_NUM_THREADS: count, OPENBLAS_NUM_THREADS: count, ...environment };
  const start = performance.now();
  const { stdout, status, stderr } = spawnSync(command, [`${here}peers/${file}`, JSON.stringify(task)], {
    ...{ encoding: 'utf8', cwd: here, env },
  });
  const ms = performance.now() - start;
  if (status !== 0) throw new Error(`${file}: ${stderr.slice(-500)}`);
  return { ms, isRight: Number.isFinite(JSON.parse(stdout.trim().split('\n').at(-1)).check) };
}

/** The quietest of some rounds in which all take turns. */
export function compareJobs(task, peers) {
  const own = { name: 'epochal', command: process.execPath, file: 'job_epochal.mjs' };
  const all = [own, ...peers.map((peer) => ({ ...peer, file: 'job_pytorch.py' }))];
  const best = all.map(() => ({ ms: Number.POSITIVE_INFINITY, isRight: true }));
  for (let round = 0; round < ROUNDS; round++) {
    all.forEach((each, i) => {
      const { ms, isRight } = once(each, task);
      best[i] = { ms: Math.min(best[i].ms, ms), isRight: best[i].isRight && isRight };
    });
  }
  const [{ ms: epochal }, ...theirs] = best;
  return theirs.map(({ ms, isRight }, i) => {
    const { kind, name } = task;
    return { kind, task: name, peer: peers[i].name, ms, isRight, epochal, ratio: ms / epochal };
  });
}
