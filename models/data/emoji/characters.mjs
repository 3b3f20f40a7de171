/**
 * Writes characters.json, the words of each emoji character that the model can draw: node models/data/emoji/characters.mjs
 * Characters are written without variation selectors; the page takes those and skin tones away before it looks one up.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { emoji } from './names.mjs';
import { SETS, read } from './sets.mjs';

const known = new Set(JSON.parse(readFileSync(new URL('vocabulary.json', import.meta.url))).map(({ id }) => id));
const wordsOf = new Map(emoji().map(({ name, words }) => [name, words.filter((word) => known.has(word))]));

const characterOf = (codes) =>
  String.fromCodePoint(...codes.split('-').map((code) => parseInt(code, 16))).replaceAll('\ufe0f', '');

const entries = Object.entries(read(SETS[0], 'chars'))
  .map(([codes, name]) => [characterOf(codes), wordsOf.get(name) ?? []])
  .filter(([, words]) => words.length > 0);
const lines = [...new Map(entries)].map(([character, words]) => ` ${JSON.stringify(character)}:${JSON.stringify(words)}`);
writeFileSync(new URL('characters.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`);
console.log(`${lines.length} characters`);
