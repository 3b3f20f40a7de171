import { table } from '../table.mjs';

const MEN = new Set(['short-hair', 'flat-top', 'bald', 'balding', 'mohawk', 'buzz-cut', 'afro']);
const FACIAL_HAIR = table(`
  -                 | -              | 68
  beard             | beardMustache  | 12
  moustache         | pyramid walrus | 12
  goatee            | goatee         | 8
`);

/** CC BY 4.0, 'Personas by Draftbit'. Its cap is always orange and its beanie red. */
export default {
  id: 'personas',
  weight: 1.3,
  flat: true,
  colours: { skin: ['skinColor'], hair: ['hairColor'], clothes: ['clothingColor'] },
  options: {},
  parts: {
    hair: table(`
      long-hair                 | long                | 4
      undercut long-hair        | sideShave           | 3
      short-hair side-part      | shortCombover       | 4
      flat-top curly-hair       | curlyHighTop        | 3
      bob                       | bobCut              | 4
      afro curly-hair           | curly               | 4
      pigtails                  | pigtails            | 4
      bun curly-hair            | curlyBun            | 2
      buzz-cut ~uncoloured      | buzzcut             | 3
      bob bangs                 | bobBangs            | 3
      bald ~uncoloured          | bald                | 4
      balding                   | balding             | 3
      hat cap ~uncoloured       | cap                 | 4
      bun undercut              | bunUndercut         | 2
      short-hair quiff          | fade                | 3
      hat beanie ~uncoloured      | beanie              | 4
      bun                       | straightBun         | 3
      long-hair straight-hair   | extraLong           | 4
      short-hair sideburns      | shortComboverChops  | 3
      mohawk                    | mohawk              | 3
    `),
    body: table(`
      -          | squared rounded | 3
      checkered  | checkered       | 1
    `),
    eyes: table(`
      -                               | open        | 5
      closed-eyes                     | sleep happy | 2.5
      wink                            | wink        | 1.5
      glasses square-glasses          | glasses     | 2.5
      sunglasses                      | sunglasses  | 1.5
    `),
    facialHair: ({ hair }) => (MEN.has(hair.words[0]) ? FACIAL_HAIR : table('- | -')),
    mouth: table(`
      smile                 | smile smirk | 3
      sad                   | frown       | 2
      surprised open-mouth  | surprise    | 2
      pacifier              | pacifier    | 0.6
      grin                  | bigSmile    | 2
      red-lips              | lips        | 1.5
    `),
    nose: table('- | mediumRound smallRound'),
  },
};
