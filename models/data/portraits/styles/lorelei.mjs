import { table } from '../table.mjs';

const SHORT = new Set(['short-hair', 'buzz-cut', 'bald', 'mohawk']);
const BEARD = table(`
  -                   | -                   | 75
  beard ~hides-mouth  | variant01 variant02 | 25
`);

/** CC0 1.0, by Lisa Wischofsky. Enlarged: at its own scale the face has 14 pixels. Earrings and freckles do not show. */
export default {
  id: 'lorelei',
  weight: 1,
  colours: { skin: ['skinColor'], hair: ['hairColor'] },
  options: { scale: 120, translateY: 6, earringsProbability: 0, frecklesProbability: 0 },
  parts: {
    hair: table(`
      bald ~uncoloured          | variant34                                               | 3
      buzz-cut                  | variant47 variant28                                     | 4
      short-hair                | variant43 variant12 variant11 variant06 variant02 variant01 | 7
      short-hair quiff          | variant22 variant08 variant03 variant04                 | 5
      short-hair curly-hair     | variant39 variant44 variant09 variant05                 | 5
      short-hair messy-hair     | variant20                                               | 3
      mohawk spiky-hair         | variant27                                               | 4
      bob                       | variant41 variant21 variant13                           | 4
      bob bangs                 | variant23 variant19 variant16                           | 4
      bob hair-over-eye         | variant40                                               | 2
      bob wavy-hair             | variant37 variant32 variant18                           | 3
      bun                       | variant46 variant45 variant38                           | 5
      space-buns                | variant26                                               | 4
      ponytail                  | variant36 variant33 variant31                           | 6
      mullet                    | variant30 variant17 variant10                           | 4
      long-hair wavy-hair       | variant35                                               | 4
      long-hair curly-hair      | variant24                                               | 4
      long-hair straight-hair   | variant15                                               | 4
    `),
    beard: ({ hair }) => (SHORT.has(hair.words[0]) ? BEARD : table('- | -')),
    glasses: table(`
      -                         | -                             | 68
      glasses round-glasses     | variant01                     | 12
      glasses                   | variant03 variant04 variant05 | 10
      sunglasses ~hides-eyes    | variant02                     | 10
    `),
    hairAccessories: ({ hair }) => table(SHORT.has(hair.words[0]) ? '- | -' : '- | - | 80 \n flowers | flowers | 20'),
    mouth: table(`
      -                         | happy01 happy02 happy15 sad03 sad09   | 5
      grin                      | happy06 happy12 happy05 happy16 happy07 | 4
      open-mouth                | sad01 happy18                         | 2
    `),
    eyes: table(`
      -            | variant24 variant23 variant14 variant10 variant09 variant02 variant04 | 7
      closed-eyes  | variant19 variant22 variant01                                         | 2
    `),
    eyebrows: table('- | variant13 variant11 variant10 variant07'),
  },
};
