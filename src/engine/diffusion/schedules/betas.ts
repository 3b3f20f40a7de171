import type { BetaScheduleId } from './index.ts';

/** The number of noise levels that the schedules below were trained with. */
export const trainSteps = 1000;

const { fround } = Math;

/**
 * The signal that is left at each training step, alpha_bar[t] = prod (1 - beta), [1000], float32 values that fall from
 * nearly 1 towards 0. Computed as diffusers does: betas in float32, their product in float64, then rounded.
 * linear: Ho et al. 2020, arXiv 2006.11239. scaled_linear: Rombach et al. 2022, arXiv 2112.10752.
 * squaredcos_cap_v2: Nichol and Dhariwal 2021, arXiv 2102.09672. sigmoid: Xu et al. 2022, arXiv 2203.02923.
 */
export function alphaBars(schedule: BetaScheduleId): Float32Array {
  return productOf(betas[schedule]().map((beta) => 1 - beta));
}

/**
 * The same, shifted and stretched so that nothing of the signal is left at the last step: alpha_bar[999] = 0.
 * Lin et al. 2023, arXiv 2305.08891, algorithm 1, rounded where diffusers rounds.
 */
export function zeroTerminal(bars: Float32Array): Float32Array {
  const roots = bars.map(Math.sqrt);
  const [first = NaN, last = NaN] = [roots[0], roots.at(-1)];
  const stretch = fround(first / fround(first - last));
  const stretched = roots.map((root) => fround(root - last) * stretch).map((root) => root * root);
  const alphas = stretched.map((bar, t) => (t === 0 ? bar : bar / (stretched[t - 1] ?? NaN)));
  return productOf(alphas.map((alpha) => 1 - fround(1 - alpha)));
}

function productOf(alphas: Float32Array): Float32Array {
  let product = 1;
  return alphas.map((alpha) => (product *= alpha));
}

const betas: Record<BetaScheduleId, () => Float32Array> = {
  linear: () => linspace(1e-4, 0.02),
  scaled_linear: () => linspace(Math.sqrt(0.00085), Math.sqrt(0.012)).map((root) => root * root),
  squaredcos_cap_v2: () =>
    Float32Array.from({ length: trainSteps }, (_, t) => Math.min(1 - cosine(t + 1) / cosine(t), 0.999)),
  sigmoid: () => {
    const range = fround(0.02 - 1e-4);
    return linspace(-6, 6).map((z) => fround(fround(1 / (1 + Math.exp(-z))) * range) + fround(1e-4));
  },
};

function cosine(t: number): number {
  return Math.cos((((t / trainSteps + 0.008) / 1.008) * Math.PI) / 2) ** 2;
}

/** torch.linspace in float32: counted from both ends. */
function linspace(start: number, end: number): Float32Array {
  const [first, last] = [fround(start), fround(end)];
  const step = fround(fround(last - first) / (trainSteps - 1));
  return Float32Array.from({ length: trainSteps }, (_, i) =>
    i < trainSteps / 2 ? first + step * i : last - step * (trainSteps - 1 - i),
  );
}
