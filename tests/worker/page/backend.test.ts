import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseBackend, type Surroundings } from '../../../src/worker/page/backend.ts';

const real = { info: { vendor: 'amd', architecture: 'rdna-3', isFallbackAdapter: false } };
const said = { info: { vendor: 'google', architecture: 'swiftshader', isFallbackAdapter: true } };
const saidOfOld = { isFallbackAdapter: true };
const unsaid = { info: { vendor: 'mesa', architecture: 'llvmpipe' } };
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)';

/** Gives these adapters in turn, then the last one for ever. */
const gpuWith = (...adapters: unknown[]) => {
  let looks = 0;
  return { requestAdapter: vi.fn(() => Promise.resolve(adapters[Math.min(looks++, adapters.length - 1)] as never)) };
};
const browser = (change: Partial<Surroundings> = {}): Surroundings => ({
  gpu: gpuWith(real),
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64)',
  platform: 'Linux x86_64',
  touchPoints: 0,
  cores: 8,
  isolated: false,
  ...change,
});
const ignorant = { adapterMissing: () => false, noteAdapter: () => undefined };
const never = new AbortController().signal;
const because = (reason: string, detail = '') => ({ from: 'webgpu', reason, detail });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function choose(choice: 'auto' | 'webgpu' | 'wasm', surroundings: Surroundings, memory = ignorant) {
  const chosen = chooseBackend(choice, surroundings, memory, never);
  await vi.advanceTimersByTimeAsync(600);
  return chosen;
}

describe('the backend', () => {
  it.each([
    ['auto', 'a real adapter', {}, 'webgpu', null],
    ['auto', 'no WebGPU', { gpu: undefined }, 'wasm', because('no-adapter')],
    ['auto', 'no adapter', { gpu: gpuWith(null) }, 'wasm', because('no-adapter')],
    ['auto', 'an adapter at the second look', { gpu: gpuWith(null, real) }, 'webgpu', null],
    ['auto', 'a software adapter', { gpu: gpuWith(said) }, 'wasm', because('software-adapter', 'google swiftshader')],
    ['auto', 'one of an older browser', { gpu: gpuWith(saidOfOld) }, 'wasm', because('software-adapter')],
    [
      'auto',
      'one that does not say so',
      { gpu: gpuWith(unsaid) },
      'wasm',
      because('software-adapter', 'mesa llvmpipe'),
    ],
    ['auto', 'an iPhone', { userAgent: iPhone }, 'wasm', because('ios')],
    ['auto', 'an iPad', { platform: 'MacIntel', touchPoints: 5 }, 'wasm', because('ios')],
    ['auto', 'a Mac', { platform: 'MacIntel' }, 'webgpu', null],
    ['webgpu', 'a software adapter', { gpu: gpuWith(said) }, 'webgpu', null],
    ['webgpu', 'an iPhone', { userAgent: iPhone }, 'webgpu', null],
    ['webgpu', 'no WebGPU', { gpu: undefined }, 'wasm', because('no-adapter')],
    ['wasm', 'a real adapter', {}, 'wasm', null],
  ] as const)('%s with %s', async (choice, _name, change, backend, fallback) => {
    expect(await choose(choice, browser(change))).toEqual({ backend, threads: 1, fallback });
  });

  it('is not WebGPU where the request itself fails', async () => {
    const gpu = { requestAdapter: () => Promise.reject(new Error('no')) };
    expect(await choose('auto', browser({ gpu }))).toMatchObject({ backend: 'wasm' });
  });

  it('does not ask for an adapter that it would not use', async () => {
    const gpu = gpuWith(real);
    await choose('wasm', browser({ gpu }));
    await choose('auto', browser({ gpu, userAgent: iPhone }));
    expect(gpu.requestAdapter).not.toHaveBeenCalled();
  });

  it('looks once where there was no adapter before, and notes what it found', async () => {
    const gpu = gpuWith(null);
    const notes: boolean[] = [];
    const memory = { adapterMissing: () => notes.at(-1) === false, noteAdapter: (found: boolean) => notes.push(found) };
    await choose('auto', browser({ gpu }), memory as never);
    await choose('auto', browser({ gpu }), memory as never);
    expect(gpu.requestAdapter).toHaveBeenCalledTimes(3);
    expect(notes).toEqual([false, false]);
  });

  it('stops looking on abort', async () => {
    const controller = new AbortController();
    const chosen = chooseBackend('auto', browser({ gpu: gpuWith(null) }), ignorant, controller.signal);
    const refused = expect(chosen).rejects.toMatchObject({ code: 'cancelled' });
    await vi.advanceTimersByTimeAsync(100);
    controller.abort();
    await refused;
  });
});

describe('threads', () => {
  it.each([
    [false, 16, 1],
    [true, 16, 4],
    [true, 8, 4],
    [true, 6, 3],
    [true, 2, 1],
    [true, 1, 1],
  ])('isolated %s with %i cores: %i', async (isolated, cores, threads) => {
    expect(await choose('wasm', browser({ isolated, cores }))).toMatchObject({ threads });
    expect(await choose('webgpu', browser({ isolated, cores }))).toMatchObject({ threads: 1 });
  });
});
