import { type BundledSet, bundledSet, readTable } from './bundled.ts';
import { fromArrays } from './from_arrays.ts';
import { rows } from './sets/diabetes.ts';

/**
 * 442 patients with diabetes: inputs `[442, 10]`, as measured (age in years, sex as 1 or 2, body mass
 * index, blood pressure, six serum values: standardize them); targets `[442, 1]`, how far the disease
 * had progressed one year later, 25 to 346.
 *
 * Source: B. Efron, T. Hastie, I. Johnstone and R. Tibshirani, "Least Angle Regression", Annals of
 * Statistics, 2004.
 */
export const diabetes: BundledSet = /* @__PURE__ */ bundledSet(
  'diabetes',
  'B. Efron, T. Hastie, I. Johnstone and R. Tibshirani, Least Angle Regression, Annals of Statistics, 2004',
  (dtype) => {
    const { targets, ...columns } = readTable(rows);
    return fromArrays({ ...columns, targets: targets.map(Number), dtype });
  },
);
