/**
 * Contact sheets to look at before a part is given a word:
 *   node models/data/portraits/sheet.mjs out.png adventurer:hair adventurer:eyes   every variant of these parts
 *   node models/data/portraits/sheet.mjs out.png adventurer personas               a few random drawings of each style
 * Each cell shows the drawing at 64 pixels and, beside it, what the network sees: 32x32, enlarged.
 * Further options of the drawings stand in the variable OPTIONS, as JSON.
 */
import sharp from 'sharp';
import { EDGE } from '../raster.mjs';
import { draw, styleOf } from './dicebear.mjs';
import { rasterise } from './render.mjs';

const CELL = { width: 132, height: 80, large: 64 };
const COLUMNS = 8;
const BLANK = '<svg width="1" height="1" xmlns="http://www.w3.org/2000/svg"/>';

async function cell(svg, caption, pixelated) {
  const large = await sharp(Buffer.from(svg)).resize(CELL.large, CELL.large).png().toBuffer();
  const small = await rasterise(svg, pixelated);
  const raw = { width: EDGE, height: EDGE, channels: 3 };
  const seen = await sharp(small, { raw }).resize(CELL.large, CELL.large, { kernel: 'nearest' }).png().toBuffer();
  const text = `<svg width="${CELL.width}" height="16"><text x="1" y="11" font-size="11">${caption}</text></svg>`;
  return sharp({ create: { width: CELL.width, height: CELL.height, channels: 3, background: 'white' } })
    .composite([
      { input: large, left: 0, top: 0 },
      { input: seen, left: CELL.large + 2, top: 0 },
      { input: Buffer.from(text), left: 0, top: CELL.large },
    ])
    .png()
    .toBuffer();
}

async function save(cells, path) {
  const rows = Math.ceil(cells.length / COLUMNS);
  const width = COLUMNS * CELL.width;
  const placed = cells.map((input, i) => ({
    input,
    left: (i % COLUMNS) * CELL.width,
    top: Math.floor(i / COLUMNS) * CELL.height,
  }));
  await sharp({ create: { width, height: rows * CELL.height, channels: 3, background: 'white' } })
    .composite(placed)
    .png()
    .toFile(path);
}

/** 'adventurer:hair' or 'adventurer' -> captions and SVG drawings. */
async function drawings(what, options) {
  const [id, part] = what.split(':');
  const { schema } = await styleOf(id);
  const choices = part ? schema.properties[part].items.enum : [...Array(COLUMNS).keys()];
  return Promise.all(
    choices.map(async (choice) => {
      const own = part ? { [part]: [choice], [`${part}Probability`]: 100 } : {};
      const svg = await draw(id, { seed: `${choice}`, ...options, ...own });
      return { caption: `${part ?? id} ${choice}`, svg, pixelated: id === 'pixel-art' };
    }),
  );
}

async function main([path, ...whats]) {
  const cells = [];
  const options = { backgroundColor: ['b6e3f4'], ...JSON.parse(process.env.OPTIONS ?? '{}') };
  for (const what of whats) {
    for (const { caption, svg, pixelated } of await drawings(what, options)) {
      cells.push(await cell(svg, caption, pixelated));
    }
    while (cells.length % COLUMNS) cells.push(await cell(BLANK, '', false));
  }
  await save(cells, path);
}

await main(process.argv.slice(2));
