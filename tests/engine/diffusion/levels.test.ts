import { expect, test } from 'vitest';
import { defaultSigmaRange, initialScale, levelsOf } from '../../../src/engine/diffusion/levels.ts';
import type { LevelOptions } from '../../../src/engine/diffusion/levels.ts';
import { samplerIds, samplers } from '../../../src/engine/diffusion/samplers/index.ts';
import type { SamplerId } from '../../../src/engine/diffusion/samplers/index.ts';
import { alphaBars, zeroTerminal } from '../../../src/engine/diffusion/schedules/betas.ts';
import { betaQuantile } from '../../../src/engine/diffusion/schedules/beta-quantile.ts';
import { betaScheduleIds, sigmaCurveIds, spacingIds } from '../../../src/engine/diffusion/schedules/index.ts';
import { timesteps } from '../../../src/engine/diffusion/schedules/spacing.ts';
import type { TimestepFamily } from '../../../src/engine/diffusion/schedules/spacing.ts';
import { largestError } from '../../../src/engine/largest-error.ts';
import { at } from './frames.ts';
import golden from '../../golden/diffusers-schedules.json' with { type: 'json' };

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
  expect(largestError(errors)).toBeLessThan(id === 'linear' || id === 'scaled_linear' ? 1e-12 : 2e-6);
});

const families = ['whole', 'fractional', 'multistep'] as const satisfies readonly TimestepFamily[];
test.each(families.flatMap((family) => spacingIds.map((spacing) => ({ family, spacing }))))(
  'timesteps, $family and $spacing, are those of diffusers for every N',
  { timeout: 60_000 },
  ({ family, spacing }) => {
    const { checksums, otherLength } = golden.timesteps[family][spacing];
    expect(otherLength.length).toBe(spacing === 'trailing' ? 62 : 0);
    checksums.forEach((checksum, index) => {
      const numSteps = index + 1;
      if (family === 'multistep' && spacing !== 'trailing' && numSteps === 1000) return;
      const mine = timesteps(numSteps, spacing, family);
      expect(mine.length).toBe(numSteps);
      const sum = mine.reduce((total, t, i) => total + t * (i + 1), 0);
      expect(Math.abs(sum - checksum), `N = ${numSteps}`).toBeLessThanOrEqual(1e-12 * checksum);
    });
  },
);

