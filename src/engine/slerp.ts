import { zip } from './tensor.ts';
import type { Tensor } from './tensor.ts';

/**
 * The noise at a share of the arc from one to another: as strong as noise is, all the way. Song et al. 2021, arXiv
 * 2010.02502, sec. 5.3.
 * @param a [1, c, h, w], b of the same shape
 * @param share 0 is a, 1 is b
 */
export function slerp(a: Tensor, b: Tensor, share: number): Tensor {
  const cosine = dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  const theta = Math.acos(Math.min(1, Math.max(-1, cosine)));
  // Where they are one, there is no arc to walk.
  if (Math.sin(theta) < 1e-6) return a;
  const part = (angle: number) => Math.sin(angle * theta) / Math.sin(theta);
  const [keep, take] = [part(1 - share), part(share)];
  return zip(a, b, (from, to) => keep * from + take * to);
}

function dot(a: Tensor, b: Tensor): number {
  return a.data.reduce((sum, value, i) => sum + value * (b.data[i] ?? NaN), 0);
}
