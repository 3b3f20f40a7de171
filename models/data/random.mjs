/** Random numbers with a seed: mulberry32 (Tommy Ettinger, public domain), 32 bits of state. */
const STEP = 0x6d2b79f5;

export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
    this.drawn = 0;
  }

  /** As if so many numbers had been drawn. */
  skip(count) {
    this.state = (this.state + Math.imul(STEP, count)) >>> 0;
    this.drawn += count;
  }

  /** Uniform in [0, 1). */
  next() {
    this.skip(1);
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  pick(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  /** list: [{weight, ...}] -> one of them, by weight. */
  weighted(list) {
    let left = this.next() * list.reduce((sum, item) => sum + item.weight, 0);
    return list.find((item) => (left -= item.weight) < 0) ?? list.at(-1);
  }
}
