import { replay, rerun, tolerances, type Replay } from '../../engine/diffusion/conformance.ts';
import { replayInversion, rerunInversion } from '../../engine/diffusion/inversion-conformance.ts';
import type { SamplerId } from '../../engine/diffusion/samplers/index.ts';
import { largestError } from '../../engine/largest-error.ts';
import type { Shape } from '../../engine/tensor.ts';
import { goOn, Study } from '../../session/study.svelte.ts';
import { unpack, type StoredTrace, type Trace } from '../../engine/diffusion/traces.ts';

/** The file that the tests hold the engine to, laid beside the page as it is. */
const [goldenUrl = ''] = Object.values(
  import.meta.glob<string>('../../../tests/golden/diffusers-traces.json', {
    eager: true,
    query: '?url&no-inline',
    import: 'default',
  }),
);

interface Golden {
  readonly provenance: Readonly<Record<string, string>>;
  readonly shape: Shape;
  readonly seed: number;
  readonly traces: readonly StoredTrace[];
  /** Runs of DDIM inversion. */
  readonly inversions: readonly StoredTrace[];
}

/** One configuration of a sampler, replayed here and held against what diffusers wrote down. */
export interface ConformanceRow {
  readonly name: string;
  readonly sampler: SamplerId | 'ddim_inverse';
  /** The largest error of a step, max |error| / max(1, max |x|). */
  readonly stepError: number;
  /** The error of the finished picture of a free run; null where only the steps can be compared. */
  readonly runError: number | null;
  readonly passed: boolean;
}

/** Replays the goldens in the visitor's own browser, a few at a time so that the page stays alive. */
export class Conformance {
  rows = $state.raw<readonly ConformanceRow[]>([]);
  total = $state(0);
  provenance = $state.raw<Readonly<Record<string, string>>>({});
  readonly study = new Study();
  readonly finished = $derived(this.total > 0 && this.rows.length === this.total);
  run(): Promise<void> {
    this.rows = [];
    return this.study.start(async (signal) => {
      const response = await fetch(goldenUrl, { signal });
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      const golden = (await response.json()) as Golden;
      this.provenance = golden.provenance;
      this.total = golden.traces.length + golden.inversions.length;
      await this.#replayAll(golden, signal);
    });
  }

  async #replayAll({ traces, inversions, shape, seed }: Golden, signal: AbortSignal): Promise<void> {
    let made: ConformanceRow[] = [];
    let shown = performance.now();
    for (const stored of [...traces, ...inversions]) {
      goOn(signal);
      const trace = unpack(stored, shape);
      made.push(await (inversions.includes(stored) ? inversionRowOf(trace) : rowOf(trace, seed)));
      if (performance.now() - shown < 30) continue;
      this.rows = [...this.rows, ...made];
      made = [];
      await new Promise((resolve) => setTimeout(resolve));
      shown = performance.now();
    }
    this.rows = [...this.rows, ...made];
  }
}

async function rowOf(trace: Trace, seed: number): Promise<ConformanceRow> {
  const runError = trace.fromTrace ? null : await rerun(trace, seed);
  return judged(trace.name, trace.sampler, await replay(trace), runError);
}

async function inversionRowOf(trace: Trace): Promise<ConformanceRow> {
  return judged(trace.name, 'ddim_inverse', await replayInversion(trace), await rerunInversion(trace));
}

function judged(
  name: string,
  sampler: ConformanceRow['sampler'],
  { errors, levelError }: Replay,
  runError: number | null,
): ConformanceRow {
  const stepError = largestError(errors);
  const passed =
    stepError <= tolerances.step && levelError <= tolerances.level && (runError === null || runError <= tolerances.run);
  return { name, sampler, stepError, runError, passed };
}
