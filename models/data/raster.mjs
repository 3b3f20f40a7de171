/** From an SVG to the small picture that a network sees. Each model's folder brings its own sharp. */

export const EDGE = 32;
export const DRAWN = 128;

/** 128x128 -> 32x32, RGB bytes. */
export function shrink(sharp, pixels, kernel = 'lanczos3') {
  const raw = { width: DRAWN, height: DRAWN, channels: 3 };
  return sharp(pixels, { raw }).resize(EDGE, EDGE, { kernel }).raw().toBuffer();
}

/**
 * SVG -> 128x128 -> 32x32, RGB bytes. Lanczos, unless `kernel` says otherwise; on white where the drawing is clear,
 * and in the middle where it is not square.
 */
export async function rasterise(sharp, svg, kernel = 'lanczos3') {
  const drawn = sharp(Buffer.from(svg)).resize(DRAWN, DRAWN, { fit: 'contain', background: '#fff' });
  return shrink(sharp, await drawn.flatten({ background: '#fff' }).removeAlpha().raw().toBuffer(), kernel);
}
