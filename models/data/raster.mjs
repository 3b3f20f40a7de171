/** From an SVG to the small picture that a network sees. Each model's folder brings its own sharp. */

export const EDGE = 32;

/** Pixels of a drawing along each side of a pixel that a network sees. */
export const SCALE = 4;
export const DRAWN = SCALE * EDGE;

/** A square of 4 edge x 4 edge -> edge x edge, RGB bytes. */
export function shrink(sharp, pixels, kernel = 'lanczos3', edge = EDGE) {
  const raw = { width: SCALE * edge, height: SCALE * edge, channels: 3 };
  return sharp(pixels, { raw }).resize(edge, edge, { kernel }).raw().toBuffer();
}

/** SVG -> width x width, RGB bytes; on white where the drawing is clear, and in the middle where it is not square. */
export async function paint(sharp, svg, width = DRAWN) {
  const drawn = sharp(Buffer.from(svg)).resize(width, width, { fit: 'contain', background: '#fff' });
  return drawn.flatten({ background: '#fff' }).removeAlpha().raw().toBuffer();
}

/** SVG -> 128x128 -> 32x32, RGB bytes. Lanczos, unless `kernel` says otherwise. */
export async function rasterise(sharp, svg, kernel = 'lanczos3') {
  return shrink(sharp, await paint(sharp, svg), kernel);
}
