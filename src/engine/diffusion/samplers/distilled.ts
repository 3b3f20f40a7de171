import { combine } from './combine.ts';
import { discrete } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';

const distilled = {
  ...discrete,
  order: 1,
  timestepFamily: 'distilled',
  spacings: ['trailing'],
  schedules: ['betas'],
} as const;

/** Multistep sampling of a consistency model: jump to the picture, noise it again. Luo et al. 2023, Alg. 3; the boundary
 * weights as in diffusers: sigma_data 0.5, timesteps times 10. */
const solveLcm: Solver =
  ({ denoise, noise }) =>
  async (x, { t, level, next }) => {
    const x0 = await denoise(x, level);
    const time = 10 * (t ?? Infinity);
    const skip = 0.25 / (time ** 2 + 0.25);
    const out = 1 / Math.hypot(1, 0.5 / time);
    const summands = [['x', next.alpha * skip, x] as const, ['x0', next.alpha * out, x0] as const];
    return next.sigma === 0 ? combine(...summands) : combine(...summands, ['noise', next.sigma, noise()]);
  };

export const lcm: Sampler = {
  ...distilled,
  label: 'LCM',
  stochastic: 'always',
  citation: {
    text: 'Luo et al.: Latent Consistency Models: Synthesizing High-Resolution Images with Few-Step Inference, 2023',
    url: 'https://arxiv.org/abs/2310.04378',
  },
  solve: solveLcm,
};

/** Strategic stochastic sampling of a trajectory consistency model: DDIM's step to (1 - eta) times the next timestep, then
 * noise up to it. Zheng et al. 2024, Alg. 4 (eta is its gamma); as in diffusers the last step ends at timestep 0. */
const solveTcd: Solver =
  ({ denoise, noise, levelAt, options: { eta } }) =>
  async (x, { tNext, level, next }) => {
    const x0 = await denoise(x, level);
    const stop = levelAt(Math.floor((1 - eta) * (tNext ?? 0)));
    const fromX = stop.sigma / level.sigma;
    const fromX0 = stop.alpha - fromX * level.alpha;
    const ratio = next.alpha / stop.alpha;
    if (ratio === 1) return combine(['x', fromX, x], ['x0', fromX0, x0]);
    const deviation = Math.sqrt(1 - ratio ** 2);
    return combine(['x', ratio * fromX, x], ['x0', ratio * fromX0, x0], ['noise', deviation, noise()]);
  };

export const tcd: Sampler = {
  ...distilled,
  label: 'TCD',
  end: 'first',
  stochastic: 'eta',
  options: ['eta'],
  citation: {
    text: 'Zheng et al.: Trajectory Consistency Distillation, 2024',
    url: 'https://arxiv.org/abs/2402.19159',
  },
  solve: solveTcd,
};
