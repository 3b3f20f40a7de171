/** The icon sets, each a style of its own, and where their names differ from the common ones (Noto's). */
import { readFileSync } from 'node:fs';

const FOLDER = new URL('node_modules/@iconify-json/', import.meta.url);

/** {package: {common name: its own}}. Firefox's cats that smile are foxes, and its blue heart is cut off: left out. */
const ALIASES = JSON.parse(readFileSync(new URL('aliases.json', import.meta.url)));

/** In the order of their words: permanent. `id` is the word of the style. */
export const SETS = [
  { id: 'noto', package: 'noto' },
  { id: 'old-noto', package: 'noto-v1' },
  { id: 'fluent', package: 'fluent-emoji' },
  { id: 'flat', package: 'fluent-emoji-flat' },
  { id: 'twemoji', package: 'twemoji' },
  { id: 'emojione', package: 'emojione' },
  { id: 'firefox', package: 'fxemoji' },
];

export const read = (set, file) => JSON.parse(readFileSync(new URL(`${set.package}/${file}.json`, FOLDER)));

const squeezed = (name) => name.replaceAll('-', '');

/** -> (common name) -> SVG, or undefined where the set has no such emoji. */
export function opener(set) {
  const own = ALIASES[set.package] ?? {};
  const { icons, aliases = {}, left = 0, top = 0, width = 16, height = 16 } = read(set, 'icons');
  // An alias without a transformation is the same drawing under another name.
  const plain = Object.entries(aliases).filter(([, alias]) => Object.keys(alias).every((key) => key === 'parent'));
  const drawings = new Map(plain.map(([name, { parent }]) => [squeezed(name), icons[parent]]));
  for (const [name, icon] of Object.entries(icons)) drawings.set(squeezed(name), icon);
  return (name) => {
    const icon = drawings.get(squeezed(own[name] ?? name));
    if (!icon) return undefined;
    const box = [icon.left ?? left, icon.top ?? top, icon.width ?? width, icon.height ?? height];
    return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="${box.join(' ')}">${icon.body}</svg>`;
  };
}
