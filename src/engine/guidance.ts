import type { Condition, Denoiser } from './denoiser.ts';
import { zip } from './tensor.ts';

/** How strongly to follow the condition, and away from what. */
export interface GuidanceOptions {
  /** 1 is off: one evaluation a call. Otherwise two. */
  readonly scale: number;
  /** What takes the place of "none", [V]. */
  readonly negative?: Condition | undefined;
}

/**
 * Classifier-free guidance. Ho and Salimans 2022, arXiv 2207.12598: x0 = u + scale (c - u), the same in x0 as in epsilon.
 * The two evaluations, without and with the condition, stay visible as `parts`.
 * @throws RangeError when scale is not finite.
 */
export function guided(denoiser: Denoiser, { scale, negative }: GuidanceOptions): Denoiser {
  if (!Number.isFinite(scale)) throw new RangeError(`guidanceScale: a finite number, got ${scale}`);
  if (scale === 1) return denoiser;
  return async (x, level, condition) => {
    const { x0: unconditional } = await denoiser(x, level, negative ?? new Float32Array(condition.length));
    const { x0: conditional } = await denoiser(x, level, condition);
    const x0 = zip(unconditional, conditional, (u, c) => u + scale * (c - u));
    return { x0, parts: { unconditional, conditional } };
  };
}
