import { table } from '../table.mjs';

const MEN = new Set(['quiff', 'mohawk', 'bald', 'turban', 'mullet']);
const BEARD = table(`
  -                   | -     | 75
  beard ~hides-mouth  | beard | 25
`);

/** CC BY 4.0, 'Avatar Illustration System' by Micah Lanier. Stubble does not show; studs neither. */
export default {
  id: 'micah',
  weight: 1.3,
  colours: { skin: ['baseColor'], hair: ['hairColor', 'facialHairColor'], clothes: ['shirtColor'] },
  options: { glassesColor: ['000000'], earringColor: ['f4d150'] },
  parts: {
    hair: table(`
      quiff short-hair        | fonze         | 5
      mohawk                  | mrT           | 4
      bald ~uncoloured        | mrClean       | 4
      mullet                  | dannyPhantom  | 4
      long-hair wavy-hair     | full          | 5
      turban ~cloth           | turban        | 3
      bob                     | pixie         | 5
    `),
    earrings: ({ hair }) => table(MEN.has(hair.words[0]) ? '- | - | 82 \n earrings | hoop | 18' : '- | -'),
    facialHair: ({ hair }) => (MEN.has(hair.words[0]) ? BEARD : table('- | -')),
    glasses: table(`
      -                         | -       | 70
      glasses round-glasses     | round   | 15
      glasses square-glasses    | square  | 15
    `),
    eyes: table(`
      -            | eyes round  | 4
      closed-eyes  | smiling     | 1
    `),
    mouth: table(`
      surprised open-mouth  | surprised   | 2
      laugh                 | laughing    | 3
      grin                  | nervous     | 2
      smile                 | smile smirk | 4
      sad                   | sad frown   | 3
      kiss                  | pucker      | 1
    `),
    shirt: table(`
      -               | open crew | 2
      collared-shirt  | collared  | 1
    `),
  },
};
