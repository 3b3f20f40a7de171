import { describe, expect, it } from 'vitest';
import { around, placeCard } from '../../../src/features/tour/logic/card-place.ts';
import { stopIds, stops, type Glance } from '../../../src/features/tour/logic/stops.ts';
import { texts as de } from '../../../src/features/tour/texts/de.ts';
import { texts as en } from '../../../src/features/tour/texts/en.ts';
import type { Recipe } from '../../../src/contract/recipe.ts';

const recipe = {
  model: 'digits',
  condition: [],
  negative: [],
  seed: 1,
  numSteps: 20,
  sampler: 'ddim',
  eta: 0,
  sigmas: 'log_snr',
  betas: 'linear',
  spacing: 'leading',
  guidanceScale: 2,
} satisfies Recipe;
const before: Glance = { index: 20, playing: false, recipe, opened: null };

describe('the stops', () => {
  it('are eight, in their order', () => {
    expect(stops.map(({ id }) => id)).toEqual(stopIds);
    expect(stops).toHaveLength(8);
  });

  const things: Record<(typeof stopIds)[number], Glance> = {
    noise: { ...before, index: 0 },
    step: { ...before, index: 19 },
    estimate: { ...before, playing: true },
    guidance: { ...before, recipe: { ...recipe, guidanceScale: 1 } },
    seed: { ...before, recipe: { ...recipe, seed: 2 } },
    sampler: { ...before, recipe: { ...recipe, numSteps: 5 } },
    levels: { ...before, recipe: { ...recipe, sigmas: 'karras' } },
    copy: { ...before, opened: 'nearest' },
  };
  it.each(stops)('$id notices its thing and no other', ({ id, done }) => {
    expect(done(before, before)).toBe(false);
    const noticed = stopIds.filter((other) => done(before, things[other]));
    // Going to the first step is a step as well.
    expect(noticed).toEqual(id === 'step' ? ['noise', 'step'] : [id]);
  });

  it.each(stopIds)('%s is told in two sentences and one thing to do', (id) => {
    for (const { stopNames } of [en, de]) {
      expect(stopNames[id].text.match(/[.!?](?= |$)/g)).toHaveLength(2);
      expect(stopNames[id].toDo).toMatch(/^[^.]+\.$/);
    }
  });
});

describe('the card', () => {
  const card = { width: 300, height: 190 };
  const wide = { width: 1440, height: 900 };
  const phone = { width: 360, height: 740 };

  it.each([
    ['a picture on the left', [{ left: 100, top: 150, width: 370, height: 400 }], wide],
    ['a picture in the middle', [{ left: 490, top: 150, width: 370, height: 400 }], wide],
    ['a control at the right edge', [{ left: 1180, top: 200, width: 220, height: 40 }], wide],
    ['what closes the screen', [{ left: 50, top: 760, width: 1340, height: 130 }], wide],
    [
      'two things far apart',
      [
        { left: 1180, top: 300, width: 220, height: 60 },
        { left: 50, top: 590, width: 360, height: 150 },
      ],
      wide,
    ],
  ])('covers nothing of %s', (_name, boxes, window) => {
    const { left, top, lift } = placeCard(boxes, card, window);
    expect(lift).toBe(0);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(left + card.width).toBeLessThanOrEqual(window.width);
    expect(top + card.height).toBeLessThanOrEqual(window.height);
    for (const box of boxes) {
      const apart =
        left >= box.left + box.width ||
        left + card.width <= box.left ||
        top >= box.top + box.height ||
        top + card.height <= box.top;
      expect(apart).toBe(true);
    }
  });

  it.each([200, 420, 600, 700])(
    'on a phone leaves what begins at %d px to be seen, which the page lifts where it must',
    (start) => {
      const box = { left: 12, top: start, width: 336, height: 300 };
      const size = { width: 344, height: 210 };
      const { top, lift } = placeCard([box], size, phone);
      expect(box.top - lift).toBeGreaterThanOrEqual(0);
      expect(box.top - lift + box.height).toBeLessThanOrEqual(phone.height);
      expect(box.top - lift + box.height <= top || top + size.height <= box.top - lift).toBe(true);
    },
  );

  it('around boxes is the smallest that holds them', () => {
    const boxes = [
      { left: 10, top: 20, width: 5, height: 5 },
      { left: 0, top: 40, width: 2, height: 10 },
    ];
    expect(around(boxes)).toEqual({ left: 0, top: 20, width: 15, height: 30 });
  });
});
