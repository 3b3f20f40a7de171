/** Pixels a pointer must move sideways before a press is a drag. */
const slack = 4;

export interface Drag {
  /** Told how far the pointer is from where it went down, in pixels. */
  readonly onmove: (distance: number) => void;
  /** Told at the end; `moved` where it was a drag and not a press. */
  readonly onend: (moved: boolean) => void;
}

/** Follows a pointer that went down on an element until it is lifted or lost. */
export function followDrag(down: PointerEvent, element: HTMLElement, { onmove, onend }: Drag): void {
  const listening = new AbortController();
  let moved = false;
  element.setPointerCapture(down.pointerId);
  const options = { signal: listening.signal };
  element.addEventListener(
    'pointermove',
    (event) => {
      const distance = event.clientX - down.clientX;
      moved ||= Math.abs(distance) > slack;
      if (moved) onmove(distance);
    },
    options,
  );
  const end = (press: boolean) => {
    listening.abort();
    if (moved || press) onend(moved);
  };
  element.addEventListener('pointerup', () => end(true), options);
  element.addEventListener('pointercancel', () => end(false), options);
}
