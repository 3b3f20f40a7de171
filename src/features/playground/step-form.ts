import type { Level } from '../../engine/diffusion/denoiser.ts';
import type { Term, TermSymbol } from '../../engine/diffusion/frame.ts';

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

/**
 * Whether a step keeps the noise and only lessens it (DDIM, Euler): its weights then are those of noise levels alone,
 * x_next = (σ′/σ) x + (α′ − α σ′/σ) x̂0. `terms` are those whose weight is not 0.
 */
export function onlyLessens(terms: readonly Term[], level: Level, next: Level): boolean {
  const ratio = next.sigma / level.sigma;
  const weightOf = (symbol: TermSymbol) => terms.find((term) => term.symbol === symbol)?.weight ?? 0;
  return (
    terms.every(({ symbol }) => symbol === 'x' || symbol === 'x0') &&
    near(weightOf('x'), ratio) &&
    near(weightOf('x0'), next.alpha - level.alpha * ratio)
  );
}

/** The letter of a term's weight in the general form of a step: primes and the (2) as on the symbol itself. */
export function weightLetter(symbol: TermSymbol): string {
  const letter = symbol.startsWith('x0') ? 'b' : symbol.startsWith('epsilon') ? 'e' : symbol === 'noise' ? 'c' : 'a';
  if (symbol.endsWith('Second')) return `${letter}⁽²⁾`;
  if (symbol.endsWith('Previous')) return `${letter}′`;
  if (symbol.endsWith('Earlier')) return `${letter}″`;
  if (symbol.endsWith('Earliest')) return `${letter}‴`;
  return letter;
}
