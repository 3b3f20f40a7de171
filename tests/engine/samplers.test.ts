import { expect, test } from 'vitest';
import type { Level } from '../../src/engine/denoiser.ts';
import { termSymbols } from '../../src/engine/frame.ts';
import { gaussianDenoiser } from '../../src/engine/ideal.ts';
import { levelsOf } from '../../src/engine/levels.ts';
import { TorchGenerator } from '../../src/engine/rng/torch-generator.ts';
import { run } from '../../src/engine/run.ts';
import type { RunOptions } from '../../src/engine/run.ts';
import { samplerIds, samplers } from '../../src/engine/samplers/index.ts';
import type { SamplerId } from '../../src/engine/samplers/index.ts';
import { combine } from '../../src/engine/samplers/combine.ts';
import { betaScheduleIds, sigmaScheduleIds, spacingIds } from '../../src/engine/schedules/index.ts';
import { moments } from '../../src/engine/statistics.ts';
import { tensor } from '../../src/engine/tensor.ts';
import type { Tensor } from '../../src/engine/tensor.ts';
import { at, framesOf } from './frames.ts';

const [mean, deviation] = [0.3, 0.5];
const gaussian = gaussianDenoiser(mean, deviation);
const usual: RunOptions = {
  sampler: 'ddim',
  numSteps: 20,
  sigmas: 'log_snr',
  betas: 'linear',
  spacing: 'leading',
  shape: [1, 1, 4, 4],
  seed: 42,
  condition: new Float32Array(2),
  guidanceScale: 1,
  eta: 0,
};

/** Root mean square error of the next-to-last frame (sigma = 0.01) against the exact probability flow, at alpha = 1. */
async function flowError(sampler: SamplerId, numSteps: number): Promise<number> {
  const frames = await framesOf(run({ ...usual, sampler, numSteps }, gaussian));
  const [first, last] = [at(frames, 0), at(frames, -2)];
  const noise = (level: Level) => level.sigma / level.alpha;
  const spread = (level: Level) => Math.hypot(deviation, noise(level));
  const shrink = spread(last.level) / spread(first.level);
  const squares = last.x.data.map((value, i) => {
    const exact = mean + ((first.x.data[i] ?? NaN) / first.level.alpha - mean) * shrink;
    return (value / last.level.alpha - exact) ** 2;
  });
  return Math.sqrt(squares.reduce((a, b) => a + b) / squares.length);
}

const deterministic = samplerIds.filter((id) => samplers[id].stochastic !== 'always');
test.each(deterministic)('%s converges with the order it claims on a Gaussian', async (sampler) => {
  const errors = await Promise.all([40, 80, 160].map((numSteps) => flowError(sampler, numSteps)));
  for (const k of [0, 1]) {
    const order = Math.log2(at(errors, k) / at(errors, k + 1));
    expect(Math.abs(order - samplers[sampler].order)).toBeLessThan(0.3);
  }
});

const random: readonly { sampler: SamplerId; eta: number }[] = [
  ...samplerIds.filter((id) => samplers[id].stochastic === 'always').map((sampler) => ({ sampler, eta: 0 })),
  { sampler: 'ddim', eta: 1 },
];
test.each(random)('$sampler (eta $eta) ends in the distribution of the data', async ({ sampler, eta }) => {
  const options: RunOptions = { ...usual, sampler, eta, numSteps: 400, shape: [1, 1, 96, 96] };
  const { x } = at(await framesOf(run(options, gaussian)), -1);
  const found = moments(x);
  expect(Math.abs(found.mean - mean)).toBeLessThan(0.02);
  expect(Math.abs(found.deviation / deviation - 1)).toBeLessThan(0.03);
});

test.each(random)('$sampler (eta $eta) draws new noise on the way', async ({ sampler, eta }) => {
  const frames = await framesOf(run({ ...usual, sampler, eta }, gaussian));
  const noisy = frames.map(({ step }) => step?.terms.some(({ symbol, weight }) => symbol === 'noise' && weight > 0));
  expect(noisy).toEqual([...Array<boolean>(19).fill(true), false, undefined]);
});

test('DDIM with eta 0 and the other deterministic samplers draw nothing after the first noise', async () => {
  for (const id of deterministic) {
    const step = samplers[id].solve({
      options: { eta: 0 },
      denoise: async (x, level) => (await gaussian(x, level, usual.condition)).x0,
      noise: () => {
        throw new Error(`${id} drew noise`);
      },
    });
    let x = new TorchGenerator(1).randn(usual.shape);
    for (const { level, next } of levelsOf({ ...usual, sampler: id })) if (next) ({ x } = await step(x, level, next));
    expect(x.data.every(Number.isFinite)).toBe(true);
  }
});

