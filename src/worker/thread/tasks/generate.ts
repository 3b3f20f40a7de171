import type { AnyFrame } from '../../../contract/families/parts.ts';
import type { TimedFrame } from '../../../contract/tasks/generate.ts';
import { framesOf } from '../families/index.ts';
import type { Task } from '../task.ts';
import { batchMs } from '../turns.ts';

/** Runs a recipe: a frame a turn, whatever the model's family. */
export const generate: Task<'generate'> = async (question, { model, signal, tell, turn, clock }) => {
  const sums = { nfe: 0, ms: 0, networkMs: 0 };
  let batch: TimedFrame<AnyFrame>[] = [];
  let handedAt = -Infinity;
  const hand = () => {
    if (batch.length > 0) tell(batch, buffersOf(batch));
    batch = [];
  };
  let last = clock();
  let spent = model.spent();
  try {
    for await (const frame of framesOf(model, question, signal)) {
      const ready = clock();
      const times = { ms: ready - last, networkMs: model.spent() - spent };
      last = ready;
      batch.push({ ...frame, ...times });
      sums.nfe = frame.nfe;
      sums.ms += times.ms;
      sums.networkMs += times.networkMs;
      if (ready - handedAt >= batchMs) {
        handedAt = ready;
        hand();
      }
      await turn();
      // What other lanes spent in the same network meanwhile is theirs.
      spent = model.spent();
    }
  } finally {
    if (!signal.aborted) hand();
  }
  return sums;
};

/** The memory of all arrays in a value, however deep. Frames own their arrays, so they can be given away. */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (value instanceof Float32Array) return [value.buffer as ArrayBuffer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(buffersOf);
}
