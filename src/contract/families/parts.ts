import type { Denoiser } from '../../engine/diffusion/denoiser.ts';
import type { DiffusionFrame } from '../../engine/diffusion/frame.ts';
import type { Tensor } from '../../engine/tensor.ts';
import type { GanFrame, Generator } from '../../engine/gan/run.ts';
import type { EnlargerManifest, GanManifest, Manifest } from '../manifest.ts';
import type { FamilyId } from '../options.ts';

/** A picture [1, c, h, w] -> the same at a whole multiple of its size, both on [-1, 1]. */
export type Enlarger = (picture: Tensor) => Promise<Tensor>;

/** By family: what a model declares, what its network is once its file is loaded, and what its runs are made of. */
export interface Parts {
  readonly diffusion: { readonly manifest: Manifest; readonly network: Denoiser; readonly frame: DiffusionFrame };
  readonly enlarger: { readonly manifest: EnlargerManifest; readonly network: Enlarger; readonly frame: never };
  readonly gan: { readonly manifest: GanManifest; readonly network: Generator; readonly frame: GanFrame };
}

export type ManifestOf<F extends FamilyId> = Parts[F]['manifest'];
export type NetworkOf<F extends FamilyId> = Parts[F]['network'];
export type FrameOf<F extends FamilyId> = Parts[F]['frame'];

/** A frame of whichever family; `family` says which. */
export type AnyFrame = FrameOf<FamilyId>;
