/** What starts a thread here: `worker_threads` of Node, Bun and Deno, or the Worker of browsers. */
import { builtin, environment, type NodeModules, type WebWorker } from './environment.ts';
import { CODE, FAREWELL, type StartThread } from './thread.ts';

/**
 * What starts a thread here, if anything does.
 * @param own starts a worker of a page that calls `runThread`
 */
export function starterHere(own?: () => unknown): StartThread | undefined {
  const node = builtin('node:worker_threads');
  if (node !== undefined) return ofNode(node);
  if (own !== undefined) return ofWorkers(own as () => WebWorker);
  const { Worker, Blob, URL } = environment();
  if (Worker === undefined || Blob === undefined || URL?.createObjectURL === undefined) {
    return undefined;
  }
  const code = `${CODE}\nconst say = postMessage;\nonmessage = ({ data }) => receive(data);\n`;
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  return ofWorkers(() => new Worker(url));
}

function ofNode({ Worker }: NodeModules['node:worker_threads']): StartThread {
  const code = `
    const { parentPort } = require('node:worker_threads');
    const say = (message) => parentPort.postMessage(message);
    const close = () => parentPort.close();
    ${CODE}
    parentPort.on('message', receive);
  `;
  return (ended) => {
    // Options of the process, such as loaders, are not for this thread: it starts sooner without.
    const worker = new Worker(code, { eval: true, execArgv: [], name: 'epochal' });
    let isCleanly = false;
    worker.on('message', (message) => {
      isCleanly = message === FAREWELL;
    });
    worker.on('error', () => {}); // it exits, too
    worker.on('exit', () => ended(isCleanly ? 'finished' : 'lost'));
    worker.unref();
    return {
      post: (message) => worker.postMessage(message),
      end: () => {
        worker.terminate();
      },
    };
  };
}

/**
 * Threads of browsers, made by a function such as `() => new Worker(new URL(...))`. An error without a message is
 * no error of the code: it was not loaded, or a policy forbids it.
 */
export function ofWorkers(make: () => WebWorker): StartThread {
  return (ended) => {
    const worker = make();
    worker.onmessage = ({ data }) => {
      if (data === FAREWELL) ended('finished');
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      ended(event.message === undefined ? 'refused' : 'lost');
    };
    return {
      post: (message) => worker.postMessage(message),
      end: () => worker.terminate(),
    };
  };
}
