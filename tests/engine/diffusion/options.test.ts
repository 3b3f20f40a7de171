import { expect, test } from 'vitest';
import { exampleDenoiser } from '../../../src/engine/diffusion/conformance.ts';
import type { Denoiser } from '../../../src/engine/diffusion/denoiser.ts';
import { guided } from '../../../src/engine/diffusion/guidance.ts';
import { invert } from '../../../src/engine/diffusion/inversion.ts';
import { levelsOf, placesOf, trainingLevels } from '../../../src/engine/diffusion/levels.ts';
import { TorchGenerator } from '../../../src/engine/rng/torch-generator.ts';
import { run } from '../../../src/engine/diffusion/run.ts';
import type { RunOptions } from '../../../src/engine/diffusion/run.ts';
import { samplerIds, samplers } from '../../../src/engine/diffusion/samplers/index.ts';
import { completeOptions, samplerOptions } from '../../../src/engine/diffusion/samplers/options.ts';
import { distance } from '../../../src/engine/statistics.ts';
import { tensor } from '../../../src/engine/tensor.ts';
import type { Shape } from '../../../src/engine/tensor.ts';
import { thresholded } from '../../../src/engine/diffusion/thresholding.ts';
import golden from '../../golden/diffusers-guidance.json' with { type: 'json' };
import { at, framesOf } from './frames.ts';

const shape: Shape = [2, 3, 4, 4];
const unconditional = tensor(shape, Float32Array.from(golden.unconditional));
const conditional = tensor(shape, Float32Array.from(golden.conditional));
const one = { alpha: 1, sigma: 1 };
const some = Float32Array.of(1);
const pair: Denoiser = (_, __, condition) => Promise.resolve({ x0: condition[0] === 1 ? conditional : unconditional });

test.each(golden.rescaled)(
  'guidance rescaled by $rescale is what diffusers makes of it',
  async ({ rescale, values }) => {
    const { x0, parts } = await guided(pair, { scale: golden.scale, rescale })(unconditional, one, some);
    expect(distance(x0, tensor(shape, Float32Array.from(values)))).toBeLessThan(2e-6);
    expect(parts).toEqual({ unconditional, conditional });
  },
);

test.each(golden.thresholded)(
  'dynamic thresholding, quantile $quantile up to $max',
  async ({ values, quantile, max }) => {
    const wild = guided(pair, { scale: golden.scale });
    const { x0, parts } = await thresholded(wild, { kind: 'dynamic', quantile, max })(unconditional, one, some);
    expect(distance(x0, tensor(shape, Float32Array.from(values)))).toBeLessThan(1e-6);
    expect(parts).toEqual({ unconditional, conditional });
  },
);

test('clipping cuts off at both ends', async () => {
  const { x0 } = await thresholded(pair, { kind: 'clip', range: 0.5 })(unconditional, one, some);
  expect([...x0.data]).toEqual([...conditional.data.map((value) => Math.max(-0.5, Math.min(0.5, value)))]);
});

test('outside of its interval guidance is off and costs one evaluation', async () => {
  let asked = 0;
  const counting: Denoiser = (...call) => (asked++, pair(...call));
  const denoise = guided(counting, { scale: 3, interval: { low: 0.5, high: 5 } });
  for (const [sigma, calls] of [
    [0.4, 1],
    [0.5, 2],
    [5, 2],
    [5.1, 1],
  ] as const) {
    asked = 0;
    const { x0, parts } = await denoise(unconditional, { alpha: 2, sigma: 2 * sigma }, some);
    expect({ sigma, asked, guided: parts !== undefined }).toEqual({ sigma, asked: calls, guided: calls === 2 });
    expect(x0 === conditional).toBe(calls === 1);
  }
});

const usual: RunOptions = {
  sampler: 'euler_ancestral',
  numSteps: 8,
  sigmas: 'karras',
  betas: 'linear',
  spacing: 'leading',
  shape: [1, 1, 4, 4],
  seed: 3,
  condition: some,
  guidanceScale: 1,
};

test('noise temperature weighs the noise of the way, and the reported weight says so', async () => {
  const cold = await framesOf(run({ ...usual, noiseTemperature: 0 }, exampleDenoiser));
  const half = await framesOf(run({ ...usual, noiseTemperature: 0.5 }, exampleDenoiser));
  const whole = await framesOf(run(usual, exampleDenoiser));
  const weights = (frames: typeof whole) =>
    frames.map(({ step }) => step?.terms.find(({ symbol }) => symbol === 'noise')?.weight ?? 0);
  expect([...at(cold, 0).x.data]).toEqual([...at(whole, 0).x.data]);
  expect(weights(half)).toEqual(weights(whole).map((weight) => weight / 2));
  expect(weights(cold).every((weight) => weight === 0)).toBe(true);
  expect(distance(at(half, 1).x, at(cold, 1).x) * 2).toBeCloseTo(distance(at(whole, 1).x, at(cold, 1).x), 4);
});

