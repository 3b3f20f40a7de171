import type { Family } from './family.ts';

/** One evaluation from noise to picture. Every recipe within the bounds of its options can be run. */
export const gan: Family = {
  options: ['model', 'condition', 'seed', 'family', 'toCondition', 'toSeed', 'mix', 'truncation'],
  numSteps: () => 0,
  fitted: (recipe) => recipe,
  refusalOf: () => null,
  warningsOf: () => Promise.resolve([]),
};
