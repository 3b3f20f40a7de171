import type { Tensor } from '../../engine/tensor.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** What -1 and +1 look like in a picture of one channel. Pictures in colour do not ask. */
export interface Palette {
  readonly low: Colour;
  readonly high: Colour;
}

/** Ink on paper by day, chalk on slate by night. */
export const palettes: { readonly light: Palette; readonly dark: Palette } = {
  light: { low: [255, 254, 251], high: [24, 22, 30] },
  dark: { low: [22, 21, 26], high: [244, 242, 238] },
};

/**
 * Paints the first picture of a batch into an image of its own size.
 * @param range the value that is shown as full; what lies beyond is clipped.
 */
export function toImageData(x: Tensor, range: number, palette: Palette): ImageData {
  const [, channels, height, width] = x.shape;
  const image = new ImageData(width, height);
  const area = width * height;
  const scale = 127.5 / range;
  if (channels === 1) {
    const { low, high } = palette;
    for (let i = 0; i < area; i++) {
      const share = Math.min(1, Math.max(0, ((x.data[i] ?? 0) / range + 1) / 2));
      for (let c = 0; c < 3; c++) image.data[4 * i + c] = (low[c] ?? 0) + share * ((high[c] ?? 0) - (low[c] ?? 0));
      image.data[4 * i + 3] = 255;
    }
    return image;
  }
  for (let i = 0; i < area; i++) {
    // A clamped array rounds and clips by itself.
    for (let c = 0; c < 3; c++) image.data[4 * i + c] = (x.data[c * area + i] ?? 0) * scale + 127.5;
    image.data[4 * i + 3] = 255;
  }
  return image;
}

const scratch = new Map<string, { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D }>();

/** Paints a picture into a square of another canvas, pixels kept hard. */
export function drawInto(
  target: CanvasRenderingContext2D,
  x: Tensor,
  range: number,
  palette: Palette,
  place: { left: number; top: number; size: number },
): void {
  const [, , height, width] = x.shape;
  const { canvas, context } = scratchOf(width, height);
  context.putImageData(toImageData(x, range, palette), 0, 0);
  target.imageSmoothingEnabled = place.size < width;
  target.drawImage(canvas, place.left, place.top, place.size, place.size);
}

function scratchOf(width: number, height: number) {
  const key = `${width}x${height}`;
  let found = scratch.get(key);
  if (found === undefined) {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    found = { canvas, context: contextOf(canvas) };
    scratch.set(key, found);
  }
  return found;
}

/** @throws Error where the browser gives no 2D context, which it does only when memory has run out. */
export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser gave no 2D context');
  return context;
}
