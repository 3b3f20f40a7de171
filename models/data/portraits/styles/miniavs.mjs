import { table } from '../table.mjs';

const MEN = new Set(['short-hair', 'quiff', 'balding', 'sideburns']);
const MOUSTACHE = table(`
  -                    | -                | 62
  goatee moustache     | pencilThinBeard  | 10
  moustache            | pencilThin freddy | 16
  horseshoe-moustache moustache | horshoe | 12
`);

/** CC BY 4.0, 'Free Avatar Creator' by Webpixels. */
export default {
  id: 'miniavs',
  weight: 1,
  flat: true,
  colours: { skin: ['skinColor'], hair: ['hairColor'], clothes: ['bodyColor'] },
  options: {},
  parts: {
    hair: table(`
      balding                   | slaughter balndess    | 4
      ponytail                  | ponyTail              | 4
      long-hair straight-hair   | long                  | 4
      short-hair curly-hair     | curly                 | 4
      quiff short-hair          | stylish               | 3
      short-hair sideburns      | elvis                 | 3
      short-hair                | classic01 classic02   | 4
    `),
    mustache: ({ hair }) => (MEN.has(hair.words[0]) ? MOUSTACHE : table('- | -')),
    blushes: table('- | - | 70 \n blush | default | 30'),
    glasses: table('- | - | 70 \n glasses round-glasses | normal | 30'),
    mouth: table('laugh | default'),
    eyes: table('- | normal confident happy'),
    body: table('- | tShirt golf'),
    head: table('- | normal wide thin'),
  },
};
