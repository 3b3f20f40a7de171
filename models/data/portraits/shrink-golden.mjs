/**
 * What sharp makes of a picture when it makes it four times smaller: node models/data/portraits/shrink-golden.mjs
 * Writes tests/golden/sharp-shrink.json, which src/features/training-neighbours/logic/shrink.ts is held to. The picture is noise on steps, so
 * that everything is in it that rounds or overshoots.
 */
import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { Random } from '../random.mjs';
import { DRAWN, EDGE } from '../raster.mjs';
import { shrink } from './render.mjs';

const SEED = 5;
const random = new Random(SEED);
const pixels = Buffer.from(
  Array.from({ length: DRAWN * DRAWN * 3 }, (_, i) => ((i / 60) & 1 ? 200 : 0) + Math.floor(random.next() * 56)),
);
const golden = {
  provenance: {
    command: 'node models/data/portraits/shrink-golden.mjs',
    sharp: sharp.versions.sharp,
    libvips: sharp.versions.vips,
  },
  width: DRAWN,
  edge: EDGE,
  large: pixels.toString('base64'),
  lanczos: (await shrink(pixels, false)).toString('base64'),
};
writeFileSync(new URL('../../../tests/golden/sharp-shrink.json', import.meta.url), `${JSON.stringify(golden)}\n`);
