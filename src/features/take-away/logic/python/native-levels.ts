import { samplers } from '../../../../engine/diffusion/samplers/index.ts';
import type { Recipe } from '../../../../contract/recipe.ts';
import { betasArguments, curveFlags, curveLines, rangeArguments, repeatsTimesteps, spacingArgument } from './levels.ts';

/** How one of diffusers' schedulers is told its levels. */
export interface Told {
  /** How it is told where a curve ends: when it is made, by an entry in its configuration, or by the finished levels. */
  readonly range?: 'argument' | 'entry' | 'levels';
  /** It is not told a spacing: it has but one. */
  readonly oneSpacing?: true;
  /** It counts evaluations: so many for N steps. */
  readonly turns?: (steps: number) => number;
  /** It warns where it has not scaled what the model sees. */
  readonly warns?: true;
  /** It has a flag for zero terminal SNR. */
  readonly rescales?: true;
}

/** Whether np.arange gives one timestep too many: numbers of steps for which 1000 / (1000 / N) comes out above N. */
export function trailsTooFar({ sigmas, spacing, numSteps, sampler }: Recipe): boolean {
  const trailing = samplers[sampler].spacings.includes('trailing') && spacing === 'trailing';
  return sigmas === 'betas' && trailing && Math.ceil(1000 / (1000 / numSteps)) > numSteps;
}

const quiet = 'scheduler.is_scale_input_called = True  # the model takes x and sigma as they are';

/** What is said before a scheduler is made, while it is, and after. */
interface Levels {
  readonly schedulers: readonly string[];
  readonly before: readonly string[];
  readonly args: readonly string[];
  readonly after: readonly string[];
}

/** How a scheduler comes by the levels of a recipe. */
export function levelsFor(it: Told & { readonly level: string }, recipe: Recipe): Levels {
  const { numSteps, sigmas } = recipe;
  const made = `scheduler.set_timesteps(${numSteps})`;
  // So that no repeated timestep can mislead it.
  const begun = it.level === 'timestep' ? [] : ['scheduler.set_begin_index(0)', ...(it.warns ? [quiet] : [])];
  if (sigmas === 'betas') {
    const { args, schedulers } = betasArguments(recipe, it.rescales ?? false);
    const spacing = it.oneSpacing ? [] : [spacingArgument(recipe)];
    return { schedulers, before: [], args: [...args, ...spacing], after: [made, ...repaired(it, recipe), ...begun] };
  }
  const flat = { schedulers: [], before: [] };
  // linspace and trailing start at the largest sigma itself, not at sqrt(sigma^2 + 1).
  const spacing = samplers[recipe.sampler].process === 've' ? ['timestep_spacing="linspace"'] : [];
  const flag = curveFlags[sigmas];
  if (it.range === 'levels' || flag === undefined) {
    const handed = 'scheduler.sigmas = torch.from_numpy(ratios).float()';
    return { schedulers: [], before: curveLines(sigmas, recipe), args: spacing, after: [made, handed, ...begun] };
  }
  if (it.range === 'argument') {
    return { ...flat, args: [flag, ...rangeArguments, ...spacing], after: [made, ...begun] };
  }
  const entry = `scheduler.register_to_config(${rangeArguments.join(', ')})  # the ends of its curve`;
  return { ...flat, args: [flag, ...spacing], after: [entry, made, ...begun] };
}

/** Where diffusers' timesteps are not N, or not different: what makes them so. */
function repaired(it: Told & { readonly level: string }, recipe: Recipe): string[] {
  const { numSteps } = recipe;
  if (trailsTooFar(recipe)) {
    const turns = it.turns?.(numSteps) ?? numSteps;
    return [
      `scheduler.timesteps = scheduler.timesteps[:${turns}]  # it makes one too many`,
      ...(it.level === 'timestep'
        ? []
        : [`scheduler.sigmas = torch.cat([scheduler.sigmas[:${turns}], scheduler.sigmas[-1:]])`]),
    ];
  }
  if (!repeatsTimesteps(recipe)) return [];
  return [
    'every = (1 / scheduler.alphas_cumprod - 1).sqrt().flip(0)  # 999, 998, .. 0: it repeats some',
    'scheduler.sigmas = torch.cat([every, scheduler.sigmas[-1:]])',
  ];
}
