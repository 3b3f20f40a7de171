import { ddim } from './ddim.ts';
import { ddpm } from './ddpm.ts';
import { dpmpp2m } from './dpmpp-2m.ts';
import { eulerAncestral } from './euler-ancestral.ts';
import { euler } from './euler.ts';
import { heun } from './heun.ts';
import type { Sampler } from './sampler.ts';

/** Every sampler's permanent id, in the order a page lists them. Named as in diffusers. */
export const samplerIds = ['ddpm', 'ddim', 'euler', 'euler_ancestral', 'heun', 'dpmpp_2m'] as const;
export type SamplerId = (typeof samplerIds)[number];

/** The samplers by id. */
export const samplers: Readonly<Record<SamplerId, Sampler>> = {
  ddpm,
  ddim,
  euler,
  euler_ancestral: eulerAncestral,
  heun,
  dpmpp_2m: dpmpp2m,
};