test.each(['leading', 'linspace'] as const)('a thousand %s multistep steps take every timestep once', (spacing) => {
  expect(timesteps(1000, spacing, 'multistep')).toEqual(Array.from({ length: 1000 }, (_, i) => 999 - i));
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

/** One sampler of each kind: the others have the same levels. */
const kinds = samplerIds.filter((id, i) => samplerIds.findIndex((other) => kindOf(other) === kindOf(id)) === i);
function kindOf(id: SamplerId): string {
  const { process, timestepFamily, stride, end, spacings } = samplers[id];
  return [process, timestepFamily, stride, end, ...spacings].join();
}

const combinations: readonly LevelOptions[] = kinds.flatMap((sampler) =>
  ([...sigmaCurveIds, 'betas'] as const)
    .filter((sigmas) => samplers[sampler].schedules?.includes(sigmas) ?? true)
    .flatMap((sigmas) =>
      (sigmas === 'betas' ? betaScheduleIds : (['linear'] as const)).flatMap((betas) =>
        (sigmas === 'betas' ? spacingIds : (['leading'] as const)).flatMap((spacing) =>
          (samplers[sampler].timestepFamily === 'distilled' ? [1, 3, 50] : [1, 2, 3, 7, 50, 61, 1000]).map(
            (numSteps) => ({ sampler, sigmas, betas, spacing, numSteps }),
          ),
        ),
      ),
    ),
);

test(
  'every run has N + 1 points that fall, hold to the process and lead to one another; it ends where it should',
  { timeout: 60_000 },
  () => {
    for (const one of combinations) {
      const { process, stride, end } = samplers[one.sampler];
      const points = levelsOf(one);
      const wrong = points.slice(1).filter(({ level }, k) => {
        const { level: before, next } = at(points, k);
        const leads = stride === 'even' || (next?.alpha === level.alpha && next.sigma === level.sigma);
        // PNDM and DEIS may end with a step that goes nowhere: they stand at timestep 0 and aim at it.
        const falls = level.sigma < before.sigma || (end === 'first' && k === one.numSteps - 1);
        return !leads || !falls || !processHolds(process, level);
      });
      expect({ ...one, count: points.length, wrong }).toEqual({ ...one, count: one.numSteps + 1, wrong: [] });
      const last = at(points, -1);
      expect(last, JSON.stringify(one)).toMatchObject({ t: null, next: null });
      // DDIM's trailing steps of more than 500 may end a timestep early, upstream too.
      const clean = one.sigmas !== 'betas' || (end === 'clean' && stride === 'next');
      if (clean) expect(last.level, JSON.stringify(one)).toEqual({ alpha: 1, sigma: 0 });
      else expect(last.level.sigma / last.level.alpha, JSON.stringify(one)).toBeLessThan(0.05);
    }
  },
);

function processHolds(process: 've' | 'vp' | 'flow', { alpha, sigma }: { alpha: number; sigma: number }): boolean {
  const sum = { ve: alpha, vp: alpha ** 2 + sigma ** 2, flow: alpha + sigma }[process];
  return Math.abs(sum - 1) < 1e-12;
}

test('the stretched training schedule keeps its start and leaves no signal at its end', () => {
  for (const id of betaScheduleIds) {
    const [plain, stretched] = [alphaBars(id), zeroTerminal(alphaBars(id))];
    expect(stretched.at(-1)).toBe(0);
    expect(Math.abs((stretched[0] ?? NaN) - (plain[0] ?? NaN))).toBeLessThan(1e-6);
  }
  const zero = { ...options, sigmas: 'betas', spacing: 'trailing', zeroTerminalSnr: true } as const;
  expect(at(levelsOf({ ...zero, sampler: 'ddim' }), 0).level).toEqual({ alpha: 0, sigma: 1 });
  expect(at(levelsOf(zero), 0).level.sigma).toBeCloseTo(Math.sqrt(2 ** 24 - 1), 3);
});

test('a shifted flow dwells on strong noise and keeps its ends', () => {
  const sigmas = (flowShift: number) =>
    levelsOf({ ...options, sigmas: 'flow', numSteps: 11, flowShift }).map(({ level }) => level.sigma);
  const [plain, shifted] = [sigmas(1), sigmas(3)];
  expect(at(shifted, 5)).toBeGreaterThan(at(plain, 5));
  for (const ends of [plain, shifted])
    expect([at(ends, 0), at(ends, 10)].map((s) => s.toPrecision(5))).toEqual(['40.000', '0.010000']);
  // Even steps of the flow's time sigma / (1 + sigma).
  const times = plain.slice(0, 11).map((sigma) => sigma / (1 + sigma));
  expect(at(times, 0) - at(times, 1)).toBeCloseTo(at(times, 8) - at(times, 9), 6);
});

test('quantiles of the beta distribution are those of scipy', () => {
  // scipy 1.17: stats.beta.ppf([0.001, 0.1, 0.25, 0.5, 0.9], 0.6, 0.6)
  const known = {
    0.001: 1.855873851745199e-5,
    0.1: 0.03958440558878085,
    0.25: 0.17568037865269498,
    0.5: 0.5,
    0.9: 0.9604155944112192,
  };
  for (const [p, x] of Object.entries(known)) expect(Math.abs(betaQuantile(Number(p)) / x - 1)).toBeLessThan(1e-10);
  expect([betaQuantile(0), betaQuantile(1)]).toEqual([0, 1]);
});

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
  [{ sigmaMin: 1, sigmaMax: 1.0000001 }, /^sigmaMax: far enough above sigmaMin \(1\) for 20 levels, got 1.0000001/],
  [{ sigmas: 'flow', flowShift: 0 } as const, /^flowShift: above 0 and finite, got 0/],
  [{ sigmas: 'flow', sigmaMax: Infinity } as const, /^sigmaMax: /],
  [{ sampler: 'lcm', numSteps: 51, sigmas: 'betas' } as const, /^numSteps: a whole number from 1 to 50, got 51/],
  [{ sampler: 'tcd' } as const, /^sigmas: betas with TCD, got log_snr/],
])('%o is refused by name', (change, message) => {
  expect(() => levelsOf({ ...options, ...change })).toThrow(message);
});

function floats(base64: string): Float32Array {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Float32Array(bytes.buffer);
}

function relativeError(values: readonly number[], expected: Float32Array): number {
  expect(values.length).toBe(expected.length);
  return largestError(values.map((value, i) => Math.abs(value - (expected[i] ?? NaN)) / (expected[i] ?? NaN)));
}

function known<T extends string>(ids: readonly T[], value: unknown): T {
  const id = ids.find((one) => one === value);
  if (id === undefined) throw new Error(`unknown id ${String(value)} in the golden`);
  return id;
}
