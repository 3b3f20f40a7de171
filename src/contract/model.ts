import type { Families, FamilyId } from './families.ts';
import type { Manifest } from './manifest.ts';
import type { Loaded } from './tasks/load.ts';

/** A model that is ready to run, in the worker. */
export interface Model<F extends FamilyId = FamilyId> extends Loaded {
  readonly family: F;
  readonly manifest: Manifest;
  readonly network: Families[F]['network'];
  /** Milliseconds spent inside the network since it was made; whoever times a step reads differences. */
  readonly spent: () => number;
  /** Settles, with the reason, when the GPU is lost; never on WASM. */
  readonly lost: Promise<string>;
  /** Gives the memory back. */
  readonly dispose: () => Promise<void>;
}
