/** What starts a thread here: `worker_threads` of Node, Bun and Deno, or the Worker of browsers. */
import { CODE, type News, type StartThread } from './thread.ts';

/** The part of Node's `worker_threads` that is used. Typed here: nothing of Node is imported. */
interface NodeWorker {
  postMessage(message: unknown): void;
  terminate(): unknown;
  unref(): void;
  on(event: 'message' | 'exit' | 'error', listener: (value: unknown) => void): void;
}

interface WorkerThreads {
  readonly Worker: new (code: string, options: object) => NodeWorker;
}

interface NodeOs {
  availableParallelism(): number;
}

interface WebWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: { readonly data: News }) => void) | null;
  onerror: ((event: { preventDefault?(): void }) => void) | null;
}

interface Environment {
  readonly process?: { getBuiltinModule?(name: string): unknown };
  readonly navigator?: { readonly hardwareConcurrency?: number };
  readonly Worker?: new (url: string) => WebWorker;
  readonly Blob?: new (parts: readonly string[], options: object) => object;
  readonly URL?: { createObjectURL?(blob: object): string };
}

/** The modules of Node by name, where there are some. */
function builtin<Module>(name: string): Module | undefined {
  const { process } = globalThis as unknown as Environment;
  return process?.getBuiltinModule?.(name) as Module | undefined;
}

/** How many threads can run at the same time. */
export function coresHere(): number {
  const { navigator } = globalThis as unknown as Environment;
  return builtin<NodeOs>('node:os')?.availableParallelism() ?? navigator?.hardwareConcurrency ?? 1;
}

/** What starts a thread here, if anything does. */
export function starterHere(): StartThread | undefined {
  const node = builtin<WorkerThreads>('node:worker_threads');
  if (node !== undefined) return ofNode(node);
  const { Worker, Blob, URL } = globalThis as unknown as Environment;
  if (Worker === undefined || Blob === undefined || URL?.createObjectURL === undefined) {
    return undefined;
  }
  const code = `const tell = postMessage;\n${CODE}\nonmessage = ({ data }) => receive(data);\n`;
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  return ofWorkers(() => new Worker(url));
}

function ofNode({ Worker }: WorkerThreads): StartThread {
  const code = `
    const { parentPort } = require('node:worker_threads');
    const tell = (news) => parentPort.postMessage(news);
    const close = () => parentPort.close();
    ${CODE}
    parentPort.on('message', receive);
  `;
  return (tell) => {
    // Options of the process, such as loaders, are not for this thread: it starts sooner without.
    const worker = new Worker(code, { eval: true, execArgv: [], name: 'epochal' });
    worker.on('message', (news) => tell(news as News));
    worker.on('error', () => {}); // it exits, too
    worker.on('exit', () => tell('lost'));
    worker.unref();
    return {
      post: (message) => worker.postMessage(message),
      end: () => {
        worker.terminate();
      },
    };
  };
}

/** Threads of browsers, made by a function such as `() => new Worker(new URL(...))`. */
function ofWorkers(make: () => WebWorker): StartThread {
  return (tell) => {
    const worker = make();
    worker.onmessage = ({ data }) => tell(data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      tell('lost');
    };
    return {
      post: (message) => worker.postMessage(message),
      end: () => worker.terminate(),
    };
  };
}
