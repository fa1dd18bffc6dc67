/** Formulas by name: in architectures a formula is its text. */
import { anything, optional, readOptions, string } from '../errors/options.ts';
import { definedLayers } from '../nn/define_layer.ts';
import type { formulaActivation } from './activation.ts';

interface Described {
  readonly formula: string;
  readonly constants: Readonly<Record<string, number>> | undefined;
}

/** Lets `modelFromJSON` read them. */
export function registerFormula(make: typeof formulaActivation): void {
  definedLayers.addOurs('formulaActivation', (options) => {
    const { formula, constants } = readOptions<Described>('formulaActivation', options, {
      formula: string,
      constants: optional(anything),
    });
    return make(formula, constants === undefined ? {} : { constants });
  });
}
