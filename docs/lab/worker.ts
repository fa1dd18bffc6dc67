/** The worker that trains for the lab's pages. */
import type { Request } from './core/protocol.ts';
import { serve } from './core/serve.ts';
import { loaders } from './runs/all.ts';

const answer = serve(
  async (name) => (Object.hasOwn(loaders, name) ? loaders[name]() : undefined),
  (message) => self.postMessage(message),
);
self.addEventListener('message', ({ data }: MessageEvent<Request>) => answer(data));