test.each(samplerIds)('%s: the options it lists change its result, the others do not', async (sampler) => {
  const { options, schedules, defaults } = samplers[sampler];
  const fixed: RunOptions = {
    ...usual,
    sampler,
    numSteps: 16,
    sigmas: schedules?.[0] ?? 'log_snr',
    sChurn: defaults?.sChurn,
  };
  const pixels = async (more: Partial<RunOptions>) => [
    ...at(await framesOf(run({ ...fixed, ...more }, exampleDenoiser)), -1).x.data,
  ];
  const plain = await pixels({ sChurn: 2 });
  const changes = {
    eta: 0.5,
    variance: 'fixed_large',
    sChurn: 5,
    sTmin: 5,
    sTmax: 0.5,
    solverOrder: 3,
    solverType: 'heun',
    bFunction: 'bh1',
    follow: 'diffusers',
  } as const;
  for (const name of Object.keys(samplerOptions) as (keyof typeof changes)[]) {
    const changed = await pixels({ sChurn: 2, [name]: changes[name] });
    const differs = changed.some((value, i) => value !== plain[i]);
    expect({ name, differs }).toEqual({ name, differs: options.includes(name) });
  }
});

test.each([
  [{ eta: 2 }, /^eta: 0 to 1, got 2/],
  [{ sChurn: -1 }, /^sChurn: 0 to 100, got -1/],
  [{ variance: 'learned' }, /^variance: fixed_small or fixed_large, got learned/],
  [{ solverOrder: 4 }, /^solverOrder: 2 or 3, got 4/],
])('%o is refused by name', (given, message) => {
  expect(() => completeOptions(given as Parameters<typeof completeOptions>[0])).toThrow(message);
});

test.each([
  [{ noiseTemperature: -1 }, /^noiseTemperature: 0 or more and finite, got -1/],
  [{ guidanceScale: 2, guidanceRescale: 1.5 }, /^guidanceRescale: 0 to 1, got 1.5/],
  [{ guidanceScale: 2, guidanceInterval: { low: 2, high: 1 } }, /^guidanceInterval: 0 <= low <= high, got 2 to 1/],
  [{ thresholding: { kind: 'clip', range: 0 } } as const, /^range: above 0, got 0/],
  [{ thresholding: { kind: 'dynamic', quantile: 2, max: 1 } } as const, /^quantile: 0 to 1, got 2/],
  [{ thresholding: { kind: 'dynamic', quantile: 0.9, max: 0.5 } } as const, /^max: at least 1, got 0.5/],
])('a run with %o is refused by name', async (change, message) => {
  await expect(run({ ...usual, ...change }, exampleDenoiser).next()).rejects.toThrow(message);
});

test('inversion and DDIM undo each other, the better the more steps', async () => {
  const generator = new TorchGenerator(11);
  const pictures = [generator.randn(usual.shape).data, generator.randn(usual.shape).data];
  const picture = tensor(
    usual.shape,
    Float32Array.from(at(pictures, 0), (value, i) => 0.6 * value + 0.4 * (pictures[1]?.[i] ?? NaN)),
  );

  const lost = async (numSteps: number) => {
    const levels = { numSteps, sigmas: 'log_snr', betas: 'linear', spacing: 'leading', sigmaMax: 5 } as const;
    const inverted = at(await framesOf(invert({ ...levels, condition: some }, picture, exampleDenoiser)), -1);
    let x = inverted.x;
    // The same levels, downwards, from the noise that was found.
    const { solve } = samplers.ddim;
    const options = { ...levels, sampler: 'ddim' } as const;
    const step = solve({
      options: completeOptions({}),
      levelAt: trainingLevels(options),
      noise: () => generator.randn(usual.shape),
      denoise: async (noisy, level) => (await exampleDenoiser(noisy, level, some)).x0,
    });
    for (const place of placesOf(levelsOf(options))) ({ x } = await step(x, place));
    return distance(x, picture);
  };
  const [few, many] = [await lost(25), await lost(100)];
  expect(many).toBeLessThan(few / 2.5);
  expect(many).toBeLessThan(0.1);
});
