import { expect, it } from 'vitest';
import { counts, gather } from './changes.mjs';

it('only what is written by hand and linted counts', () => {
  const files = [
    'src/kit/Button.svelte',
    'tests/tools/run.mjs',
    'tests/output/x.ts',
    'README.md',
    'a/node_modules/b.ts',
  ];
  expect(files.filter(counts)).toEqual(['src/kit/Button.svelte', 'tests/tools/run.mjs']);
});

it('changes are checked together, one round at a time, and none is lost', async () => {
  const rounds: string[][] = [];
  let end = () => {};
  const changed = gather((files) => {
    rounds.push([...files]);
    return new Promise((resolve) => (end = resolve));
  }, 20);
  for (const file of ['b', 'a', 'b']) changed(file);
  await expect.poll(() => rounds).toEqual([['a', 'b']]);
  // During the round: they wait for its end.
  for (const file of ['c', 'a']) changed(file);
  expect(rounds).toHaveLength(1);
  end();
  await expect
    .poll(() => rounds)
    .toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
  end();
});
