import { afterEach, describe, expect, it } from 'vitest';
import type { Denoiser } from '../../../src/engine/diffusion/denoiser.ts';
import { run } from '../../../src/engine/diffusion/run.ts';
import { at } from '../../engine/diffusion/frames.ts';
import { ends, framesOf, generate, ideal, load, loaderOf, openLine, recipe, type Line } from '../line.ts';

let line: Line;
afterEach(() => line.close());

/** A clock on which every step is slow. */
function slow(): () => number {
  let time = 0;
  return () => (time += 20);
}

async function loaded(denoiser: Denoiser = ideal, now = slow(), extra = {}): Promise<Line> {
  line = openLine(loaderOf(denoiser, extra), { now });
  line.send(load());
  await line.until(ends(1));
  return line;
}

const ask = (id: number, change = {}, start?: object) =>
  generate(id, { question: { recipe: { ...recipe, ...change }, ...(start && { start }) } });

describe('a run', () => {
  it('sends the frames of the engine, in order, then the sums', async () => {
    await loaded();
    line.send(ask(2));
    const done = await line.until(ends(2));
    const frames = framesOf(line.responses, 2);
    expect(frames.map(({ index }) => index)).toEqual([...Array(13).keys()]);
    expect(new Set(frames.map(({ family }) => family))).toEqual(new Set(['diffusion']));
    const { condition: _, negative: __, numSteps: numSteps, guidanceScale: guidanceScale, ...rest } = recipe;
    const direct = [];
    const options = { ...rest, numSteps, guidanceScale, shape: [1, 1, 4, 4], condition: new Float32Array(2) } as const;
    for await (const frame of run(options, ideal)) direct.push(frame);
    expect(frames.map(({ x }) => x)).toEqual(direct.map(({ x }) => x));
    expect(frames.map(({ step }) => step)).toEqual(direct.map(({ step }) => step));
    expect(done).toMatchObject({ type: 'answer', answer: { nfe: 12 } });
  });

  it('leads a picture back to noise, and starts from noise that it is told', async () => {
    await loaded();
    const plain = { sampler: 'ddim', eta: 0, numSteps: 40 };
    const shape = [1, 1, 4, 4] as const;
    const picture = { shape, data: Float32Array.from({ length: 16 }, (_, i) => Math.sin(i)) };
    line.send(ask(2, plain, { picture }));
    await line.until(ends(2));
    const upwards = framesOf(line.responses, 2);
    expect(upwards[0]?.x).toEqual(picture);
    const levels = upwards.map(({ level }) => level.sigma / level.alpha);
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    const noise = at(upwards, -1).x;
    line.send(ask(3, plain, { noise }));
    await line.until(ends(3));
    const downwards = framesOf(line.responses, 3);
    expect(downwards[0]?.x).toEqual(noise);
    expect(at(downwards, 0).level).toEqual(at(upwards, -1).level);
    expect(downwards).toHaveLength(41);
  });

  it.each(['noise', 'picture'])('refuses a start of another size by name: %s', async (kind) => {
    await loaded();
    line.send(ask(2, {}, { [kind]: { shape: [1, 1, 2, 2], data: new Float32Array(4) } }));
    const accepted = '16 values';
    expect(await line.until(ends(2))).toMatchObject({ code: 'recipe-invalid', detail: { field: 'start', accepted } });
  });

  it('carries the parts of guidance', async () => {
    await loaded();
    line.send(ask(2, { guidanceScale: 2, condition: [{ id: 'light', weight: 1 }] }));
    await line.until(ends(2));
    expect(framesOf(line.responses, 2)[3]?.parts?.conditional.data).toHaveLength(16);
  });

  it('gives the arrays of its frames away instead of copying them', async () => {
    const given: ArrayBuffer[] = [];
    const denoiser: Denoiser = async (...input) => {
      const denoised = await ideal(...input);
      given.push(denoised.x0.data.buffer as ArrayBuffer);
      return denoised;
    };
    await loaded(denoiser);
    line.send(ask(2, { guidanceScale: 2 }));
    await line.until(ends(2));
    // Guidance keeps nothing of its parts, so they are the frame's own.
    expect(given.length).toBe(24);
    expect(given.filter(({ byteLength }) => byteLength > 0)).toEqual([]);
  });

  it('times the steps, and the network within them, by the clock it is given', async () => {
    let time = 0;
    let spent = 0;
    const denoiser: Denoiser = (...input) => {
      time += 10;
      spent += 9;
      return ideal(...input);
    };
    await loaded(denoiser, () => time, { spent: () => spent });
    line.send(ask(2));
    const done = await line.until(ends(2));
    const times = framesOf(line.responses, 2).map(({ ms, networkMs }) => [ms, networkMs]);
    expect(times).toEqual([...Array<number[]>(12).fill([10, 9]), [0, 0]]);
    expect(done).toMatchObject({ answer: { ms: 120, networkMs: 108 } });
  });

  it('hands over the first frame at once, then fast ones together', async () => {
    let time = 0;
    const denoiser: Denoiser = (...input) => {
      time += 6;
      return ideal(...input);
    };
    await loaded(denoiser, () => time);
    line.send(ask(2));
    await line.until(ends(2));
    const sizes = line.responses.flatMap((response) =>
      response.type === 'tell' && response.id === 2 ? [(response.told as []).length] : [],
    );
    expect(sizes).toEqual([1, 3, 3, 3, 3]);
  });

  it.each([
    ['model', { model: 'other' }, 'other', 'two-pictures'],
    ['condition', { condition: [{ id: 'green', weight: 1 }] }, 'green', 'dark, light'],
    ['not', { negative: [{ id: 'green', weight: 1 }] }, 'green', 'dark, light'],
    ['toCondition', { toCondition: [{ id: 'green', weight: 1 }] }, 'green', 'dark, light'],
    ['steps', { numSteps: 1001 }, '1001', 'a whole number from 1 to 1000'],
    ['seed', { seed: -1 }, '-1', 'a whole number from 0 to 4294967295'],
  ])('refuses nonsense by name: %s', async (field, change, value, accepted) => {
    await loaded();
    line.send(ask(2, change));
    expect(await line.until(ends(2))).toEqual({
      type: 'failed',
      id: 2,
      code: 'recipe-invalid',
      detail: { field, value, accepted },
    });
    line.send(ask(3));
    expect((await line.until(ends(3))).type).toBe('answer');
  });

  it('names the level that a model refuses', async () => {
    const { LevelRangeError } = await import('../../../src/engine/diffusion/predictions.ts');
    await loaded(() => Promise.reject(new LevelRangeError(300, '0.1 to 200')));
    line.send(ask(2));
    expect(await line.until(ends(2))).toMatchObject({
      code: 'level-out-of-range',
      detail: { sigma: 300, accepted: '0.1 to 200' },
    });
  });
});
