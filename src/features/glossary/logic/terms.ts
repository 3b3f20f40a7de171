import type { OptionName } from '../../../contract/options.ts';

/** The parts that the list of terms has, in their order. */
export const groupIds = ['picture', 'recipe', 'levels', 'finer', 'page'] as const;
export type GroupId = (typeof groupIds)[number];

interface Entry {
  readonly group: GroupId;
  /** As it is written in formulas, where it is. */
  readonly symbol?: string;
}

/** Every term that the page explains, in the order in which the list shows them. Their words: texts/. */
export const terms = {
  xt: { group: 'picture', symbol: 'xₜ' },
  x0: { group: 'picture', symbol: 'x̂₀' },
  original: { group: 'picture', symbol: 'x₀' },
  epsilon: { group: 'picture', symbol: 'ε̂' },
  noise: { group: 'picture', symbol: 'n' },
  next: { group: 'picture', symbol: 'x next' },
  step: { group: 'picture' },
  sigma: { group: 'picture', symbol: 'σ/α' },
  alpha: { group: 'picture', symbol: 'α, σ' },
  snr: { group: 'picture', symbol: 'α²/σ²' },
  timestep: { group: 'picture', symbol: 't' },
  evaluations: { group: 'picture', symbol: 'NFE' },
  previous: { group: 'picture', symbol: 'x̂₀′' },
  second: { group: 'picture', symbol: 'x̂₀⁽²⁾' },
  corrected: { group: 'picture', symbol: 'xᶜ' },

  model: { group: 'recipe' },
  family: { group: 'recipe' },
  words: { group: 'recipe' },
  weight: { group: 'recipe' },
  negative: { group: 'recipe' },
  seed: { group: 'recipe' },
  steps: { group: 'recipe', symbol: 'N' },
  sampler: { group: 'recipe' },
  guidance: { group: 'recipe', symbol: 'w' },
  without: { group: 'recipe', symbol: 'x̂∅' },
  with: { group: 'recipe', symbol: 'x̂c' },
  morph: { group: 'recipe' },

  levels: { group: 'levels' },
  logSnr: { group: 'levels' },
  karras: { group: 'levels', symbol: 'ρ = 7' },
  exponential: { group: 'levels' },
  betaDistribution: { group: 'levels' },
  flow: { group: 'levels' },
  shift: { group: 'levels' },
  betas: { group: 'levels', symbol: 'β' },
  spacing: { group: 'levels' },
  zeroTerminalSnr: { group: 'levels' },

  eta: { group: 'finer', symbol: 'η' },
  churn: { group: 'finer' },
  variance: { group: 'finer' },
  order: { group: 'finer' },
  solver: { group: 'finer' },
  bFunction: { group: 'finer', symbol: 'B(h)' },
  rescale: { group: 'finer', symbol: 'φ' },
  interval: { group: 'finer' },
  temperature: { group: 'finer' },
  clipping: { group: 'finer' },
  truncation: { group: 'finer', symbol: 'ψ' },

  forward: { group: 'page' },
  reverse: { group: 'page' },
  difference: { group: 'page' },
  rawScale: { group: 'page' },
  recorded: { group: 'page' },
  likelihood: { group: 'page' },
  copy: { group: 'page' },
  inversion: { group: 'page' },
} as const satisfies Readonly<Record<string, Entry>>;

export type TermId = keyof typeof terms;
export const termIds = Object.keys(terms) as readonly TermId[];

/** Where each field of a recipe is explained. */
export const termOf = {
  model: 'model',
  condition: 'words',
  negative: 'negative',
  seed: 'seed',
  numSteps: 'steps',
  sampler: 'sampler',
  eta: 'eta',
  sigmas: 'levels',
  betas: 'betas',
  spacing: 'spacing',
  guidanceScale: 'guidance',
  family: 'family',
  variance: 'variance',
  sChurn: 'churn',
  solverOrder: 'order',
  solverType: 'solver',
  bFunction: 'bFunction',
  guidanceRescale: 'rescale',
  guidanceLow: 'interval',
  guidanceHigh: 'interval',
  flowShift: 'shift',
  noiseTemperature: 'temperature',
  clipping: 'clipping',
  toCondition: 'morph',
  toSeed: 'morph',
  mix: 'morph',
  zeroTerminalSnr: 'zeroTerminalSnr',
  truncation: 'truncation',
} as const satisfies Readonly<Record<OptionName, TermId>>;

/** A text as it is compared: case and accents do not count. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The terms in whose name, symbol or explanation every word of the search stands; those whose name has it come first. */
export function findTerms(
  search: string,
  words: Readonly<Record<TermId, { readonly name: string; readonly text: string }>>,
): readonly TermId[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  const has = (text: string) => wanted.every((word) => plain(text).includes(word));
  const isNamed = (id: TermId) => has(`${symbolOf(id)} ${words[id].name}`);
  const found = termIds.filter((id) => has(`${id} ${symbolOf(id)} ${words[id].name} ${words[id].text}`));
  return [...found.filter(isNamed), ...found.filter((id) => !isNamed(id))];
}

export function symbolOf(id: TermId): string {
  const entry: Entry = terms[id];
  return entry.symbol ?? '';
}

export const isTerm = (text: string | undefined): text is TermId => text !== undefined && Object.hasOwn(terms, text);
