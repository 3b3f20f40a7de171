import { afterEach, describe, expect, it } from 'vitest';
import type { Denoiser } from '../../../src/engine/diffusion/denoiser.ts';
import { run } from '../../../src/engine/diffusion/run.ts';
import { Failure } from '../../../src/contract/failure.ts';
import type { Loader } from '../../../src/worker/thread/host.ts';
import type { Response, TimedFrame } from '../../../src/contract/tasks.ts';
import { at } from '../../engine/diffusion/frames.ts';
import { deferred, gated, ideal, modelOf, openLine, recipe, source, type Line } from '../line.ts';

const load = { type: 'load', id: 1, model: source, backend: 'wasm', threads: 1 } as const;
const framesOf = (responses: Response[], id: number): TimedFrame[] =>
  responses.flatMap((response) => (response.type === 'frames' && response.id === id ? response.frames : []));
const ends = (id: number) => (response: Response) =>
  (response.type === 'done' || response.type === 'failed') && response.id === id;

let line: Line;
afterEach(() => line.close());

/** A clock on which every step is slow. */
function slow(): () => number {
  let time = 0;
  return () => (time += 20);
}

async function loaded(denoiser: Denoiser = ideal, now = slow(), extra = {}): Promise<Line> {
  line = openLine(() => Promise.resolve(modelOf(denoiser, extra)), now);
  line.send(load);
  await line.until(({ type }) => type === 'loaded');
  return line;
}

describe('a run', () => {
  it('sends the frames of the engine, in order, then the sums', async () => {
    await loaded();
    line.send({ type: 'run', id: 2, recipe });
    const done = await line.until(ends(2));
    const frames = framesOf(line.responses, 2);
    expect(frames.map(({ index }) => index)).toEqual([...Array(13).keys()]);
    const { condition: _, not: __, steps: numSteps, guidance: guidanceScale, ...rest } = recipe;
    const direct = [];
    const options = { ...rest, numSteps, guidanceScale, shape: [1, 1, 4, 4], condition: new Float32Array(2) } as const;
    for await (const frame of run(options, ideal)) direct.push(frame);
    expect(frames.map(({ x }) => x)).toEqual(direct.map(({ x }) => x));
    expect(frames.map(({ step }) => step)).toEqual(direct.map(({ step }) => step));
    expect(done).toMatchObject({ type: 'done', summary: { nfe: 12 } });
  });

  it('leads a picture back to noise, and starts from noise that it is told', async () => {
    await loaded();
    const plain = { ...recipe, sampler: 'ddim', eta: 0, steps: 40 } as const;
    const shape = [1, 1, 4, 4] as const;
    const picture = { shape, data: Float32Array.from({ length: 16 }, (_, i) => Math.sin(i)) };
    line.send({ type: 'run', id: 2, recipe: plain, start: { picture } });
    await line.until(ends(2));
    const upwards = framesOf(line.responses, 2);
    expect(upwards[0]?.x).toEqual(picture);
    const levels = upwards.map(({ level }) => level.sigma / level.alpha);
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    const noise = at(upwards, -1).x;
    line.send({ type: 'run', id: 3, recipe: plain, start: { noise } });
    await line.until(ends(3));
    const downwards = framesOf(line.responses, 3);
    expect(downwards[0]?.x).toEqual(noise);
    expect(at(downwards, 0).level).toEqual(at(upwards, -1).level);
    expect(downwards).toHaveLength(41);
  });

  it.each(['noise', 'picture'])('refuses a start of another size by name: %s', async (kind) => {
    await loaded();
    const small = { shape: [1, 1, 2, 2] as const, data: new Float32Array(4) };
    line.send({ type: 'run', id: 2, recipe, start: kind === 'noise' ? { noise: small } : { picture: small } });
    const accepted = '16 values';
    expect(await line.until(ends(2))).toMatchObject({ code: 'recipe-invalid', detail: { field: 'start', accepted } });
  });

  it('carries the parts of guidance', async () => {
    await loaded();
    line.send({ type: 'run', id: 2, recipe: { ...recipe, guidance: 2, condition: [{ id: 'light', weight: 1 }] } });
    await line.until(ends(2));
    expect(framesOf(line.responses, 2)[3]?.parts?.conditional.data).toHaveLength(16);
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
    line.send({ type: 'run', id: 2, recipe });
    const done = await line.until(ends(2));
    const times = framesOf(line.responses, 2).map(({ ms, networkMs }) => [ms, networkMs]);
    expect(times).toEqual([...Array(12).fill([10, 9]), [0, 0]]);
    expect(done).toMatchObject({ summary: { ms: 120, networkMs: 108 } });
  });

  it('hands over the first frame at once, then fast ones together', async () => {
    let time = 0;
    const denoiser: Denoiser = (...input) => {
      time += 6;
      return ideal(...input);
    };
    await loaded(denoiser, () => time);
    line.send({ type: 'run', id: 2, recipe });
    await line.until(ends(2));
    const sizes = line.responses.flatMap((response) => (response.type === 'frames' ? [response.frames.length] : []));
    expect(sizes).toEqual([1, 3, 3, 3, 3]);
  });

  it.each([
    ['model', { model: 'other' }, 'other', 'two-pictures'],
    ['condition', { condition: [{ id: 'green', weight: 1 }] }, 'green', 'dark, light'],
    ['not', { not: [{ id: 'green', weight: 1 }] }, 'green', 'dark, light'],
    ['steps', { steps: 1001 }, '1001', 'a whole number from 1 to 1000'],
    ['seed', { seed: -1 }, '-1', 'a whole number from 0 to 4294967295'],
  ])('refuses nonsense by name: %s', async (field, change, value, accepted) => {
    await loaded();
    line.send({ type: 'run', id: 2, recipe: { ...recipe, ...change } });
    expect(await line.until(ends(2))).toEqual({
      type: 'failed',
      id: 2,
      code: 'recipe-invalid',
      detail: { field, value, accepted },
    });
    line.send({ type: 'run', id: 3, recipe });
    expect((await line.until(ends(3))).type).toBe('done');
  });
});

