import type { Denoiser } from '../engine/diffusion/denoiser.ts';
import type { DiffusionFrame } from '../engine/diffusion/frame.ts';

/** The kinds of generators; a line each here and in `Families`. */
export const familyIds = ['diffusion'] as const;
export type FamilyId = (typeof familyIds)[number];

/** By family: what its runs are made of, and what its network is once its file is loaded. */
export interface Families {
  readonly diffusion: { readonly frame: DiffusionFrame; readonly network: Denoiser };
}

/** A frame of whichever family; `family` says which. */
export type AnyFrame = Families[FamilyId]['frame'];

/** A model's family: manifests from before there were several name none. */
export function familyOf({ family = 'diffusion' }: { readonly family?: FamilyId | undefined }): FamilyId {
  return family;
}
