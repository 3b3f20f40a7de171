import { expect, test } from 'vitest';
import type { Denoiser, Level } from '../../../src/engine/diffusion/denoiser.ts';
import { displayScale, noised } from '../../../src/engine/diffusion/forward.ts';
import { guided } from '../../../src/engine/diffusion/guidance.ts';
import { idealDenoiser } from '../../../src/engine/diffusion/ideal.ts';
import { fromFlow, fromPrediction, fromUnitAlpha, LevelRangeError } from '../../../src/engine/diffusion/predictions.ts';
import type { Network, Prediction } from '../../../src/engine/diffusion/predictions.ts';
import { distance, moments } from '../../../src/engine/statistics.ts';
import { tensor } from '../../../src/engine/tensor.ts';

const x0 = tensor([1, 1, 1, 4], Float32Array.of(0.5, -1, 0.25, 1));
const noise = tensor([1, 1, 1, 4], Float32Array.of(1, 0.5, -2, -0.25));
const none = new Float32Array(2);
const level: Level = { alpha: 1, sigma: 2 };
const levels: readonly Level[] = [level, { alpha: 0.6, sigma: 0.8 }, { alpha: 0.3, sigma: 0.7 }];

/** A network that knows the answer, said in the words of each prediction type. */
const answers: Record<Prediction | 'flow', (scale: number, level: Level) => (i: number) => number> = {
  epsilon: () => (i) => noise.data[i] ?? NaN,
  sample: () => (i) => x0.data[i] ?? NaN,
  v_prediction:
    (scale, { alpha, sigma }) =>
    (i) =>
      scale * (alpha * (noise.data[i] ?? NaN) - sigma * (x0.data[i] ?? NaN)),
  flow: () => (i) => (noise.data[i] ?? NaN) - (x0.data[i] ?? NaN),
};

test.each(['epsilon', 'sample', 'v_prediction'] as const)('%s is turned into x0 at every level', async (prediction) => {
  for (const level of levels) {
    const scale = 1 / Math.hypot(level.alpha, level.sigma);
    const network: Network = (x, t) => {
      expect(t).toBe(321);
      x.data.forEach((value, i) =>
        expect(value).toBeCloseTo(
          scale * (level.alpha * (x0.data[i] ?? NaN) + level.sigma * (noise.data[i] ?? NaN)),
          5,
        ),
      );
      return Promise.resolve({ ...x, data: x.data.map((_, i) => answers[prediction](scale, level)(i)) });
    };
    const found = await fromPrediction(network, prediction, () => 321)(noised(x0, noise, level), level, none);
    expect(distance(found.x0, x0)).toBeLessThan(1e-6);
  }
});

test('a flow is turned into x0 at every level', async () => {
  for (const level of levels) {
    const network: Network = (x, sigma) => {
      expect(sigma).toBeCloseTo(level.sigma / (level.alpha + level.sigma), 12);
      return Promise.resolve({ ...x, data: x.data.map((_, i) => (noise.data[i] ?? NaN) - (x0.data[i] ?? NaN)) });
    };
    const found = await fromFlow(network)(noised(x0, noise, level), level, none);
    expect(distance(found.x0, x0)).toBeLessThan(1e-6);
  }
});

test('a model of alpha = 1 is fed x / alpha and sigma / alpha', async () => {
  for (const level of levels) {
    const network: Network = (x, sigma) => {
      expect(sigma).toBeCloseTo(level.sigma / level.alpha, 12);
      return Promise.resolve({ ...x, data: x.data.map((value, i) => value - sigma * (noise.data[i] ?? NaN)) });
    };
    const denoise = fromUnitAlpha(network, { sigmaMin: 0.002, sigmaMax: 160 });
    expect(distance((await denoise(noised(x0, noise, level), level, none)).x0, x0)).toBeLessThan(1e-6);
  }
});

test.each([
  [{ alpha: 0, sigma: 1 }, Infinity],
  [{ alpha: 1, sigma: 161 }, 161],
  [{ alpha: 0.5, sigma: 100 }, 200],
  [{ alpha: 1, sigma: 0.001 }, 0.001],
])('a level out of range, %o, is refused by name', async (level, sigma) => {
  const denoise = fromUnitAlpha((x) => Promise.resolve(x), { sigmaMin: 0.002, sigmaMax: 160 });
  const refused = await denoise(x0, level, none).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(LevelRangeError);
  expect(refused).toMatchObject({ sigma, accepted: '0.002 to 160', message: `sigma: 0.002 to 160, got ${sigma}` });
});

test('the ends of a range are inside it, rounding included', async () => {
  const denoise = fromUnitAlpha((x) => Promise.resolve(x), { sigmaMin: 0.002, sigmaMax: 160 });
  for (const sigma of [0.002, 160]) {
    const level = { alpha: 1 / Math.hypot(1, sigma), sigma: sigma / Math.hypot(1, sigma) };
    await expect(denoise(x0, level, none)).resolves.toBeDefined();
  }
});

