import type { Uint32Source } from '../rng/uint32-source.ts';

/** The estimate of the clean picture at alpha = 1. */
export type Clean = (x: Float32Array, sigma: number) => Promise<Float32Array>;

/** A place on the flow, with u = log sigma as its time. */
export interface FlowPoint {
  readonly x: Float32Array;
  /** dx/du = x - D. */
  readonly slope: Float32Array;
  /** What each probe says of the slope's divergence, d - tr J_D: v . (v - J_D v). */
  readonly divergences: readonly number[];
}

/** Vectors of random signs, one an estimate of the trace. */
export type Probes = readonly Float32Array[];

/** Draws -1 or 1 for every value, each as likely (Rademacher). */
export function drawProbes(count: number, length: number, random: Uint32Source): Probes {
  return Array.from({ length: count }, () => Float32Array.from({ length }, () => (random.next() >>> 31 ? 1 : -1)));
}

/** Where x stands at a sigma: 1 + numProbes evaluations. J_D v is a forward difference over 0.01 sigma. */
export async function pointAt(clean: Clean, x: Float32Array, sigma: number, probes: Probes): Promise<FlowPoint> {
  const x0 = await clean(x, sigma);
  const step = 0.01 * sigma;
  const divergences: number[] = [];
  for (const probe of probes) {
    const shifted = await clean(moved(x, [step, probe]), sigma);
    const trace = probe.reduce((sum, sign, i) => sum + sign * ((shifted[i] ?? NaN) - (x0[i] ?? NaN)), 0) / step;
    divergences.push(x.length - trace);
  }
  return { x, slope: moved(x, [-1, x0]), divergences };
}

/**
 * A step of Runge and Kutta's method of fourth order, over a width in log sigma: the points in its middle and at its end.
 * The middle lies on the cubic through both ends with their slopes, which is of fourth order too.
 * Costs 3 evaluations for the slopes on the way, and those of two points.
 */
export async function flowStep(
  clean: Clean,
  start: FlowPoint,
  sigma: number,
  width: number,
  probes: { readonly middle: Probes; readonly end: Probes },
): Promise<{ middle: FlowPoint; end: FlowPoint }> {
  const { x, slope } = start;
  const [sigmaMiddle, sigmaEnd] = [sigma * Math.exp(width / 2), sigma * Math.exp(width)];
  const slopeAt = async (place: Float32Array, at: number) => moved(place, [-1, await clean(place, at)]);
  const second = await slopeAt(moved(x, [width / 2, slope]), sigmaMiddle);
  const third = await slopeAt(moved(x, [width / 2, second]), sigmaMiddle);
  const fourth = await slopeAt(moved(x, [width, third]), sigmaEnd);
  const sixth = width / 6;
  const xEnd = moved(x, [sixth, slope], [2 * sixth, second], [2 * sixth, third], [sixth, fourth]);
  const end = await pointAt(clean, xEnd, sigmaEnd, probes.end);
  const xMiddle = moved(x, [-0.5, x], [0.5, xEnd], [width / 8, slope], [-width / 8, end.slope]);
  return { middle: await pointAt(clean, xMiddle, sigmaMiddle, probes.middle), end };
}

/** x and multiples of other vectors, summed in float64. */
function moved(x: Float32Array, ...by: readonly (readonly [factor: number, direction: Float32Array])[]): Float32Array {
  return x.map((value, i) => by.reduce((sum, [factor, direction]) => sum + factor * (direction[i] ?? NaN), value));
}
