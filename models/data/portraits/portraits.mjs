/** The portraits of a shard in the order in which they are drawn: all that is random, and nothing that is painted. */
import { choosePortrait } from './choose.mjs';
import { isHeldOut } from './held-out.mjs';
import { Random } from '../random.mjs';
import { seedOf } from './splits.mjs';

/** {style, options, words, drawn}, one after the other without end; drawn: random numbers used before it. */
export function* portraitsOf(split, seed, shard) {
  const random = new Random(seedOf(split, seed, shard));
  for (;;) {
    const { drawn } = random;
    const portrait = choosePortrait(random);
    if (isHeldOut(portrait.words) === (split === 'held-out')) yield { ...portrait, drawn };
  }
}
