import { afterEach, describe, expect, it } from 'vitest';
import type { Denoiser } from '../../../src/engine/diffusion/denoiser.ts';
import {
  dequantised,
  evaluationsOf,
  likelihood,
  type LikelihoodProgress,
} from '../../../src/engine/diffusion/likelihood.ts';
import { MT19937 } from '../../../src/engine/rng/mt19937.ts';
import { tensor } from '../../../src/engine/tensor.ts';
import {
  ends,
  gated,
  generate,
  ideal,
  likelihood as asked,
  load,
  loaderOf,
  openLine,
  recipe,
  source,
  type Line,
} from '../line.ts';

const picture = tensor([1, 1, 4, 4], new Float32Array(16).fill(0.5));
const question = { picture, condition: [], numSteps: 6, numProbes: 2, seed: 3 };
const evaluations = evaluationsOf(question);
const ask = (id: number, change = {}) => asked(id, { ...question, ...change });

let line: Line;
afterEach(() => line.close());

/** @param msPerCall what an evaluation takes on the host's clock */
async function loaded(denoiser: Denoiser = ideal, msPerCall = 20): Promise<() => number> {
  let calls = 0;
  const counted: Denoiser = (...input) => {
    calls += 1;
    return denoiser(...input);
  };
  line = openLine(loaderOf(counted), { now: () => calls * msPerCall });
  line.send(load());
  await line.until(ends(1));
  return () => calls;
}

describe('a likelihood', () => {
  it('is the engine\u2019s, over the levels of the manifest, with its steps told on the way', async () => {
    const calls = await loaded();
    line.send(ask(2));
    const estimated = await line.until(ends(2));
    const { prediction } = source.manifest;
    const random = new MT19937(question.seed);
    const options = { condition: new Float32Array(2), range: prediction, sigmaData: prediction.sigmaData };
    let direct = null;
    const run = likelihood(dequantised(picture, random), ideal, { ...question, ...options }, random);
    for await (const { result } of run) direct = result;
    expect(estimated).toEqual({ type: 'answer', id: 2, answer: { ...direct, nfe: evaluations, ms: evaluations * 20 } });
    expect(calls()).toBe(evaluations);
    const told = line.responses.flatMap((response) =>
      response.type === 'tell' && response.id === 2 ? [(response.told as LikelihoodProgress).index] : [],
    );
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
    line = openLine(loaderOf());
    line.send(ask(2));
    expect(await line.until(ends(2))).toMatchObject({ type: 'failed', code: 'model-absent' });
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
  it('that comes meanwhile: the run goes ahead within an evaluation, and the likelihood goes on after it', async () => {
    const { denoiser, atGate, open } = gated(3);
    const calls = await loaded(denoiser);
    line.send(ask(2));
    await atGate;
    line.send(generate(3));
    open();
    expect((await line.until(ends(3))).type).toBe('answer');
    expect(calls()).toBeLessThanOrEqual(4 + recipe.numSteps);
    expect(await line.until(ends(2))).toMatchObject({
      type: 'answer',
      answer: { nfe: evaluations, ms: evaluations * 20 },
    });
  });

  it('that is under way: the likelihood waits, and the run is whole', async () => {
    const { denoiser, atGate, open } = gated(3);
    await loaded(denoiser);
    line.send(generate(2));
    await atGate;
    line.send(ask(3));
    open();
    await line.until(ends(3));
    const order = line.responses.flatMap((response) => [2, 3].filter((id) => ends(id)(response)));
    expect(order).toEqual([2, 3]);
  });

  it('two likelihoods: the later one takes the place of the earlier', async () => {
    const { denoiser, atGate, open } = gated(2);
    await loaded(denoiser);
    line.send(ask(2));
    await atGate;
    line.send(ask(3));
    open();
    expect((await line.until(ends(3))).type).toBe('answer');
    expect(await line.until(ends(2))).toMatchObject({ code: 'cancelled' });
  });
});
