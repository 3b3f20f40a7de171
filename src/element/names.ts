/**
 * Attributes that say a field of the recipe, by the names of links. The table of fields (contract/options.ts) is too large
 * for a page on which nothing has been seen yet; a test holds both together.
 */
export const recipeNames = [
  'model',
  'condition',
  'not',
  'seed',
  'steps',
  'sampler',
  'eta',
  'sigmas',
  'betas',
  'spacing',
  'guidance',
  'variance',
  'sChurn',
  'solverOrder',
  'solverType',
  'bFunction',
  'guidanceRescale',
  'guidanceLow',
  'guidanceHigh',
  'flowShift',
  'noiseTemperature',
  'clipping',
  'toCondition',
  'toSeed',
  'mix',
  'zeroTerminalSnr',
] as const;

/** Attributes that say how the widget looks and behaves. */
const settingNames = [
  'recipe',
  'prompt',
  'label',
  'controls',
  'autoplay',
  'loop',
  'loading',
  'reveal',
  'poster',
  'theme',
  'backend',
  'src',
] as const;

export const names = [...recipeNames, ...settingNames];
export type Name = (typeof names)[number];

/** Which of them are there or not, and hold no text. */
export const flags: readonly Name[] = ['autoplay', 'loop', 'zeroTerminalSnr'];

/** Which of them say something where they are empty; templates leave the others so when they have nothing to say. */
const sayWithNothing: readonly Name[] = [...flags, 'condition'];

/** As HTML writes a name, which knows no capitals: `s-churn`. */
export const attributeOf = (name: Name): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What an element's attributes say; what is not there is left out. */
export type Attributes = Readonly<Partial<Record<Name, string>>>;

export function attributesOf(element: Element): Attributes {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = element.getAttribute(attributeOf(name));
      return value === null || (value === '' && !sayWithNothing.includes(name)) ? [] : [[name, value]];
    }),
  );
}
