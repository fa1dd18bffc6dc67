/**
 * Operations on tensors beside those of tfjs. Each peer has a process of its own, all of them alive, and
 * they take turns round by round: a ratio is of rounds next to each other, the median over all rounds.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './numbers.mjs';

const PEERS = ['tfjs wasm', 'tfjs cpu'];
const ROUNDS = 11;
const program = fileURLToPath(new URL('peers/eager.mjs', import.meta.url));
const errors = process.env.VERBOSE ? 'inherit' : 'ignore'; // tfjs greets there
const MOST_ERROR = 1e-4;

/**
 * What is timed: the operation until its result is a typed array of JavaScript's, which tfjs wasm has to copy
 * out of its memory and epochal copies for safety, or without reading it, as between two operations.
 */
const EAGER_KINDS = ['eager, read', 'eager, not read'];

/** Results of one operation, one for each way of timing and each peer. */
export async function compareEager(task) {
  const children = [];
  const checks = [];
  try {
    for (const name of ['epochal', ...PEERS]) {
      const child = fork(program, [name, task], { stdio: ['ignore', 'ignore', errors, 'ipc'] });
      children.push(child);
      checks.push((await answer(child)).check);
    }
    const isRight = checks.map((error) => error < MOST_ERROR);
    if (!isRight[0]) throw new Error(`epochal, ${task}: wrong result`);
    const results = [];
    for (const kind of EAGER_KINDS) {
      const rounds = children.map(() => []);
      for (let round = 0; round < ROUNDS; round++) {
        for (const [i, child] of children.entries()) {
          child.send(kind);
          rounds[i].push((await answer(child)).ms);
        }
      }
      const [own, ...others] = rounds;
      for (const [i, theirs] of others.entries()) {
        results.push({
          ...{ kind, task, peer: PEERS[i], ms: median(theirs), isRight: isRight[i + 1] },
          epochal: median(own),
          ratio: median(theirs.map((ms, round) => ms / own[round])),
        });
      }
    }
    return results;
  } finally {
    for (const child of children) child.kill();
  }
}

/** The next message of a child; an error if it ends instead. */
function answer(child) {
  return new Promise((resolve, reject) => {
    const ended = (code) => reject(new Error(`a peer ended with code ${code}; see it with VERBOSE=1`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}
