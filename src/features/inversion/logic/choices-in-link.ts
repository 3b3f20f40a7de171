/** How the noise that inversion found is denoised again. */
export interface Choices {
  /** What it is drawn as; null as it was. */
  readonly word: string | null;
  readonly guidance: number;
  readonly steps: number;
}

const names = { word: 'as', guidance: 'again-guidance', steps: 'again-steps' } as const;

/** Reads the choices of a link; what it does not say, or says wrongly, is as it starts. */
export function parseChoices(query: URLSearchParams, start: Choices, words: readonly string[]): Choices {
  const number = (name: string, min: number, max: number) => {
    const text = query.get(name)?.trim() ?? '';
    const value = text === '' ? NaN : Number(text);
    return value >= min && value <= max ? value : null;
  };
  const steps = number(names.steps, 1, 1000);
  const word = query.get(names.word);
  return {
    word: word !== null && words.includes(word) ? word : start.word,
    guidance: number(names.guidance, 0, 5) ?? start.guidance,
    steps: steps !== null && Number.isInteger(steps) ? steps : start.steps,
  };
}

/** A query with the choices in it where they differ from how it starts. */
export function withChoices(query: URLSearchParams, choices: Choices, start: Choices): string {
  const changed = new URLSearchParams(query);
  for (const field of ['word', 'guidance', 'steps'] as const) {
    const value = choices[field];
    if (value === null || value === start[field]) changed.delete(names[field]);
    else changed.set(names[field], String(value));
  }
  // As links are written elsewhere: nothing of a recipe needs escaping.
  return changed.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
}
