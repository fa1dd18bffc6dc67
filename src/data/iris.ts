import { type BundledSet, bundledSet, readTable } from './bundled.ts';
import { fromArrays } from './from_arrays.ts';
import { rows } from './sets/iris.ts';

/**
 * 150 irises of three species: inputs `[150, 4]`, lengths and widths of sepals and petals in cm; targets
 * int32 `[150]`: setosa, versicolor, virginica. Sorted by species: split or shuffle them.
 *
 * Source: R. A. Fisher, "The use of multiple measurements in taxonomic problems", 1936. The table of the
 * paper; widespread copies of it have two wrong rows. Public domain.
 */
export const iris: BundledSet = /* @__PURE__ */ bundledSet(
  'iris',
  'R. A. Fisher, The use of multiple measurements in taxonomic problems, 1936, public domain',
  (dtype) => fromArrays({ ...readTable(rows), dtype }),
);
