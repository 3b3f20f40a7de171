import type { Failure } from '../../contract/failure.ts';
import { onWasm, type Plan, type Surroundings } from './backend.ts';
import type { Fallback } from '../../contract/backend.ts';

/** What went wrong, and what was tried before. */
export interface Setback {
  readonly failure: Failure;
  /** Whether it happened while loading, or in a run of a model that had passed its warm-up and its self-check. */
  readonly during: 'load' | 'run';
  /** Workers already replaced for this one request. */
  readonly restarts: number;
  /** Times that WebGPU was lost in this tab, this time included. */
  readonly losses: number;
}

/** A GPU may be lost once, by a driver's update say; one that is lost again is not relied upon. */
const lossesAllowed = 1;

/** Whether the worker that failed this way is of no more use. */
export function isFatal({ code }: Failure): boolean {
  return (
    code === 'worker-lost' || code === 'backend-failed' || code === 'out-of-memory' || code === 'self-check-failed'
  );
}

/** Whether this counts as one loss of WebGPU. */
export function isLoss(plan: Plan, { failure, during }: Pick<Setback, 'failure' | 'during'>): boolean {
  if (plan.backend !== 'webgpu') return false;
  return failure.code === 'worker-lost' || (failure.code === 'backend-failed' && during === 'run');
}

/** With which plan to try again in a new worker; null: not at all, the page is told. */
export function planAfter(plan: Plan, setback: Setback, surroundings: Surroundings): Plan | null {
  const { failure, during, restarts, losses } = setback;
  if (!isFatal(failure)) return null;
  const toWasm = (reason: Fallback['reason']) =>
    onWasm(surroundings, { from: 'webgpu', reason, detail: detailOf(failure) });
  if (plan.backend === 'wasm') {
    const worthwhile = failure.code === 'worker-lost' || during === 'run';
    return worthwhile && restarts === 0 ? plan : null;
  }
  if (isLoss(plan, setback)) return losses > lossesAllowed ? toWasm('device-lost') : plan;
  return toWasm(failure.code === 'self-check-failed' ? 'self-check-failed' : 'create-failed');
}

function detailOf({ detail }: Failure): string {
  return Object.entries(detail)
    .filter(([name]) => name !== 'backend')
    .map(([name, value]) => (name === 'reason' ? value : `${name} ${value}`))
    .join(', ');
}
