const reduced = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the visitor asked for no motion. Then nothing plays: a run ends in a contact sheet. */
class Motion {
  reduced = $state(reduced.matches);

  constructor() {
    reduced.addEventListener('change', () => (this.reduced = reduced.matches));
  }
}

export const motion = new Motion();
