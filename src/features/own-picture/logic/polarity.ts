import type { Tensor } from '../../../engine/tensor.ts';

/** Bright for dark and dark for bright. */
export function negative({ data, shape }: Tensor): Tensor {
  return { data: data.map((value) => -value), shape };
}

/**
 * Whether a gray picture's background is on the other side than that of the pictures a model knows: ink on paper for a
 * network that learned bright strokes on black. The background is what lies along the edges. Never for colour.
 */
export function isNegative(picture: Tensor, examples: readonly Tensor[]): boolean {
  if (picture.shape[1] !== 1 || examples.length === 0) return false;
  const known = examples.reduce((sum, example) => sum + edgeMean(example), 0);
  return edgeMean(picture) * known < 0;
}

/** The mean of the outermost pixels of a gray picture. */
function edgeMean({ data, shape: [, , h, w] }: Tensor): number {
  const edge = data.filter((_, i) => i < w || i >= (h - 1) * w || i % w === 0 || i % w === w - 1);
  return edge.reduce((sum, value) => sum + value, 0) / edge.length;
}
