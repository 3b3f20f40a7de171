import { afterEach, describe, expect, it } from 'vitest';
import type { Denoiser } from '../../../src/engine/diffusion/denoiser.ts';
import { dequantised, evaluationsOf, likelihood } from '../../../src/engine/diffusion/likelihood.ts';
import { MT19937 } from '../../../src/engine/rng/mt19937.ts';
import { tensor } from '../../../src/engine/tensor.ts';
import type { Response } from '../../../src/contract/tasks.ts';
import { gated, ideal, modelOf, openLine, recipe, source, type Line } from '../line.ts';

const load = { type: 'load', id: 1, model: source, backend: 'wasm', threads: 1 } as const;
const picture = tensor([1, 1, 4, 4], new Float32Array(16).fill(0.5));
const question = { picture, condition: [], numSteps: 6, numProbes: 2, seed: 3 };
const evaluations = evaluationsOf(question);
const ask = (id: number, change = {}) => ({ type: 'likelihood', id, ...question, ...change }) as const;
const ends = (id: number) => (response: Response) =>
  ['judged', 'done', 'failed'].includes(response.type) && 'id' in response && response.id === id;

let line: Line;
afterEach(() => line.close());

/** @param msPerCall what an evaluation takes on the host's clock */
async function loaded(denoiser: Denoiser = ideal, msPerCall = 20): Promise<() => number> {
  let calls = 0;
  const counted: Denoiser = (...input) => {
    calls += 1;
    return denoiser(...input);
  };
  line = openLine(
    () => Promise.resolve(modelOf(counted)),
    () => calls * msPerCall,
  );
  line.send(load);
  await line.until(({ type }) => type === 'loaded');
  return () => calls;
}

describe('a likelihood', () => {
  it('is the engine\u2019s, over the levels of the manifest, with its steps told on the way', async () => {
    const calls = await loaded();
    line.send(ask(2));
    const judged = await line.until(ends(2));
    const { prediction } = source.manifest;
    const random = new MT19937(question.seed);
    const options = { condition: new Float32Array(2), range: prediction, sigmaData: prediction.sigmaData };
    let direct = null;
    const run = likelihood(dequantised(picture, random), ideal, { ...question, ...options }, random);
    for await (const { result } of run) direct = result;
    expect(judged).toEqual({ type: 'judged', id: 2, answer: { ...direct, nfe: evaluations, ms: evaluations * 20 } });
    expect(calls()).toBe(evaluations);
    const told = line.responses.flatMap((response) => (response.type === 'judging' ? [response.progress.index] : []));
    expect(told).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it.each([
    ['picture', { picture: tensor([1, 3, 4, 4]) }, '[1, 3, 4, 4]', '[1, 1, 4, 4]'],
    ['condition', { condition: [{ id: 'green', weight: 1 }] }, 'green', 'dark, light'],
    ['numProbes', { numProbes: 0 }, '0', 'a whole number from 1'],
  ])('is refused for nonsense by name: %s', async (field, change, value, accepted) => {
    await loaded();
    line.send(ask(2, change));
    const detail = { field, value, accepted };
    expect(await line.until(ends(2))).toEqual({ type: 'failed', id: 2, code: 'recipe-invalid', detail });
  });

  it('before any model is refused', async () => {
    line = openLine(() => Promise.resolve(modelOf()));
    line.send(ask(2));
    expect(await line.until(ends(2))).toMatchObject({ type: 'failed', code: 'unexpected' });
  });

  it('stops between two evaluations, in the midst of a step', async () => {
    const { denoiser, atGate, open } = gated(3);
    const calls = await loaded(denoiser);
    line.send(ask(2));
    await atGate;
    line.send({ type: 'cancel', id: 2 });
    open();
    expect(await line.until(ends(2))).toMatchObject({ type: 'failed', code: 'cancelled' });
    expect(calls()).toBe(3);
  });
});

describe('a likelihood and a run', () => {
  it('that comes meanwhile: the run goes ahead within an evaluation', async () => {
    const { denoiser, atGate, open } = gated(3);
    const calls = await loaded(denoiser);
    line.send(ask(2));
    await atGate;
    line.send({ type: 'run', id: 3, recipe });
    open();
    expect((await line.until(ends(3))).type).toBe('done');
    expect(await line.until(ends(2))).toMatchObject({ code: 'cancelled' });
    expect(calls()).toBe(3 + recipe.steps);
  });

  it('that is under way: the likelihood waits, and the run is whole', async () => {
    const { denoiser, atGate, open } = gated(3);
    await loaded(denoiser);
    line.send({ type: 'run', id: 2, recipe });
    await atGate;
    line.send(ask(3));
    open();
    await line.until(ends(3));
    const order = line.responses.flatMap(({ type }) => (type === 'done' || type === 'judged' ? [type] : []));
    expect(order).toEqual(['done', 'judged']);
  });

  it('two likelihoods: the later one takes the place of the earlier', async () => {
    const { denoiser, atGate, open } = gated(2);
    await loaded(denoiser);
    line.send(ask(2));
    await atGate;
    line.send(ask(3));
    open();
    expect((await line.until(ends(3))).type).toBe('judged');
    expect(await line.until(ends(2))).toMatchObject({ code: 'cancelled' });
  });
});
