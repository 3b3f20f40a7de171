import { expect, test } from 'vitest';
import type { Denoiser, Level } from '../../../src/engine/diffusion/denoiser.ts';
import { termSymbols } from '../../../src/engine/diffusion/frame.ts';
import { gaussianDenoiser } from '../../../src/engine/diffusion/ideal.ts';
import { levelsOf, placesOf, trainingLevels } from '../../../src/engine/diffusion/levels.ts';
import { TorchGenerator } from '../../../src/engine/rng/torch-generator.ts';
import { run } from '../../../src/engine/diffusion/run.ts';
import type { RunOptions } from '../../../src/engine/diffusion/run.ts';
import { samplerIds, samplers } from '../../../src/engine/diffusion/samplers/index.ts';
import type { SamplerId } from '../../../src/engine/diffusion/samplers/index.ts';
import { combine } from '../../../src/engine/diffusion/samplers/combine.ts';
import { epsilonOf } from '../../../src/engine/diffusion/samplers/noise.ts';
import { completeOptions } from '../../../src/engine/diffusion/samplers/options.ts';
import { betaScheduleIds, sigmaCurveIds, spacingIds } from '../../../src/engine/diffusion/schedules/index.ts';
import { moments } from '../../../src/engine/statistics.ts';
import { tensor } from '../../../src/engine/tensor.ts';
import type { Tensor } from '../../../src/engine/tensor.ts';
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

/** The usual run, on the first schedule that a sampler accepts. */
function optionsOf(sampler: SamplerId): RunOptions {
  return { ...usual, sampler, sigmas: samplers[sampler].schedules?.[0] ?? usual.sigmas };
}

/** Root mean square error of the next-to-last frame (sigma = 0.01) against the exact probability flow, at alpha = 1. */
async function flowError(sampler: SamplerId, numSteps: number): Promise<number> {
  const frames = await framesOf(run({ ...usual, sampler, numSteps, sChurn: 0 }, gaussian));
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

const onCurves = samplerIds.filter((id) => samplers[id].schedules === undefined);
const deterministic = onCurves.filter((id) => samplers[id].stochastic !== 'always');
test.each(deterministic)('%s converges with the order it claims on a Gaussian', async (sampler) => {
  const errors = await Promise.all([40, 80, 160].map((numSteps) => flowError(sampler, numSteps)));
  // Multistep solvers need some steps to get going, so the last doubling counts.
  const order = Math.log2(at(errors, 1) / at(errors, 2));
  expect(at(errors, 1)).toBeLessThan(at(errors, 0));
  expect(Math.abs(order - samplers[sampler].order), `order ${order}`).toBeLessThan(0.25);
});

const random: readonly { sampler: SamplerId; eta: number }[] = [
  ...onCurves.filter((id) => samplers[id].stochastic === 'always').map((sampler) => ({ sampler, eta: 0 })),
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
      options: completeOptions({ sChurn: 0 }),
      levelAt: trainingLevels(usual),
      denoise: async (x, level) => (await gaussian(x, level, usual.condition)).x0,
      noise: () => {
        throw new Error(`${id} drew noise`);
      },
    });
    let x = new TorchGenerator(1).randn(usual.shape);
    for (const place of placesOf(levelsOf({ ...usual, sampler: id }))) ({ x } = await step(x, place));
    expect(x.data.every(Number.isFinite)).toBe(true);
  }
});

