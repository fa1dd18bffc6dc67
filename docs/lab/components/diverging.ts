/** Colours from blue over white to orange, which the colour-blind can tell apart. */
const BLUE = [0, 114, 178];
const ORANGE = [213, 94, 0];
const WHITE = 250;
const GREY = [136, 136, 136];

/** @param value from −1, blue, to 1, orange; beyond them as they are; grey for NaN */
export function divergingColor(value: number): string {
  return `rgb(${[0, 1, 2].map((channel) => channelOf(value, channel)).join(' ')})`;
}

function channelOf(value: number, channel: number): number {
  if (Number.isNaN(value)) return GREY[channel];
  const end = value < 0 ? BLUE : ORANGE;
  const part = Math.min(1, Math.abs(value)) * 0.85;
  return Math.round(WHITE + part * (end[channel] - WHITE));
}

/** A picture of one pixel for each value, row by row from above: to be drawn larger, many times a second. */
export function divergingPixels(values: ArrayLike<number>, width: number): ImageData {
  const image = new ImageData(width, values.length / width);
  for (let pixel = 0; pixel < values.length; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      image.data[4 * pixel + channel] = channelOf(values[pixel], channel);
    }
    image.data[4 * pixel + 3] = 255;
  }
  return image;
}
