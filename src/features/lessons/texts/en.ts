import type { LessonId } from '../logic/lessons.ts';

/** The prepared states: what each is about, and what to look at. */
export const texts = {
  lessonNames: {
    noiseToPicture: {
      title: 'From noise to picture',
      look: 'Step through the columns: at which step can you say what it will be, in the right picture and in the left one?',
    },
    sameNoise: {
      title: 'The same noise, another digit',
      look: 'Choose other digits without rolling the seed: slant and stroke stay, since they come from the noise.',
    },
    guidance: {
      title: 'Too much guidance',
      look: 'Move guidance from 5 down to 1: colours calm down, and at 1 the words have little say.',
    },
    fewSteps: {
      title: 'Four steps',
      look: 'DDIM draws a blur in four steps; choose DPM++ 2M, and compare at the same cost.',
    },
    freshNoise: {
      title: 'Fresh noise on the way',
      look: 'Change the steps by one: this sampler draws another picture; choose DDIM, and it stays the same.',
    },
    noiseLevels: {
      title: 'Where the steps are spent',
      look: 'In the chart most steps lie at little noise; choose the levels even in log SNR, and see the line straighten.',
    },
    negative: {
      title: 'What to stay away from',
      look: 'Take “black hair” away from what is not wanted, and see what the network draws where nothing is said.',
    },
    morph: {
      title: 'Between two pictures',
      look: 'Move the slider of the morph from 0 to 1: words and noise are mixed, so each picture between is drawn, not blended.',
    },
  } satisfies Record<LessonId, { title: string; look: string }>,
};

export type Texts = typeof texts;
