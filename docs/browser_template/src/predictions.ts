/** The trained model in the page: images, and what it takes them for. */
import { tensor } from 'epochal';
import { readModel } from 'epochal/persistence';

const SIDE = 8;

export function drawPredictions(parent: HTMLElement, file: Uint8Array, images: Float32Array): void {
  const { model } = readModel(file);
  const inputs = tensor(images).reshape([-1, SIDE * SIDE]);
  const classes = model.predict(inputs).argmax({ axis: -1 }).toTypedArray();
  const figures = Array.from(classes, (digit, i) => {
    const figure = document.createElement('figure');
    const caption = document.createElement('figcaption');
    caption.textContent = `${digit}`;
    const pixels = images.subarray(i * SIDE * SIDE, (i + 1) * SIDE * SIDE);
    figure.append(picture(pixels), caption);
    return figure;
  });
  parent.replaceChildren(...figures);
}

/** Brightness from 0 to 1, or to the largest number. */
function picture(pixels: Float32Array): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const most = Math.max(...pixels, 1);
  const colors = Uint8ClampedArray.from({ length: 4 * pixels.length }, (_, i) =>
    i % 4 === 3 ? 255 : 255 - (255 * (pixels[i >> 2] ?? 0)) / most,
  );
  canvas.getContext('2d')?.putImageData(new ImageData(colors, SIDE, SIDE), 0, 0);
  return canvas;
}
