import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './tools/spawn.mjs';

const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];
/** The text of a page without its blocks of code. */
const read = (page: string) => readFileSync(join(root, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '');

/** Places that exist only once a reader has made them. */
const made = /<|\*|HelloPage/;

it.each(pages)('%s leads only to what is there', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '');
  const near = links.filter((address) => !/^\w+:/.test(address));
  expect(near.filter((address) => !existsSync(join(root, dirname(page), address)))).toEqual([]);
  const named = [...read(page).matchAll(/`((?:src|tests|models|docs)\/[^`\s]+)`/g)].map((match) => match[1] ?? '');
  expect(named.filter((path) => !made.test(path) && !existsSync(join(root, path)))).toEqual([]);
});

it('every page of docs is listed', () => {
  const listed = read('docs/README.md');
  const names = readdirSync(join(root, 'docs')).filter((name) => name !== 'README.md');
  expect(names.filter((name) => !listed.includes(`](${name})`))).toEqual([]);
});

it('every command that a newcomer is told to run is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const asked = pages.flatMap((page) => [...read(page).matchAll(/`npm run ([\w-]+)/g)].map((match) => match[1] ?? ''));
  expect(asked.filter((name) => !(name in scripts))).toEqual([]);
});