/** Runs a sampler by hand and keeps what its symbols stand for, step by step. */
async function record(sampler: SamplerId, eta: number) {
  const generator = new TorchGenerator(5);
  const draws: Tensor[] = [];
  const estimates: Tensor[] = [];
  const step = samplers[sampler].solve({
    options: completeOptions({ eta }, samplers[sampler].defaults),
    levelAt: trainingLevels(optionsOf(sampler)),
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
  for (const place of placesOf(levelsOf(optionsOf(sampler)))) {
    const { level, next } = place;
    const made = await step(x, place);
    steps.push({ x, level, next, made, estimates: estimates.splice(0), draws: draws.splice(0) });
    x = made.x;
  }
  return steps;
}

/** What the symbols of a step stand for, where a frame shows it; UniPC's corrected x has a test of its own. */
function valuesOf(steps: Awaited<ReturnType<typeof record>>, k: number): Map<string, Tensor> {
  const values = new Map<string, Tensor>();
  const set = (symbol: string, value: Tensor | undefined) => value && values.set(symbol, value);
  for (const [back, suffix] of ['', 'Previous', 'Earlier', 'Earliest'].entries()) {
    const step = steps[k - back];
    const x0 = step?.estimates[0];
    set(`x${suffix}`, step?.x);
    set(`x0${suffix}`, x0);
    if (step && x0) set(`epsilon${suffix}`, epsilonOf(step.x, x0, step.level));
  }
  set('x0Second', steps[k]?.estimates[1]);
  set('noise', steps[k]?.draws[0]);
  return values;
}

const everyWay = samplerIds.flatMap((sampler) => [0, 0.7].map((eta) => ({ sampler, eta })));

test.each(everyWay)(
  '$sampler (eta $eta): the reported terms make the next picture, bit for bit',
  async ({ sampler, eta }) => {
    const steps = await record(sampler, eta);
    let checked = 0;
    for (const [k, { made }] of steps.entries()) {
      const symbols = made.terms.map(({ symbol }) => symbol);
      expect(new Set(symbols).size).toBe(symbols.length);
      expect(symbols.every((symbol) => termSymbols.includes(symbol))).toBe(true);
      const values = valuesOf(steps, k);
      // What cannot be seen from outside: x as its own estimate corrected it, and noise at a point inside the step.
      if (symbols.includes('xCorrected') || symbols.includes('epsilonSecond')) continue;
      const missing = tensor(usual.shape, new Float32Array(16).fill(NaN));
      const again = combine(
        ...made.terms.map(({ symbol, weight }) => [symbol, weight, values.get(symbol) ?? missing] as const),
      );
      expect([...again.x.data]).toEqual([...made.x.data]);
      checked++;
    }
    expect(checked).toBeGreaterThanOrEqual(sampler === 'unipc' ? 1 : 19);
  },
);

/** How far the weights may be from exact: LCM's boundary weights are not quite 1 together, and some are rounded to float32
 * where diffusers rounds them. */
function slackOf(sampler: SamplerId): number {
  if (sampler === 'lcm') return 1e-4;
  return ['euler_ancestral', 'dpm2_ancestral', 'deis'].includes(sampler) ? 1e-6 : 1e-9;
}

test.each(everyWay)(
  '$sampler (eta $eta): a perfect estimate of a fixed picture keeps x on its level',
  async ({ sampler, eta }) => {
    // With x = alpha x0 + sigma n and x0 known, the weights must put alpha x0 into the next picture, and noise of
    // variance sigma^2: what x and earlier estimates hold is the same n, and fresh noise is independent of it.
    const steps = await record(sampler, eta);
    for (const [k, { level, next, made }] of steps.entries()) {
      let [signal, old, fresh] = [0, 0, 0];
      for (const { symbol, weight } of made.terms) {
        const from = symbol === 'xPrevious' ? (steps[k - 1]?.level ?? level) : level;
        if (symbol === 'noise') fresh += weight;
        else if (symbol.startsWith('x0')) signal += weight;
        else if (symbol.startsWith('epsilon')) old += weight;
        else [signal, old] = [signal + weight * from.alpha, old + weight * from.sigma];
      }
      const slack = slackOf(sampler) * Math.max(1, next.sigma);
      expect(Math.abs(signal - next.alpha)).toBeLessThan(slack);
      const noise = Math.hypot(old, fresh);
      // DDPM's smaller variance is that of data without any spread, and so too small here.
      if (sampler === 'ddpm') expect(noise).toBeLessThanOrEqual(next.sigma + slack);
      else expect(Math.abs(noise - next.sigma)).toBeLessThan(slack);
    }
  },
);

const schedules = [
  ...sigmaCurveIds.map(
    (sigmas) => ({ sigmas, betas: 'linear', spacing: 'leading', many: sigmas === 'log_snr' }) as const,
  ),
  ...betaScheduleIds.flatMap((betas) =>
    spacingIds.map((spacing) => ({ sigmas: 'betas', betas, spacing, many: betas === 'linear' }) as const),
  ),
];

test.each(samplerIds)(
  '%s stays finite and counts its evaluations, 1 to 1000 steps, every schedule and spacing',
  { timeout: 60_000 },
  async (sampler) => {
    const { timestepFamily, schedules: accepted, evaluations } = samplers[sampler];
    const most = timestepFamily === 'distilled' ? 50 : 1000;
    for (const schedule of schedules) {
      if (accepted && !accepted.includes(schedule.sigmas)) continue;
      for (const numSteps of [1, 2, 3, 5, 15, 61, ...(schedule.many ? [1000] : [])]) {
        if (numSteps > most) continue;
        const options = { ...usual, ...schedule, sampler, numSteps, shape: [1, 1, 1, 3] as const };
        let [asked, frames, finite, nfe] = [0, 0, true, 0];
        const counting: Denoiser = (...call) => (asked++, gaussian(...call));
        for await (const { x, x0, step, nfe: soFar } of run(options, counting)) {
          frames++;
          nfe = soFar;
          finite &&= x.data.every(Number.isFinite) && x0.data.every(Number.isFinite);
          finite &&= step?.terms.every(({ weight }) => Number.isFinite(weight)) ?? true;
        }
        const label = `${Object.values(schedule).join(' ')} ${numSteps}`;
        const all = evaluations(numSteps);
        expect({ label, frames, finite, nfe, asked }).toEqual({
          label,
          frames: numSteps + 1,
          finite: true,
          nfe: all,
          asked: all,
        });
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
