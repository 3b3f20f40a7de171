import { clothes, luma } from '../palettes.mjs';
import { table } from '../table.mjs';

/** CC0 1.0, by DiceBear. Offsets are kept small, so that the face stays whole and in the frame. */
export default {
  id: 'thumbs',
  weight: 0.7,
  contrast: 90,
  colours: { body: ['shapeColor'] },
  options: {
    faceOffsetX: [-6, 6],
    faceOffsetY: [-6, 6],
    faceRotation: [-8, 8],
    shapeRotation: [-8, 8],
  },
  parts: {
    eyes: table(`
      -            | variant5W14 variant5W16 variant6W14 variant6W16 variant8W16 | 6
      heart-eyes   | variant1W14 variant1W16                                     | 2.5
      closed-eyes  | variant2W14 variant2W16 variant7W14 variant7W16             | 4
      squint       | variant3W14 variant3W16                                     | 2.5
      wink         | variant9W14 variant9W16                                     | 2.5
    `),
    mouth: table(`
      laugh        | variant2 variant1
      smile        | variant3 variant4
      kiss         | variant5 | 1.5
    `),
  },
  adjust(options, words) {
    const body = Object.keys(clothes).find((name) => words.has(`${name}-body`));
    const ink = luma(clothes[body]) > 140 ? '000000' : 'ffffff';
    options.eyesColor = [ink];
    options.mouthColor = [ink];
  },
};
