import { table } from '../table.mjs';

/** CC BY 4.0, 'Dylan! The Avatar Generator' by Natalia Spivak. */
export default {
  id: 'dylan',
  weight: 0.8,
  flat: true,
  colours: { skin: ['skinColor'], hair: ['hairColor'] },
  options: {},
  parts: {
    hair: table(`
      short-hair                | plain       | 3
      short-hair quiff          | wavy        | 3
      short-hair curly-hair     | shortCurls  | 3
      short-hair middle-part    | parting     | 3
      spiky-hair                | spiky       | 3
      bob                       | roundBob    | 3
      long-hair curly-hair      | longCurls   | 3
      bob bangs                 | bangs       | 3
      wavy-hair                 | fluffy      | 3
      flat-top                  | flatTop     | 3
      bob messy-hair            | shaggy      | 3
    `),
    mood: table(`
      smile     | happy
      angry     | angry
      neutral   | neutral
      laugh     | superHappy
      sad       | sad
      confused  | confused
    `),
    facialHair: table('- | - | 82 \n stubble | default | 18'),
  },
};
