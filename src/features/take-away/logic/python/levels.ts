import { defaultSigmaRange } from '../../../../engine/diffusion/levels.ts';
import { samplers } from '../../../../engine/diffusion/samplers/index.ts';
import type { BetaScheduleId, SigmaCurveId } from '../../../../engine/diffusion/schedules/index.ts';
import type { Recipe } from '../../../../contract/recipe.ts';
import { call, float } from './script.ts';

const { sigmaMin, sigmaMax } = defaultSigmaRange;
const [low, high] = [float(sigmaMin), float(sigmaMax)];

/** The ends of the curves, by the names of diffusers' configuration. */
export const rangeArguments: readonly string[] = [`sigma_min=${low}`, `sigma_max=${high}`];

/** diffusers' own flag of each curve; log_snr is what it calls exponential: even steps of log sigma. It has none for flow,
 * whose flag there changes the process too. */
export const curveFlags: Partial<Record<SigmaCurveId, string>> = {
  karras: 'use_karras_sigmas=True',
  exponential: 'use_exponential_sigmas=True',
  log_snr: 'use_exponential_sigmas=True',
  beta: 'use_beta_sigmas=True',
};

const curves: Record<SigmaCurveId, (recipe: Recipe) => string[]> = {
  karras: ({ numSteps }) => [
    `ratios = np.linspace(${high} ** (1 / 7), ${low} ** (1 / 7), ${numSteps}) ** 7  # Karras et al. 2022, eq. 5`,
  ],
  exponential: ({ numSteps }) => [`ratios = np.geomspace(${high}, ${low}, ${numSteps})  # even steps of log sigma`],
  log_snr: ({ numSteps }) => [`ratios = np.geomspace(${high}, ${low}, ${numSteps})  # even steps of log SNR`],
  beta: ({ numSteps }) => [
    `places = scipy.stats.beta.ppf(1 - np.linspace(0, 1, ${numSteps}), 0.6, 0.6)  # Lee et al. 2024`,
    `ratios = ${low} + places * (${high} - ${low})`,
  ],
  flow: ({ numSteps, flowShift: shift = 1 }) => [
    `times = np.linspace(${high} / (${high} + ${shift}), ${low} / (${low} + ${shift}), ${numSteps})  # of a rectified flow`,
    `ratios = ${shift} * times / (1 - times)`,
  ],
};

/** A training schedule; only DDPMScheduler knows the sigmoid, so the others are handed its betas. */
const betas: Record<BetaScheduleId, readonly string[]> = {
  linear: ['beta_schedule="linear"', 'beta_start=0.0001', 'beta_end=0.02'],
  scaled_linear: ['beta_schedule="scaled_linear"', 'beta_start=0.00085', 'beta_end=0.012'],
  squaredcos_cap_v2: ['beta_schedule="squaredcos_cap_v2"'],
  sigmoid: ['trained_betas=DDPMScheduler(beta_schedule="sigmoid").betas.tolist()'],
};

/**
 * What a scheduler is told of the training schedule, and the schedulers that this takes.
 * @param rescales whether it has a flag for zero terminal SNR; others are handed the betas of one that has.
 */
export function betasArguments(
  { betas: id, zeroTerminalSnr = false }: Recipe,
  rescales: boolean,
): { args: readonly string[]; schedulers: readonly string[] } {
  const args = zeroTerminalSnr ? [...betas[id], 'rescale_betas_zero_snr=True'] : betas[id];
  const handed = zeroTerminalSnr && !rescales;
  return {
    args: handed ? [`trained_betas=DDPMScheduler(${args.join(', ')}).betas.tolist()`] : args,
    schedulers: handed || id === 'sigmoid' ? ['DDPMScheduler'] : [],
  };
}

/** The spacing a sampler uses: the one asked for, or the only one it has; null where that is not to be told. */
export function spacingArgument({ sampler, spacing }: Recipe): string {
  const { spacings } = samplers[sampler];
  return `timestep_spacing="${spacings.includes(spacing) ? spacing : (spacings[0] ?? spacing)}"`;
}

