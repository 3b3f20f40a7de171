/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index lies within the 624 words */
const N = 624;
const M = 397;

/**
 * The 32-bit Mersenne Twister, as PyTorch's CPU generator runs it. Matsumoto and Nishimura 1998,
 * doi:10.1145/272991.272995; seeded by their init_genrand.
 */
export class MT19937 {
  private readonly state = new Uint32Array(N);
  private at = N;

  /** @param seed uint32; larger seeds are taken modulo 2^32, as PyTorch does. */
  constructor(seed: number) {
    const state = this.state;
    state[0] = seed >>> 0;
    for (let i = 1; i < N; i++) {
      const previous = state[i - 1]!;
      state[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
    }
  }

  /** The next word, uniform over uint32. */
  next(): number {
    if (this.at === N) this.twist();
    let y = this.state[this.at++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  private twist(): void {
    const state = this.state;
    for (let i = 0; i < N; i++) {
      const y = (state[i]! & 0x80000000) | (state[(i + 1) % N]! & 0x7fffffff);
      state[i] = state[(i + M) % N]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.at = 0;
  }
}
