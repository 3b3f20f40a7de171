import type { FailureCode, FailureDetail } from '../contract/failure.ts';

/** A download that goes on, in bytes, or a run, in steps. */
export interface ProgressDetail {
  readonly phase: 'loading' | 'sampling';
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
}

/** The frame that the widget shows from now on. */
export interface FrameDetail {
  readonly index: number;
  readonly numSteps: number;
  /** Standard deviation of its noise, beside data of its model's own scale. */
  readonly sigma: number;
  /** Of a run that is made now, or of a recorded one that stands in for it. */
  readonly live: boolean;
}

/** A run is complete. */
export interface DoneDetail {
  /** The whole recipe as a link holds it. */
  readonly recipe: string;
  readonly ms: number;
  /** Evaluations of the network. */
  readonly nfe: number;
}

/** Something is wrong. `detail` names the field and what would do, where a field is wrong. */
export interface ErrorDetail {
  readonly code: FailureCode;
  readonly detail: FailureDetail;
  readonly message: string;
}

export interface DiffusionPlaygroundEvents {
  progress: CustomEvent<ProgressDetail>;
  frame: CustomEvent<FrameDetail>;
  done: CustomEvent<DoneDetail>;
  error: CustomEvent<ErrorDetail>;
}

/** Tells the element's listeners. */
export type Emit = <Name extends keyof DiffusionPlaygroundEvents>(
  name: Name,
  detail: DiffusionPlaygroundEvents[Name]['detail'],
) => void;

/** One frame of a run, copied out of it. */
export interface FrameData {
  readonly index: number;
  readonly alpha: number;
  readonly sigma: number;
  /** [1, channels, height, width] of both pictures. */
  readonly shape: readonly number[];
  readonly x: Float32Array;
  /** The network's estimate of the clean picture. */
  readonly x0: Float32Array;
}

export interface BlobOptions {
  /** How many pixels of the file a pixel of the picture is wide; 8 unless told. */
  readonly scale?: number;
}
