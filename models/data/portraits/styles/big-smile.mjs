import { table } from '../table.mjs';

/** CC BY 4.0, 'Custom Avatar' by Ashley Seo. */
export default {
  id: 'big-smile',
  weight: 1,
  flat: true,
  colours: { skin: ['skinColor'], hair: ['hairColor'] },
  options: {},
  parts: {
    hair: table(`
      short-hair                | shortHair       | 4
      mohawk                    | mohawk          | 3
      bob wavy-hair             | wavyBob         | 3
      bowl-cut                  | bowlCutHair     | 3
      bob curly-hair            | curlyBob        | 3
      long-hair straight-hair   | straightHair    | 4
      long-hair braid           | braids          | 4
      buzz-cut                  | shavedHead      | 3
      bun                       | bunHair froBun  | 4
      bob bangs                 | bangs           | 3
      undercut                  | halfShavedHead  | 2
      short-hair curly-hair     | curlyShortHair  | 3
    `),
    accessories: table(`
      -                         | -             | 46
      cat-ears                  | catEars       | 7
      glasses round-glasses     | glasses       | 12
      tiara                     | sailormoonCrown | 5
      clown-nose                | clownNose     | 6
      sleep-mask ~hides-eyes    | sleepMask     | 6
      sunglasses ~hides-eyes    | sunglasses    | 8
      face-mask ~hides-mouth    | faceMask      | 6
      moustache                 | mustache      | 6
    `),
    eyes: table(`
      -            | normal cheery  | 6
      wink         | winking        | 2
      closed-eyes  | sleepy         | 2
      angry        | angry          | 2
    `),
    mouth: table(`
      laugh           | openedSmile gapSmile        | 4
      grin            | teethSmile awkwardSmile     | 4
      neutral         | unimpressed                 | 3
      sad             | openSad                     | 3
      smile           | kawaii                      | 3
    `),
  },
};
