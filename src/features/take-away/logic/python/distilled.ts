import { fresh, type ExplicitStep } from './explicit.ts';
import { float } from './script.ts';

/** Luo et al. 2023, Alg. 3, with the boundary weights of diffusers. */
export const lcm: ExplicitStep = {
  step: (_, recipe) => [
    'x0 = denoise(x / alpha, sigma / alpha)',
    'time = 10 * int(levels.timesteps[k])',
    'x = alpha_next * (0.25 / (time**2 + 0.25) * x + time / math.sqrt(time**2 + 0.25) * x0)',
    'if sigma_next > 0:',
    `    x = x + sigma_next * ${fresh(recipe)}`,
  ],
};

/** Zheng et al. 2024, Alg. 4: down to a timestep below the next, then noise up to it. */
export const tcd: ExplicitStep = {
  step: ({ eta }, recipe) => [
    'x0 = denoise(x / alpha, sigma / alpha)',
    `t_next = int(levels.timesteps[k + 1]) if k < ${recipe.numSteps - 1} else 0`,
    `stop = levels.alphas_cumprod[int(${float(1 - eta)} * t_next)].item()`,
    'x = math.sqrt(stop) * x0 + math.sqrt(1 - stop) * (x - alpha * x0) / sigma',
    `if k < ${recipe.numSteps - 1}:`,
    '    kept = levels.alphas_cumprod[t_next].item() / stop',
    `    x = math.sqrt(kept) * x + math.sqrt(1 - kept) * ${fresh(recipe)}`,
  ],
};
