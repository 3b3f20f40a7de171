import type { ManifestOf, NetworkOf } from '../../contract/families/parts.ts';
import type { FamilyId } from '../../contract/options.ts';

/** Values by the names of a file's inputs. A plain number stands for an input of one value. */
export type Feeds = Readonly<Record<string, Float32Array | number>>;

/** One evaluation of a file: float32 in, the one output in an array of its own. @throws Failure backend-failed */
export type Evaluate = (feeds: Feeds) => Promise<Float32Array<ArrayBuffer>>;

/** What the files of a family take and give, all float32, and how its generator calls them. */
export interface Signature<F extends FamilyId> {
  /** The inputs by name, in the form of one picture. */
  readonly inputs: (manifest: ManifestOf<F>) => Readonly<Record<string, readonly number[]>>;
  /** The name of the one output, a picture [1, c, h, w]. */
  readonly output: string;
  /** [c, h, w] of what comes out; the manifest's `shape` unless told. */
  readonly outputShape?: (manifest: ManifestOf<F>) => readonly [c: number, h: number, w: number];
  /** The file as the family's generator calls it. */
  readonly network: (evaluate: Evaluate, manifest: ManifestOf<F>) => NetworkOf<F>;
  /** The evaluation whose answer the manifest knows. */
  readonly selfCheck: (manifest: ManifestOf<F>) => Feeds;
}
