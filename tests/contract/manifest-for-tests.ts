import type { Manifest } from '../../src/contract/manifest.ts';

/** A small model's manifest that is valid; tests change what they are about. */
export function manifestWith(change: Partial<Manifest> = {}): Manifest {
  return {
    id: 'digits',
    family: 'diffusion',
    version: '1.0.0',
    name: 'Digits',
    file: 'model.onnx',
    bytes: 1000,
    sha256: '0'.repeat(64),
    multiplyAdds: 1,
    parameters: 1,
    licence: {
      weights: { spdx: 'Apache-2.0', attribution: 'somebody' },
      data: { spdx: 'MIT', attribution: 'somebody else' },
    },
    shape: [1, 28, 28],
    valueRange: [-1, 1],
    prediction: { type: 'x0', sigmaMin: 0.002, sigmaMax: 160, sigmaData: 0.96 },
    vocabulary: ['0', '1', '2', '3'].map((id) => ({ id, words: [id], kind: 'digit' })),
    defaultRecipe: { condition: '3:1', seed: 42, numSteps: 30, sampler: 'ddim', sigmas: 'log_snr', guidanceScale: 1.5 },
    selfCheck: { seed: 0, sigma: 1, condition: '3:1', indices: [0], values: [0], tolerance: 0.01 },
    card: 'README.md',
    ...change,
  };
}
