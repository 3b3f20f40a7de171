import { fromUnitAlpha } from '../../engine/diffusion/predictions.ts';
import { TorchGenerator } from '../../engine/rng/torch-generator.ts';
import { tensor } from '../../engine/tensor.ts';
import { conditionOf, parseWords } from '../../contract/words.ts';
import type { Signature } from './signature.ts';

/** (x, sigma, condition) -> denoised, at alpha = 1. A model without a vocabulary takes no condition. */
export const diffusion: Signature<'diffusion'> = {
  inputs: ({ shape, vocabulary }) => ({
    x: [1, ...shape],
    sigma: [1],
    ...(vocabulary.length > 0 && { condition: [1, vocabulary.length] }),
  }),
  output: 'denoised',
  network: (evaluate, { shape, vocabulary, prediction }) =>
    fromUnitAlpha(async ({ data: x }, sigma, condition) => {
      const feeds = vocabulary.length > 0 ? { x, sigma, condition } : { x, sigma };
      return tensor([1, ...shape], await evaluate(feeds));
    }, prediction),
  selfCheck: ({ shape, vocabulary, selfCheck: { seed, sigma, condition: words } }) => {
    const { data } = new TorchGenerator(seed).randn([1, ...shape]);
    const x = data.map((value) => value * sigma);
    return { x, sigma, ...(vocabulary.length > 0 && { condition: conditionOf(parseWords(words), vocabulary) }) };
  },
};
