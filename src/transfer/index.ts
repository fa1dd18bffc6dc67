export {
  type DiscriminativeRatesOptions,
  discriminativeRates,
} from './discriminative_rates.ts';
export {
  type LoadPartOptions,
  type LoadReport,
  loadPart,
  type Mismatch,
} from './load_part.ts';
export { type WithHeadOptions, withHead } from './with_head.ts';
