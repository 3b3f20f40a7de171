/** Pixels that a finger must go sideways before it drags: until then it may be about to scroll the page. */
const slack = 6;

/** Follows one finger from where it goes down until it drags, taps, or is taken for scrolling. */
function follow(
  down: PointerEvent,
  told: {
    readonly ondrag?: (event: PointerEvent) => void;
    readonly onend: (kept: boolean, event: PointerEvent) => void;
  },
) {
  const listening = new AbortController();
  const { signal } = listening;
  const element = down.currentTarget as Element;
  let dragging = false;
  element.addEventListener(
    'pointermove',
    (event) => {
      const { clientX } = event as PointerEvent;
      dragging ||= Math.abs(clientX - down.clientX) > slack;
      if (dragging) told.ondrag?.(event as PointerEvent);
    },
    { signal },
  );
  const end = (kept: boolean) => (event: Event) => {
    listening.abort();
    told.onend(kept, event as PointerEvent);
  };
  element.addEventListener('pointerup', end(true), { signal });
  // The browser scrolls: what the finger did on its way there is no choice.
  element.addEventListener('pointercancel', end(false), { signal });
}

/** Attached to a strip: told where it is pressed or dragged, in pixels from its start. Scrolling that begins on it is not. */
export function scrubbing(onscrub: (pixel: number) => void): (element: Element) => () => void {
  return (element) => {
    const scrub = ({ clientX }: PointerEvent) => onscrub(clientX - element.getBoundingClientRect().left);
    const listening = new AbortController();
    const { signal } = listening;
    element.addEventListener(
      'pointerdown',
      (event) => {
        const down = event as PointerEvent;
        if (down.pointerType === 'touch') {
          follow(down, { ondrag: scrub, onend: (kept, up) => kept && scrub(up) });
        } else if (down.buttons % 2 === 1) {
          element.setPointerCapture(down.pointerId);
          scrub(down);
        }
      },
      { signal },
    );
    element.addEventListener(
      'pointermove',
      (event) => {
        const moved = event as PointerEvent;
        if (moved.pointerType !== 'touch' && moved.buttons % 2 === 1) scrub(moved);
      },
      { signal },
    );
    return () => listening.abort();
  };
}

/** Attached to a native slider: what a finger changes counts once it drags or taps, and is undone where it scrolls. */
export function steady(input: HTMLInputElement): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  /** While a finger is undecided: the value before it. */
  let before: string | null = null;
  const decide = () => {
    if (before === null) return;
    const changed = input.value !== before;
    before = null;
    if (changed) input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  input.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType !== 'touch') return;
      before = input.value;
      follow(event, {
        ondrag: decide,
        onend: (kept) => {
          if (kept) decide();
          else if (before !== null) {
            input.value = before;
            before = null;
          }
        },
      });
    },
    { signal },
  );
  for (const name of ['input', 'change']) {
    input.addEventListener(name, (event) => before !== null && event.stopImmediatePropagation(), {
      capture: true,
      signal,
    });
  }
  return () => listening.abort();
}
