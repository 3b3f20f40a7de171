import { TorchGenerator } from '../../engine/rng/torch-generator.ts';
import { tensor } from '../../engine/tensor.ts';
import type { EnlargerManifest } from '../../contract/manifest.ts';
import type { Signature } from './signature.ts';

const sizeOf = ({ shape: [c, h, w], scale }: EnlargerManifest) => [c, scale * h, scale * w] as const;

/** (x) -> sharp, at `scale` times its size. */
export const enlarger: Signature<'enlarger'> = {
  inputs: ({ shape }) => ({ x: [1, ...shape] }),
  output: 'sharp',
  outputShape: sizeOf,
  network:
    (evaluate, manifest) =>
    async ({ data: x }) =>
      tensor([1, ...sizeOf(manifest)], await evaluate({ x })),
  selfCheck: ({ shape, selfCheck: { seed } }) => ({
    x: new TorchGenerator(seed).randn([1, ...shape]).data.map((value) => value / 2),
  }),
};
