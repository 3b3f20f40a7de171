/** Where in a run a link leads, and how it is looked at. No part of the recipe: only a link that is shared says it. */
export interface LinkedView {
  /** null: it plays from the noise on. */
  readonly step: number | null;
  readonly forward: boolean;
  readonly raw: boolean;
}

/** The parameters that say it. */
export const viewNames: readonly string[] = ['step', 'direction', 'scale'];

/** Reads what a link says of it; whatever makes no sense is left out, since it changes nothing of the picture. */
export function parseView(query: URLSearchParams): LinkedView {
  const step = query.get('step') ?? '';
  return {
    step: /^\d{1,4}$/.test(step) ? Number(step) : null,
    forward: query.get('direction') === 'forward',
    raw: query.get('scale') === 'raw',
  };
}

/** The parameters for a view; the end of a run that plays is where a link leads anyhow. */
export function formatView({ step, forward, raw }: LinkedView, last: number): string {
  const place = step === null || (step === last && !forward) ? [] : [['step', String(step)]];
  return new URLSearchParams([
    ...place,
    ...(forward ? [['direction', 'forward']] : []),
    ...(raw ? [['scale', 'raw']] : []),
  ] as string[][]).toString();
}
