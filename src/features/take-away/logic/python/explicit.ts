import type { SamplerOptions } from '../../../../engine/diffusion/samplers/options.ts';
import { samplers } from '../../../../engine/diffusion/samplers/index.ts';
import type { Recipe } from '../../../../contract/recipe.ts';
import { explicitLevels } from './levels.ts';
import { float, indented, type Form } from './script.ts';

/** A sampler's step in a few lines of torch: from x at step k to x at step k + 1. */
export interface ExplicitStep {
  /** Before the loop. */
  readonly memory?: readonly string[];
  readonly step: (options: SamplerOptions, recipe: Recipe) => readonly string[];
  /** Why the step is spelled out, where diffusers has a scheduler of that name. */
  readonly why?: string;
}

/** The form of a sampler whose levels or whose steps diffusers does not have. */
export function explicit(
  { memory = [], step, why = 'diffusers has no such step' }: ExplicitStep,
  recipe: Recipe,
  options: SamplerOptions,
): Form {
  const { schedulers, lines, scale } = explicitLevels(recipe);
  const names = samplers[recipe.sampler].process === 'vp' ? ['alpha', 'sigma'] : ['sigma'];
  const here = names.map((name) => `${name}s[k]`);
  const next = names.map((name) => `${name}s[k + 1]`);
  const body = [
    `${[...names, ...names.map((name) => `${name}_next`)].join(', ')} = ${[...here, ...next].join(', ')}`,
    ...step(options, recipe),
  ];
  return {
    schedulers,
    setup: [...lines, ...memory],
    scale,
    loop: `for k in range(${recipe.numSteps}):  # spelled out: ${why}`,
    body,
  };
}

/** Fresh noise, as warm as the recipe wants it. */
export function fresh({ noiseTemperature = 1 }: Recipe): string {
  const noise = 'torch.randn(x.shape, generator=generator)';
  return noiseTemperature === 1 ? noise : `${noiseTemperature} * ${noise}`;
}

/** Song et al. 2021, eq. 12 and 16. */
export const ddim: ExplicitStep = {
  step: ({ eta }, recipe) => [
    'x0 = denoise(x / alpha, sigma / alpha)',
    'epsilon = (x - alpha * x0) / sigma',
    ...(eta === 0
      ? ['x = alpha_next * x0 + sigma_next * epsilon']
      : [
          `deviation = ${float(eta)} * sigma_next / sigma * math.sqrt(1 - (alpha / alpha_next) ** 2)`,
          'x = alpha_next * x0 + math.sqrt(max(0.0, sigma_next**2 - deviation**2)) * epsilon',
          'if deviation > 0:',
          `    x = x + deviation * ${fresh(recipe)}`,
        ]),
  ],
};

/** Ho et al. 2020, eq. 6 and 7. */
export const ddpm: ExplicitStep = {
  step: ({ variance }, recipe) => [
    'x0 = denoise(x / alpha, sigma / alpha)',
    'kept = (alpha / alpha_next) ** 2',
    'x = (alpha_next * (1 - kept) * x0 + math.sqrt(kept) * sigma_next**2 * x) / sigma**2',
    recipe.sigmas === 'betas' ? 'if levels.timesteps[k] > 0:' : 'if sigma_next > 0:',
    variance === 'fixed_large'
      ? `    x = x + math.sqrt(1 - kept) * ${fresh(recipe)}`
      : `    x = x + sigma_next / sigma * math.sqrt(1 - kept) * ${fresh(recipe)}`,
  ],
};

const adamsBashforth = [
  '# Adams and Bashforth 1883, newest first',
  'weights = [[1], [3 / 2, -1 / 2], [23 / 12, -16 / 12, 5 / 12], [55 / 24, -59 / 24, 37 / 24, -9 / 24]]',
  'epsilons = []',
];
const extrapolated = [
  'epsilon = (x - alpha * denoise(x / alpha, sigma / alpha)) / sigma',
  'epsilons = [epsilon, *epsilons[:3]]',
  'mean = sum(w * e for w, e in zip(weights[len(epsilons) - 1], epsilons))',
];
const transferred = 'alpha_next / alpha * x + (sigma_next - alpha_next / alpha * sigma)';

/** Zhang and Chen 2022, improved PNDM: fewer estimates at the start. */
export const ipndm: ExplicitStep = {
  memory: adamsBashforth,
  step: () => [...extrapolated, `x = ${transferred} * mean`],
};

/** Liu et al. 2022, eq. 12; the first step averages the noise at both its ends. */
export const pndm: ExplicitStep = {
  memory: adamsBashforth,
  step: () => [
    ...extrapolated,
    'if k == 0 and sigma_next > 0:',
    `    x_next = ${transferred} * epsilon`,
    '    x0_next = denoise(x_next / alpha_next, sigma_next / alpha_next)',
    '    mean = (epsilon + (x_next - alpha_next * x0_next) / sigma_next) / 2',
    `x = ${transferred} * mean`,
  ],
};

