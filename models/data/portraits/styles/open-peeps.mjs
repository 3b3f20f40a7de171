import { table } from '../table.mjs';

/** Only some heads take the hair's colour; the others are drawn in black. */
const BLACK_BEARD = table(`
  -         | -                                                                        | 75
  beard     | full full2 full3                                                         | 10
  goatee    | chin goatee1 goatee2                                                     | 6
  moustache | moustache1 moustache2 moustache3 moustache4 moustache5 moustache6        | 9
`);
const COLOURED_BEARD = table(`
  -         | -      | 88
  beard     | full4  | 12
`);
const NONE = table('- | -');
const MASCULINE = new Set([
  'short-hair',
  'buzz-cut',
  'flat-top',
  'bald',
  'balding',
  'quiff',
  'mohawk',
  'hat',
  'turban',
]);

function beard({ head, mask }) {
  if (mask.variant || !MASCULINE.has(head.words[0])) return NONE;
  return head.flags.length ? BLACK_BEARD : COLOURED_BEARD;
}

/** CC0 1.0, by Pablo Stanley. */
export default {
  id: 'open-peeps',
  weight: 1.3,
  colours: { skin: ['skinColor'], hair: ['headContrastColor'], clothes: ['clothingColor'] },
  options: {},
  parts: {
    head: table(`
      short-hair                      | grayShort short4                          | 8
      balding                         | noHair3                                   | 4
      bob bangs                       | bangs                                     | 5
      bob                             | grayMedium                                | 4
      bun                             | grayBun                                   | 5
      long-hair wavy-hair bangs       | mediumBangs2                              | 4
      mohawk                          | mohawk mohawk2                            | 5
      bald ~uncoloured                | noHair1 noHair2                           | 4
      afro curly-hair ~black          | afro                                      | 3
      bob bangs ~black                | bangs2 mediumBangs                        | 2
      bantu-knots ~black              | bantuKnots                                | 3
      bun headband ~black             | bun                                       | 4
      bun ~black                      | bun2                                      | 1
      braid ~black                    | cornrows2                                 | 2
      dreadlocks ~black               | dreads1 dreads2                           | 5
      flat-top ~black                 | flatTop flatTopLong                       | 3
      hat beanie ~uncoloured          | hatBeanie                                 | 4
      hat fedora ~uncoloured          | hatHip                                    | 4
      hijab ~uncoloured               | hijab                                     | 5
      turban ~uncoloured              | turban                                    | 3
      long-hair ~black                | long medium3                              | 2
      long-hair straight-hair ~black  | mediumStraight                            | 1
      long-hair bangs ~black          | longBangs mediumBangs3                    | 2
      long-hair curly-hair ~black     | longCurly                                 | 2
      bob ~black                      | medium1 medium2                           | 2
      quiff ~black                    | pomp                                      | 2
      short-hair ~black               | short2 short3 short5 shaved2              | 3
      messy-hair ~black               | shaved3                                   | 2
      buzz-cut ~black                 | short1                                    | 2
      short-hair curly-hair ~black    | twists                                    | 1
    `),
    mask: table(`
      -                               | -           | 92
      face-mask ~hides-mouth          | medicalMask | 5
      respirator face-mask ~hides-mouth | respirator  | 3
    `),
    facialHair: beard,
    accessories: table(`
      -                               | -                                         | 70
      glasses                         | glasses glasses2 glasses3 glasses4 glasses5 | 16
      sunglasses ~hides-eyes          | sunglasses sunglasses2                    | 10
      eyepatch                        | eyepatch                                  | 4
    `),
    face: table(`
      smile                           | smile cute cheeky                         | 8
      grin                            | smileBig lovingGrin2 smileTeethGap        | 5
      laugh                           | lovingGrin1 smileLOL                      | 4
      angry                           | angryWithFang driven rage veryAngry       | 5
      sad                             | concerned tired                           | 3
      surprised                       | awe fear                                  | 3
      closed-eyes                     | eyesClosed calm                           | 3
      neutral                         | blank serious                             | 3
      open-mouth                      | explaining                                | 2
    `),
  },
};
