import { ddim } from './ddim.ts';
import { ddpm } from './ddpm.ts';
import { deis } from './deis.ts';
import { lcm, tcd } from './distilled.ts';
import { dpm2, dpm2Ancestral } from './dpm2.ts';
import { dpmpp2m, dpmpp2mSde } from './dpmpp-2m.ts';
import { dpmpp2s } from './dpmpp-2s.ts';
import { dpmpp3m } from './dpmpp-3m.ts';
import { eulerAncestral } from './euler-ancestral.ts';
import { euler, flowEuler } from './euler.ts';
import { edm, flowHeun, heun } from './heun.ts';
import { ipndm } from './ipndm.ts';
import { lms } from './lms.ts';
import { pndm } from './pndm.ts';
import type { Sampler } from './sampler.ts';
import { unipc } from './unipc.ts';

/** Every sampler's permanent id, in the order a page lists them. Named as in diffusers. */
export const samplerIds = [
  'ddpm',
  'ddim',
  'pndm',
  'ipndm',
  'euler',
  'euler_ancestral',
  'heun',
  'edm',
  'dpm2',
  'dpm2_ancestral',
  'lms',
  'dpmpp_2m',
  'dpmpp_2m_sde',
  'dpmpp_3m',
  'dpmpp_2s',
  'deis',
  'unipc',
  'flow_euler',
  'flow_heun',
  'lcm',
  'tcd',
] as const;
export type SamplerId = (typeof samplerIds)[number];

/** The samplers by id. */
export const samplers: Readonly<Record<SamplerId, Sampler>> = {
  ddpm,
  ddim,
  pndm,
  ipndm,
  euler,
  euler_ancestral: eulerAncestral,
  heun,
  edm,
  dpm2,
  dpm2_ancestral: dpm2Ancestral,
  lms,
  dpmpp_2m: dpmpp2m,
  dpmpp_2m_sde: dpmpp2mSde,
  dpmpp_3m: dpmpp3m,
  dpmpp_2s: dpmpp2s,
  deis,
  unipc,
  flow_euler: flowEuler,
  flow_heun: flowHeun,
  lcm,
  tcd,
};
