import { describe, expect, it, test } from 'vitest';
import { samplerIds, samplers } from '../../../src/engine/diffusion/samplers/index.ts';
import { exponentialMoment } from '../../../src/engine/diffusion/samplers/exponential-moment.ts';
import { levelsOf } from '../../../src/engine/diffusion/levels.ts';
import { deviation, flowError, varianceError, type Asked } from './exact.ts';
import { at } from './frames.ts';

const curves = ['log_snr', 'karras'] as const;
const onCurves = samplerIds.filter((id) => samplers[id].schedules === undefined);

type Variant = Omit<Asked, 'numSteps'>;
const variants: readonly Variant[] = [
  ...onCurves.filter((id) => samplers[id].stochastic !== 'always').map((sampler) => ({ sampler, sChurn: 0 })),
  { sampler: 'deis', solverOrder: 3 },
  { sampler: 'unipc', solverOrder: 3 },
  { sampler: 'unipc', solverOrder: 3, bFunction: 'bh1' },
  { sampler: 'dpmpp_2m', solverType: 'heun' },
  { sampler: 'dpmpp_2s', solverType: 'heun' },
];
const everyCurve = variants.flatMap((variant) => curves.map((sigmas) => ({ ...variant, sigmas })));

/** What a thousand steps of float32 pictures may add up to. */
const rounding = 1e-5;

test.each(everyCurve)(
  '$sampler $solverOrder $bFunction $solverType on $sigmas: more steps, less error',
  async (asked) => {
    const errors: number[] = [];
    for (const numSteps of [64, 128, 256, 512, 1000]) errors.push(await flowError({ ...asked, numSteps }));
    for (const [k, error] of errors.entries()) {
      const before = k === 0 ? Infinity : at(errors, k - 1);
      expect(error, errors.map((one) => one.toExponential(1)).join(' ')).toBeLessThan(Math.max(0.6 * before, rounding));
    }
  },
);

test('DEIS as diffusers rounds it gets worse with more steps, which is why it is not the default', async () => {
  const asked = { sampler: 'deis', solverOrder: 3, sigmas: 'karras', follow: 'diffusers' } as const;
  expect(await flowError({ ...asked, numSteps: 1000 })).toBeGreaterThan(
    100 * (await flowError({ ...asked, numSteps: 64 })),
  );
});

test.each([0, 1, 2])('the integral of u^%i e^u is exact near 0 and far from it', (power) => {
  for (const end of [-9, -2.1, -2, -1.9, -0.3, -1e-3, -1e-7, 0.4]) {
    // Simpson's rule on a fine grid, on the integrand divided by its size at the end.
    const count = 4000;
    const f = (u: number) => (u / end) ** power * Math.exp(u);
    let sum = 0;
    for (let i = 0; i <= count; i++) sum += f((end * i) / count) * (i === 0 || i === count ? 1 : i % 2 === 1 ? 4 : 2);
    const expected = (sum * end) / (3 * count);
    expect(Math.abs(exponentialMoment(power, end) / end ** power / expected - 1), `${end}`).toBeLessThan(1e-10);
  }
});

describe('the distribution of exact Gaussian data', () => {
  const random: readonly Variant[] = [
    ...onCurves.filter((id) => samplers[id].stochastic === 'always').map((sampler) => ({ sampler })),
    { sampler: 'ddim', eta: 1 },
    { sampler: 'edm', sChurn: 20 },
    { sampler: 'euler', sChurn: 20 },
    { sampler: 'dpmpp_2m_sde', solverType: 'heun' },
  ];
  const everyRandom = random.flatMap((variant) => curves.map((sigmas) => ({ ...variant, sigmas })));

  it.each(everyRandom)('$sampler $solverType on $sigmas converges with the weak order it claims', async (asked) => {
    const errors: number[] = [];
    for (const numSteps of [160, 320, 640]) errors.push(Math.abs(await varianceError({ ...asked, numSteps })));
    const order = Math.log2(at(errors, 1) / at(errors, 2));
    expect(Math.abs(order - samplers[asked.sampler].order), `order ${order} of ${errors.join(' ')}`).toBeLessThan(0.25);
  });

  it.each([20, 50, 100, 200])(
    'Euler with churn is off by its own first-order steps and by nothing else: %i steps',
    async (numSteps) => {
      for (const sigmas of curves) {
        for (const sChurn of [0, 5, 20, 100]) {
          const asked = { sampler: 'euler', numSteps, sigmas, sChurn } as const;
          const made = await varianceError(asked);
          expect(Math.abs(made - eulerOn(asked))).toBeLessThan(1e-5);
          // Euler's steps make too little variance. Estimates of what was there before the churn make too much.
          expect(made).toBeLessThan(0);
          if (sChurn > 0) expect(await varianceError({ ...asked, follow: 'diffusers' })).toBeGreaterThan(0.01);
        }
      }
    },
  );
});

/** Karras et al. 2022, Alg. 2 without its second evaluation, by hand: what the variance of a run is off by, relative. */
function eulerOn(asked: Asked & { sChurn: number }): number {
  const sigmas = levelsOf({ sigmas: 'log_snr', betas: 'linear', spacing: 'leading', ...asked })
    .map(({ level }) => level.sigma)
    .slice(0, -1);
  let variance = at(sigmas, 0) ** 2 + deviation ** 2;
  for (const [k, next] of sigmas.entries()) {
    if (k === 0) continue;
    const sigma = at(sigmas, k - 1);
    const churned = sigma >= 0.05 && sigma <= 50 ? 1 + Math.min(asked.sChurn / asked.numSteps, Math.SQRT2 - 1) : 1;
    const high = churned * sigma;
    const slope = high / (high ** 2 + deviation ** 2);
    variance = (variance + high ** 2 - sigma ** 2) * (1 + (next - high) * slope) ** 2;
  }
  return variance / (at(sigmas, -1) ** 2 + deviation ** 2) - 1;
}
