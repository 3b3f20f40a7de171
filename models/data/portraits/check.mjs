/**
 * Checks that DiceBear drew what the labels say: node models/data/portraits/check.mjs
 * Every part that a table names exists in its style, and 2,000 random portraits hold exactly the chosen ones.
 */
import assert from 'node:assert/strict';
import { createAvatar } from '@dicebear/core';
import { Random } from '../random.mjs';
import { choosePortrait } from './choose.mjs';
import { styleOf } from './dicebear.mjs';
import { vocabulary } from './labels.mjs';

const COUNT = 2000;

/** DiceBear names what it drew in `extra`; a part that was left away is missing there. */
async function checkParts(style, options) {
  const drawing = await styleOf(style.id);
  const schema = drawing.schema.properties;
  const { extra } = createAvatar(drawing, options).toJson();
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
  const { style, options, words } = choosePortrait(random);
  await checkParts(style, options);
  words.forEach((word) => seen.add(word));
}
assert.deepEqual(
  [...seen].filter((word) => !vocabulary.includes(word)),
  [],
  'words that vocabulary.json lacks',
);
assert.deepEqual(
  vocabulary.filter((id) => !seen.has(id)),
  [],
  'words that no portrait shows',
);
console.log(`${COUNT} portraits hold exactly what was chosen; all ${vocabulary.length} words occur`);
