import { OptionError } from '../option-error.ts';
import { sizeOf, tensor } from '../tensor.ts';
import type { Shape, Tensor } from '../tensor.ts';
import { MT19937 } from './mt19937.ts';

const BLOCK = 16;
const TWO_PI = Math.fround(2 * Math.PI);

/**
 * torch.Generator on the CPU: a seed draws here what `torch.randn(shape, generator=torch.Generator().manual_seed(seed))`
 * draws there. The words are the same bit for bit; values agree within 1e-6 with PyTorch's vectorised code (2e-6 with
 * its scalar code), whose float32 logarithm and sine differ from ours in the last bits.
 * Follows ATen/native/cpu/DistributionTemplates.h (normal_fill, 16 values and more) and
 * ATen/core/DistributionsHelper.h (normal_distribution<double>, fewer than 16).
 */
export class TorchGenerator {
  private readonly words: MT19937;
  /** The second half of a scalar Box-Muller pair. It outlives calls, block draws between them included. */
  private cached: number | null = null;

  /** @throws RangeError unless seed is a whole number from 0 to 2^32 - 1. */
  constructor(seed: number) {
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
      throw new OptionError('seed', 'a whole number from 0 to 4294967295', seed);
    }
    this.words = new MT19937(seed);
  }

  /** Independent values from N(0, 1), in the order in which torch.randn fills them. */
  randn(shape: Shape): Tensor {
    const data = new Float32Array(sizeOf(shape));
    if (data.length >= BLOCK) this.fill(data);
    else for (let i = 0; i < data.length; i++) data[i] = this.scalar();
    return tensor(shape, data);
  }

  /** Uniforms of 24 bits, turned into normals block by block; a ragged end is drawn anew as one whole last block. */
  private fill(data: Float32Array): void {
    const size = data.length;
    for (let i = 0; i < size; i++) data[i] = this.uniform24();
    for (let i = 0; i + BLOCK <= size; i += BLOCK) boxMuller(data, i);
    if (size % BLOCK === 0) return;
    for (let i = size - BLOCK; i < size; i++) data[i] = this.uniform24();
    boxMuller(data, size - BLOCK);
  }

  private scalar(): number {
    if (this.cached !== null) {
      const value = this.cached;
      this.cached = null;
      return value;
    }
    const theta = 2 * Math.PI * this.uniform53();
    const radius = Math.sqrt(-2 * Math.log1p(-this.uniform53()));
    this.cached = radius * Math.sin(theta);
    return radius * Math.cos(theta);
  }

  private uniform24(): number {
    return (this.words.next() & 0xffffff) / 2 ** 24;
  }

  private uniform53(): number {
    const high = this.words.next() & 0x1fffff;
    return (high * 2 ** 32 + this.words.next()) / 2 ** 53;
  }
}

/** Box and Muller 1958 on 16 uniforms in place: the first eight give radii, the last eight angles. */
function boxMuller(data: Float32Array, start: number): void {
  for (let j = start; j < start + BLOCK / 2; j++) {
    const radius = Math.sqrt(-2 * Math.log(1 - (data[j] ?? NaN)));
    const theta = Math.fround(TWO_PI * (data[j + BLOCK / 2] ?? NaN));
    data[j] = radius * Math.cos(theta);
    data[j + BLOCK / 2] = radius * Math.sin(theta);
  }
}
