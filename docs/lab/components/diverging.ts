/** Colours from blue over white to orange, which the colour-blind can tell apart. */
const BLUE = [0, 114, 178];
const ORANGE = [213, 94, 0];
const WHITE = [250, 250, 250];

/** @param value from −1, blue, to 1, orange; beyond them as they are; grey for NaN */
export function divergingColor(value: number): string {
  if (Number.isNaN(value)) return '#888';
  const end = value < 0 ? BLUE : ORANGE;
  const part = Math.min(1, Math.abs(value)) * 0.85;
  const mixed = WHITE.map((white, channel) => Math.round(white + part * (end[channel] - white)));
  return `rgb(${mixed.join(' ')})`;
}
