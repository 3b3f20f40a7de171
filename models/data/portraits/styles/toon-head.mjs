import { table } from '../table.mjs';

const BEARD = table(`
  -                 | -               | 66
  moustache         | moustacheTwirl  | 8
  beard             | fullBeard       | 10
  goatee            | chin            | 5
  goatee moustache  | chinMoustache   | 4
  beard long-beard  | longBeard       | 7
`);

/** CC BY 4.0, 'ToonHead' by Johan Melin. Smiles and frowns are three pixels wide: without words. */
export default {
  id: 'toon-head',
  weight: 1,
  flat: true,
  colours: { skin: ['skinColor'], hair: ['hairColor'], clothes: ['clothesColor'] },
  options: {},
  parts: {
    rearHair: table(`
      -                         | -                     | 50
      long-hair straight-hair   | longStraight          | 15
      long-hair wavy-hair       | longWavy              | 15
      bob                       | shoulderHigh neckHigh | 20
    `),
    hair: ({ rearHair }) =>
      table(
        rearHair.variant
          ? 'side-part | sideComed | 2 \n - | undercut | 1 \n bun | bun | 1'
          : 'short-hair side-part | sideComed \n short-hair | undercut \n spiky-hair | spiky \n bun | bun',
      ),
    beard: ({ rearHair, hair }) => (rearHair.variant || hair.variant === 'bun' ? table('- | -') : BEARD),
    clothes: table(`
      turtleneck      | turtleNeck
      jacket          | openJacket
      dress           | dress
      collared-shirt  | shirt
      t-shirt         | tShirt
    `),
    eyes: table(`
      -            | happy wide | 3
      closed-eyes  | bow humble | 1
      wink         | wink       | 1
    `),
    eyebrows: table('- | neutral happy raised'),
    mouth: table(`
      -            | smile  | 2
      laugh        | laugh  | 1
      open-mouth   | agape  | 1
    `),
  },
};
