import { expect, test } from 'vitest';
import { defaultSigmaRange, initialScale, levelsOf } from '../../src/engine/levels.ts';
import type { LevelOptions } from '../../src/engine/levels.ts';
import { samplerIds, samplers } from '../../src/engine/samplers/index.ts';
import { alphaBars } from '../../src/engine/schedules/betas.ts';
import { betaScheduleIds, sigmaScheduleIds, spacingIds } from '../../src/engine/schedules/index.ts';
import { timesteps } from '../../src/engine/schedules/spacing.ts';
import type { TimestepFamily } from '../../src/engine/schedules/spacing.ts';
import { at } from './frames.ts';
import golden from '../golden/diffusers-schedules.json' with { type: 'json' };

const options: LevelOptions = {
  sampler: 'euler',
  numSteps: 20,
  sigmas: 'log_snr',
  betas: 'linear',
  spacing: 'leading',
};

test.each(betaScheduleIds)('alpha bars of %s are those of diffusers', (id) => {
  const expected = floats(golden.alphaBars[id]);
  const errors = alphaBars(id).map((value, t) => Math.abs(value - (expected[t] ?? NaN)) / (expected[t] ?? NaN));
  expect(Math.max(...errors)).toBeLessThan(id === 'linear' || id === 'scaled_linear' ? 1e-12 : 2e-6);
});

const families: readonly TimestepFamily[] = ['whole', 'fractional', 'multistep'];
test.each(families.flatMap((family) => spacingIds.map((spacing) => ({ family, spacing }))))(
  'timesteps, $family and $spacing, are those of diffusers for every N',
  ({ family, spacing }) => {
    const { checksums, otherLength } = golden.timesteps[family][spacing];
    expect(otherLength.length).toBe(spacing === 'trailing' ? 62 : 0);
    checksums.forEach((checksum, index) => {
      const numSteps = index + 1;
      if (family === 'multistep' && spacing === 'leading' && numSteps === 1000) return;
      const mine = timesteps(numSteps, spacing, family);
      expect(mine.length).toBe(numSteps);
      const sum = mine.reduce((total, t, i) => total + t * (i + 1), 0);
      expect(Math.abs(sum - checksum), `N = ${numSteps}`).toBeLessThanOrEqual(1e-12 * checksum);
    });
  },
);

test('a thousand leading multistep steps take every timestep, where upstream repeats one', () => {
  expect(timesteps(1000, 'leading', 'multistep')).toEqual(Array.from({ length: 1000 }, (_, i) => 999 - i));
});

test.each(golden.sigmas.fractional)(
  'sigmas of betas for Euler: $options.beta_schedule',
  ({ steps, options: o, sigmas }) => {
    const points = levelsOf({
      ...options,
      sigmas: 'betas',
      numSteps: steps,
      betas: known(betaScheduleIds, o.beta_schedule),
      spacing: known(spacingIds, o.timestep_spacing),
    });
    expect(
      relativeError(
        points.slice(0, -1).map(({ level }) => level.sigma),
        floats(sigmas),
      ),
    ).toBeLessThan(1e-6);
  },
);

test.each(golden.sigmas.multistep)(
  'sigmas of betas for DPM++: $options.beta_schedule',
  ({ steps, options: o, sigmas }) => {
    const points = levelsOf({
      ...options,
      sampler: 'dpmpp_2m',
      sigmas: 'betas',
      numSteps: steps,
      betas: known(betaScheduleIds, o.beta_schedule),
      spacing: known(spacingIds, o.timestep_spacing),
    });
    expect(
      relativeError(
        points.slice(0, -1).map(({ level }) => level.sigma / level.alpha),
        floats(sigmas),
      ),
    ).toBeLessThan(1e-6);
  },
);

test.each(golden.sigmas.curves)('curve of $steps steps: $options', ({ steps, options: o, sigmas }) => {
  const curve = 'use_karras_sigmas' in o ? 'karras' : 'exponential';
  const points = levelsOf({ ...options, sigmas: curve, numSteps: steps, sigmaMin: 0.01, sigmaMax: 40 });
  expect(
    relativeError(
      points.slice(0, -1).map(({ level }) => level.sigma),
      floats(sigmas),
    ),
  ).toBeLessThan(1e-6);
});

