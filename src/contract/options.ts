import * as v from 'valibot';
import { samplerIds } from '../engine/diffusion/samplers/index.ts';
import { samplerOptions } from '../engine/diffusion/samplers/options.ts';
import { betaScheduleIds, sigmaScheduleIds, spacingIds } from '../engine/diffusion/schedules/index.ts';
import { choice, flag, inLinks, number, oneOf, optional, whole } from './option.ts';
import { id, maxWeight, words } from './words.ts';

/** The kinds of generators. A model's manifest says of which kind it is; where it says nothing, diffusion. */
export const familyIds = ['diffusion', 'gan', 'enlarger'] as const;
export type FamilyId = (typeof familyIds)[number];

/** How estimates can be kept in the range of pictures. */
export const clippingIds = ['none', 'clip', 'dynamic'] as const;

const { variance, sChurn, solverOrder, solverType, bFunction, eta } = samplerOptions;

/**
 * The fields of a recipe, by the engine's names and in the order in which a query holds them. One table: the recipe's
 * schema, its form in a link, what a message accepts and the ends of the page's controls are read from here, and nothing
 * is said twice.
 */
export const options = {
  /** The model's id in the catalogue. */
  model: { schema: id, parse: String, format: String, accepted: 'id' },
  /** What to draw; empty means "none". */
  condition: words(),
  /** What takes the place of "none" in guidance. */
  negative: inLinks('not', words()),
  /** uint32; what `torch.Generator().manual_seed(seed)` means. */
  seed: whole(0, 0xffffffff),
  numSteps: inLinks('steps', whole(1, 1000)),
  sampler: choice(samplerIds),
  /** DDIM's share of DDPM's noise; other samplers leave it alone. */
  eta: number(eta.min, eta.max),
  /** How the noise levels of the steps are chosen. */
  sigmas: choice(sigmaScheduleIds),
  /** With sigmas "betas": the training schedule that the timesteps index. */
  betas: choice(betaScheduleIds),
  /** With sigmas "betas": how the timesteps are spread over the 1000 of training. */
  spacing: choice(spacingIds),
  /** Classifier-free guidance scale; 1 is off: one evaluation a step. */
  guidanceScale: inLinks('guidance', number(0, 10)),

  // What follows stands in a recipe only where it differs from what would be without it.
  /** The model's family, where that is not diffusion. */
  family: optional(choice(familyIds)),
  /** DDPM's variance. */
  variance: optional(choice(variance.choices)),
  /** Euler's and EDM's S_churn, Karras et al. 2022. */
  sChurn: optional(number(sChurn.min, sChurn.max)),
  solverOrder: optional(oneOf(solverOrder.choices)),
  solverType: optional(choice(solverType.choices)),
  /** UniPC's B(h). */
  bFunction: optional(choice(bFunction.choices)),
  /** 0 .. 1: how far contrast is brought back after guidance. */
  guidanceRescale: optional(number(0, 1)),
  /** The noise levels, as sigma / alpha, between which guidance is on; without them it is on everywhere. */
  guidanceLow: optional(number(0, 1000)),
  guidanceHigh: optional(number(0, 1000)),
  /** With sigmas "flow": above 1 it dwells on strong noise. */
  flowShift: optional(number(0.1, 10)),
  /** Factor of the noise that is drawn on the way. */
  noiseTemperature: optional(number(0, 2)),
  clipping: optional(choice(clippingIds)),
  /** What to draw at the other end of a morph; the same as `condition` unless told. */
  toCondition: optional(words()),
  /** Whose noise the other end of a morph starts from; the same as `seed` unless told. */
  toSeed: optional(whole(0, 0xffffffff)),
  /** 0 .. 1: how far the run is on the way to the other end. */
  mix: optional(number(0, 1)),
  /** With sigmas "betas": stretch the training schedule to end in pure noise. */
  zeroTerminalSnr: optional(flag()),
  /** GAN: factor of the noise. The smaller, the more typical the picture; 1 is how it was trained. */
  truncation: optional(number(0, 2)),
};

export type OptionName = keyof typeof options;

/** Their names, in the order of the table. */
export const optionNames = Object.keys(options) as readonly OptionName[];

/** Whether a recipe has a field of this name. */
export const isOption = (name: string): name is OptionName => Object.hasOwn(options, name);

/** What links, files, attributes and messages call a field of a recipe. */
export function linkNameOf(name: OptionName): string {
  const option = options[name];
  return 'linkName' in option ? option.linkName : name;
}

/** Where something is wrong in a file, "recipe.numSteps", by the names that the file itself uses. */
export const pathInFile = (path: string): string =>
  path
    .split('.')
    .map((name) => (isOption(name) ? linkNameOf(name) : name))
    .join('.');

const linkNames: ReadonlyMap<string, string> = new Map(optionNames.map((name) => [name, linkNameOf(name)]));
const fieldsByLinkName: ReadonlyMap<string, OptionName> = new Map(optionNames.map((name) => [linkNameOf(name), name]));

/** The field that links call so; undefined where none is. */
export const fieldCalled = (linkName: string): OptionName | undefined => fieldsByLinkName.get(linkName);

/** An object whose fields have the names of links, with the names of a recipe; other fields stay as they are. */
export function withRecipeNames<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [fieldCalled(name) ?? name, field])) as Value;
}

/** The inverse of withRecipeNames. */
export function withLinkNames(recipe: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(recipe).map(([name, field]) => [linkNames.get(name) ?? name, field]));
}

/** The weight that a word may have. */
export const weightBounds = { min: 0, max: maxWeight };

type Schemas = { readonly [name in OptionName]: (typeof options)[name]['schema'] };

/**
 * What can be shared of a run. URL, attributes of the element, messages and files are faces of this one schema.
 */
export const recipe = v.object(
  Object.fromEntries(optionNames.map((name) => [name, options[name].schema])) as unknown as Schemas,
);
