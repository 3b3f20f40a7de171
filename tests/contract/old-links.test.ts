import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseManifest } from '../../src/contract/manifest.ts';
import { formatQuery, parseQuery } from '../../src/contract/query.ts';

interface OldLink {
  readonly model: string;
  readonly query: string;
  /** What it meant: every field, as that version would have written it. */
  readonly means: string;
  /** Fields that made no sense then either. */
  readonly refused: readonly string[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { links } = read('tests/contract/old-links.json') as { readonly links: readonly OldLink[] };
const models = [...new Set(links.map(({ model }) => model))];
const manifests = new Map(models.map((id) => [id, parseManifest(read(`models/${id}/manifest.json`))]));

/** Only what the link itself says: what it leaves out follows the model's defaults, which may change. */
const said = (query: string, fields: readonly string[]) =>
  Object.fromEntries([...new URLSearchParams(query)].filter(([name]) => fields.includes(name)));

test('there are at least fifty', () => {
  expect(links.length).toBeGreaterThanOrEqual(50);
});

test.each(links)('$model?$query means what it meant', ({ model, query, means, refused }) => {
  const { recipe, failures } = parseQuery(new URLSearchParams(query), manifests.get(model)!);
  const fields = [...new URLSearchParams(query).keys()];
  expect(said(formatQuery(recipe), fields)).toEqual(said(means, fields));
  // Of defaults that did not suit a link it was told then too; they now give way without a word.
  expect(failures.map(({ detail }) => detail['field'])).toEqual(refused.filter((field) => fields.includes(field)));
});
