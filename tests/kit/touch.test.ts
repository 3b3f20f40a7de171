import { beforeEach, describe, expect, it } from 'vitest';
import { scrubbing, steady } from '../../src/kit/touch.ts';

/** An element as far as a pointer needs it. */
class Strip extends EventTarget {
  value = '20';
  getBoundingClientRect = () => ({ left: 100 });
  setPointerCapture = () => {};
  point(type: string, clientX: number, pointerType = 'touch') {
    this.dispatchEvent(Object.assign(new Event(type), { clientX, pointerType, pointerId: 1, buttons: 1 }));
  }
}

let strip: Strip;
let told: (number | string)[];
beforeEach(() => {
  strip = new Strip();
  told = [];
});

describe('a finger on a strip', () => {
  beforeEach(() => void scrubbing((pixel) => told.push(pixel))(strip as unknown as Element));

  it('that scrolls the page changes nothing', () => {
    strip.point('pointerdown', 150);
    strip.point('pointermove', 152);
    strip.point('pointercancel', 152);
    strip.point('pointermove', 300);
    expect(told).toEqual([]);
  });

  it('that taps or drags scrubs', () => {
    strip.point('pointerdown', 150);
    strip.point('pointerup', 150);
    strip.point('pointerdown', 150);
    strip.point('pointermove', 170);
    expect(told).toEqual([50, 70]);
  });

  it('is slower than a mouse, which scrubs at once', () => {
    strip.point('pointerdown', 150, 'mouse');
    expect(told).toEqual([50]);
  });
});

describe('a finger on a slider', () => {
  beforeEach(() => {
    steady(strip as unknown as HTMLInputElement);
    for (const type of ['input', 'change']) strip.addEventListener(type, () => told.push(`${type} ${strip.value}`));
  });

  /** What browsers do as soon as a finger is on the track. */
  const jump = () => {
    strip.value = '250';
    strip.dispatchEvent(new Event('input'));
  };

  it('that scrolls the page changes nothing', () => {
    strip.point('pointerdown', 150);
    jump();
    strip.point('pointercancel', 150);
    expect([told, strip.value]).toEqual([[], '20']);
  });

  it('that taps or drags counts', () => {
    strip.point('pointerdown', 150);
    jump();
    strip.point('pointerup', 150);
    strip.dispatchEvent(new Event('change'));
    expect(told).toEqual(['input 250', 'change 250']);
  });
});
