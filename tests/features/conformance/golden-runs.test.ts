import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatQuery } from '../../../src/contract/query.ts';
import { goldenRunsOf, type GoldenFile } from '../../../src/features/conformance/logic/golden-runs.ts';
import { shipped } from '../../shipped.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

test.each(shipped)('$folder ships with runs that Python made with the very file', ({ folder, manifest }) => {
  const file = read(`${folder}/golden-runs.json`) as GoldenFile;
  const runs = goldenRunsOf(file, manifest);
  expect(new Set(runs.map(({ recipe }) => recipe.sampler))).toEqual(new Set(['ddim', 'heun']));
  const [channels, height, width] = manifest.shape;
  for (const [k, { recipe, start, end }] of runs.entries()) {
    expect(start).toHaveLength(16);
    expect(end).toHaveLength(channels * height * width);
    expect([...start, ...end].every(Number.isFinite)).toBe(true);
    // Nothing of the recipe is left to defaults that may change.
    const said = new URLSearchParams(file.runs[k]?.recipe);
    for (const [name, value] of said) expect(formatQuery(recipe)).toContain(`${name}=${value}`);
  }
  const other = { ...manifest, sha256: '0'.repeat(64) };
  expect(() => goldenRunsOf(file, other)).toThrow(file.provenance.command);
});
