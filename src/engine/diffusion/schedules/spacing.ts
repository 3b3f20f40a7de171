import type { SpacingId } from './index.ts';
import { trainSteps } from './betas.ts';

/**
 * How a family of samplers reads a spacing; diffusers has four readings.
 * whole: DDPM and DDIM. fractional: Euler, Heun and their kin, whose linspace is not rounded. multistep: DPM-Solver and
 * its kin, which spread N + 1 timesteps and leave the last one out (leading and linspace). distilled: LCM and TCD, which
 * pick from the 50 timesteps of distillation, whatever the spacing.
 */
export type TimestepFamily = 'whole' | 'fractional' | 'multistep' | 'distilled';

/** The timesteps that LCM and TCD were distilled on, and so the most steps that they can take. */
export const distilledSteps = 50;

/**
 * The timesteps of a run of N steps, descending, [N], as diffusers spaces them (Lin et al. 2023, arXiv 2305.08891,
 * table 2). Two departures, both where upstream breaks: trailing gives exactly N of them (for 62 values of N up to 1000
 * upstream's np.arange yields one more, -1 or a repetition), and a thousand multistep steps are 999 .. 0 (upstream
 * repeats timesteps, and its solvers then divide by zero).
 */
export function timesteps(numSteps: number, spacing: SpacingId, family: TimestepFamily): number[] {
  if (family === 'distilled') return distilled(numSteps);
  const oneMore = family === 'multistep' && spacing !== 'trailing' && numSteps < trainSteps;
  const points = oneMore ? numSteps + 1 : numSteps;
  const ascending = Array.from({ length: points }, (_, i) => spread[spacing](i, points, family));
  return ascending.reverse().slice(0, numSteps);
}

/** The i-th timestep from the clean end, of n. */
const spread: Record<SpacingId, (i: number, n: number, family: TimestepFamily) => number> = {
  leading: (i, n) => i * Math.floor(trainSteps / n),
  linspace: (i, n, family) => {
    const t = n === 1 ? 0 : i === n - 1 ? trainSteps - 1 : i * ((trainSteps - 1) / (n - 1));
    return family === 'fractional' ? Math.fround(t) : roundHalfEven(t);
  },
  trailing: (i, n) => {
    const stride = trainSteps - (trainSteps - trainSteps / n);
    return roundHalfEven(trainSteps - (n - 1 - i) * stride) - 1;
  },
};

function distilled(numSteps: number): number[] {
  const skip = distilledSteps / numSteps;
  return Array.from({ length: numSteps }, (_, i) => {
    const kept = distilledSteps - Math.floor(i * skip);
    return kept * (trainSteps / distilledSteps) - 1;
  });
}

/** numpy's rounding; Math.round takes every half up. */
function roundHalfEven(value: number): number {
  const nearest = Math.round(value);
  return nearest - value === 0.5 && nearest % 2 !== 0 ? nearest - 1 : nearest;
}
