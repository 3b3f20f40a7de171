/**
 * Checks that DiceBear drew what the labels say: node models/portraits/check.mjs
 * Every part that a table names exists in its style, and 2,000 random portraits hold exactly the chosen ones.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createAvatar } from '@dicebear/core';
import { Random } from '../lib/random.mjs';
import { choosePortrait } from './choose.mjs';
import { schemaOf, styleOf } from './render.mjs';

const COUNT = 2000;
const ids = JSON.parse(readFileSync(new URL('vocabulary.json', import.meta.url))).map(({ id }) => id);

/** DiceBear names what it drew in `extra`; a part that was left away is missing there. */
function checkParts(style, options) {
  const schema = schemaOf(style.id);
  const { extra } = createAvatar(styleOf(style.id), options).toJson();
  for (const part of Object.keys(style.parts)) {
    const [variant] = options[part];
    const where = `${style.id}, ${part}`;
    assert.ok(part in schema, `${where}: no such option`);
    if (variant) assert.ok(schema[part].items.enum.includes(variant), `${where}: no '${variant}'`);
    assert.equal(extra[part], variant, where);
  }
  for (const key of Object.values(style.colours).flat()) {
    assert.ok(key in schema, `${style.id}: no option '${key}'`);
  }
}

const random = new Random(7);
const seen = new Set();
for (let i = 0; i < COUNT; i += 1) {
  const { style, options, words } = choosePortrait(random, schemaOf);
  checkParts(style, options);
  words.forEach((word) => seen.add(word));
}
assert.deepEqual(
  [...seen].filter((word) => !ids.includes(word)),
  [],
  'words that vocabulary.json lacks',
);
assert.deepEqual(
  ids.filter((id) => !seen.has(id)),
  [],
  'words that no portrait shows',
);
console.log(`${COUNT} portraits hold exactly what was chosen; all ${ids.length} words occur`);
