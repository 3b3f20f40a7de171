import { table } from '../table.mjs';

const SHORT = new Set(['short-hair', 'buzz-cut', 'bald', 'mohawk', 'spiky-hair']);

/** CC BY 4.0, by Lisa Wischofsky. Earrings, freckles and birthmarks do not show at 32x32. */
export default {
  id: 'adventurer',
  weight: 1.3,
  colours: { skin: ['skinColor'], hair: ['hairColor'] },
  options: { earringsProbability: 0 },
  parts: {
    hair: table(`
      bald ~uncoloured            | short19                           | 3
      buzz-cut                    | short13 short04                   | 4
      short-hair                  | short14 short11 short10 short08 short07 short01 | 7
      short-hair bangs            | short09 short06                   | 3
      short-hair messy-hair       | short02 short17                   | 3
      short-hair curly-hair       | short03 short18                   | 4
      short-hair hair-over-eye    | long25                            | 2
      spiky-hair                  | short16                           | 3
      mohawk                      | short15 short12                   | 4
      bob                         | long01                            | 2
      bob bangs                   | long02 long21                     | 3
      bob hair-over-eye           | long20                            | 2
      bob wavy-hair               | long17 long24                     | 3
      bob wavy-hair flowers       | long18                            | 2
      bun                         | short05 long12 long11 long10      | 5
      space-buns                  | long13 long23                     | 4
      ponytail                    | long19                            | 4
      braid                       | long16                            | 4
      pigtails                    | long15 long14                     | 4
      long-hair                   | long09 long05                     | 4
      long-hair bangs             | long07                            | 2
      long-hair bangs flowers     | long08                            | 2
      bob flowers                 | long03                            | 2
      long-hair messy-hair        | long04                            | 2
      long-hair wavy-hair         | long06                            | 3
      long-hair curly-hair        | long22                            | 3
    `),
    glasses: table(`
      -                         | -                   | 70
      glasses                   | variant02 variant05 | 12
      glasses round-glasses     | variant04           | 8
      sunglasses ~hides-eyes    | variant01           | 10
    `),
    features: ({ hair }) =>
      table(
        SHORT.has(hair.words[0])
          ? '- | - | 72 \n moustache | mustache | 20 \n blush | blush | 8'
          : '- | - | 85 \n blush | blush | 15',
      ),
    eyes: table(`
      -            | variant26 variant25 variant24 variant03 variant02 variant01 variant23 | 7
      wink         | variant22 variant21                                                   | 2
      closed-eyes  | variant19 variant20                                                   | 2
    `),
    eyebrows: table(`
      -              | variant10 variant03 variant13 | 8
      thick-eyebrows | variant01                     | 1
    `),
    mouth: table(`
      -            | variant09 variant10 variant04 variant21             | 2
      smile        | variant29                                           | 3
      laugh        | variant25 variant26 variant01 variant27 variant28 variant30 | 5
      grin         | variant22 variant23 variant05                       | 3
      open-mouth   | variant15                                           | 2
      tongue-out   | variant16 variant12                                 | 2
      sad          | variant14                                           | 2
    `),
  },
};
