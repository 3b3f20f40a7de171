import { describe, expect, it } from 'vitest';
import type { Denoiser } from '../../../src/engine/diffusion/denoiser.ts';
import { gaussianDenoiser } from '../../../src/engine/diffusion/ideal.ts';
import { dequantised, evaluationsOf, likelihood } from '../../../src/engine/diffusion/likelihood.ts';
import type { Likelihood, LikelihoodOptions } from '../../../src/engine/diffusion/likelihood.ts';
import { MT19937 } from '../../../src/engine/rng/mt19937.ts';
import { TorchGenerator } from '../../../src/engine/rng/torch-generator.ts';
import { tensor } from '../../../src/engine/tensor.ts';
import type { Shape, Tensor } from '../../../src/engine/tensor.ts';

const shape: Shape = [1, 1, 28, 28];
const d = 784;
const range = { sigmaMin: 0.01, sigmaMax: 80 };
const options: LikelihoodOptions = {
  condition: new Float32Array(0),
  range,
  sigmaData: 0.5,
  numSteps: 40,
  numProbes: 1,
};

async function bitsOf(picture: Tensor, denoiser: Denoiser, changed: Partial<LikelihoodOptions> = {}, seed = 5) {
  let result: Likelihood | null = null;
  for await (const progress of likelihood(picture, denoiser, { ...options, ...changed }, new MT19937(seed))) {
    ({ result } = progress);
  }
  return result!;
}

/** Bits per dimension from a density's logarithm, at 256 levels on [-1, 1]. */
const toBits = (logDensity: number, dimensions = d) => -logDensity / (dimensions * Math.LN2) + Math.log2(127.5);

/** Three Gaussians of one deviation: everything about them is known. */
function mixtureOf(edge: number) {
  const shape: Shape = [1, 1, edge, edge];
  const [deviation, count] = [0.3, edge ** 2];
  const means = [1, 2, 3].map((seed) => new TorchGenerator(seed).randn(shape).data.map((value) => 0.4 * value));
  const logTerms = (x: Float32Array, sigma: number) => {
    const variance = deviation ** 2 + sigma ** 2;
    return means.map(
      (mean) =>
        -x.reduce((sum, value, i) => sum + (value - mean[i]!) ** 2, 0) / (2 * variance) -
        (count / 2) * Math.log(2 * Math.PI * variance) -
        Math.log(means.length),
    );
  };
  const logDensity = (x: Float32Array, sigma: number) => logSumExp(logTerms(x, sigma));
  const mixture: Denoiser = async (x, { sigma }) => {
    const terms = logTerms(x.data, sigma);
    const total = logSumExp(terms);
    const shares = terms.map((term) => Math.exp(term - total));
    const gain = deviation ** 2 / (deviation ** 2 + sigma ** 2);
    const data = x.data.map((value, i) =>
      means.reduce((sum, mean, k) => sum + shares[k]! * (mean[i]! + gain * (value - mean[i]!)), 0),
    );
    return { x0: { data, shape } };
  };
  /** A picture of the mixture, as noisy as the lowest level is. */
  const draw = (seed: number): Tensor => {
    const noise = new TorchGenerator(1000 + seed).randn(shape).data;
    const scale = Math.hypot(deviation, range.sigmaMin);
    return { data: noise.map((value, i) => means[seed % 3]![i]! + scale * value), shape };
  };
  return { mixture, logDensity, draw };
}

function logSumExp(values: readonly number[]): number {
  const largest = Math.max(...values);
  return largest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - largest), 0));
}

const deviation = 0.3;
const { mixture, logDensity, draw } = mixtureOf(28);
const drawn = draw(1);

