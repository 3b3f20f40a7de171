import { centredCrop, type Pixels } from './from-pixels.ts';

/** Pixels averaged into one, along each side: browsers that scale down coarsely do so by at most the rest of the way. */
const finest = 16;

/** By how much a byte that is read may differ from the one that was painted: browsers that blur it this little do no harm. */
const tolerance = 3;

/** What is needed of a canvas, the page's or a worker's. */
export interface Canvas {
  width: number;
  height: number;
  getContext(kind: '2d', options: { willReadFrequently: boolean }): Context | null;
}

type Context = Pick<CanvasRenderingContext2D, 'fillStyle' | 'fillRect' | 'imageSmoothingQuality' | 'getImageData'> & {
  drawImage(image: ImageBitmap, ...place: [number, number, number, number, number, number, number, number]): void;
};

/**
 * The middle of a picture, on white where it is transparent, a few pixels for each of the model's.
 * @returns null where the browser hands out other pixels than were painted
 */
export function pixelsOf(bitmap: ImageBitmap, [, h, w]: readonly [number, number, number], canvas: Canvas) {
  const { left, top, width, height } = centredCrop(bitmap, w / h);
  const block = Math.max(1, Math.min(finest, Math.floor(width / w)));
  canvas.width = block * w;
  canvas.height = block * h;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || !isHonest(context, canvas)) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, left, top, width, height, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height) satisfies Pixels;
}

/** Whether pixels are read as they were painted. Browsers that hide what a canvas draws hand out noise, white or stripes. */
function isHonest(context: Context, { width, height }: Canvas): boolean {
  const [across, down] = [Math.min(8, width), Math.min(8, height)];
  const colourAt = (i: number) => [(37 * i + 20) % 256, (91 * i + 60) % 256, (151 * i + 110) % 256] as const;
  for (let i = 0; i < across * down; i++) {
    context.fillStyle = `rgb(${colourAt(i).join(' ')})`;
    context.fillRect(i % across, Math.floor(i / across), 1, 1);
  }
  const { data } = context.getImageData(0, 0, across, down);
  return Array.from({ length: across * down }, (_, i) => i).every((i) =>
    colourAt(i).every((byte, channel) => Math.abs((data[4 * i + channel] ?? NaN) - byte) <= tolerance),
  );
}
