import { expect, test } from 'vitest';
import { TorchGenerator } from '../../src/engine/rng/torch-generator.ts';
import { MT19937 } from '../../src/engine/rng/mt19937.ts';
import golden from '../golden/torch-randn.json' with { type: 'json' };

interface Call {
  readonly size: number;
  readonly at?: readonly number[];
  readonly values: readonly number[];
  readonly sum?: number;
  readonly squares?: number;
}
interface Case {
  readonly seed: number;
  readonly calls: readonly Call[];
  readonly words: readonly number[];
}
const cases: readonly Case[] = golden.cases;

/** The vectorised code of PyTorch lies within 1e-6 of ours, its scalar code within 2e-6. */
const tolerance = golden.provenance.capability === 'DEFAULT' ? 2e-6 : 1e-6;

test.each(cases.map((one) => ({ name: `${one.seed}: ${one.calls.map((call) => call.size).join(', ')}`, ...one })))(
  'randn draws what torch draws, seed $name',
  ({ seed, calls }) => {
    const generator = new TorchGenerator(seed);
    for (const call of calls) {
      const { data } = generator.randn([1, 1, 1, call.size]);
      const kept = (call.at ?? [...data.keys()]).map((index) => data[index] ?? NaN);
      expect(call.values.length).toBe(kept.length);
      call.values.forEach((value, i) => expect(Math.abs((kept[i] ?? NaN) - value)).toBeLessThanOrEqual(tolerance));
      if (call.sum === undefined || call.squares === undefined) continue;
      const within = tolerance * Math.sqrt(call.size);
      expect(Math.abs(data.reduce((sum, value) => sum + value, 0) - call.sum)).toBeLessThan(within);
      expect(Math.abs(data.reduce((sum, value) => sum + value ** 2, 0) - call.squares)).toBeLessThan(4 * within);
    }
  },
);

test('a call takes exactly the words that torch takes', () => {
  for (const { seed, calls, words } of cases) {
    const sizes = calls.map((call) => call.size);
    const mine = new MT19937(seed);
    for (let i = wordsTaken(sizes); i > 0; i--) mine.next();
    expect(
      words.map(() => mine.next()),
      `seed ${seed}: ${sizes.join(', ')}`,
    ).toEqual(words);
  }
});

/** Sixteen values and more take a word each, and sixteen for a ragged end; fewer take four words a pair. */
function wordsTaken(sizes: readonly number[]): number {
  let [words, cached] = [0, false];
  for (const size of sizes) {
    if (size >= 16) words += size % 16 === 0 ? size : size + 16;
    else {
      for (let i = 0; i < size; i++) {
        words += cached ? 0 : 4;
        cached = !cached;
      }
    }
  }
  return words;
}

test('the words are those of the reference implementation', () => {
  // mt19937ar.c seeded with 5489, the seed of std::mt19937: the 10,000th word is given in the C++ standard.
  const words = new MT19937(5489);
  for (let i = 1; i < 10_000; i++) words.next();
  expect(words.next()).toBe(4123659995);
});

test('one batch is single pictures in a row where pictures are a multiple of sixteen values', () => {
  const batch = new TorchGenerator(7).randn([3, 1, 28, 28]).data;
  const generator = new TorchGenerator(7);
  const singles = [0, 1, 2].flatMap(() => [...generator.randn([1, 1, 28, 28]).data]);
  expect([...batch]).toEqual(singles);
});

test.each([-1, 1.5, 2 ** 32, NaN])('seed %s is refused by name', (seed) => {
  expect(() => new TorchGenerator(seed)).toThrow(/^seed: a whole number from 0 to 4294967295/);
});