describe('bits per dimension', () => {
  it('of a Gaussian mixture come out right, the more steps the better', async () => {
    const exact = toBits(logDensity(drawn.data, range.sigmaMin));
    const errors: number[] = [];
    for (const numSteps of [4, 8, 16]) {
      const { bitsPerDimension } = await bitsOf(drawn, mixture, { numSteps, numProbes: 4 });
      errors.push(Math.abs(bitsPerDimension - exact));
    }
    expect(errors[0]).toBeLessThan(0.1);
    expect(errors[1]).toBeLessThan(0.005);
    expect(errors[2]).toBeLessThan(0.002);
  });

  it.each([
    ['few steps, whose error is most of it', 28, { numSteps: 8, numProbes: 4 }],
    ['the steps and probes of the page', 8, { numSteps: 20, numProbes: 4 }],
    ['fewer probes', 8, { numSteps: 20, numProbes: 3 }],
  ])(
    'of a hundred pictures of a mixture lie within 1, 2, 3 bars of the truth as they should: %s',
    { timeout: 120_000 },
    async (_, edge, accuracy) => {
      const { mixture, logDensity, draw } = mixtureOf(edge);
      const inside = [0, 0, 0];
      let [squares, bars] = [0, 0];
      for (let seed = 0; seed < 100; seed++) {
        const picture = draw(seed);
        const { bitsPerDimension, standardError } = await bitsOf(picture, mixture, accuracy, seed);
        const error = Math.abs(bitsPerDimension - toBits(logDensity(picture.data, range.sigmaMin), edge ** 2));
        inside.forEach((count, k) => (inside[k] = count + (error <= (k + 1) * standardError ? 1 : 0)));
        squares += (error / standardError) ** 2;
        bars += standardError / 100;
      }
      // 68, 95 and 99.7, within what a hundred draws allow. Bars of the steps' error alone may be too long, never too short.
      expect(inside[0]).toBeGreaterThanOrEqual(55);
      expect(inside[1]).toBeGreaterThanOrEqual(89);
      expect(inside[2]).toBeGreaterThanOrEqual(95);
      expect(Math.sqrt(squares / 100)).toBeLessThan(1.35);
      if (accuracy.numSteps >= 20) expect(inside[0]).toBeLessThanOrEqual(82);
      expect(bars).toBeLessThan(0.02);
    },
  );

  it('of data whose values hang together: the error bar covers the error and shrinks with more probes', async () => {
    // Covariance s^2 I + s^2 u u^T: one direction of variance (1 + u . u) s^2, all others s^2.
    const small: Shape = [1, 1, 8, 8];
    const u = new TorchGenerator(4).randn(small).data;
    const length = u.reduce((sum, value) => sum + value ** 2, 0);
    const [across, along] = [0.09, 0.09 * (1 + length)];
    const dot = (x: Float32Array) => x.reduce((sum, value, i) => sum + value * u[i]!, 0);
    const correlated: Denoiser = async (x, { sigma }) => {
      const [g, h] = [across / (across + sigma ** 2), along / (along + sigma ** 2)];
      const share = ((h - g) * dot(x.data)) / length;
      return { x0: { data: x.data.map((value, i) => g * value + share * u[i]!), shape: small } };
    };
    const picture = tensor(
      small,
      u.map((value, i) => 0.3 * Math.sin(i) + 0.2 * value),
    );
    const inU = dot(picture.data) ** 2 / length;
    const all = picture.data.reduce((sum, value) => sum + value ** 2, 0);
    const logDensity = [
      [64 - 1, across, all - inU],
      [1, along, inU],
    ].reduce((sum, [count, variance, squares]) => {
      const noisy = variance! + range.sigmaMin ** 2;
      return sum - squares! / (2 * noisy) - (count! / 2) * Math.log(2 * Math.PI * noisy);
    }, 0);
    const few = await bitsOf(picture, correlated, { numProbes: 4, numSteps: 25 });
    const many = await bitsOf(picture, correlated, { numProbes: 32, numSteps: 25 });
    const exact = toBits(logDensity, 64);
    expect(few.standardError).toBeGreaterThan(0);
    expect(many.standardError).toBeLessThan(few.standardError);
    expect(Math.abs(few.bitsPerDimension - exact)).toBeLessThan(3 * few.standardError);
    expect(Math.abs(many.bitsPerDimension - exact)).toBeLessThan(3 * many.standardError);
  });

  it('have no error bar with a single probe', async () => {
    const { standardError } = await bitsOf(drawn, mixture, { numSteps: 2 });
    expect(standardError).toBeNaN();
  });

  it('of 8-bit pixels are the bits that a coder of the levels would spend', async () => {
    const eightBit = drawn.data.map((_, i) => Math.round(127.5 + 30 * Math.sin(7 * i ** 2)) / 127.5 - 1);
    const variance = deviation ** 2 + range.sigmaMin ** 2;
    const coded = eightBit.reduce(
      (sum, value) =>
        sum + value ** 2 / (2 * variance) / Math.LN2 + Math.log2(127.5 * Math.sqrt(2 * Math.PI * variance)),
      0,
    );
    const continuous = dequantised({ data: eightBit, shape }, new MT19937(1));
    const { bitsPerDimension } = await bitsOf(continuous, gaussianDenoiser(0, deviation), { numSteps: 20 });
    expect(Math.abs(bitsPerDimension - coded / d)).toBeLessThan(0.01);
  });
});

