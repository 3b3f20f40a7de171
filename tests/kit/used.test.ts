import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../tools/spawn.mjs';

const components = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.svelte'))
  .map((path) => ({ path, text: readFileSync(join(root, 'src', path), 'utf8') }));

/** The lines of components, but for those of the kit where it alone may write so, that hold what they must not. */
function lines(wrong: RegExp, inKit = false): string[] {
  return components
    .filter(({ path }) => inKit || !path.startsWith('kit/'))
    .flatMap(({ path, text }) => text.split('\n').map((line, i) => ({ place: `${path}:${i + 1}`, line })))
    .filter(({ line }) => wrong.test(line))
    .map(({ place, line }) => `${place} ${line.trim()}`);
}

describe('components', () => {
  it('take their buttons, dialogs, folds and bars from the kit', () => {
    expect(lines(/<(button|dialog|progress|textarea)\b/)).toEqual([]);
    expect(lines(/type="(checkbox|range)"/)).toEqual([]);
  });

  it('take sizes of text and colours from the tokens', () => {
    expect(lines(/font(-size)?:.*\d(px|rem)/, true)).toEqual([]);
    expect(lines(/:\s[^;]*#[0-9a-f]{3,8}\b.*;$/i, true).filter((line) => !line.includes('mask-image'))).toEqual([]);
  });

  it('know no left and right but in charts and lanes, where time runs to the right in every language', () => {
    expect(lines(/^\s*(margin|padding|border)-(left|right):|text-align: (left|right)/, true)).toEqual([]);
  });
});
