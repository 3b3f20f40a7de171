import { sizeOf, type Tensor } from '../../engine/tensor.ts';
import { asFailure, Failure } from '../../contract/failure.ts';
import type { IndexHeader } from '../../contract/training-index.ts';
import type { CatalogueEntry } from '../../session/catalogue.ts';
import { download } from './logic/download.ts';
import { findNearest, type Neighbour } from './logic/find-nearest.ts';
import { readIndex, type TrainingIndex } from './logic/read-index.ts';

/** How many are shown. */
export const shownNeighbours = 5;

/** What was found for a picture. */
export interface Finding {
  readonly picture: Tensor;
  readonly neighbours: readonly Neighbour[];
  readonly header: IndexHeader;
}

export type NearestPhase =
  | { readonly name: 'idle' }
  /** Bytes of the index. */
  | { readonly name: 'loading'; readonly done: number; readonly all: number }
  /** Candidates that were compared. */
  | { readonly name: 'comparing'; readonly done: number; readonly all: number }
  | { readonly name: 'failed'; readonly failure: Failure };

/** Looks for the training pictures nearest to a sample of one model. The index stays once it is there. */
export class NearestStudy {
  phase = $state.raw<NearestPhase>({ name: 'idle' });
  finding = $state.raw<Finding | null>(null);
  #index: TrainingIndex | null = null;
  #abort = new AbortController();

  constructor(private readonly model: CatalogueEntry) {}

  get busy(): boolean {
    return this.phase.name === 'loading' || this.phase.name === 'comparing';
  }

  /** Compares a picture with the whole training set, unless that was done. */
  async compare(picture: Tensor): Promise<void> {
    this.stop();
    if (this.finding?.picture === picture) return;
    const abort = (this.#abort = new AbortController());
    this.finding = null;
    const tell = (phase: NearestPhase) => {
      if (!abort.signal.aborted) this.phase = phase;
    };
    try {
      const index = (this.#index ??= await this.#load(abort.signal, tell));
      const neighbours = await findNearest(picture, index, {
        count: shownNeighbours,
        signal: abort.signal,
        onProgress: (done, all) => tell({ name: 'comparing', done, all }),
      });
      this.finding = { picture, neighbours, header: index };
      this.phase = { name: 'idle' };
    } catch (error) {
      tell({ name: 'failed', failure: asFailure(error) });
    }
  }

  /** Ends what is under way. */
  stop(): void {
    this.#abort.abort();
    this.phase = { name: 'idle' };
  }

  async #load(signal: AbortSignal, tell: (phase: NearestPhase) => void): Promise<TrainingIndex> {
    const { nearestUrl, manifest } = this.model;
    if (nearestUrl === null || manifest.nearest === undefined) {
      throw new Failure('manifest-invalid', { field: 'nearest', value: 'missing', accepted: 'an index that is there' });
    }
    const { bytes } = manifest.nearest;
    const onProgress = (done: number) => tell({ name: 'loading', done, all: bytes });
    onProgress(0);
    return readIndex(await download(nearestUrl, { bytes, signal, onProgress }), sizeOf([1, ...manifest.shape]));
  }
}
