import { describe, expect, it } from 'vitest';
import { latentOf, run, type GanOptions } from '../../../src/engine/gan/run.ts';
import { TorchGenerator } from '../../../src/engine/rng/torch-generator.ts';

const options: GanOptions = { latent: 32, seed: 42, condition: new Float32Array(10), truncation: 1 };
const norm = ({ data }: { data: Float32Array }) => Math.hypot(...data);

describe("the noise of a GAN's run", () => {
  it("is torch.randn's, times the truncation", () => {
    const { data } = new TorchGenerator(42).randn([1, 1, 1, 32]);
    expect(latentOf(options).data).toEqual(data);
    expect(latentOf({ ...options, truncation: 0.5 }).data).toEqual(data.map((value) => value * 0.5));
    expect(norm(latentOf({ ...options, truncation: 0 }))).toBe(0);
  });

  it("goes along the arc to another seed's, from end to end", () => {
    const at = (share: number) => latentOf({ ...options, morph: { seed: 7, share } });
    expect(at(0).data).toEqual(latentOf(options).data);
    const other = latentOf({ ...options, seed: 7 });
    for (const [i, value] of at(1).data.entries()) expect(value).toBeCloseTo(other.data[i]!, 6);
    // As strong as noise on the way, where a straight line would be weaker.
    const ends = [norm(at(0)), norm(at(1))];
    expect(norm(at(0.5))).toBeGreaterThan(Math.min(...ends) * 0.99);
  });

  it.each([-1, NaN, Infinity])('refuses a truncation of %s by name', (truncation) => {
    expect(() => latentOf({ ...options, truncation })).toThrow(expect.objectContaining({ field: 'truncation' }));
  });
});

describe("a GAN's run", () => {
  it('is one evaluation and one frame, the finished picture', async () => {
    const asked: number[] = [];
    const frames = [];
    const picture = { shape: [1, 1, 1, 1] as const, data: Float32Array.of(0.5) };
    for await (const frame of run(options, (z) => (asked.push(z.data.length), Promise.resolve(picture)))) {
      frames.push(frame);
    }
    expect(asked).toEqual([32]);
    expect(frames.map(({ index, numSteps, nfe, x }) => ({ index, numSteps, nfe, x }))).toEqual([
      { index: 0, numSteps: 0, nfe: 1, x: picture },
    ]);
  });

  it('passes on what the generator refuses', async () => {
    const failing = run(options, () => Promise.reject(new Error('lost')));
    await expect(failing.next()).rejects.toThrow('lost');
  });
});
