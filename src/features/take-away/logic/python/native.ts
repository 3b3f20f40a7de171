import type { SamplerOptions } from '../../../../engine/diffusion/samplers/options.ts';
import { samplers } from '../../../../engine/diffusion/samplers/index.ts';
import type { Recipe } from '../../../../contract/recipe.ts';
import { levelsFor, type Told } from './native-levels.ts';
import { call, float, type Form } from './script.ts';

/** A sampler as one of diffusers' schedulers. */
export interface Native extends Told {
  readonly scheduler: string;
  /** Its own arguments, beyond the noise levels. */
  readonly args?: (options: SamplerOptions) => readonly string[];
  /** What a turn of the loop reads the level from. */
  readonly level: keyof typeof readings;
  /** It wants the noise where it cannot be told that the model says x0. */
  readonly wants: 'sample' | 'epsilon';
  /** Its step draws noise: always, or as much as eta says. */
  readonly draws?: 'always' | 'eta';
  /** It also takes the noise that it adds, so that its temperature can be set. */
  readonly takesNoise?: true;
  /** Why it cannot take the last step, to sigma 0, where x becomes x0; null where it can. */
  readonly stopsBefore?: (recipe: Recipe, options: SamplerOptions) => string | null;
}

/** How x0 is had from x where the scheduler stands, and how x0 becomes the noise. `t` and `k` are the loop's. */
const readings = {
  timestep: {
    lines: [
      'alpha_bar = scheduler.alphas_cumprod[t]',
      'x0 = denoise(x / alpha_bar.sqrt(), (1 / alpha_bar - 1).sqrt())',
    ],
    epsilon: '(x - alpha_bar.sqrt() * x0) / (1 - alpha_bar).sqrt()',
  },
  vp: {
    lines: [
      'sigma = scheduler.sigmas[k]  # sigma / alpha; x has alpha^2 + sigma^2 = 1',
      'x0 = denoise(x * (1 + sigma**2).sqrt(), sigma)',
    ],
    epsilon: '(x * (1 + sigma**2).sqrt() - x0) / sigma',
  },
  ve: { lines: ['sigma = scheduler.sigmas[k]', 'x0 = denoise(x, sigma)'], epsilon: '(x - x0) / sigma' },
  midpoint: {
    lines: [
      'sigma = (scheduler.sigmas if scheduler.state_in_first_order else scheduler.sigmas_interpol)[k]',
      'x0 = denoise(x, sigma)',
    ],
    epsilon: '(x - x0) / sigma',
  },
  midpointBefore: {
    lines: [
      'sigma = scheduler.sigmas[k] if scheduler.state_in_first_order else scheduler.sigmas_interpol[k - 1]',
      'x0 = denoise(x, sigma)',
    ],
    epsilon: '(x - x0) / sigma',
  },
};

/** The form of a sampler that is one of diffusers' schedulers. */
export function native(it: Native, recipe: Recipe, options: SamplerOptions): Form {
  const levels = levelsFor(it, recipe);
  const { lines, epsilon } = readings[it.level];
  const fromSigmas = it.level !== 'timestep';
  const prediction = it.wants === 'sample' ? ['prediction_type="sample"'] : [];
  const extra = drawing(it, recipe, options);
  const step = `scheduler.step(${[it.wants === 'sample' ? 'x0' : epsilon, 't', 'x', ...extra].join(', ')}).prev_sample`;
  const reason = it.stopsBefore?.(recipe, options) ?? null;
  return {
    schedulers: [it.scheduler, ...levels.schedulers],
    setup: [
      ...levels.before,
      ...call(`scheduler = ${it.scheduler}`, [...levels.args, ...prediction, ...(it.args?.(options) ?? [])]),
      ...levels.after,
    ],
    scale: samplers[recipe.sampler].process === 'vp' ? null : 'scheduler.init_noise_sigma',
    loop: fromSigmas ? 'for k, t in enumerate(scheduler.timesteps):' : 'for t in scheduler.timesteps:',
    body: [
      ...lines,
      reason === null ? `x = ${step}` : `x = ${step} if k < ${recipe.numSteps - 1} else x0  # ${reason}`,
    ],
  };
}

/** What its step is told of noise. */
function drawing({ draws, takesNoise }: Native, { sampler, noiseTemperature = 1 }: Recipe, { eta }: SamplerOptions) {
  const share = draws === 'eta' ? [`eta=${float(eta)}`] : [];
  if (!draws || (draws === 'eta' && eta === 0)) return share;
  if (noiseTemperature === 1) return [...share, 'generator=generator'];
  if (!takesNoise) throw new RangeError(`no Python form yet for noiseTemperature with ${sampler}`);
  return [...share, `variance_noise=${noiseTemperature} * torch.randn(x.shape, generator=generator)`];
}
