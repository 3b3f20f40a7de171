import type { Family } from './family.ts';

/** Draws another model's picture at a larger size. It has no recipe of its own: what it is given decides all. */
export const enlarger: Family = {
  options: ['model', 'family'],
  numSteps: () => 0,
  fitted: (recipe) => recipe,
  refusalOf: () => null,
  warningsOf: () => Promise.resolve([]),
};
