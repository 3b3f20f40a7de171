import type { Level } from '../../engine/diffusion/denoiser.ts';
import type { Term } from '../../engine/diffusion/frame.ts';
import type { Tensor } from '../../engine/tensor.ts';
import { courseOf, type Course } from './course.ts';
import { evaluationsOf, guidanceIntervalOf } from '../../contract/run-options.ts';
import type { ForwardLane } from '../own-picture/index.ts';
import type { Recipe } from '../../contract/recipe.ts';
import type { Run } from '../../session/run.svelte.ts';

/** All that the stage, the numbers, the chart and the formula show of one column, whichever lane it is of. */
export interface Scene {
  readonly lane: 'reverse' | 'forward';
  /** Whether the column was computed just now. The forward lane always is. */
  readonly live: boolean;
  readonly index: number;
  readonly numSteps: number;
  readonly level: Level;
  /** The level of the next frame in the lane's direction: forward that is to the left. null in its last one. */
  readonly next: Level | null;
  readonly t: number | null;
  /** Reverse: the picture now. Forward: the noised picture. */
  readonly x: Tensor;
  /** Reverse: the network's estimate. Forward: the picture that was noised. */
  readonly x0: Tensor;
  /** The estimate of the frame before, for what changed; null in the first one, and forward. */
  readonly x0Before: Tensor | null;
  readonly parts: { readonly unconditional: Tensor; readonly conditional: Tensor } | null;
  /** Guidance is on in this run, but not at this level. */
  readonly unguided: boolean;
  readonly terms: readonly Term[];
  /** Evaluations so far and of the whole run; null where no network was asked. */
  readonly evaluations: { readonly done: number; readonly all: number | null } | null;
  /** The guidance that mixed the parts; null where there are none. */
  readonly guidance: Guidance | null;
  /** How the finished picture came about; null before it is finished, and forward. */
  readonly course: Course | null;
  /** Milliseconds of this step; null where none was measured. */
  readonly ms: number | null;
}

/** How an estimate was mixed of two. */
export interface Guidance {
  readonly scale: number;
  /** What was done to the mix afterwards. */
  readonly rescaled: boolean;
  readonly clipped: boolean;
}

/** a - b, elementwise. */
export function difference(a: Tensor, b: Tensor): Tensor {
  return { shape: a.shape, data: a.data.map((value, i) => value - (b.data[i] ?? 0)) };
}

/** The noise that a picture and an estimate imply: (x - alpha x0) / sigma; null at sigma 0. */
export function impliedNoise({ x, x0, level }: Pick<Scene, 'x' | 'x0' | 'level'>): Tensor | null {
  if (level.sigma === 0) return null;
  return { shape: x.shape, data: x.data.map((value, i) => (value - level.alpha * (x0.data[i] ?? 0)) / level.sigma) };
}

/** The scene of a run's frame; what was recorded has no evaluations and no time of its own. */
export function reverseScene(run: Run, index: number): Scene | null {
  const frame = run.at(index);
  if (frame === null) return null;
  const { recipe } = run;
  const live = run.sourceAt(index) === 'live';
  const parts = frame.parts ?? null;
  return {
    lane: 'reverse',
    live,
    index: frame.index,
    numSteps: frame.numSteps,
    level: frame.level,
    next: frame.step?.next ?? null,
    t: frame.t,
    x: frame.x,
    x0: frame.x0,
    x0Before: frame.index > 0 ? (run.at(frame.index - 1)?.x0 ?? null) : null,
    parts,
    unguided: recipe.guidanceScale !== 1 && parts === null,
    terms: frame.step?.terms ?? [],
    evaluations: live ? { done: frame.nfe, all: wholeCost(run) } : null,
    guidance: parts === null ? null : guidanceOf(recipe),
    course: frame.step === null ? courseOf(run) : null,
    ms: live && frame.step !== null ? frame.ms : null,
  };
}

function guidanceOf({ guidanceScale, guidanceRescale = 0, clipping = 'none' }: Recipe): Guidance {
  return { scale: guidanceScale, rescaled: guidanceRescale !== 0, clipped: clipping !== 'none' };
}

/** The evaluations of a whole run. Those of an interval of guidance are known at its end only: null before. */
function wholeCost({ recipe, summary }: Run): number | null {
  if (recipe.guidanceScale !== 1 && guidanceIntervalOf(recipe) !== undefined) return summary?.nfe ?? null;
  return evaluationsOf(recipe);
}

/** The scene of a column of the forward lane. */
export function forwardScene(lane: ForwardLane, index: number): Scene {
  const point = lane.points[index] ?? lane.points.at(-1);
  if (point === undefined) throw new RangeError('a forward lane has at least one column');
  return {
    lane: 'forward',
    live: true,
    index,
    numSteps: lane.points.length - 1,
    level: point.level,
    next: index > 0 ? (lane.points[index - 1]?.level ?? null) : null,
    t: point.t,
    x: lane.at(index),
    x0: lane.origin,
    x0Before: null,
    parts: null,
    unguided: false,
    terms: [],
    evaluations: null,
    guidance: null,
    course: null,
    ms: null,
  };
}
