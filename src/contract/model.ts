import type { ManifestOf, NetworkOf } from './families/parts.ts';
import type { FamilyId } from './options.ts';
import type { Loaded } from './tasks/load.ts';

/** A model that is ready to run, in the worker. */
export interface Model<F extends FamilyId = FamilyId> extends Loaded {
  readonly family: F;
  readonly manifest: ManifestOf<F>;
  readonly network: NetworkOf<F>;
  /** Milliseconds spent inside the network since it was made; whoever times a step reads differences. */
  readonly spent: () => number;
  /** Settles, with the reason, when the GPU is lost; never on WASM. */
  readonly lost: Promise<string>;
  /** Gives the memory back. */
  readonly dispose: () => Promise<void>;
}

/** A model of whichever family; `family` says which. */
export type AnyModel = { readonly [F in FamilyId]: Model<F> }[FamilyId];
