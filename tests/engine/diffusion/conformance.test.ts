import { afterEach, expect, test, vi } from 'vitest';
import { replay, rerun, tolerances } from '../../../src/engine/diffusion/conformance.ts';
import { replayInversion, rerunInversion } from '../../../src/engine/diffusion/inversion-conformance.ts';
import type * as Combining from '../../../src/engine/diffusion/samplers/combine.ts';
import { samplerIds } from '../../../src/engine/diffusion/samplers/index.ts';
import type { SamplerId } from '../../../src/engine/diffusion/samplers/index.ts';
import { largestError } from '../../../src/engine/largest-error.ts';
import { unpack } from '../../../src/engine/diffusion/traces.ts';
import type { Trace } from '../../../src/engine/diffusion/traces.ts';
import golden from '../../golden/diffusers-traces.json' with { type: 'json' };

/** Every weighted sum of every sampler goes through combine; here one symbol's weights can be made wrong. */
const mutation = vi.hoisted(() => ({ symbol: '', factor: 1, notNumber: -1, seen: new Map<string, number>() }));
vi.mock(import('../../../src/engine/diffusion/samplers/combine.ts'), async (original) => {
  const real: typeof Combining = await original();
  const combine: typeof Combining.combine = (...summands) => {
    for (const [symbol, weight] of summands) {
      mutation.seen.set(symbol, Math.max(Math.abs(weight), mutation.seen.get(symbol) ?? 0));
    }
    const sum = real.combine(
      ...summands.map(([symbol, weight, value]) => {
        return [symbol, symbol === mutation.symbol ? weight * mutation.factor : weight, value] as const;
      }),
    );
    if (mutation.notNumber >= 0) sum.x.data[mutation.notNumber] = NaN;
    return sum;
  };
  return { ...real, combine };
});
afterEach(() => {
  Object.assign(mutation, { symbol: '', factor: 1, notNumber: -1 });
});

const traces: readonly Trace[] = golden.traces.map((one) => unpack(one, [1, 1, 4, 4]));

test('there are traces of every sampler', () => {
  expect(new Set(traces.map(({ sampler }) => sampler))).toEqual(new Set(samplerIds));
});

test.each(traces)('$name: every step is the one diffusers makes', async (trace) => {
  const { errors, levelError } = await replay(trace);
  expect(levelError).toBeLessThanOrEqual(tolerances.level);
  expect(largestError(errors), errors.map((error) => error.toExponential(1)).join(' ')).toBeLessThanOrEqual(
    tolerances.step,
  );
});

test.each(traces.filter(({ fromTrace }) => !fromTrace))(
  '$name: the whole run from its seed ends there too',
  async (trace) => {
    expect(await rerun(trace, golden.seed)).toBeLessThanOrEqual(tolerances.run);
  },
);

const inversions: readonly Trace[] = golden.inversions.map((one) => unpack(one, [1, 1, 4, 4]));

test.each(inversions)('$name: every step, and the whole way to the noise, is as diffusers makes it', async (trace) => {
  const { errors, levelError } = await replayInversion(trace);
  expect(errors).toHaveLength(trace.options.numSteps);
  expect(levelError).toBeLessThanOrEqual(tolerances.level);
  expect(largestError(errors)).toBeLessThanOrEqual(tolerances.step);
  expect(await rerunInversion(trace)).toBeLessThanOrEqual(tolerances.run);
  for (const symbol of ['x', 'x0']) {
    Object.assign(mutation, { symbol, factor: 1.001 });
    expect(largestError((await replayInversion(trace)).errors), symbol).toBeGreaterThan(tolerances.step);
  }
});

/** The symbols that a sampler's sums are made of, over all its traces, where they matter: LCM's x weighs a millionth. */
async function symbolsOf(sampler: SamplerId): Promise<string[]> {
  mutation.seen.clear();
  for (const trace of traces) if (trace.sampler === sampler) await replay(trace);
  return [...mutation.seen].filter(([, weight]) => weight > 1e-3).map(([symbol]) => symbol);
}

test.each(samplerIds)('%s: a thousandth too much in any one weight is caught', { timeout: 60_000 }, async (sampler) => {
  const symbols = await symbolsOf(sampler);
  expect(symbols.length).toBeGreaterThan(1);
  for (const symbol of symbols) {
    Object.assign(mutation, { symbol, factor: 1.001 });
    expect(await isCaught(sampler), `${symbol} of ${sampler}`).toBe(true);
  }
});

test.each([0, 7, 15])('value %i of every sum is not a number: every step and every run is caught', async (place) => {
  mutation.notNumber = place;
  for (const trace of traces) {
    const { errors } = await replay(trace);
    expect(errors.every(Number.isNaN), trace.name).toBe(true);
    if (!trace.fromTrace) expect(await rerun(trace, golden.seed), trace.name).toBeNaN();
  }
  for (const trace of inversions) {
    expect((await replayInversion(trace)).errors.every(Number.isNaN), trace.name).toBe(true);
    expect(await rerunInversion(trace), trace.name).toBeNaN();
  }
});

async function isCaught(sampler: SamplerId): Promise<boolean> {
  for (const trace of traces.filter((one) => one.sampler === sampler)) {
    if (!(largestError((await replay(trace)).errors) <= tolerances.step)) return true;
  }
  return false;
}
