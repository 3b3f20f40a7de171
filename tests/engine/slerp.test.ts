import { expect, test } from 'vitest';
import { gaussianDenoiser } from '../../src/engine/diffusion/ideal.ts';
import { TorchGenerator } from '../../src/engine/rng/torch-generator.ts';
import { run, type RunOptions } from '../../src/engine/diffusion/run.ts';
import { slerp } from '../../src/engine/slerp.ts';
import type { Shape, Tensor } from '../../src/engine/tensor.ts';
import { at, framesOf } from './diffusion/frames.ts';
import { largestDifference } from '../../src/engine/largest-error.ts';

const shape: Shape = [1, 3, 32, 32];
const [a, b] = [42, 7].map((seed) => new TorchGenerator(seed).randn(shape)) as [Tensor, Tensor];
const norm = ({ data }: Tensor) => Math.sqrt(data.reduce((sum, value) => sum + value * value, 0));
const farthest = (x: Tensor, y: Tensor) => largestDifference(x.data, y.data);

test('the ends of the arc are the two noises', () => {
  expect(farthest(slerp(a, b, 0), a)).toBe(0);
  expect(farthest(slerp(a, b, 1), b)).toBeLessThan(1e-6);
  expect(slerp(a, a, 0.3)).toBe(a);
});

test.each([0.1, 0.25, 0.5, 0.9])(
  'at %d of the way it is as strong as noise is, which a straight line is not',
  (share) => {
    const mixed = slerp(a, b, share);
    const [low, high] = [norm(a), norm(b)].sort((x, y) => x - y) as [number, number];
    expect(norm(mixed)).toBeGreaterThan(low * 0.999);
    expect(norm(mixed)).toBeLessThan(high * 1.001);
    expect(farthest(mixed, slerp(b, a, 1 - share))).toBeLessThan(1e-6);
  },
);

const options: RunOptions = {
  sampler: 'ddpm',
  numSteps: 5,
  sigmas: 'karras',
  betas: 'linear',
  spacing: 'leading',
  shape: [1, 1, 5, 5],
  seed: 42,
  condition: Float32Array.of(1, 0),
  guidanceScale: 1,
};
const picturesOf = async (change: Partial<RunOptions>) =>
  (await framesOf(run({ ...options, ...change }, gaussianDenoiser(0, 0.5)))).map(({ x }) => [...x.data]);

test('a morph that has not begun changes no bit, and neither does one toward itself', async () => {
  const plain = await picturesOf({});
  expect(await picturesOf({ morph: { seed: 7, share: 0 } })).toEqual(plain);
  expect(await picturesOf({ morph: { seed: 42, share: 0.6 } })).toEqual(plain);
});

test('at its end it starts from the other noise, and draws on with its own seed', async () => {
  const [own, other, morphed] = await Promise.all([
    picturesOf({}),
    picturesOf({ seed: 7 }),
    picturesOf({ morph: { seed: 7, share: 1 } }),
  ]);
  at(morphed, 0).forEach((value, i) => expect(value).toBeCloseTo(at(other, 0)[i]!, 4));
  // The noise of a step is what it adds beyond its mean; the denoiser is linear, so the difference shows in the end.
  expect(at(morphed, 5)).not.toEqual(at(other, 5));
  expect(at(morphed, 5)).not.toEqual(at(own, 5));
});

test.each([-0.1, 1.5, NaN])('a share of %d is refused', async (share) => {
  await expect(picturesOf({ morph: { seed: 7, share } })).rejects.toThrow(/^mix: 0 to 1, got /);
});
