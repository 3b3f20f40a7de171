import { table } from '../table.mjs';

/** CC BY 4.0, 'Face Generator' by The Visual Team. */
export default {
  id: 'big-ears',
  weight: 1,
  flat: true,
  colours: { skin: ['skinColor'], hair: ['hairColor'] },
  options: {},
  parts: {
    hair: table(`
      bob                       | long20 long19 long15 long10 long09 long08 long04 long02 long01 | 6
      long-hair                 | long18 long12 long07                  | 4
      long-hair straight-hair   | short09                               | 3
      ponytail                  | long17                                | 3
      pigtails                  | long16                                | 3
      long-hair curly-hair      | long13                                | 3
      long-hair wavy-hair       | long11                                | 3
      bob wavy-hair             | long03                                | 2
      bun                       | long06                                | 3
      space-buns                | long05                                | 3
      short-hair                | short20 short16 short14 short13 short11 short08 short05 | 6
      spiky-hair                | short19 short12 short04 short03       | 5
      spiky-hair messy-hair     | short10                               | 2
      short-hair curly-hair     | short18                               | 3
      flat-top                  | short15                               | 3
      short-hair wavy-hair      | short07 short02                       | 2
      messy-hair                | short06 short01                       | 3
    `),
    frontHair: table('- | variant12 variant10 variant06 variant02 variant07'),
    cheek: table('- | - | 75 \n blush | variant04 variant06 | 25'),
    mouth: table(`
      laugh       | variant0101 variant0102 variant0103 variant0301 variant0302 variant0303 variant0305 | 5
      grin        | variant0304 variant0204 variant0604                 | 4
      open-mouth  | variant0105                                         | 2
      sad         | variant0404 variant0504 variant0505                 | 3
      smile       | variant0701 variant0702 variant0703                 | 4
    `),
    eyes: table('- | variant15 variant14 variant20 variant13 variant09 variant24 variant26'),
  },
};