const combinations: readonly LevelOptions[] = samplerIds.flatMap((sampler) =>
  sigmaScheduleIds.flatMap((sigmas) =>
    (sigmas === 'betas' ? betaScheduleIds : (['linear'] as const)).flatMap((betas) =>
      (sigmas === 'betas' ? spacingIds : (['leading'] as const)).flatMap((spacing) =>
        [1, 2, 3, 7, 18, 50, 61, 333, 1000].map((numSteps) => ({ sampler, sigmas, betas, spacing, numSteps })),
      ),
    ),
  ),
);

test('every run has N + 1 points that fall, hold to the process and lead to one another; it ends clean', () => {
  for (const one of combinations) {
    const { process, stride } = samplers[one.sampler];
    const points = levelsOf(one);
    const wrong = points.slice(1).filter(({ level }, k) => {
      const { level: before, next } = at(points, k);
      const leads = stride === 'even' || (next?.alpha === level.alpha && next.sigma === level.sigma);
      return !leads || level.sigma > before.sigma || !processHolds(process, level);
    });
    expect({ ...one, count: points.length, wrong }).toEqual({ ...one, count: one.numSteps + 1, wrong: [] });
    const last = at(points, -1);
    expect(last, JSON.stringify(one)).toMatchObject({ t: null, next: null });
    // DDIM's trailing steps of more than 500 may end a timestep early, upstream too.
    if (stride === 'next') expect(last.level, JSON.stringify(one)).toEqual({ alpha: 1, sigma: 0 });
  }
});

function processHolds(process: 've' | 'vp', { alpha, sigma }: { alpha: number; sigma: number }): boolean {
  return Math.abs((process === 've' ? alpha : alpha ** 2 + sigma ** 2) - 1) < 1e-12;
}

test('curves stay within their range, which is 0.01 to 40 unless told', () => {
  for (const sigmas of ['karras', 'exponential', 'log_snr'] as const) {
    const sigma = (o: LevelOptions) => levelsOf(o).map(({ level }) => level.sigma);
    const usual = sigma({ ...options, sigmas });
    expect(usual[0]).toBeCloseTo(defaultSigmaRange.sigmaMax, 4);
    expect(usual.at(-2)).toBeCloseTo(defaultSigmaRange.sigmaMin, 6);
    const told = sigma({ ...options, sigmas, sigmaMin: 0.5, sigmaMax: 2 });
    expect(told[0]).toBeCloseTo(2, 6);
    expect(told.at(-2)).toBeCloseTo(0.5, 6);
  }
});

test('the first noise is scaled as diffusers scales it', () => {
  const first = [{ t: null, level: { alpha: 1, sigma: 3 }, next: null }];
  expect(initialScale({ ...options, sampler: 'ddim' }, first)).toBe(1);
  expect(initialScale({ ...options, sigmas: 'betas', spacing: 'leading' }, first)).toBeCloseTo(Math.sqrt(10), 12);
  expect(initialScale({ ...options, sigmas: 'betas', spacing: 'trailing' }, first)).toBe(3);
  expect(initialScale({ ...options, sigmas: 'karras', spacing: 'leading' }, first)).toBe(3);
});

test.each([
  [{ numSteps: 0 }, /^numSteps: a whole number from 1 to 1000, got 0/],
  [{ numSteps: 1001 }, /^numSteps: /],
  [{ numSteps: 2.5 }, /^numSteps: /],
  [{ sigmaMin: 0 }, /^sigmaMin: above 0, got 0/],
  [{ sigmaMin: 3, sigmaMax: 2 }, /^sigmaMax: above sigmaMin \(3\) and finite, got 2/],
  [{ sigmaMax: Infinity }, /^sigmaMax: /],
  [{ sigmaMax: NaN }, /^sigmaMax: /],
])('%o is refused by name', (change, message) => {
  expect(() => levelsOf({ ...options, ...change })).toThrow(message);
});

function floats(base64: string): Float32Array {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Float32Array(bytes.buffer);
}

function relativeError(values: readonly number[], expected: Float32Array): number {
  expect(values.length).toBe(expected.length);
  return Math.max(...values.map((value, i) => Math.abs(value - (expected[i] ?? NaN)) / (expected[i] ?? NaN)));
}

function known<T extends string>(ids: readonly T[], value: unknown): T {
  const id = ids.find((one) => one === value);
  if (id === undefined) throw new Error(`unknown id ${String(value)} in the golden`);
  return id;
}
