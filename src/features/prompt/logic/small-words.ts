/** English words that say nothing of a picture by themselves. */

const list = (text: string) => new Set(text.trim().split(/\s+/));

/** Skipped without a word about it: every picture is a portrait of somebody. */
export const silent = list(`
  a an the of and or nor with in on at to as by for from into over is are be am was has have having had
  wear wears wearing worn dressed who whose that which this these those there his her hers their its it he she they
  i me my you your we us him them please draw paint show make create give want like just also plus both other
  picture portrait image photo drawing avatar face person human someone somebody people character head
  style styled look looks looking colour color coloured colored some any one kind bit front
`);

/** What comes after is not wanted. */
export const negations = list(`
  no not without never neither except minus lacking isn't aren't doesn't don't hasn't haven't won't can't isnt doesnt dont
`);

/** What comes after is wanted again. */
export const affirmations = list('with but has have having wears wearing yet though');

/** What people say of themselves. A vocabulary without these words has none that come near. */
export const people = list('man men woman women boy girl guy lady gentleman lad dude male female kid child adult');

/** How much of what comes after: factors of its weight. */
export const strengths: ReadonlyMap<string, number> = new Map([
  ['very', 1.3],
  ['really', 1.3],
  ['super', 1.3],
  ['extremely', 1.5],
  ['slightly', 0.6],
  ['somewhat', 0.7],
]);

/** Shades of a colour. The vocabulary has few of them, and "dark red hair" is not dark hair. */
export const shades = list('dark light pale bright deep vivid');
