import { sizeOf, type Tensor } from '../../engine/tensor.ts';
import { Failure } from '../../contract/failure.ts';
import type { IndexHeader } from '../../contract/training-index.ts';
import type { CatalogueEntry } from '../../session/catalogue.ts';
import { goOn, Study } from '../../session/study.svelte.ts';
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

/** `loading`: bytes of the index; `comparing`: candidates that were compared. */
export interface NearestProgress {
  readonly what: 'loading' | 'comparing';
  readonly done: number;
  readonly all: number;
}

/** Looks for the training pictures nearest to a sample of one model. The index stays once it is there. */
export class NearestStudy {
  finding = $state.raw<Finding | null>(null);
  readonly study = new Study<NearestProgress>();
  #index: TrainingIndex | null = null;

  constructor(private readonly model: CatalogueEntry) {}

  /** Compares a picture with the whole training set, unless that was done. */
  async compare(picture: Tensor): Promise<void> {
    this.study.stop();
    if (this.finding?.picture === picture) return;
    this.finding = null;
    await this.study.start(async (signal, tell) => {
      const index = (this.#index ??= await this.#load(signal, tell));
      const neighbours = await findNearest(picture, index, {
        count: shownNeighbours,
        signal,
        onProgress: (done, all) => tell({ what: 'comparing', done, all }),
      });
      goOn(signal);
      this.finding = { picture, neighbours, header: index };
    });
  }

  async #load(signal: AbortSignal, tell: (progress: NearestProgress) => void): Promise<TrainingIndex> {
    const { nearestUrl, manifest } = this.model;
    if (nearestUrl === null || manifest.nearest === undefined) {
      throw new Failure('manifest-invalid', { field: 'nearest', value: 'missing', accepted: 'an index that is there' });
    }
    const { bytes } = manifest.nearest;
    const onProgress = (done: number) => tell({ what: 'loading', done, all: bytes });
    onProgress(0);
    return readIndex(await download(nearestUrl, { bytes, signal, onProgress }), sizeOf([1, ...manifest.shape]));
  }
}
