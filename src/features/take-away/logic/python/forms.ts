import type { SamplerId } from '../../../../engine/diffusion/samplers/index.ts';
import type { SamplerOptions } from '../../../../engine/diffusion/samplers/options.ts';
import type { Recipe } from '../../../../contract/recipe.ts';
import * as spelled from './explicit.ts';
import * as distilled from './distilled.ts';
import { explicit, type ExplicitStep } from './explicit.ts';
import { explicitLevels } from './levels.ts';
import { trailsTooFar } from './native-levels.ts';
import { native, type Native } from './native.ts';
import type { Form } from './script.ts';

type FormOf = (recipe: Recipe, options: SamplerOptions) => Form;

/** By diffusers' scheduler alone. */
const always =
  (it: Native): FormOf =>
  (recipe, options) =>
    native(it, recipe, options);

/** By diffusers' scheduler where the levels come from betas and its noise is as warm as it comes, else spelled out. */
const withBetas =
  (it: Native, step: ExplicitStep): FormOf =>
  (recipe, options) => {
    const tempered = it.draws === 'always' && (recipe.noiseTemperature ?? 1) !== 1;
    return recipe.sigmas === 'betas' && !tempered ? native(it, recipe, options) : explicit(step, recipe, options);
  };

/** Spelled out: diffusers has no such sampler, or not for models of ours. */
const never =
  (step: ExplicitStep): FormOf =>
  (recipe, options) =>
    explicit(step, recipe, options);

const unclipped = () => ['clip_sample=False'];
const byTimestep = { level: 'timestep', wants: 'sample', rescales: true } as const;
const multistep = { level: 'vp', wants: 'sample', range: 'entry' } as const;
const dpmSolver = { ...multistep, scheduler: 'DPMSolverMultistepScheduler', rescales: true } as const;
const midpoint = { wants: 'epsilon', range: 'entry', lists: true } as const;
const heun: Native = {
  scheduler: 'HeunDiscreteScheduler',
  level: 've',
  wants: 'epsilon',
  range: 'entry',
  turns: (steps) => 2 * steps - 1,
};

const euler: Native = {
  scheduler: 'EulerDiscreteScheduler',
  level: 've',
  wants: 'epsilon',
  range: 'argument',
  rescales: true,
  warns: true,
};
const deis: Native = {
  ...multistep,
  scheduler: 'DEISMultistepScheduler',
  args: ({ solverOrder }) => [`solver_order=${solverOrder}`],
  stopsBefore: ({ sigmas }) => (sigmas === 'betas' ? null : 'it ends above 0 there'),
};

/** Whether the float32 of diffusers' DEIS moves a picture by more than 3e-4: with levels that are close. */
function roundsVisibly({ numSteps, sigmas }: Recipe, { solverOrder }: SamplerOptions): boolean {
  return solverOrder === 3 ? numSteps > 50 || sigmas === 'beta' : numSteps > 250;
}

/** By diffusers' scheduler where it can be had as asked, else spelled out: its noise may be as warm as it comes, and of one
 * that keeps its levels in several lists those can be neither handed over nor repaired. */
const whereItCan =
  (it: Native & { readonly lists?: true }, step: ExplicitStep): FormOf =>
  (recipe, options) => {
    const draws = it.draws === 'always' || (it.draws === 'eta' && options.eta > 0);
    const tempered = draws && (recipe.noiseTemperature ?? 1) !== 1;
    const stuck = it.lists && (recipe.sigmas === 'flow' || trailsTooFar(recipe));
    return tempered || stuck ? explicit(step, recipe, options) : native(it, recipe, options);
  };

/** diffusers' flow matching is handed the levels. */
const flowEuler: FormOf = (recipe) => {
  const { schedulers, lines, scale } = explicitLevels(recipe);
  return {
    schedulers: ['FlowMatchEulerDiscreteScheduler', ...schedulers],
    setup: [...lines, 'scheduler = FlowMatchEulerDiscreteScheduler()', 'scheduler.set_timesteps(sigmas=sigmas[:-1])'],
    scale,
    loop: 'for k, t in enumerate(scheduler.timesteps):',
    body: [
      'sigma = scheduler.sigmas[k]',
      'x0 = denoise(x / (1 - sigma), sigma / (1 - sigma))',
      'x = scheduler.step((x - x0) / sigma, t, x).prev_sample',
    ],
  };
};

