/** How words are compared: small letters, and what plurals and endings change taken away. */

/** What means the same as a part of a phrase. */
const aliases = new Map([
  ['haired', 'hair'],
  ['skinned', 'skin'],
  ['eyed', 'eye'],
  ['backdrop', 'background'],
  ['wolves', 'wolf'],
  ['leaves', 'leaf'],
  ['loaves', 'loaf'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['oxen', 'ox'],
  ['moustached', 'moustache'],
]);

/** An English part of a phrase without what plurals change: "glasses" and "glass", "cherries" and "cherry" are one. */
export function englishStem(part: string): string {
  const known = aliases.get(part) ?? part;
  const singular = /[^su]s$/.test(known) && known.length > 3 ? known.slice(0, -1) : known;
  if (singular.length < 3) return singular;
  return singular.replace(/e$/, '').replace(/y$/, 'i');
}

/** What German declension adds. */
const germanEndings = ['ern', 'em', 'en', 'er', 'es', 'e', 's'];

/** A German part without its ending, umlauts as plain vowels: "rote", "roter" and "rot", "Bärte" and "Bart" are one. */
export function germanStem(part: string): string {
  const ending = germanEndings.find((end) => part.endsWith(end) && part.length - end.length >= 3) ?? '';
  return germanPlain(part.slice(0, part.length - ending.length));
}

/** Umlauts and the pairs of letters that stand for them: "grün" and "gruen" are one. */
export function germanPlain(text: string): string {
  return text.replaceAll('ß', 'ss').replace(/ä|ae/g, 'a').replace(/ö|oe/g, 'o').replace(/ü|ue/g, 'u');
}

/** The parts of a text, in small letters and without accents but umlauts; hyphens and signs part them. */
export function partsOf(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Small letters without accents but German umlauts, full-width letters as usual ones, straight apostrophes. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<![aou])\u0308|[^\P{M}\u0308]/gu, '')
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'");
}
