import type { Level } from '../denoiser.ts';
import type { Tensor } from '../../tensor.ts';
import { remember } from './adams-bashforth.ts';
import { combine } from './combine.ts';
import type { Summand } from './combine.ts';
import { lambdaOf } from './noise.ts';
import type { SamplerOptions } from './options.ts';
import { multistep } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';
import { solveLinear } from './solve-linear.ts';

/** An estimate and where it was made, newest first in a list. */
interface Estimate {
  readonly x0: Tensor;
  readonly level: Level;
}

const symbols = ['x0', 'x0Previous', 'x0Earlier', 'x0Earliest'] as const;

/** UniPC. Zhao et al. 2023, Alg. 5 to 8, for x0: every estimate first corrects the step that led to it, then predicts the
 * next. The order falls at the end of a run and rises at its beginning, as in diffusers. */
const solve: Solver = ({ denoise, options: { solverOrder, bFunction } }) => {
  const past: Estimate[] = [];
  let last: { x: Tensor; order: number } | undefined;
  return async (x, { index, numSteps, level, next }) => {
    const x0 = await denoise(x, level);
    const known = [...past];
    remember(past, { x0, level }, solverOrder + 1);
    const corrected = last ? combine(...update(last.x, 'xPrevious', known, level, last.order, bFunction, x0)).x : x;
    const order = Math.min(solverOrder, numSteps - index, index + 1);
    last = { x: corrected, order };
    return combine(...update(corrected, index > 0 ? 'xCorrected' : 'x', past, next, order, bFunction));
  };
};

/**
 * The step from the newest of the past to a level, [x, estimates...]. With an estimate at its end it corrects (UniC),
 * without it predicts (UniP). Zhao et al. 2023, eq. 3 and 8, with lambda as time.
 */
function update(
  x: Tensor,
  symbol: 'x' | 'xCorrected' | 'xPrevious',
  past: readonly Estimate[],
  end: Level,
  order: number,
  bFunction: SamplerOptions['bFunction'],
  atEnd?: Tensor,
): Summand[] {
  const [newest, ...earlier] = past.slice(0, order);
  if (!newest) throw new RangeError('past: at least one estimate, got none');
  const h = lambdaOf(end) - lambdaOf(newest.level);
  const phi1 = Math.expm1(-h);
  const points = earlier.map(({ x0, level }) => ({ x0, r: (lambdaOf(level) - lambdaOf(newest.level)) / h }));
  if (atEnd) points.push({ x0: atEnd, r: 1 });
  const b = bFunction === 'bh1' ? -h : phi1;
  const shares = differences(
    points.map(({ r }) => r),
    h,
    b,
  );
  const weights = points.map(({ r }, i) => (-end.alpha * b * (shares[i] ?? NaN)) / r);
  const newestWeight = -end.alpha * phi1 - weights.reduce((sum, weight) => sum + weight, 0);
  return [
    [symbol, end.sigma / newest.level.sigma, x],
    [symbols[0], newestWeight, newest.x0],
    ...points.map((point, i) => [symbols[i + 1] ?? 'x0Earliest', weights[i] ?? NaN, point.x0] as const),
  ];
}

/** The shares rho of the differences (x0_i - x0) / r_i: R rho = b of Zhao et al. 2023, theorem 3.1. A single difference
 * has 1/2, whatever B. */
function differences(rs: readonly number[], h: number, b: number): number[] {
  if (rs.length < 2) return rs.map(() => 0.5);
  let [phi, factorial] = [Math.expm1(-h) / -h - 1, 1];
  const right = rs.map((_, k) => {
    const value = (phi * factorial) / b;
    factorial *= k + 2;
    phi = phi / -h - 1 / factorial;
    return value;
  });
  return solveLinear(
    rs.map((_, k) => rs.map((r) => r ** k)),
    right,
  );
}

export const unipc: Sampler = {
  ...multistep,
  label: 'UniPC',
  order: 3,
  options: ['solverOrder', 'bFunction'],
  citation: {
    text: 'Zhao et al.: UniPC: A Unified Predictor-Corrector Framework for Fast Sampling of Diffusion Models, 2023',
    url: 'https://arxiv.org/abs/2302.04867',
  },
  solve,
};
