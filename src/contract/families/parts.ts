import type { Denoiser } from '../../engine/diffusion/denoiser.ts';
import type { DiffusionFrame } from '../../engine/diffusion/frame.ts';
import type { GanFrame, Generator } from '../../engine/gan/run.ts';
import type { GanManifest, Manifest } from '../manifest.ts';
import type { FamilyId } from '../options.ts';

/** By family: what a model declares, what its network is once its file is loaded, and what its runs are made of. */
export interface Parts {
  readonly diffusion: { readonly manifest: Manifest; readonly network: Denoiser; readonly frame: DiffusionFrame };
  readonly gan: { readonly manifest: GanManifest; readonly network: Generator; readonly frame: GanFrame };
}

export type ManifestOf<F extends FamilyId> = Parts[F]['manifest'];
export type NetworkOf<F extends FamilyId> = Parts[F]['network'];
export type FrameOf<F extends FamilyId> = Parts[F]['frame'];

/** A frame of whichever family; `family` says which. */
export type AnyFrame = FrameOf<FamilyId>;
