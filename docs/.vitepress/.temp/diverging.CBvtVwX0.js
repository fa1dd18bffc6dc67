const BLUE = [0, 114, 178];
const ORANGE = [213, 94, 0];
const WHITE = 250;
const GREY = [136, 136, 136];
function divergingColor(value) {
  return `rgb(${[0, 1, 2].map((channel) => channelOf(value, channel)).join(" ")})`;
}
function channelOf(value, channel) {
  if (Number.isNaN(value)) return GREY[channel];
  const end = value < 0 ? BLUE : ORANGE;
  const part = Math.min(1, Math.abs(value)) * 0.85;
  return Math.round(WHITE + part * (end[channel] - WHITE));
}
function divergingPixels(values, width) {
  const image = new ImageData(width, values.length / width);
  for (let pixel = 0; pixel < values.length; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      image.data[4 * pixel + channel] = channelOf(values[pixel], channel);
    }
    image.data[4 * pixel + 3] = 255;
  }
  return image;
}
export {
  divergingPixels as a,
  divergingColor as d
};