/** How each sampler of the registry is written in Python; one that is not here has no Python form yet. */
export const forms: Partial<Record<SamplerId, FormOf>> = {
  ddpm: withBetas(
    {
      ...byTimestep,
      scheduler: 'DDPMScheduler',
      args: ({ variance }) => [`variance_type="${variance}"`, 'clip_sample=False'],
      draws: 'always',
    },
    spelled.ddpm,
  ),
  ddim: withBetas(
    { ...byTimestep, scheduler: 'DDIMScheduler', args: unclipped, draws: 'eta', takesNoise: true },
    spelled.ddim,
  ),
  pndm: withBetas(
    { scheduler: 'PNDMScheduler', level: 'timestep', wants: 'epsilon', args: () => ['skip_prk_steps=True'] },
    spelled.pndm,
  ),
  ipndm: never(spelled.ipndm),
  // With churn the same name means two things.
  euler: (recipe, options) =>
    options.sChurn > 0 ? explicit(spelled.churnedEuler, recipe, options) : native(euler, recipe, options),
  euler_ancestral: withBetas(
    {
      scheduler: 'EulerAncestralDiscreteScheduler',
      level: 've',
      wants: 'epsilon',
      draws: 'always',
      rescales: true,
      warns: true,
    },
    spelled.eulerAncestral,
  ),
  heun: (recipe, options) =>
    recipe.sigmas === 'flow' ? explicit(spelled.edm, recipe, { ...options, sChurn: 0 }) : native(heun, recipe, options),
  edm: never(spelled.edm),
  dpm2: whereItCan({ ...midpoint, scheduler: 'KDPM2DiscreteScheduler', level: 'midpoint' }, spelled.dpm2),
  dpm2_ancestral: whereItCan(
    { ...midpoint, scheduler: 'KDPM2AncestralDiscreteScheduler', level: 'midpointBefore', draws: 'always' },
    spelled.dpm2Ancestral,
  ),
  lms: always({ scheduler: 'LMSDiscreteScheduler', level: 've', wants: 'epsilon', range: 'levels', warns: true }),
  dpmpp_2m: always({ ...dpmSolver, args: ({ solverType }) => [`solver_type="${solverType}"`] }),
  dpmpp_2m_sde: always({
    ...dpmSolver,
    args: ({ solverType }) => ['algorithm_type="sde-dpmsolver++"', `solver_type="${solverType}"`],
    draws: 'always',
    takesNoise: true,
  }),
  dpmpp_3m: always({ ...dpmSolver, args: () => ['solver_order=3'] }),
  dpmpp_2s: always({
    ...multistep,
    scheduler: 'DPMSolverSinglestepScheduler',
    args: ({ solverType }) => [`solver_type="${solverType}"`, 'lower_order_final=True'],
    oneSpacing: true,
  }),
  deis: (recipe, options) =>
    roundsVisibly(recipe, options) ? explicit(spelled.deis, recipe, options) : native(deis, recipe, options),
  unipc: always({
    ...multistep,
    scheduler: 'UniPCMultistepScheduler',
    args: ({ solverOrder, bFunction }) => [`solver_order=${solverOrder}`, `solver_type="${bFunction}"`],
    range: 'argument',
    rescales: true,
    stopsBefore: (_, { bFunction }) => (bFunction === 'bh1' ? 'bh1 is infinite at sigma 0' : null),
  }),
  flow_euler: flowEuler,
  flow_heun: never(spelled.flowHeun),
  lcm: whereItCan({ ...byTimestep, scheduler: 'LCMScheduler', draws: 'always', oneSpacing: true }, distilled.lcm),
  tcd: whereItCan({ ...byTimestep, scheduler: 'TCDScheduler', draws: 'eta', oneSpacing: true }, distilled.tcd),
};
