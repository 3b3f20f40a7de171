import type { SamplerOptions } from './options.ts';
import type { Place } from './sampler.ts';

/**
 * How far fresh noise raises the level before a step, and its standard deviation: sigma_hat = (1 + gamma) sigma at
 * alpha = 1. Karras et al. 2022, Alg. 2, lines 4 and 5. (S_noise is the run's noise temperature.)
 */
export function churn(
  { numSteps, level: { sigma } }: Place,
  { sChurn, sTmin, sTmax }: SamplerOptions,
): { sigmaHat: number; deviation: number } {
  const gamma = sigma >= sTmin && sigma <= sTmax ? Math.min(sChurn / numSteps, Math.SQRT2 - 1) : 0;
  return { sigmaHat: sigma * (1 + gamma), deviation: sigma * Math.sqrt(gamma * (2 + gamma)) };
}
