import { TorchGenerator } from '../../engine/rng/torch-generator.ts';
import { tensor } from '../../engine/tensor.ts';
import { conditionOf, parseWords } from '../../contract/words.ts';
import type { Signature } from './signature.ts';

/** (z, condition) -> x, in one evaluation. */
export const gan: Signature<'gan'> = {
  inputs: ({ latent, vocabulary }) => ({ z: [1, latent], condition: [1, vocabulary.length] }),
  output: 'x',
  network:
    (evaluate, { shape }) =>
    async ({ data: z }, condition) =>
      tensor([1, ...shape], await evaluate({ z, condition })),
  selfCheck: ({ latent, vocabulary, selfCheck: { seed, condition } }) => ({
    z: new TorchGenerator(seed).randn([1, 1, 1, latent]).data,
    condition: conditionOf(parseWords(condition), vocabulary),
  }),
};
