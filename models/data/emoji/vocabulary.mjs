/**
 * Writes vocabulary.json from names.mjs: node models/data/emoji/vocabulary.mjs
 * Ids and their order are permanent: words that are there stay where they are, new ones go to the end.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { emoji } from './names.mjs';
import { SETS, opener } from './sets.mjs';

const PATH = new URL('vocabulary.json', import.meta.url);
const LEAST = 3; // pictures that a word is in

const COLOURS = new Set([
  'black',
  'blue',
  'brown',
  'green',
  'grey',
  'orange',
  'pink',
  'purple',
  'red',
  'white',
  'yellow',
]);

/** What people also type. */
const SYNONYMS = {
  bear: ['teddy'],
  buffalo: ['water buffalo'],
  cat: ['kitty', 'kitten'],
  chick: ['baby chick'],
  chicken: ['hen'],
  chili: ['chilli'],
  coffee: ['hot drink'],
  corn: ['maize', 'corn cob'],
  crying: ['cry', 'weeping'],
  dog: ['puppy'],
  doughnut: ['donut'],
  earth: ['globe', 'world'],
  eggplant: ['aubergine'],
  ewe: ['sheep'],
  face: ['smiley'],
  firefox: ['firefox style', 'fxemoji'],
  flat: ['flat style', 'fluent flat'],
  fluent: ['fluent style', 'microsoft'],
  flower: ['blossoms'],
  fries: ['chips'],
  grey: ['gray'],
  grinning: ['grin'],
  hamburger: ['burger'],
  'heart-eyes': ['hearts for eyes'],
  honeybee: ['bee'],
  'ice-cream': ['icecream', 'gelato'],
  ladybug: ['ladybird', 'lady beetle'],
  laughing: ['laugh'],
  lightning: ['thunderbolt', 'high voltage'],
  noto: ['noto style', 'google'],
  'old-noto': ['blob', 'blobs', 'noto v1'],
  panda: ['panda bear'],
  pig: ['piggy'],
  poo: ['poop'],
  rabbit: ['bunny'],
  ram: ['male sheep'],
  sad: ['unhappy'],
  shrimp: ['prawn'],
  smiling: ['smile', 'happy'],
  'space-invader': ['alien monster'],
  sunglasses: ['cool'],
  tangerine: ['mandarin'],
  tree: ['deciduous tree'],
  twemoji: ['twitter'],
  emojione: ['emoji one', 'joypixels'],
  wave: ['sea', 'ocean'],
};

/** -> {word: {kind, pictures}} in the order of the emoji. */
function counted() {
  const openers = SETS.map(opener);
  const words = new Map();
  for (const { name, kind, words: own } of emoji()) {
    const pictures = openers.filter((open) => open(name)).length;
    for (const word of own) {
      const entry = words.get(word) ?? {
        kind: COLOURS.has(word) ? 'colour' : kind,
        pictures: 0,
      };
      words.set(word, { ...entry, pictures: entry.pictures + pictures });
    }
  }
  return words;
}

function entry(id, kind) {
  return {
    id,
    words: [...new Set([id.replaceAll('-', ' '), ...(SYNONYMS[id] ?? [])])],
    kind,
  };
}

const before = existsSync(PATH) ? JSON.parse(readFileSync(PATH)) : SETS.map(({ id }) => entry(id, 'style'));
const wanted = [...counted()].filter(([, { pictures }]) => pictures >= LEAST);
const known = new Set(before.map(({ id }) => id));
const added = wanted.filter(([id]) => !known.has(id)).map(([id, { kind }]) => entry(id, kind));
const lines = [...before.map(({ id, kind }) => entry(id, kind)), ...added].map((line) => `  ${JSON.stringify(line)}`);
writeFileSync(PATH, `[\n${lines.join(',\n')}\n]\n`);
console.log(`${before.length + added.length} words, ${added.length} of them new`);
