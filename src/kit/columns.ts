/** The columns that both lanes and the slider share: which frames a strip of that width can show, and where. */
export interface Columns {
  /** Pixels of the whole strip. */
  readonly width: number;
  readonly count: number;
  /** Pixels from one column's centre to the next one's. */
  readonly pitch: number;
  /** Pixels from the strip's start to the centre of a column. */
  centre(column: number): number;
  /** The frame a column stands for. */
  frameOf(column: number): number;
  /** The column that stands nearest to a frame. */
  nearest(frame: number): number;
  /** The frame under a pixel. */
  frameAt(pixel: number): number;
}

/**
 * @param numSteps frames run from 0 to numSteps
 * @param minPitch pixels that a column needs at least
 */
export function columnsOf(numSteps: number, width: number, minPitch: number): Columns {
  const count = Math.max(2, Math.min(numSteps + 1, Math.floor(width / minPitch)));
  const pitch = width / count;
  const share = (count - 1) / numSteps;
  const clamp = (frame: number) => Math.min(numSteps, Math.max(0, Math.round(frame)));
  return {
    width,
    count,
    pitch,
    centre: (column) => (column + 0.5) * pitch,
    frameOf: (column) => clamp(column / share),
    nearest: (frame) => Math.round(frame * share),
    frameAt: (pixel) => clamp((pixel / pitch - 0.5) / share),
  };
}
