import { table } from '../table.mjs';

/** CC BY 4.0, 'Fun Emoji Set' by Davis Uche. The background is the face. */
export default {
  id: 'fun-emoji',
  weight: 0.8,
  colours: {},
  options: {},
  parts: {
    eyes: table(`
      -                     | sad pissed cute plain   | 6
      wink                  | wink wink2              | 3
      tears                 | tearDrop                | 2
      tears closed-eyes     | crying                  | 2
      glasses square-glasses | glasses                | 2.5
      closed-eyes           | closed closed2 sleepClose | 3
      heart-eyes            | love                    | 2.5
      star-eyes             | stars                   | 2.5
      sunglasses            | shades                  | 2.5
    `),
    mouth: table(`
      neutral               | plain                   | 2
      smile                 | lilSmile wideSmile cute | 4
      sad                   | sad pissed              | 3
      open-mouth            | shout                   | 2
      grin                  | smileTeeth              | 2
      laugh                 | smileLol                | 2
      drool                 | drip                    | 1.5
      tongue-out            | tongueOut               | 2
      kiss heart            | kissHeart               | 2
      thermometer           | sick                    | 2
      face-mask             | faceMask                | 2
    `),
  },
};
