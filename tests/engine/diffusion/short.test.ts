import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

const folder = 'src/engine/diffusion/samplers';

/** Every function of a file with its number of lines, those inside of others too. */
function functionsOf(file: string): { at: string; lines: number }[] {
  const source = ts.createSourceFile(file, readFileSync(`${folder}/${file}`, 'utf8'), ts.ScriptTarget.Latest);
  const found: { at: string; lines: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
      const first = lineOf(node.getStart(source));
      found.push({ at: `${file}:${first}`, lines: lineOf(node.getEnd()) - first + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('no function of a sampler is longer than 60 lines', () => {
  const all = readdirSync(folder).flatMap(functionsOf);
  expect(all.length).toBeGreaterThan(60);
  expect(all.filter(({ lines }) => lines > 60)).toEqual([]);
});
