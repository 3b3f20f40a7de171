import type { StopId } from '../logic/stops.ts';

/** The tour: eight stops, each two sentences and one thing to do. */
export const texts = {
  offer: 'New here?',
  offerLabel: 'Tour',
  start: 'Take the tour',
  decline: 'No, thanks',
  where: (place: string, count: string) => `${place} of ${count}`,
  back: 'Back',
  next: 'Next',
  finish: 'Finish',
  leave: 'Leave the tour',
  goThere: 'Go there',
  toDo: 'Try it:',
  done: 'Done.',
  stopNames: {
    noise: {
      title: 'It begins with noise',
      text: 'Every picture starts as pure noise: one random number for each pixel and colour. Nothing of the picture is in it yet.',
      toDo: 'go to the first step, with Home or the first button of the playback.',
    },
    step: {
      title: 'One step',
      text: 'A step goes from the picture now a little towards the network’s estimate. The formula says how far, with the very weights that were used.',
      toDo: 'step forward, with → or the button beside Play.',
    },
    estimate: {
      title: 'The estimate',
      text: 'At every step the network guesses the whole clean picture. Out of much noise it can only guess the average of all that it may become.',
      toDo: 'press Play, and watch this picture become sharp long before the other is free of noise.',
    },
    guidance: {
      title: 'Guidance',
      text: 'The network guesses with and without the words, and guidance goes further in the direction of their difference. Much of it obeys the words and loses variety.',
      toDo: 'move the slider to 1, or all the way up, and compare.',
    },
    seed: {
      title: 'The seed',
      text: 'All noise is drawn from this number, so the same seed makes the same picture again. Another one makes another picture of the same words.',
      toDo: 'roll another seed, with the die or R.',
    },
    sampler: {
      title: 'Sampler and steps',
      text: 'The sampler is the rule of a step. Clever ones remember earlier estimates and need fewer steps.',
      toDo: 'choose fewer steps, or another sampler, and see what becomes of the picture.',
    },
    levels: {
      title: 'Noise levels',
      text: 'How the noise falls from step to step is a choice as well. Where the line is flat, many steps are spent.',
      toDo: 'choose other noise levels, and watch the line bend.',
    },
    copy: {
      title: 'Is it a copy?',
      text: 'A network that only repeats its training pictures has learned nothing. So every finished picture can be compared with all of them.',
      toDo: 'go to the last step, and ask there whether the picture is a copy.',
    },
  } satisfies Record<StopId, { title: string; text: string; toDo: string }>,
};

export type Texts = typeof texts;
