import { having } from '../errors/options.ts';

/** What takes an optimizer. */
export const optimizerRule = /* @__PURE__ */ having(
  'an optimizer',
  'adam({ learningRate: 1e-3 })',
  'init',
  'update',
);