describe('a cancel', () => {
  it('ends a run between two steps', async () => {
    const { denoiser, atGate, open, calls } = gated(4);
    await loaded(denoiser);
    line.send({ type: 'run', id: 2, recipe });
    await atGate;
    line.send({ type: 'cancel', id: 2 });
    open();
    expect(await line.until(ends(2))).toMatchObject({ type: 'failed', code: 'cancelled' });
    expect(calls()).toBeLessThan(6);
    line.send({ type: 'run', id: 3, recipe });
    expect((await line.until(ends(3))).type).toBe('done');
  });

  it('arrives while a denoiser never leaves its thread by itself', async () => {
    await loaded(ideal, () => performance.now());
    line.send({ type: 'run', id: 2, recipe: { ...recipe, steps: 1000 } });
    await line.until(({ type }) => type === 'frames');
    line.send({ type: 'cancel', id: 2 });
    expect(await line.until(ends(2))).toMatchObject({ code: 'cancelled' });
    expect(framesOf(line.responses, 2).length).toBeLessThan(900);
  });

  it('reaches a load', async () => {
    const loader: Loader = (_request, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Failure('cancelled'))));
    line = openLine(loader);
    line.send(load);
    line.send({ type: 'cancel', id: 1 });
    expect(await line.until(ends(1))).toMatchObject({ code: 'cancelled' });
  });

  it('of something unknown is nothing', async () => {
    await loaded();
    line.send({ type: 'cancel', id: 99 });
    line.send({ type: 'run', id: 2, recipe });
    expect((await line.until(ends(2))).type).toBe('done');
  });
});

describe('requests that meet', () => {
  it('a new run takes the place of the one under way', async () => {
    const { denoiser, atGate, open } = gated(3);
    await loaded(denoiser);
    line.send({ type: 'run', id: 2, recipe });
    await atGate;
    line.send({ type: 'run', id: 3, recipe: { ...recipe, seed: 1 } });
    line.send({ type: 'run', id: 4, recipe: { ...recipe, seed: 2 } });
    open();
    expect((await line.until(ends(4))).type).toBe('done');
    expect(await line.until(ends(2))).toMatchObject({ code: 'cancelled' });
    expect(await line.until(ends(3))).toMatchObject({ code: 'cancelled' });
    expect(framesOf(line.responses, 3)).toEqual([]);
    expect(framesOf(line.responses, 4)).toHaveLength(13);
  });

  it('a new load lets go of the model before it makes another', async () => {
    const order: string[] = [];
    line = openLine(() => {
      order.push('load');
      return Promise.resolve(modelOf(ideal, { dispose: () => Promise.resolve(void order.push('dispose')) }));
    });
    line.send(load);
    line.send({ ...load, id: 2 });
    await line.until((response) => response.type === 'loaded' && response.id === 2);
    expect(order.join(' ')).toMatch(/^(load dispose )?load$/);
  });
});

describe('what goes wrong', () => {
  it('crosses with its code and detail intact', async () => {
    line = openLine(() => Promise.reject(new Failure('hash-mismatch', { url: 'u', expected: 'a', actual: 'b' })));
    line.send(load);
    expect(await line.until(ends(1))).toEqual({
      type: 'failed',
      id: 1,
      code: 'hash-mismatch',
      detail: { url: 'u', expected: 'a', actual: 'b' },
    });
  });

  it('crosses as unexpected when nobody foresaw it', async () => {
    await loaded(() => Promise.reject(new TypeError('x is not a function')));
    line.send({ type: 'run', id: 2, recipe });
    expect(await line.until(ends(2))).toMatchObject({
      code: 'unexpected',
      detail: { reason: 'TypeError: x is not a function' },
    });
  });

  it('names the level that a model refuses', async () => {
    const { LevelRangeError } = await import('../../../src/engine/diffusion/predictions.ts');
    await loaded(() => Promise.reject(new LevelRangeError(300, '0.1 to 200')));
    line.send({ type: 'run', id: 2, recipe });
    expect(await line.until(ends(2))).toMatchObject({
      code: 'level-out-of-range',
      detail: { sigma: 300, accepted: '0.1 to 200' },
    });
  });

  it('tells that the GPU is lost, asked or not', async () => {
    const { promise: lost, resolve: lose } = deferred<string>();
    await loaded(ideal, slow(), { lost });
    lose('unknown: gone');
    expect(await line.until(({ type }) => type === 'lost')).toEqual({ type: 'lost', reason: 'unknown: gone' });
  });

  it('a run before any model', async () => {
    line = openLine(() => Promise.resolve(modelOf()));
    line.send({ type: 'run', id: 2, recipe });
    expect(await line.until(ends(2))).toMatchObject({ code: 'unexpected' });
  });
});
