/** From an SVG to the small picture that a network sees. Each model's folder brings its own sharp. */

export const EDGE = 32;
export const DRAWN = 128;

/**
 * SVG -> 128x128 -> 32x32, RGB bytes. Lanczos, unless `kernel` says otherwise; on white where the drawing is clear,
 * and in the middle where it is not square.
 */
export async function rasterise(sharp, svg, kernel = 'lanczos3') {
  const large = { width: DRAWN, height: DRAWN, channels: 3 };
  const drawn = sharp(Buffer.from(svg)).resize(DRAWN, DRAWN, { fit: 'contain', background: '#fff' });
  const pixels = await drawn.flatten({ background: '#fff' }).removeAlpha().raw().toBuffer();
  return sharp(pixels, { raw: large }).resize(EDGE, EDGE, { kernel }).raw().toBuffer();
}
