/**
 * The element that names a term of the glossary: `data-term` marks it. A term is itself a button, or the label of a
 * control, which then has the focus in its stead.
 * @param controls whether a control stands for its label
 */
export function namedTerm(target: EventTarget | null, controls = false): HTMLElement | null {
  if (!(target instanceof Element)) return null;
  const labelled = controls && (target instanceof HTMLInputElement || target instanceof HTMLSelectElement);
  const label = labelled ? [...(target.labels ?? [])].find((own) => own.dataset['term'] !== undefined) : undefined;
  return label ?? target.closest<HTMLElement>('[data-term]');
}
