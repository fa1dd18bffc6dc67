/**
 * Sums of columns in float64 that keep their digits for any number of rows: what an addition rounds
 * away is added up beside it (Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation
 * endlicher Summen", ZAMM 54, 1974).
 */
export interface ColumnSums {
  add(column: number, value: number): void;
  totals(): Float64Array;
}

export function columnSums(columns: number): ColumnSums {
  const sums = new Float64Array(columns);
  const lost = new Float64Array(columns);
  return {
    add(column, value) {
      const before = sums[column];
      const sum = before + value;
      lost[column] +=
        Math.abs(before) >= Math.abs(value) ? before - sum + value : value - sum + before;
      sums[column] = sum;
    },
    totals: () => sums.map((sum, column) => sum + lost[column]),
  };
}
