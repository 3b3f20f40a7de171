import { expect, test } from 'vitest';
import type { Denoiser } from '../../../src/engine/diffusion/denoiser.ts';
import { gaussianDenoiser, idealDenoiser } from '../../../src/engine/diffusion/ideal.ts';
import { run } from '../../../src/engine/diffusion/run.ts';
import type { RunOptions } from '../../../src/engine/diffusion/run.ts';
import { samplerIds, samplers } from '../../../src/engine/diffusion/samplers/index.ts';
import type { SamplerId } from '../../../src/engine/diffusion/samplers/index.ts';
import { TorchGenerator } from '../../../src/engine/rng/torch-generator.ts';
import { at, framesOf } from './frames.ts';
import { largestDifference } from '../../../src/engine/largest-error.ts';

const gaussian = gaussianDenoiser(0, 0.5);
const usual: RunOptions = {
  sampler: 'heun',
  numSteps: 6,
  sigmas: 'karras',
  betas: 'linear',
  spacing: 'leading',
  shape: [1, 1, 5, 5],
  seed: 42,
  condition: Float32Array.of(1, 0),
  guidanceScale: 1,
  eta: 0.5,
};

/** The usual run, on the first schedule that a sampler accepts. */
function optionsOf(sampler: SamplerId): RunOptions {
  return { ...usual, sampler, sigmas: samplers[sampler].schedules?.[0] ?? usual.sigmas };
}

test.each(samplerIds)('%s: same seed, same bits; another seed, another picture', async (sampler) => {
  const bits = async (seed: number) =>
    (await framesOf(run({ ...optionsOf(sampler), seed }, gaussian))).map(({ x }) => [...x.data]);
  const first = await bits(42);
  expect(await bits(42)).toEqual(first);
  expect(await bits(43)).not.toEqual(first);
});

test('frame 0 is the noise of the seed at the first level, the last frame the finished picture', async () => {
  const frames = await framesOf(run(usual, gaussian));
  const noise = new TorchGenerator(42).randn(usual.shape).data;
  expect([...at(frames, 0).x.data]).toEqual([...noise.map((value) => value * 40)]);
  expect(frames.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(frames.every(({ numSteps }) => numSteps === 6)).toBe(true);
  const last = at(frames, 6);
  expect(last).toMatchObject({ step: null, t: null, level: { alpha: 1, sigma: 0 } });
  expect([...last.x0.data]).toEqual([...last.x.data]);
});

test('timesteps are given where levels come from betas, and only there', async () => {
  const times = async (sigmas: RunOptions['sigmas']) =>
    (await framesOf(run({ ...usual, sampler: 'ddim', numSteps: 4, sigmas }, gaussian))).map(({ t }) => t);
  expect(await times('betas')).toEqual([750, 500, 250, 0, null]);
  expect(await times('karras')).toEqual([null, null, null, null, null]);
});

test('frames own their arrays: taking them away changes nothing', async () => {
  for (const sampler of samplerIds) {
    const change: RunOptions = { ...optionsOf(sampler), guidanceScale: 3 };
    const kept = (await framesOf(run(change, gaussian))).map(({ x }) => [...x.data]);
    const seen: number[][] = [];
    for await (const { x, x0, parts } of run(change, gaussian)) {
      seen.push([...x.data]);
      const buffers = [x, x0, parts?.unconditional, parts?.conditional].flatMap((one) =>
        one ? [one.data.buffer] : [],
      );
      expect(new Set(buffers).size).toBe(buffers.length);
      structuredClone(x, { transfer: buffers });
    }
    expect(seen).toEqual(kept);
  }
});

test('guidance makes two evaluations of each and keeps their estimates; scale 1 makes one', async () => {
  for (const sampler of samplerIds) {
    const guided = await framesOf(run({ ...optionsOf(sampler), guidanceScale: 2 }, gaussian));
    const plain = await framesOf(run({ ...optionsOf(sampler) }, gaussian));
    expect(at(guided, -1).nfe).toBe(2 * samplers[sampler].evaluations(6));
    expect(at(plain, -1).nfe).toBe(samplers[sampler].evaluations(6));
    expect(guided.slice(0, -1).every(({ parts }) => parts !== undefined)).toBe(true);
    expect(plain.some((frame) => 'parts' in frame)).toBe(false);
    expect(at(guided, 0).nfe).toBe(2 * at(plain, 0).nfe);
  }
});

test('a frame comes as soon as its step is done, and return() stops between two steps', async () => {
  let asked = 0;
  const counting: Denoiser = (...call) => (asked++, gaussian(...call));
  const frames = run({ ...usual, sampler: 'euler', numSteps: 100 }, counting);
  await frames.next();
  expect(asked).toBe(1);
  await frames.next();
  expect(asked).toBe(2);
  expect(await frames.return()).toEqual({ done: true, value: undefined });
  expect(await frames.next()).toEqual({ done: true, value: undefined });
  expect(asked).toBe(2);
});

test('the ideal denoiser leads every sampler to one of its pictures', async () => {
  const generator = new TorchGenerator(9);
  const pictures = Array.from({ length: 5 }, () => generator.randn(usual.shape).data);
  for (const sampler of samplerIds) {
    const { x } = at(await framesOf(run({ ...optionsOf(sampler), numSteps: 30 }, idealDenoiser(pictures))), -1);
    const nearest = Math.min(...pictures.map((y) => largestDifference(y, x.data)));
    expect(nearest, sampler).toBeLessThan(0.03);
  }
});

test.each([
  [{ eta: 1.5 }, /^eta: 0 to 1, got 1.5/],
  [{ eta: NaN }, /^eta: /],
  [{ seed: -1 }, /^seed: /],
  [{ numSteps: 0 }, /^numSteps: /],
  [{ guidanceScale: Infinity }, /^guidanceScale: a finite number/],
])('%o is refused by name before the model is asked', async (change, message) => {
  const never: Denoiser = () => Promise.reject(new Error('asked'));
  await expect(run({ ...usual, ...change }, never).next()).rejects.toThrow(message);
});

test('what the denoiser throws reaches the reader', async () => {
  const broken: Denoiser = () => Promise.reject(new Error('device lost'));
  await expect(framesOf(run(usual, broken))).rejects.toThrow('device lost');
});
