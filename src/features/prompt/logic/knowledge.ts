import type { Characters, Knowledge, Names } from './lexicon.ts';

/** What lies beside the vocabularies, by the name of the data set: a few kilobytes each, loaded when they are needed. */
const sources = {
  german: import.meta.glob<Names>('../../../../models/data/*/names.de.json', { import: 'default' }),
  characters: import.meta.glob<Characters>('../../../../models/data/*/characters.json', { import: 'default' }),
};

/**
 * With one more kind of knowledge about a model's words; the same object where there is nothing to add. The id of a
 * model begins with the name of its data set ("portraits-small"). Rejects when the file cannot be loaded.
 */
export async function withKnowledge(
  knowledge: Knowledge,
  kind: keyof typeof sources,
  model: string,
): Promise<Knowledge> {
  const set = model.split('-')[0];
  const [, load] =
    Object.entries<() => Promise<unknown>>(sources[kind]).find(([path]) => path.split('/').at(-2) === set) ?? [];
  if (load === undefined || knowledge[kind] !== undefined) return knowledge;
  return { ...knowledge, [kind]: await load() };
}
