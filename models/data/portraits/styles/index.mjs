import adventurer from './adventurer.mjs';
import bigEars from './big-ears.mjs';
import bigSmile from './big-smile.mjs';
import dylan from './dylan.mjs';
import funEmoji from './fun-emoji.mjs';
import lorelei from './lorelei.mjs';
import micah from './micah.mjs';
import miniavs from './miniavs.mjs';
import openPeeps from './open-peeps.mjs';
import personas from './personas.mjs';
import pixelArt from './pixel-art.mjs';
import thumbs from './thumbs.mjs';
import toonHead from './toon-head.mjs';

/** All styles. Left out: notionists and croodles, whose thin lines without colour do not survive 32x32. */
export const styles = [
  pixelArt,
  openPeeps,
  thumbs,
  lorelei,
  adventurer,
  bigSmile,
  micah,
  personas,
  miniavs,
  funEmoji,
  toonHead,
  bigEars,
  dylan,
];
