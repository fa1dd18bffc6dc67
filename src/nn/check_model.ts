import { having } from '../errors/options.ts';

/** What takes a model. */
export const modelRule = /* @__PURE__ */ having(
  'a model',
  'sequential(...)',
  'forward',
  'parameters',
  'state',
);
