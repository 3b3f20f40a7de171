import { describe, expect, it } from 'vitest';
import { pixelsOf, type Canvas } from '../../../src/features/own-picture/logic/canvas-pixels.ts';
import { pictureSize } from '../../../src/features/own-picture/logic/picture-size.ts';

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

describe('the size that a picture says of itself', () => {
  it.each([
    ['PNG', [0x89, ...ascii('PNG'), 13, 10, 26, 10, 0, 0, 0, 13, ...ascii('IHDR'), 0, 0, 78, 32, 0, 0, 0, 7], 20000, 7],
    ['GIF', [...ascii('GIF89a'), 0x2c, 1, 5, 0], 300, 5],
    ['BMP', [...ascii('BM'), ...Array<number>(16).fill(0), 0x2c, 1, 0, 0, 0xfb, 0xff, 0xff, 0xff], 300, 5],
    ['WebP, lossless', [...ascii('RIFF0000WEBPVP8L0000'), 0x2f, 0x2b, 0x01, 0x01, 0x00], 300, 5],
    ['WebP, extended', [...ascii('RIFF0000WEBPVP8X0000'), 0, 0, 0, 0, 0x2b, 1, 0, 4, 0, 0], 300, 5],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 0, 5, 1, 0x2c, 3], 300, 5],
  ] as const)('%s', (_format, bytes, width, height) => {
    expect(pictureSize(Uint8Array.from(bytes))).toEqual({ width, height });
  });

  it('of a real file', () => {
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    expect(pictureSize(bytesOf(png))).toEqual({ width: 1, height: 1 });
  });

  it.each([[[]], [[0xff, 0xd8, 0xff]], [[0xff, 0xd8, 0, 0, 0, 0]], [ascii('<svg/>')], [[0x89, ...ascii('PNG')]]])(
    'nothing where it says none: %j',
    (bytes) => {
      expect(pictureSize(Uint8Array.from(bytes))).toBeNull();
    },
  );
});

/** A canvas as far as a picture needs it; `handOut` is what the browser does to bytes that are read. */
class FakeCanvas implements Canvas {
  width = 1;
  height = 1;
  constructor(private readonly handOut: (byte: number, i: number) => number) {}

  getContext() {
    const painted = new Map<string, readonly number[]>();
    const { handOut } = this;
    return {
      fillStyle: '' as string,
      imageSmoothingQuality: 'low' as const,
      fillRect(left: number, top: number, width: number, height: number) {
        const colour = (/rgb\((.*)\)/.exec(this.fillStyle)?.[1]?.split(' ') ?? ['255', '255', '255']).map(Number);
        for (let y = top; y < top + height; y++)
          for (let x = left; x < left + width; x++) painted.set(`${x} ${y}`, colour);
      },
      drawImage() {
        // What is drawn does not matter here.
      },
      getImageData(_left: number, _top: number, width: number, height: number) {
        const bytes = Array.from({ length: width * height }, (_, i) => [
          ...(painted.get(`${i % width} ${Math.floor(i / width)}`) ?? [0, 0, 0]),
          255,
        ]).flat();
        return { width, height, data: Uint8ClampedArray.from(bytes, handOut) } as unknown as ImageData;
      },
    };
  }
}

const bitmap = { width: 640, height: 480 } as ImageBitmap;
const read = (handOut: (byte: number, i: number) => number) => pixelsOf(bitmap, [3, 32, 32], new FakeCanvas(handOut));

describe('pixels of a picture', () => {
  it('are read small, a whole number for each of the model’s', () => {
    const pixels = read((byte) => byte);
    expect([pixels?.width, pixels?.height]).toEqual([480, 480]);
  });

  it.each([
    ['white', () => 255],
    ['noise', (_byte: number, i: number) => (i * 7919) % 256],
    ['stripes', (byte: number, i: number) => (Math.floor(i / 32) % 2 === 0 ? byte : 255 - byte)],
    ['nothing', () => 0],
  ])('are not taken where the browser hands out %s', (_name, handOut) => {
    expect(read(handOut)).toBeNull();
  });

  it('are taken where they are blurred by so little that nobody sees it', () => {
    expect(read((byte, i) => byte + (i % 3) - 1)).not.toBeNull();
  });
});
