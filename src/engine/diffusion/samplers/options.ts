import { OptionError } from '../../option-error.ts';

/** What a sampler may be told beyond its levels. */
export interface SamplerOptions {
  /** DDIM: the share of DDPM's noise. TCD: how far below the next level to stop before noise is added (gamma). 0 .. 1. */
  readonly eta: number;
  /** DDPM: the smaller or the larger of the two variances that the forward process suggests. */
  readonly variance: 'fixed_small' | 'fixed_large';
  /** How much noise is put in before every step, over all steps; 0 none. Karras et al. 2022, S_churn. */
  readonly sChurn: number;
  /** Churn happens only where sigma lies between these. */
  readonly sTmin: number;
  readonly sTmax: number;
  /** Order of the multistep formula. */
  readonly solverOrder: 2 | 3;
  /** How the second-order term is weighed: as a midpoint rule, or integrated (diffusers' "heun"). */
  readonly solverType: 'midpoint' | 'heun';
  /** UniPC's B(h): h, or exp(h) - 1. */
  readonly bFunction: 'bh1' | 'bh2';
  /**
   * Whose arithmetic to follow where diffusers' is less exact than its papers: DEIS and the ancestral samplers there take
   * differences of nearly equal numbers in float32, and Euler estimates before the churn. Only replays of diffusers need it.
   */
  readonly follow: 'paper' | 'diffusers';
}

/** Options as they are given: those left out take their defaults. */
export type GivenOptions = { readonly [name in keyof SamplerOptions]?: SamplerOptions[name] | undefined };

type Specification<T> =
  | { readonly min: number; readonly max: number; readonly default: T }
  | { readonly choices: readonly T[]; readonly default: T };

/** What each option may be, and what it is unless told: enough for a page to draw its control. */
export const samplerOptions = {
  eta: { min: 0, max: 1, default: 0 },
  variance: { choices: ['fixed_small', 'fixed_large'], default: 'fixed_small' },
  sChurn: { min: 0, max: 100, default: 0 },
  sTmin: { min: 0, max: Infinity, default: 0 },
  sTmax: { min: 0, max: Infinity, default: Infinity },
  solverOrder: { choices: [2, 3], default: 2 },
  solverType: { choices: ['midpoint', 'heun'], default: 'midpoint' },
  bFunction: { choices: ['bh1', 'bh2'], default: 'bh2' },
  follow: { choices: ['paper', 'diffusers'], default: 'paper' },
} as const satisfies { [name in keyof SamplerOptions]: Specification<SamplerOptions[name]> };

const names = Object.keys(samplerOptions) as (keyof SamplerOptions)[];

/**
 * All options: those given, else the sampler's own defaults, else everybody's.
 * @throws RangeError for a value that is not accepted, naming the option.
 */
export function completeOptions(given: GivenOptions, defaults: Partial<SamplerOptions> = {}): SamplerOptions {
  const chosen = names.map((name) => [name, given[name] ?? defaults[name] ?? samplerOptions[name].default] as const);
  for (const [name, value] of chosen) check(name, value);
  return Object.fromEntries(chosen) as unknown as SamplerOptions;
}

function check(name: keyof SamplerOptions, value: number | string): void {
  const specification: { min?: number; max?: number; choices?: readonly (number | string)[] } = samplerOptions[name];
  const { choices, min = NaN, max = NaN } = specification;
  if (choices ? choices.includes(value) : typeof value === 'number' && value >= min && value <= max) return;
  throw new OptionError(name, choices ? choices.join(' or ') : `${min} to ${max}`, value);
}
