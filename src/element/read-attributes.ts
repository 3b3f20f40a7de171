import { refusal, refusedName } from '../contract/refusal.ts';
import type { Failure } from '../contract/failure.ts';
import { parseQuery } from '../contract/query.ts';
import { formatWords } from '../contract/words.ts';
import { allParts, type WidgetPart } from '../features/widget/index.ts';
import { loadReadText } from '../features/prompt/index.ts';
import { readAddressOf, type Asked as AskedOfPage } from '../session/address.ts';
import type { CatalogueEntry } from '../session/catalogue.ts';
import { entryAt } from '../session/entry-at.ts';
import type { Manifest } from '../contract/manifest.ts';
import { recipeNames, type Attributes } from './names.ts';

type Asked = AskedOfPage<CatalogueEntry>;

/** What an element's attributes ask for, with what of it made no sense. */
export interface AskedOfElement extends Asked {
  readonly parts: readonly WidgetPart[];
}

/** @throws Failure download-failed where the model's manifest does not arrive */
export async function readAttributes(attributes: Attributes): Promise<AskedOfElement> {
  const query = queryOf(attributes);
  const own = attributes.src === undefined;
  const asked = own
    ? await readAddressOf('diffusion', `?${query.toString()}`)
    : await askedAt(attributes.src ?? '', query);
  const words = await wordsOf(attributes, asked.entry.manifest);
  // What is asked for in words is read once the model, whose words they are, is known.
  const recipe =
    words.entries.length === 0 ? asked.recipe : parseQuery([...query, ...words.entries], asked.entry.manifest).recipe;
  const parts = partsOf(attributes.controls);
  return { ...asked, recipe, parts: parts.shown, failures: [...asked.failures, ...words.failures, ...parts.failures] };
}

/** The recipe's query with the attributes that say single fields over it. */
function queryOf(attributes: Attributes): URLSearchParams {
  const query = new URLSearchParams((attributes.recipe ?? '').replace(/^[^?]*\?/, '').replace(/#.*$/, ''));
  for (const name of recipeNames) {
    const value = attributes[name];
    if (value !== undefined) query.set(name, name === 'zeroTerminalSnr' && value === '' ? 'true' : value);
  }
  if (attributes.backend !== undefined) query.set('backend', attributes.backend);
  return query;
}

/** The same of a model that lies elsewhere, and has to be named. */
async function askedAt(src: string, query: URLSearchParams): Promise<Asked> {
  const id = query.get('model');
  if (id === null) throw refusal('model', '', 'id');
  const entry = await entryAt(new URL(src, document.baseURI).href, id);
  const { recipe, failures } = parseQuery(query, entry.manifest);
  const backend = query.get('backend');
  return { entry, recipe, failures, backend: backend === 'wasm' || backend === 'webgpu' ? backend : 'auto' };
}

interface Words {
  readonly entries: readonly (readonly [string, string])[];
  readonly failures: readonly Failure[];
}

async function wordsOf({ prompt, label }: Attributes, { id, vocabulary }: Manifest): Promise<Words> {
  if (label !== undefined) {
    const typed = label.trim().toLowerCase();
    const word = vocabulary.find(({ id, words }) => id === typed || words.includes(typed));
    const known = vocabulary.map(({ words }) => words[0] ?? '');
    if (word === undefined) return { entries: [], failures: [refusedName('label', label, known)] };
    return { entries: [['condition', `${word.id}:1`]], failures: [] };
  }
  if (prompt === undefined) return { entries: [], failures: [] };
  const names = vocabulary.map(({ words }) => words[0] ?? '');
  const { readText } = await loadReadText();
  const { understood } = await readText(prompt, { model: id, vocabulary, knowledge: {} });
  const of = (not: boolean) => formatWords(understood.words.filter((word) => word.not === not));
  const failures = understood.notes.flatMap((note) =>
    'nearest' in note ? [refusedName('prompt', note.text, note.nearest.length > 0 ? note.nearest : names)] : [],
  );
  return {
    entries: [
      ['condition', of(false)],
      ['not', of(true)],
    ],
    failures,
  };
}

/** `controls="timeline transport"`; "none" shows the picture alone. */
function partsOf(controls: string | undefined): {
  readonly shown: readonly WidgetPart[];
  readonly failures: readonly Failure[];
} {
  if (controls === undefined || controls.trim() === '') return { shown: allParts, failures: [] };
  const asked = controls.split(/[\s,]+/).filter((name) => name !== '' && name !== 'none');
  const unknown = asked.filter((name) => !allParts.some((part) => part === name));
  return {
    shown: allParts.filter((part) => asked.includes(part)),
    failures: unknown.map((name) => refusedName('controls', name, [...allParts, 'none'])),
  };
}