describe('dequantised pixels', () => {
  const levels = Float32Array.from({ length: 256 }, (_, level) => level / 127.5 - 1);
  const picture = tensor([1, 1, 16, 16], levels);

  it('stay in their level and fill it evenly', () => {
    const words = new MT19937(3);
    const offsets = Array.from({ length: 40 }, () => dequantised(picture, words).data)
      .flatMap((values) => [...values.map((value, i) => (value - levels[i]!) * 127.5)])
      .sort((a, b) => a - b);
    expect(offsets[0]).toBeGreaterThanOrEqual(-0.5001);
    expect(offsets.at(-1)).toBeLessThan(0.5001);
    const worst = offsets.reduce((most, offset, i) => Math.max(most, Math.abs(offset + 0.5 - i / offsets.length)), 0);
    expect(worst).toBeLessThan(0.02);
  });

  it('are cut off at the ends of the range', () => {
    const { data } = dequantised(tensor([1, 1, 1, 2], Float32Array.of(-3, 7)), new MT19937(3));
    expect(Math.abs(data[0]! + 1)).toBeLessThan(0.004);
    expect(Math.abs(data[1]! - 1)).toBeLessThan(0.004);
  });
});

describe('a computation', () => {
  it('shows how far it is, and costs what it says', async () => {
    let calls = 0;
    const counting: Denoiser = (x, level, condition) => {
      calls++;
      return mixture(x, level, condition);
    };
    const seen = [];
    const run = likelihood(drawn, counting, { ...options, numSteps: 3, numProbes: 2 }, new MT19937(0));
    for await (const progress of run) seen.push({ ...progress, calls });
    expect(seen.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(calls).toBe(evaluationsOf({ numSteps: 3, numProbes: 2 }));
    expect(seen.map(({ nfe }) => nfe)).toEqual(seen.map((one) => one.calls));
    expect(seen.map(({ result }) => result === null)).toEqual([true, true, true, false]);
    expect(seen[0]?.sigma).toBeCloseTo(range.sigmaMin);
    expect(seen.at(-1)?.sigma).toBeCloseTo(range.sigmaMax);
  });

  it('is the same for the same words', async () => {
    expect(await bitsOf(drawn, mixture, { numSteps: 4 })).toEqual(await bitsOf(drawn, mixture, { numSteps: 4 }));
  });

  it('stops between two steps', async () => {
    let calls = 0;
    const counting: Denoiser = (x, level, condition) => {
      calls++;
      return mixture(x, level, condition);
    };
    const run = likelihood(drawn, counting, options, new MT19937(0));
    await run.next();
    await run.next();
    await run.return();
    expect(calls).toBe(evaluationsOf({ numSteps: 1, numProbes: 1 }));
    expect(await run.next()).toEqual({ done: true, value: undefined });
  });

  it('leaves the picture alone', async () => {
    const before = drawn.data.slice();
    await bitsOf(drawn, mixture, { numSteps: 2 });
    expect(drawn.data).toEqual(before);
  });

  const wrong: [field: string, changed: Partial<LikelihoodOptions>][] = [
    ['numSteps', { numSteps: 0 }],
    ['numProbes', { numProbes: 1.5 }],
    ['sigmaData', { sigmaData: 0 }],
    ['sigmaMin', { range: { sigmaMin: 0, sigmaMax: 80 } }],
    ['sigmaMax', { range: { sigmaMin: 1, sigmaMax: 1 } }],
  ];
  it.each(wrong)('is refused for a wrong %s, by name', async (field, changed) => {
    await expect(bitsOf(drawn, mixture, changed)).rejects.toThrow(`${field}: `);
  });

  it('is refused for more than one picture', async () => {
    await expect(bitsOf(tensor([2, 1, 4, 4]), mixture)).rejects.toThrow('picture: one');
  });
});
