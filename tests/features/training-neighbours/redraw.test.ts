import { afterEach, expect, it, vi } from 'vitest';
import { Rasteriser } from '../../../src/features/training-neighbours/logic/redraw.ts';

afterEach(() => vi.unstubAllGlobals());

it('every picture is painted from an image of its own: Firefox paints the first one of an image that is used again', async () => {
  const painted: string[] = [];
  vi.stubGlobal(
    'Image',
    class {
      #first = '';
      set src(address: string) {
        this.#first ||= address;
      }
      get src() {
        return this.#first;
      }
      decode = () => Promise.resolve();
    },
  );
  const context = {
    clearRect: () => {},
    drawImage: (image: { src: string }) => painted.push(decodeURIComponent(image.src)),
    getImageData: () => ({ width: 128, data: new Uint8ClampedArray(4 * 128 * 128) }),
  };
  vi.stubGlobal('document', { createElement: () => ({ width: 0, height: 0, getContext: () => context }) });
  const rasteriser = new Rasteriser();
  await rasteriser.paint('<svg id="a"/>', true);
  await rasteriser.paint('<svg id="b"/>', true);
  expect(painted).toEqual(['data:image/svg+xml,<svg id="a"/>', 'data:image/svg+xml,<svg id="b"/>']);
});
