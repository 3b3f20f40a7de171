import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/contract/failure.ts';
import { goOn, Study } from '../../src/session/study.svelte.ts';

/** A promise that a test settles when it likes. */
function later() {
  let [resolve, reject] = [() => {}, (_: unknown) => {}];
  const promise = new Promise<void>((done, fail) => ([resolve, reject] = [done, fail]));
  return { promise, resolve, reject };
}

describe('a study', () => {
  it('tells of its progress, and is done', async () => {
    const study = new Study<number>();
    const end = later();
    const started = study.start(async (_, tell) => {
      tell(1);
      tell(2);
      await end.promise;
    });
    expect(study.phase).toEqual({ name: 'running', progress: 2 });
    expect([study.running, study.progress, study.failure]).toEqual([true, 2, null]);
    end.resolve();
    await started;
    expect(study.phase).toEqual({ name: 'done' });
  });

  it('fails by name, whatever was thrown, and starts afresh', async () => {
    const study = new Study();
    const failure = new Failure('worker-lost', { reason: 'gone' });
    await study.start(() => Promise.reject(failure));
    expect(study.failure).toBe(failure);
    await study.start(() => Promise.reject(new TypeError('odd')));
    expect(study.failure?.code).toBe('unexpected');
    await study.start(() => Promise.resolve());
    expect(study.phase).toEqual({ name: 'done' });
  });

  it('is idle again when it is stopped, at once, and nothing is told after', async () => {
    const study = new Study<number>();
    const end = later();
    const started = study.start(async (signal, tell) => {
      await end.promise;
      tell(5);
      goOn(signal);
    });
    study.stop();
    expect(study.phase).toEqual({ name: 'idle' });
    end.resolve();
    await started;
    expect(study.phase).toEqual({ name: 'idle' });
  });

  it('is idle after a cancel that comes from elsewhere', async () => {
    const study = new Study();
    await study.start(() => Promise.reject(new Failure('cancelled')));
    expect(study.phase).toEqual({ name: 'idle' });
  });

  it('keeps what failed when it is stopped after', async () => {
    const study = new Study();
    await study.start(() => Promise.reject(new Failure('index-missing')));
    study.stop();
    expect(study.failure?.code).toBe('index-missing');
  });

  it('aborts the older work when a newer starts, and only the newer counts', async () => {
    const study = new Study<string>();
    const [first, second] = [later(), later()];
    let aborted = false;
    const older = study.start(async (signal, tell) => {
      signal.addEventListener('abort', () => (aborted = true));
      await first.promise;
      tell('older');
    });
    const newer = study.start(async (_, tell) => {
      tell('newer');
      await second.promise;
    });
    expect(aborted).toBe(true);
    first.reject(new Error('too late'));
    await older;
    expect(study.progress).toBe('newer');
    second.resolve();
    await newer;
    expect(study.phase).toEqual({ name: 'done' });
  });
});
