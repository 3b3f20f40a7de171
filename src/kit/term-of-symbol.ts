import type { TermSymbol } from '../engine/diffusion/frame.ts';

/** What a step's formula is made of: its terms, x_t and x_next, the clean picture, and guidance's two estimates. */
export type SymbolName = TermSymbol | 'xt' | 'xNext' | 'picture' | 'x0Without' | 'x0With';

/** Where the glossary explains a symbol: its id there. */
export function termOfSymbol(name: SymbolName): string {
  if (name === 'x' || name === 'xt') return 'xt';
  if (name === 'x0' || name === 'epsilon' || name === 'noise') return name;
  if (name === 'xNext') return 'next';
  if (name === 'picture') return 'original';
  if (name === 'xCorrected') return 'corrected';
  if (name === 'x0Without') return 'without';
  if (name === 'x0With') return 'with';
  return name.endsWith('Second') ? 'second' : 'previous';
}
