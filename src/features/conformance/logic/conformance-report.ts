import type { BackendComparison } from '../backend-comparison.svelte.ts';
import type { Conformance } from '../conformance.svelte.ts';
import type { ModelReplay } from '../model-replay.svelte.ts';

/** What the page found out, row by row. */
export interface Findings {
  readonly conformance: Conformance;
  readonly models: readonly { readonly replay: ModelReplay; readonly comparison: BackendComparison }[];
}

/** What a bug report should hold, as JSON: browser, GPU, versions, every row with its errors, models and backends. */
export async function reportOf({ conformance, models }: Findings): Promise<string> {
  const { rows, total, provenance, study } = conformance;
  const report = {
    page: location.href,
    versions: __VERSIONS__,
    browser: navigator.userAgent,
    cores: navigator.hardwareConcurrency,
    gpu: await gpuName(),
    isolated: crossOriginIsolated,
    goldens: provenance,
    passed: rows.filter((row) => row.passed).length,
    failed: rows.filter((row) => !row.passed),
    total,
    failure: study.failure?.message ?? null,
    samplers: rows.map(({ name, stepError, runError }) => ({ name, stepError, runError })),
    models: models.map(({ replay, comparison }) => ({
      model: replay.model.manifest.id,
      version: replay.model.manifest.version,
      madeWith: replay.provenance,
      wasm: replay.report,
      runs: replay.runs,
      failure: replay.study.failure?.message ?? null,
      webgpu: comparison.result,
      webgpuFailure: comparison.study.failure?.message ?? null,
    })),
  };
  return JSON.stringify(report, null, 1);
}

/** The GPU as the browser names it; null where it has none. Some browsers tell no more than its maker. */
async function gpuName(): Promise<string | null> {
  if (!('gpu' in navigator)) return null;
  const adapter = await navigator.gpu.requestAdapter().catch(() => null);
  if (!adapter) return null;
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
  const name = [vendor, architecture, device, description].filter(Boolean).join(' ');
  return `${name || 'unnamed'}${isFallbackAdapter ? ' (in software)' : ''}`;
}
