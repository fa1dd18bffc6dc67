/** A learning rate in few digits. */
export function rateText(rate: number): string {
  if (rate === 0) return '0';
  return rate >= 0.001 && rate < 1000
    ? String(Number(rate.toPrecision(3)))
    : rate
        .toExponential(1)
        .replace('e-', ' · 10⁻')
        .replace('e+', ' · 10')
        .replace(/\d+$/, superscript);
}

function superscript(digits: string): string {
  return [...digits].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}
