/**
 * The integral of u^power e^u from 0 to end, power 0, 1 or 2, right to the last digits also where the end is near 0.
 * By parts it would be a difference of nearly equal numbers there, so a power series takes its place.
 */
export function exponentialMoment(power: number, end: number): number {
  if (Math.abs(end) < 2) return series(power, end);
  if (power === 0) return Math.expm1(end);
  return end ** power * Math.exp(end) - power * exponentialMoment(power - 1, end);
}

/** The sum of end^(n + power + 1) / (n! (n + power + 1)); forty terms are more than enough below 2. */
function series(power: number, end: number): number {
  let [term, sum] = [end ** (power + 1), 0];
  for (let n = 0; n < 40; n++) {
    sum += term / (n + power + 1);
    term *= end / (n + 1);
  }
  return sum;
}
