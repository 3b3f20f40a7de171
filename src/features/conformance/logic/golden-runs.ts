import type { RecipeManifest } from '../../../contract/manifest.ts';
import { parseQuery } from '../../../contract/query.ts';
import type { Recipe } from '../../../contract/recipe.ts';

/** What Python's ONNX Runtime drew with a model's file: models/<id>/golden-runs.json, which models/lib/golden.py writes. */
export interface GoldenFile {
  readonly provenance: {
    readonly command: string;
    readonly onnxruntime: string;
    readonly torch: string;
    readonly model: { readonly sha256: string };
  };
  readonly runs: readonly {
    /** The recipe as the query of a link. */
    readonly recipe: string;
    /** float32 in base64: the first values of the noise it starts from, and the whole picture it ends in. */
    readonly start: string;
    readonly end: string;
  }[];
}

/** One of those runs, unpacked. */
export interface GoldenRun {
  readonly recipe: Recipe;
  readonly start: Float32Array;
  readonly end: Float32Array;
}

/**
 * Unpacks a file of golden runs.
 * @throws Error when it is of another file than the one that ships; Failure recipe-invalid as parseQuery finds it.
 */
export function goldenRunsOf({ provenance, runs }: GoldenFile, manifest: RecipeManifest): GoldenRun[] {
  if (provenance.model.sha256 !== manifest.sha256) {
    throw new Error(`the golden runs are of another file of ${manifest.id}: run ${provenance.command}`);
  }
  return runs.map(({ recipe: query, start, end }) => {
    const { recipe, failures } = parseQuery(new URLSearchParams(query), manifest);
    if (failures[0]) throw failures[0];
    return { recipe, start: floatsOf(start), end: floatsOf(end) };
  });
}

function floatsOf(base64: string): Float32Array {
  return new Float32Array(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer);
}
