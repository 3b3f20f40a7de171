/** The texts of the page of grids. */
export const texts = {
  title: 'Grid',
  intro:
    'Two parameters of the recipe vary, one along each edge. Each cell is a run of its own; open one to look at it.',
  columns: 'across',
  rows: 'down',
  values: { columns: 'values across', rows: 'values down' },
  valuesHint: 'Two to eight values, separated by commas. Words that belong together are joined by +',
  turn: 'Swap the edges',
  equal: 'equal evaluations',
  equalHint: 'Chooses the steps so that every cell costs about as many evaluations of the network',
  words: 'words',
  style: 'style',
  save: 'Save as PNG',
  run: 'Run',
  cells: (done: string, all: string) => `cell ${done} of ${all}`,
  running: 'Cells',
  grid: (rows: string, columns: string) => `A grid of runs: ${rows} down, ${columns} across`,
  cell: (row: string, column: string, index: string, count: string) => `${row}, ${column}: step ${index} of ${count}`,
  waiting: (row: string, column: string) => `${row}, ${column}: not there yet`,
  open: 'Open in the playground',
  cost: (ms: string, evaluations: string) => `${ms}\u00a0ms, ${evaluations}\u00a0ev.`,
  costHint: 'Milliseconds of the whole run, and evaluations of the network',
  steps: (count: string) => `${count} steps`,
  instead: (value: string) => `instead: ${value}`,
  insteadHint: 'What this cell asks for does not run together: the nearest that does is used',
  made: (model: string) => `Made by a generative model (${model}) in the Diffusion Playground`,
};

export type Texts = typeof texts;
