import { table } from '../table.mjs';

const FRAMES = { black: '191919', red: 'c8242c', blue: '2457c8' };

const HAIR = table(`
  bald ~uncoloured            | -                                               | 1.5
  balding                     | short18                                         | 1.5
  short-hair                  | short01 short02 short03 short06 short15 short16 short17 short10
  short-hair side-part        | short09                                         | 2
  buzz-cut                    | short19                                         | 1.5
  short-hair bangs            | short22                                         | 1
  bowl-cut                    | short14                                         | 1.5
  spiky-hair                  | short13                                         | 1.5
  messy-hair                  | short11 long15                                  | 2
  mohawk                      | short05 short21                                 | 2
  bob                         | long21 long16 long17                            | 3
  long-hair                   | long20 long13 long12 long09 long07 long03 long02 long01
  long-hair hair-over-eye     | long08                                          | 1.5
  pigtails                    | long19 long18                                   | 2
  braid                       | long06                                          | 1.5
  bun                         | long05                                          | 1.5
  space-buns                  | long14                                          | 1.5
`);

const UNDER_HAT = table(`
  ~uncoloured | short01 short02 short03 short06
  long-hair   | long20 long13 long12 long09 long07 long03 long02 long01
`);

const EARRINGS = table(`
  -         | -                   | 80
  earrings  | variant03 variant04 | 20
`);

/** CC0 1.0, by DiceBear. 16x16 by nature. The beards are too pale to be seen at 32x32: left out. */
export default {
  id: 'pixel-art',
  weight: 1.3,
  flat: true,
  pixelated: true,
  colours: { skin: ['skinColor'], hair: ['hairColor'], clothes: ['clothingColor', 'hatColor'] },
  options: {
    beardProbability: 0,
    accessoriesColor: ['ffd700'],
    mouthColor: ['c98276'],
  },
  parts: {
    hat: table(`
      -           | -                                       | 80
      hat cap     | variant02 variant06 variant07           | 9
      hat beanie  | variant03 variant04 variant09 variant10 | 11
    `),
    hair: (chosen) => (chosen.hat.variant ? UNDER_HAT : HAIR),
    clothing: table(`
      -           | variant03 variant04 variant05 variant12 variant14 variant17
      checkered   | variant02 variant06                     | 1.5
      striped     | variant13                               | 1
      tank-top    | variant09 variant10 variant19 variant20 | 1.5
    `),
    glasses: table(`
      -                   | -                                       | 70
      glasses             | light01 light02 light03 light05 light06 | 18
      sunglasses          | dark01 dark02 dark05 dark06             | 12
    `),
    mouth: table(`
      smile         | happy07 happy08 happy09 happy10 happy11 | 8
      laugh         | happy06                                 | 2
      sad           | sad01 sad03 sad09                       | 4
      open-mouth    | happy01 happy13                         | 3
      grin          | happy12                                 | 2
      neutral       | sad04 sad05 sad06 sad07                 | 4
    `),
    accessories: (chosen) => (chosen.hair.words[0] === 'short-hair' ? EARRINGS : table('- | -')),
  },
  adjust(options, words, random) {
    const frame = random.pick(Object.keys(FRAMES));
    options.glassesColor = [FRAMES[frame]];
    if (words.has('glasses')) words.add(`${frame}-glasses`);
    if (random.next() > 0.15) return;
    options.mouthColor = ['de0f0d'];
    words.add('red-lips');
  },
};
