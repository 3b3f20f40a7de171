/** A place in the window, in CSS pixels; a DOMRect is one. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Box, 'width' | 'height'>;
export type Side = 'above' | 'below' | 'left' | 'right';

/**
 * Where something of a size goes beside an anchor: at the first of the sides that has room for it inside of the window.
 * It never covers the anchor. @returns null where no side has room
 */
export function placeBeside(anchor: Box, size: Size, window: Size, sides: readonly Side[], gap = 8): Box | null {
  const { left, top, width, height } = anchor;
  /** Along the anchor's edge, and kept inside of the window. */
  const along = (start: number, length: number, room: number) => Math.max(gap, Math.min(start, room - gap - length));
  const placeAt: Record<Side, () => Pick<Box, 'left' | 'top'>> = {
    above: () => ({ left: along(left, size.width, window.width), top: top - gap - size.height }),
    below: () => ({ left: along(left, size.width, window.width), top: top + height + gap }),
    left: () => ({ left: left - gap - size.width, top: along(top, size.height, window.height) }),
    right: () => ({ left: left + width + gap, top: along(top, size.height, window.height) }),
  };
  for (const side of sides) {
    const place = placeAt[side]();
    const fits =
      place.left >= 0 &&
      place.top >= 0 &&
      place.left + size.width <= window.width &&
      place.top + size.height <= window.height;
    if (fits) return { ...place, ...size };
  }
  return null;
}
