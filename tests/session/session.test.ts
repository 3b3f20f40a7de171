import { describe, expect, it, vi } from 'vitest';
import type { Client, ClientOptions, GenerateOptions } from '../../src/worker/page/client.ts';
import { Failure } from '../../src/contract/failure.ts';
import type { BackendReport } from '../../src/contract/tasks.ts';
import { Run } from '../../src/session/run.svelte.ts';
import { Session } from '../../src/session/session.svelte.ts';
import type { CatalogueEntry } from '../../src/session/catalogue.ts';
import { frameOf, recipeOf } from './fakes.ts';

vi.stubGlobal('requestAnimationFrame', () => 0);

const report: BackendReport = { backend: 'wasm', threads: 1, device: null, integrity: 'sha256', fallback: null };
const model = {} as CatalogueEntry;
const { signal } = new AbortController();

/** A session whose client runs as a test says. */
function sessionWith(run: (options: GenerateOptions) => Promise<void>) {
  let told: ClientOptions = {};
  const client: Client = {
    load: () => Promise.resolve(report),
    generate: async (_model, _question, options) => {
      await run(options as unknown as GenerateOptions);
      return { nfe: 4, ms: 4, networkMs: 4 };
    },
    likelihood: () => Promise.reject(new Failure('cancelled')),
    ask: () => Promise.reject(new Failure('cancelled')),
    dispose: vi.fn(),
  };
  const session = new Session('auto', (options) => {
    told = options;
    return client;
  });
  return { session, client, tell: (report: BackendReport) => told.onBackend?.(report) };
}

const whole = ({ onFrame }: GenerateOptions) => {
  for (let index = 0; index <= 4; index++) onFrame(frameOf(index, 4));
  return Promise.resolve();
};

describe('a session', () => {
  it('knows which backend runs, from the load on and after a worker was replaced', async () => {
    const { session, tell } = sessionWith(whole);
    expect(session.backend).toBeNull();
    await session.load(model, { onProgress: () => {} });
    expect(session.backend).toEqual(report);
    tell({ ...report, threads: 2 });
    expect(session.backend?.threads).toBe(2);
  });

  it('fills a run, ends it, and knows it from then on', async () => {
    const { session } = sessionWith(whole);
    const run = new Run(recipeOf(), 'live');
    await session.generate(run, { model, signal });
    expect([run.complete, run.ended, run.summary?.nfe]).toEqual([true, true, 4]);
    expect(session.known(recipeOf())).toBe(run);
    expect(session.known(recipeOf({ seed: 7 }))).toBeUndefined();
  });

  it('ends a run that fails with what it had, and does not take it for known', async () => {
    const failing = ({ onFrame }: GenerateOptions) => {
      onFrame(frameOf(0, 4));
      return Promise.reject(new Failure('worker-lost'));
    };
    const { session } = sessionWith(failing);
    const run = new Run(recipeOf(), 'live');
    await expect(session.generate(run, { model, signal })).rejects.toMatchObject({ code: 'worker-lost' });
    expect([run.count, run.ended, session.known(recipeOf())]).toEqual([1, true, undefined]);
  });

  it("does not take a run that began elsewhere than at the seed's noise for the recipe's own", async () => {
    const { session } = sessionWith(whole);
    const start = { noise: frameOf(0, 4).x };
    await session.generate(new Run(recipeOf(), 'live'), { model, signal, start });
    expect(session.known(recipeOf())).toBeUndefined();
  });
});
