const a = 0.6;
/** Euler's beta function B(0.6, 0.6) = gamma(0.6)^2 / gamma(1.2). */
const whole = 1.4891922488128171 ** 2 / 0.9181687423997607;

/**
 * The p-quantile of the beta distribution B(0.6, 0.6), p from 0 to 1; what scipy.stats.beta.ppf(p, 0.6, 0.6) is.
 * Newton's method on the power series of the incomplete beta function; the upper half by symmetry.
 */
export function betaQuantile(p: number): number {
  if (p > 0.5) return 1 - betaQuantile(1 - p);
  if (p <= 0) return 0;
  let x = (p * a * whole) ** (1 / a);
  for (let i = 0; i < 8; i++) x -= ((incomplete(x) - p * whole) / x ** (a - 1)) * (1 - x) ** (1 - a);
  return x;
}

/** The integral of (u (1 - u))^(a - 1) from 0 to x, x well below 1. */
function incomplete(x: number): number {
  let [term, sum] = [1, 1 / a];
  for (let n = 1; n < 80; n++) {
    term *= ((n - a) / n) * x;
    sum += term / (a + n);
  }
  return x ** a * sum;
}
