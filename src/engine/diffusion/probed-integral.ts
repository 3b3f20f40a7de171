import type { FlowPoint } from './probability-flow.ts';

/** The integral of the divergence over the whole way, and how far its probes make it uncertain. */
export interface ProbedIntegrals {
  /** From steps in halves, the mean of all probes. */
  readonly halves: number;
  /** What the steps in halves differ by from the whole ones, as the first probe of every point has it. */
  readonly difference: number;
  /** The variance of `halves` from the probes' spread; NaN with a single probe. */
  readonly variance: number;
}

/** Simpson's rule for a step in two halves, and for a whole one, of a width of 1. */
const [inHalves, asWhole] = [
  [1 / 12, 4 / 12, 2 / 12, 4 / 12, 1 / 12],
  [1 / 6, 4 / 6, 1 / 6],
];

/**
 * Simpson's rule over what probes say at points. All points have probes of their own, so the variances of the points' means
 * add up. Each is known from few probes only; the sum's degrees of freedom (Welch 1947, Satterthwaite 1946) say how well it is
 * known, and it is made larger by the variance of Student's distribution.
 */
export class ProbedIntegral {
  #halves = 0;
  #difference = 0;
  #variance = 0;
  #squaredVariances = 0;
  /** What each probe at the end of the last step has added; the next step begins there. */
  #open: readonly number[];

  constructor(private readonly numProbes: number) {
    this.#open = Array.from({ length: numProbes }, () => 0);
  }

  /** @param halves the five points of a step in halves. @param whole the three of the same step at once. */
  addStep(width: number, halves: readonly FlowPoint[], whole: readonly FlowPoint[]): void {
    const added = halves.map(({ divergences }, k) => divergences.map((one) => width * (inHalves[k] ?? NaN) * one));
    for (const probes of added) {
      this.#halves += mean(probes);
      this.#difference += probes[0] ?? NaN;
    }
    for (const [k, { divergences }] of whole.entries()) {
      this.#difference -= width * (asWhole[k] ?? NaN) * (divergences[0] ?? NaN);
    }
    const [first = [], ...others] = added;
    const last = others.pop() ?? [];
    this.#close(this.#open.map((value, probe) => value + (first[probe] ?? NaN)));
    for (const probes of others) this.#close(probes);
    this.#open = last;
  }

  finish(): ProbedIntegrals {
    this.#close(this.#open);
    const freedom = (this.numProbes - 1) * (this.#variance ** 2 / this.#squaredVariances);
    // Probes that agree have no spread to be unsure of; below three degrees of freedom Student's has no variance.
    const unsure = this.#variance === 0 ? 1 : 1 + 2 / Math.max(1, freedom - 2);
    return { halves: this.#halves, difference: this.#difference, variance: this.#variance * unsure };
  }

  /** Adds the variance of the mean of what the probes of one point have added. */
  #close(probes: readonly number[]): void {
    const middle = mean(probes);
    const squares = probes.reduce((sum, value) => sum + (value - middle) ** 2, 0);
    const variance = squares / (probes.length - 1) / probes.length;
    this.#variance += variance;
    this.#squaredVariances += variance ** 2;
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
