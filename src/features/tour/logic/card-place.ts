import { placeBeside, type Box } from '../../../kit/place-beside.ts';

/** The smallest box around some others. */
export function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  return { left, top, width: right - left, height: bottom - top };
}

const overlap = (a: Box, b: Box) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

/**
 * Where the card goes: beside what it is about, or where there is no room beside it, at the window's lower edge.
 * @param boxes of what it is about; none of them is covered
 * @param lift by how much the page must be scrolled for what it is about to stand above a card at the lower edge
 */
export function placeCard(
  boxes: readonly Box[],
  card: Pick<Box, 'width' | 'height'>,
  window: Pick<Box, 'width' | 'height'>,
): { readonly left: number; readonly top: number; readonly lift: number } {
  const gap = 8;
  const inside = boxes.every(({ top, height }) => top >= 0 && top + height <= window.height);
  const candidates = inside && boxes.length > 0 ? [around(boxes), ...boxes] : [];
  for (const box of candidates) {
    for (const side of ['right', 'left', 'above', 'below'] as const) {
      const place = placeBeside(box, card, window, [side], 12);
      if (place !== null && !boxes.some((other) => overlap(place, other))) return { ...place, lift: 0 };
    }
  }
  const top = window.height - gap - card.height;
  const left = Math.max(gap, (window.width - card.width) / 2);
  if (boxes.length === 0) return { left, top, lift: 0 };
  const box = around(boxes);
  // Down to where it ends above the card, but never past its own beginning.
  const lift = Math.min(box.top - gap, box.top + box.height - (top - gap));
  return { left, top, lift: Math.max(0, lift) };
}
