import type { AnyFrame } from '../contract/families/parts.ts';
import { Failure } from '../contract/failure.ts';
import type { RecipeFamily } from '../contract/manifest.ts';
import type { Recipe } from '../contract/recipe.ts';
import type { AnyEntry } from './catalogue.ts';
import { createClient } from '../worker/page/client.ts';
import type { Backend, BackendReport, TimedFrame } from '../contract/tasks.ts';

/** Differences up to this are float32 arithmetic in another order. */
export const runTolerance = 1e-3;

/** Runs recipes, one after another, on one backend and no other, in a worker of their own that ends with them. */
export async function runsOn(
  model: AnyEntry,
  backend: Backend,
  recipes: readonly Recipe[],
  signal: AbortSignal,
): Promise<{ readonly runs: readonly TimedFrame<AnyFrame>[][]; readonly report: BackendReport }> {
  const client = createClient();
  try {
    const report = await client.load(model, { backend, signal });
    if (report.backend !== backend) {
      throw new Failure('backend-failed', { backend, reason: report.fallback?.detail ?? '' });
    }
    const runs: TimedFrame<AnyFrame>[][] = [];
    for (const recipe of recipes) {
      const frames: TimedFrame<AnyFrame>[] = [];
      await client.generate<RecipeFamily>(
        model,
        { recipe },
        { signal, onFrame: (frame) => (frames[frame.index] = frame) },
      );
      runs.push(frames);
    }
    return { runs, report };
  } finally {
    client.dispose();
  }
}