/** k-diffusion's sample_euler_ancestral. */
export const eulerAncestral: ExplicitStep = {
  step: (_, recipe) => [
    'x0 = denoise(x, sigma)',
    'sigma_down = sigma_next**2 / sigma',
    'sigma_up = sigma_next * math.sqrt(1 - (sigma_next / sigma) ** 2)',
    'x = x + (x - x0) / sigma * (sigma_down - sigma)',
    'if sigma_up > 0:',
    `    x = x + sigma_up * ${fresh(recipe)}`,
  ],
};

/** Lu et al. 2022, DPM-Solver-2: the slope at the middle of log sigma, then fresh noise where it is ancestral. */
const midpoint = (down: readonly string[], up: (recipe: Recipe) => readonly string[]): ExplicitStep => ({
  step: (_, recipe) => [
    'x0 = denoise(x, sigma)',
    ...down,
    'if sigma_down == 0:',
    '    x = x0',
    'else:',
    ...indented([
      'sigma_mid = math.sqrt(sigma * sigma_down)',
      'x_mid = x + (x - x0) / sigma * (sigma_mid - sigma)',
      'x = x + (x_mid - denoise(x_mid, sigma_mid)) / sigma_mid * (sigma_down - sigma)',
    ]),
    ...up(recipe),
  ],
});

export const dpm2 = midpoint(['sigma_down = sigma_next'], () => []);
export const dpm2Ancestral = midpoint(
  ['sigma_down = sigma_next**2 / sigma', 'sigma_up = sigma_next * math.sqrt(1 - (sigma_next / sigma) ** 2)'],
  (recipe) => ['if sigma_up > 0:', `    x = x + sigma_up * ${fresh(recipe)}`],
);

/** Karras et al. 2022, Alg. 2, lines 4 to 6: x and sigma, raised by fresh noise. */
function churned({ sChurn, sTmin, sTmax }: SamplerOptions, recipe: Recipe): string[] {
  if (sChurn === 0) return [];
  const within = sTmax === Infinity ? `sigma >= ${float(sTmin)}` : `${float(sTmin)} <= sigma <= ${float(sTmax)}`;
  return [
    `gamma = min(${float(sChurn)} / ${recipe.numSteps}, math.sqrt(2) - 1) if ${within} else 0`,
    'sigma_hat = sigma * (1 + gamma)',
    'if gamma > 0:',
    `    x = x + math.sqrt(sigma_hat**2 - sigma**2) * ${fresh(recipe)}`,
    'sigma = sigma_hat',
  ];
}

const gauss = 'nodes, masses = np.polynomial.legendre.leggauss(20)';

const heunOf = (at: (x: string, sigma: string) => string): string[] => [
  `slope = (x - ${at('x', 'sigma')}) / sigma`,
  'x_next = x + (sigma_next - sigma) * slope',
  'if sigma_next > 0:',
  ...indented([
    `slope_next = (x_next - ${at('x_next', 'sigma_next')}) / sigma_next`,
    'x_next = x + (sigma_next - sigma) * (slope + slope_next) / 2',
  ]),
  'x = x_next',
];

/** Karras et al. 2022, Alg. 2 without its second evaluation. */
export const churnedEuler: ExplicitStep = {
  why: "diffusers' Euler estimates before the churn",
  step: (options, recipe) => [
    ...churned(options, recipe),
    'x = x + (x - denoise(x, sigma)) / sigma * (sigma_next - sigma)',
  ],
};

/** Zhang and Chen 2022, eq. 15, in log rho, rho = sigma / alpha; the integrals by Gauss's rule. */
export const deis: ExplicitStep = {
  why: "diffusers' DEIS rounds to float32, which shows here",
  memory: ['past = []  # estimates of the noise with their log(sigma / alpha), newest first', gauss],
  step: ({ solverOrder }, { numSteps }) => [
    'epsilon = (x - alpha * denoise(x / alpha, sigma / alpha)) / sigma',
    `past = [(epsilon, math.log(sigma / alpha)), *past[:${solverOrder - 1}]]`,
    'if sigma_next == 0:',
    '    total = -sigma / alpha * epsilon',
    'else:',
    ...indented([
      ...(numSteps < 15 ? [`used = past[: ${numSteps} - k]`] : ['used = past']),
      'start, end = past[0][1], math.log(sigma_next / alpha_next)',
      'places = start + (nodes + 1) / 2 * (end - start)',
      'total = 0',
      'for i, (estimate, own) in enumerate(used):',
      '    weight = np.exp(places) * masses * (end - start) / 2',
      '    for _, other in used[:i] + used[i + 1 :]:',
      '        weight = weight * (places - other) / (own - other)',
      '    total = total + weight.sum() * estimate',
    ]),
    'x = alpha_next * (x / alpha + total)',
  ],
};

/** Karras et al. 2022, Alg. 2. */
export const edm: ExplicitStep = {
  step: (options, recipe) => [...churned(options, recipe), ...heunOf((x, sigma) => `denoise(${x}, ${sigma})`)],
};

/** Heun's step along a rectified flow, where x = (1 - sigma) x0 + sigma noise. */
export const flowHeun: ExplicitStep = {
  step: () => heunOf((x, sigma) => `denoise(${x} / (1 - ${sigma}), ${sigma} / (1 - ${sigma}))`),
};
