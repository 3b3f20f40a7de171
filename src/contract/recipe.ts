import * as v from 'valibot';
import { samplerIds } from '../engine/diffusion/samplers/index.ts';
import { samplerOptions } from '../engine/diffusion/samplers/options.ts';
import { betaScheduleIds, sigmaScheduleIds, spacingIds } from '../engine/diffusion/schedules/index.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/));
const within = (low: number, high: number) => v.pipe(v.number(), v.finite(), v.minValue(low), v.maxValue(high));
const wholeWithin = (low: number, high: number) => v.pipe(within(low, high), v.integer());

/** The bounds a visitor may move in; controls, links and messages use the same ones. */
export const bounds = {
  seed: [0, 0xffffffff],
  steps: [1, 1000],
  guidance: [0, 10],
  eta: [0, 1],
  weight: [0, 1.5],
  toSeed: [0, 0xffffffff],
  mix: [0, 1],
  sChurn: [samplerOptions.sChurn.min, samplerOptions.sChurn.max],
  guidanceRescale: [0, 1],
  guidanceLow: [0, 1000],
  guidanceHigh: [0, 1000],
  flowShift: [0.1, 10],
  noiseTemperature: [0, 2],
} as const;

/** How estimates can be kept in the range of pictures. */
export const clippingIds = ['none', 'clip', 'dynamic'] as const;

/** One word of the vocabulary and how much of it, 0 to 1.5. */
export const weightedWord = v.object({ id, weight: within(...bounds.weight) });

/**
 * What can be shared of a run. URL, attributes of the element, iframe messages and exported files are four faces of
 * this one schema.
 */
export const recipe = v.object({
  /** The model's id in the catalogue. */
  model: id,
  /** What to draw; empty means "none". */
  condition: v.array(weightedWord),
  /** What takes the place of "none" in guidance. */
  not: v.array(weightedWord),
  /** uint32; what `torch.Generator().manual_seed(seed)` means. */
  seed: wholeWithin(...bounds.seed),
  steps: wholeWithin(...bounds.steps),
  sampler: v.picklist(samplerIds),
  /** DDIM's share of DDPM's noise; other samplers leave it alone. */
  eta: within(...bounds.eta),
  /** How the noise levels of the steps are chosen. */
  sigmas: v.picklist(sigmaScheduleIds),
  /** With sigmas "betas": the training schedule that the timesteps index. */
  betas: v.picklist(betaScheduleIds),
  /** With sigmas "betas": how the timesteps are spread over the 1000 of training. */
  spacing: v.picklist(spacingIds),
  /** Classifier-free guidance scale; 1 is off: one evaluation a step. */
  guidance: within(...bounds.guidance),

  // What follows stands in a recipe only where it differs from the sampler's own choice.
  /** DDPM's variance. */
  variance: v.optional(v.picklist(samplerOptions.variance.choices)),
  /** Euler's and EDM's S_churn, Karras et al. 2022. */
  sChurn: v.optional(within(...bounds.sChurn)),
  solverOrder: v.optional(v.picklist(samplerOptions.solverOrder.choices)),
  solverType: v.optional(v.picklist(samplerOptions.solverType.choices)),
  /** UniPC's B(h). */
  bFunction: v.optional(v.picklist(samplerOptions.bFunction.choices)),
  /** 0 .. 1: how far contrast is brought back after guidance. */
  guidanceRescale: v.optional(within(...bounds.guidanceRescale)),
  /** The noise levels, as sigma / alpha, between which guidance is on; without them it is on everywhere. */
  guidanceLow: v.optional(within(...bounds.guidanceLow)),
  guidanceHigh: v.optional(within(...bounds.guidanceHigh)),
  /** With sigmas "flow": above 1 it dwells on strong noise. */
  flowShift: v.optional(within(...bounds.flowShift)),
  /** Factor of the noise that is drawn on the way. */
  noiseTemperature: v.optional(within(...bounds.noiseTemperature)),
  clipping: v.optional(v.picklist(clippingIds)),
  /** What to draw at the other end of a morph; the same as `condition` unless told. */
  toCondition: v.optional(v.array(weightedWord)),
  /** Whose noise the other end of a morph starts from; the same as `seed` unless told. */
  toSeed: v.optional(wholeWithin(...bounds.toSeed)),
  /** 0 .. 1: how far the run is on the way to the other end. */
  mix: v.optional(within(...bounds.mix)),
  /** With sigmas "betas": stretch the training schedule to end in pure noise. */
  zeroTerminalSnr: v.optional(v.boolean()),
});
export type Recipe = v.InferOutput<typeof recipe>;
export type WeightedWord = v.InferOutput<typeof weightedWord>;
