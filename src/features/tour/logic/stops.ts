import type { Recipe } from '../../../contract/recipe.ts';

/** What a stop looks at, to see whether its one thing was done. */
export interface Glance {
  readonly index: number;
  readonly playing: boolean;
  readonly recipe: Recipe;
  /** What was last opened by a button that says so: `data-opens`. */
  readonly opened: string | null;
}

export const stopIds = ['noise', 'step', 'estimate', 'guidance', 'seed', 'sampler', 'levels', 'copy'] as const;
export type StopId = (typeof stopIds)[number];

export interface Stop {
  readonly id: StopId;
  /** A selector of what it is about: the card beside it never covers that. */
  readonly about: string;
  /** A selector of what has the focus for who goes there by keyboard, within that. */
  readonly acts: string;
  /** Whether the thing was done since the visitor came to this stop. */
  done(before: Glance, now: Glance): boolean;
}

const differ = (before: Glance, now: Glance, ...names: readonly (keyof Recipe)[]) =>
  names.some((name) => before.recipe[name] !== now.recipe[name]);

/** A control by its term in the glossary, with its label. */
const control = (term: string) => `:has(> label[data-term='${term}'])`;

/** The stops of the tour, in the order in which a picture comes about. */
export const stops: readonly Stop[] = [
  {
    id: 'noise',
    about: '[data-shows~="xt"]',
    acts: '[data-shows~="xt"]',
    done: (_before, now) => now.index === 0 && !now.playing,
  },
  {
    id: 'step',
    about: '[data-shows~="step"]',
    acts: '[data-shows~="step"]',
    done: (before, now) => now.index !== before.index && !now.playing,
  },
  {
    id: 'estimate',
    about: '[data-shows~="x0"]',
    acts: '[data-shows~="x0"]',
    done: (_before, now) => now.playing,
  },
  {
    id: 'guidance',
    about: control('guidance'),
    acts: 'input',
    done: (before, now) => differ(before, now, 'guidanceScale'),
  },
  { id: 'seed', about: control('seed'), acts: 'input', done: (before, now) => differ(before, now, 'seed') },
  {
    id: 'sampler',
    about: `${control('steps')}, ${control('sampler')}`,
    acts: 'input, select',
    done: (before, now) => differ(before, now, 'sampler', 'numSteps'),
  },
  {
    id: 'levels',
    about: `${control('levels')}, [data-shows~="levels"]`,
    acts: 'select',
    done: (before, now) => differ(before, now, 'sigmas', 'betas', 'spacing'),
  },
  {
    id: 'copy',
    about: '[data-shows~="step"]',
    acts: '[data-opens="nearest"], [data-shows~="step"]',
    done: (before, now) => now.opened === 'nearest' && before.opened !== 'nearest',
  },
];