/** Noise levels as Python lists, for the samplers whose steps the script spells out. */
export interface ExplicitLevels {
  readonly schedulers: readonly string[];
  readonly lines: readonly string[];
  /** What the first noise is multiplied by; null for 1. */
  readonly scale: string | null;
}

/** `sigmas` (and `alphas`, where variance is preserved) of the run's N + 1 points, in the scale of the sampler's process. */
export function explicitLevels(recipe: Recipe): ExplicitLevels {
  const { process } = samplers[recipe.sampler];
  const source =
    recipe.sigmas === 'betas' ? fromBetas(recipe) : { schedulers: [], lines: curveLines(recipe.sigmas, recipe) };
  const scaled = {
    ve: ['sigmas = ratios.tolist()'],
    vp: ['alphas = (1 / np.sqrt(1 + ratios**2)).tolist()', 'sigmas = (ratios / np.sqrt(1 + ratios**2)).tolist()'],
    flow: ['sigmas = (ratios / (1 + ratios)).tolist()  # alpha is 1 - sigma'],
  };
  const leading = recipe.sigmas === 'betas' && recipe.spacing === 'leading';
  const start = { vp: null, ve: leading ? 'math.sqrt(sigmas[0] ** 2 + 1)' : 'sigmas[0]', flow: 'sigmas[0]' };
  return { ...source, lines: [...source.lines, ...scaled[process]], scale: start[process] };
}

/** `ratios`, the sigma / alpha of a curve. */
export function curveLines(curve: SigmaCurveId, recipe: Recipe): string[] {
  return [
    '# sigma / alpha of every step, and 0 at the end',
    ...curves[curve](recipe),
    'ratios = np.append(ratios, 0.0)',
  ];
}

const schedulerOf = {
  whole: 'DDIMScheduler',
  fractional: 'EulerDiscreteScheduler',
  multistep: 'DEISMultistepScheduler',
  distilled: 'LCMScheduler',
} as const;

/** Whether diffusers' multistep schedulers repeat timesteps where there should be 999, 998, .. 0. */
export function repeatsTimesteps({ sampler, numSteps, spacing }: Recipe): boolean {
  return samplers[sampler].timestepFamily === 'multistep' && numSteps >= 1000 && spacing !== 'trailing';
}

/** The levels are diffusers', the steps are not. */
function fromBetas(recipe: Recipe) {
  const { timestepFamily } = samplers[recipe.sampler];
  const fractional = timestepFamily === 'fractional';
  const distilled = timestepFamily === 'distilled';
  const multistep = timestepFamily === 'multistep';
  const scheduler = schedulerOf[timestepFamily];
  const { args, schedulers } = betasArguments(recipe, timestepFamily !== 'multistep');
  const spacing = distilled ? [] : [spacingArgument(recipe)];
  // Where a run ends above 0, at the level of timestep 0, the scheduler says so itself.
  const end = multistep && samplers[recipe.sampler].end === 'first' ? 'levels.sigmas[-1:].double()' : '0.0';
  const lines =
    multistep && repeatsTimesteps(recipe)
      ? [`ratios = np.append((1 / levels.alphas_cumprod.double() - 1).sqrt().flip(0), ${end})`]
      : fractional || multistep
        ? [`ratios = np.append(levels.sigmas[:${recipe.numSteps}].double(), ${end})`]
        : [
            `alpha_bars = levels.alphas_cumprod[levels.timesteps[:${recipe.numSteps}]].double()`,
            'ratios = np.append((1 / alpha_bars - 1).sqrt(), 0.0)',
          ];
  return {
    schedulers: [scheduler, ...schedulers],
    lines: [
      '# sigma / alpha of every step, as diffusers has it, and where it ends',
      ...call(`levels = ${scheduler}`, [...args, ...spacing]),
      `levels.set_timesteps(${recipe.numSteps})`,
      ...lines,
    ],
  };
}
