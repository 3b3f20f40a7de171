import { Failure } from './failure.ts';
import { editDistance } from './spelling.ts';

/** Names that a message holds at most: it is read beside a picture, and a list of everything says nothing. */
const mostNames = 8;

/** Letters of what was given that a message repeats. */
const mostLetters = 40;

/** Slips of the finger up to which a name may be the one that was meant. */
const slips = 3;

/** A field of a recipe that cannot be as it was given. @param accepted in symbols that need no translation */
export function refusal(field: string, value: unknown, accepted: string, options?: ErrorOptions): Failure {
  return new Failure('recipe-invalid', { field, value: shortened(String(value)), accepted }, options);
}

/** A name that is none of those there are: the message says the nearest, or some of them and how many there are. */
export function refusedName(field: string, name: string, names: readonly string[]): Failure {
  return refusal(field, name, acceptedNames(name, names));
}

function acceptedNames(name: string, names: readonly string[]): string {
  if (names.length <= mostNames) return names.join(', ');
  const typed = name.slice(0, mostLetters).toLowerCase();
  const near = names
    .map((known) => ({ known, distance: editDistance(typed, known, slips) }))
    .filter(({ distance }) => distance <= slips)
    .sort((a, b) => a.distance - b.distance)
    .map(({ known }) => known);
  if (near.length > 0) return near.slice(0, 3).join(', ');
  return `${names.slice(0, 3).join(', ')}, … (${names.length})`;
}

function shortened(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text;
}
