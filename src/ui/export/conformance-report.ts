import type { CatalogueEntry } from '../catalogue.ts';
import type { BackendComparison } from '../state/backend-comparison.svelte.ts';
import type { Conformance } from '../state/conformance.svelte.ts';

interface Compared {
  readonly model: CatalogueEntry;
  readonly comparison: BackendComparison;
}

/** What a bug report should hold, as JSON: browser, versions, every row with its errors, the backends compared. */
export function reportOf({ rows, total, provenance, failure }: Conformance, compared: readonly Compared[]): string {
  const report = {
    page: location.href,
    browser: navigator.userAgent,
    cores: navigator.hardwareConcurrency,
    webgpu: 'gpu' in navigator,
    isolated: crossOriginIsolated,
    goldens: provenance,
    passed: rows.filter((row) => row.passed).length,
    failed: rows.filter((row) => !row.passed),
    total,
    failure,
    samplers: rows.map(({ name, stepError, runError }) => ({ name, stepError, runError })),
    backends: compared.map(({ model, comparison }) => ({
      model: model.manifest.id,
      version: model.manifest.version,
      result: comparison.result,
      failure: comparison.failure?.message ?? null,
    })),
  };
  return JSON.stringify(report, null, 1);
}