test('epsilon says nothing at alpha = 0 and is refused; v still does', async () => {
  const level = { alpha: 0, sigma: 1 };
  const network: Network = (x) => Promise.resolve({ ...x, data: x0.data.map((value) => -value) });
  await expect(fromPrediction(network, 'epsilon', () => 999)(noise, level, none)).rejects.toThrow(
    /^sigma: finite for eps/,
  );
  expect(distance((await fromPrediction(network, 'v_prediction', () => 999)(noise, level, none)).x0, x0)).toBe(0);
});

/** Says the first weight of the condition. */
const echo: Denoiser = (x, _, condition) =>
  Promise.resolve({ x0: { ...x, data: x.data.map(() => condition[0] ?? NaN) } });

test('guidance goes from the unconditional estimate past the conditional one', async () => {
  const { x0: found, parts } = await guided(echo, { scale: 3 })(x0, level, Float32Array.of(1, 0));
  expect([...found.data]).toEqual([3, 3, 3, 3]);
  expect(parts?.unconditional.data[0]).toBe(0);
  expect(parts?.conditional.data[0]).toBe(1);
});

test('a negative condition takes the place of none', async () => {
  const negative = Float32Array.of(0.5, 0);
  const { x0: found } = await guided(echo, { scale: 2, negative })(x0, level, Float32Array.of(1, 0));
  expect(found.data[0]).toBe(1.5);
});

test('scale 0 is the unconditional estimate, scale 1 the denoiser itself', async () => {
  const { x0: found } = await guided(echo, { scale: 0 })(x0, level, Float32Array.of(1, 0));
  expect(found.data[0]).toBe(0);
  expect(guided(echo, { scale: 1 })).toBe(echo);
});

test('the ideal denoiser is the weighted mean of its pictures', async () => {
  const pictures = [Float32Array.of(1, 1, 1, 1), Float32Array.of(-1, -1, -1, -1)];
  const at = (value: number) => tensor([1, 1, 1, 4], new Float32Array(4).fill(value));
  const level = { alpha: 0.5, sigma: 2 };
  // Two opposite pictures: the mean is tanh of the log-likelihood ratio's half, alpha sum(x y) / sigma^2.
  const { x0: found } = await idealDenoiser(pictures)(at(0.3), level, none);
  expect(found.data[0]).toBeCloseTo(Math.tanh((0.5 * 4 * 0.3) / 4), 6);
  const { x0: sure } = await idealDenoiser(pictures)(at(0.3), { alpha: 1, sigma: 1e-3 }, none);
  expect([...sure.data]).toEqual([1, 1, 1, 1]);
  expect(() => idealDenoiser([])).toThrow(/^pictures: at least one/);
  await expect(idealDenoiser([new Float32Array(3)])(at(0), level, none)).rejects.toThrow(
    /^pictures: 4 values each, got 3/,
  );
});

test('a batch is denoised picture by picture', async () => {
  const pictures = [Float32Array.of(1, 1), Float32Array.of(-1, 0)];
  const batch = tensor([2, 1, 1, 2], Float32Array.of(0.2, 0.3, -0.5, 0.1));
  const denoise = idealDenoiser(pictures);
  const { x0: both } = await denoise(batch, level, none);
  const second = await denoise(tensor([1, 1, 1, 2], batch.data.slice(2)), level, none);
  expect([...both.data.slice(2)]).toEqual([...second.x0.data]);
});

test('the forward process mixes picture and noise', () => {
  expect([...noised(x0, noise, { alpha: 0.5, sigma: 2 }).data]).toEqual([2.25, 0.5, -3.875, 0]);
  expect(() => noised(x0, tensor([1, 1, 1, 2]), { alpha: 1, sigma: 1 })).toThrow(
    /^noise: 4 values like the picture, got 2/,
  );
});

test('the display scale is 1 for a clean picture and sigma over sigmaData for strong noise', () => {
  expect(displayScale({ alpha: 1, sigma: 0 }, 0.7)).toBe(1);
  expect(displayScale({ alpha: 1, sigma: 1000 }, 0.5)).toBeCloseTo(2000, 2);
  expect(displayScale({ alpha: 0.6, sigma: 0.8 }, 1)).toBeCloseTo(1, 12);
});

test('moments and distance', () => {
  expect(moments(tensor([1, 1, 1, 4], Float32Array.of(1, 3, 1, 3)))).toEqual({ mean: 2, deviation: 1 });
  expect(
    distance(tensor([1, 1, 1, 2], Float32Array.of(0, 0)), tensor([1, 1, 1, 2], Float32Array.of(3, 4))),
  ).toBeCloseTo(Math.sqrt(12.5), 12);
});

test('a tensor holds what its shape says', () => {
  expect(() => tensor([1, 2, 2, 2], new Float32Array(7))).toThrow(/\[1, 2, 2, 2\] holds 8 values, got 7/);
});
