import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { samplers } from '../../../src/engine/diffusion/samplers/index.ts';

/** The README's table of samplers: label, evaluations of N steps, order, whether noise is drawn, use, paper. */
const table = readFileSync('README.md', 'utf8')
  .split('\n')
  .filter((line) => line.includes('https://arxiv.org/abs/'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

const evaluations: Record<string, (numSteps: number) => number> = {
  N: (numSteps) => numSteps,
  'N + 1': (numSteps) => numSteps + 1,
  '2N - 1': (numSteps) => 2 * numSteps - 1,
};
const noise = { always: 'always', never: 'never', eta: 'eta > 0', sChurn: 'churn > 0' };

test.each(Object.values(samplers))('the README tells the truth about $label', (sampler) => {
  const row = table.find(([, label]) => label === sampler.label);
  expect(row).toBeDefined();
  const [, , cost = '', order, drawn, , paper] = row ?? [];
  for (const numSteps of [2, 10, 50]) expect(evaluations[cost]?.(numSteps)).toBe(sampler.evaluations(numSteps));
  expect(Number(order)).toBe(sampler.order);
  expect(drawn).toBe(noise[sampler.stochastic]);
  expect(paper).toContain(sampler.citation.url);
});

test('the README lists nothing that is not there', () => {
  expect(table.map(([, label]) => label)).toHaveLength(Object.keys(samplers).length);
});