/** Runs a sampler by hand and keeps what its symbols stand for, step by step. */
async function record(sampler: SamplerId, eta: number) {
  const generator = new TorchGenerator(5);
  const draws: Tensor[] = [];
  const estimates: Tensor[] = [];
  const step = samplers[sampler].solve({
    options: { eta },
    noise: () => {
      draws.push(generator.randn(usual.shape));
      return at(draws, -1);
    },
    denoise: async (x, level) => {
      estimates.push((await gaussian(x, level, usual.condition)).x0);
      return at(estimates, -1);
    },
  });
  const steps: {
    x: Tensor;
    level: Level;
    next: Level;
    estimates: Tensor[];
    draws: Tensor[];
    made: ReturnType<typeof combine>;
  }[] = [];
  let x = generator.randn(usual.shape);
  for (const { level, next } of levelsOf({ ...usual, sampler })) {
    if (!next) break;
    const made = await step(x, level, next);
    steps.push({ x, level, next, made, estimates: estimates.splice(0), draws: draws.splice(0) });
    x = made.x;
  }
  return steps;
}

test.each(samplerIds.flatMap((sampler) => [0, 0.7].map((eta) => ({ sampler, eta }))))(
  '$sampler (eta $eta): the reported terms make the next picture, bit for bit',
  async ({ sampler, eta }) => {
    const steps = await record(sampler, eta);
    steps.forEach(({ x, estimates, draws, made }, k) => {
      const missing = tensor(usual.shape, new Float32Array(16).fill(NaN));
      const values = new Map<string, Tensor | undefined>([
        ['x', x],
        ['x0', estimates[0]],
        ['x0Second', estimates[1]],
        ['x0Previous', steps[k - 1]?.estimates[0]],
        ['noise', draws[0]],
      ]);
      const again = combine(
        ...made.terms.map(({ symbol, weight }) => [symbol, weight, values.get(symbol) ?? missing] as const),
      );
      expect([...again.x.data]).toEqual([...made.x.data]);
      expect(new Set(made.terms.map(({ symbol }) => symbol)).size).toBe(made.terms.length);
      expect(made.terms.every(({ symbol }) => termSymbols.includes(symbol))).toBe(true);
    });
  },
);

test.each(samplerIds.flatMap((sampler) => [0, 0.7].map((eta) => ({ sampler, eta }))))(
  '$sampler (eta $eta): a perfect estimate of a fixed picture keeps x on its level',
  async ({ sampler, eta }) => {
    // With x = alpha x0 + sigma n and x0 known, the weights must put alpha x0 into the next picture, and noise of
    // variance sigma^2: that of x scaled, and fresh noise, are independent.
    for (const { level, next, made } of await record(sampler, eta)) {
      const weight = (...symbols: string[]) =>
        made.terms.filter((term) => symbols.includes(term.symbol)).reduce((sum, term) => sum + term.weight, 0);
      const signal = weight('x') * level.alpha + weight('x0', 'x0Second', 'x0Previous');
      const noise = Math.hypot(weight('x') * level.sigma, weight('noise'));
      expect(Math.abs(signal - next.alpha)).toBeLessThan(1e-9);
      if (sampler !== 'ddpm') expect(Math.abs(noise - next.sigma)).toBeLessThan(1e-9);
      else expect(noise).toBeLessThanOrEqual(next.sigma + 1e-9);
    }
  },
);

test.each(samplerIds)(
  '%s stays finite and counts its evaluations for every schedule, spacing and number of steps',
  async (sampler) => {
    for (const sigmas of sigmaScheduleIds) {
      for (const betas of sigmas === 'betas' ? betaScheduleIds : (['linear'] as const)) {
        for (const spacing of sigmas === 'betas' ? spacingIds : (['leading'] as const)) {
          for (const numSteps of [1, 2, 3, 5, 20, 61, 501, 1000]) {
            const options = { ...usual, sampler, sigmas, betas, spacing, numSteps, shape: [1, 1, 1, 3] as const };
            let [asked, frames, finite] = [0, 0, true];
            let last;
            for await (const frame of run(options, (x, level, condition) => (asked++, gaussian(x, level, condition)))) {
              frames++;
              finite &&= frame.x.data.every(Number.isFinite) && frame.x0.data.every(Number.isFinite);
              finite &&= frame.step?.terms.every(({ weight }) => Number.isFinite(weight)) ?? true;
              last = frame;
            }
            const expected = samplers[sampler].evaluations(numSteps);
            const label = `${sigmas} ${betas} ${spacing} ${numSteps}`;
            expect({ label, frames, finite, nfe: last?.nfe, asked }).toEqual({
              label,
              frames: numSteps + 1,
              finite: true,
              nfe: expected,
              asked: expected,
            });
          }
        }
      }
    }
  },
);

test('every sampler cites a paper and has a label of its own', () => {
  const all = samplerIds.map((id) => samplers[id]);
  expect(new Set(all.map(({ label }) => label)).size).toBe(samplerIds.length);
  for (const { citation } of all) expect(citation.url).toMatch(/^https:\/\/arxiv\.org\/abs\/\d{4}\.\d{5}$/);
});

test('combine sums in float64 and rounds once', () => {
  const one = (value: number) => tensor([1, 1, 1, 1], Float32Array.of(value));
  const { x, terms } = combine(['x', 1, one(2 ** 24)], ['x0', 1, one(1)], ['noise', -1, one(2 ** 24)]);
  expect(x.data[0]).toBe(1);
  expect(terms).toEqual([
    { symbol: 'x', weight: 1 },
    { symbol: 'x0', weight: 1 },
    { symbol: 'noise', weight: -1 },
  ]);
  expect(() => combine()).toThrow(/at least one summand/);
});
