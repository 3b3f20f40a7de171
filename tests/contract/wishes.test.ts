import { describe, expect, it } from 'vitest';
import { defaultRecipe } from '../../src/contract/defaults.ts';
import { edited, fitted, wishOf } from '../../src/contract/families/index.ts';
import { manifestWith } from './manifest-for-tests.ts';

const start = { ...defaultRecipe(manifestWith()), numSteps: 100, sigmas: 'karras' as const };

describe('a choice that a sampler forced', () => {
  it.each(['lcm', 'tcd'] as const)('goes when %s goes: noise levels and steps', (sampler) => {
    const forced = edited(start, { sampler });
    expect([forced.sigmas, forced.numSteps]).toEqual(['betas', 50]);
    const back = edited(forced, { sampler: 'euler' });
    expect([back.sigmas, back.numSteps]).toEqual(['karras', 100]);
  });

  it('goes after other changes too, and after two such samplers', () => {
    const forced = edited(edited(edited(start, { sampler: 'lcm' }), { seed: 7 }), { sampler: 'tcd' });
    const back = edited(fitted(forced), { sampler: 'ddim' });
    expect([back.sigmas, back.numSteps, back.seed]).toEqual(['karras', 100, 7]);
  });

  it('stays where it was chosen meanwhile', () => {
    const chosen = edited(edited(start, { sampler: 'lcm' }), { numSteps: 8, sigmas: 'betas' });
    const back = edited(chosen, { sampler: 'euler' });
    expect([back.sigmas, back.numSteps]).toEqual(['betas', 8]);
  });

  it('is an interval of guidance too that was turned round on the way', () => {
    const crossed = edited(start, { guidanceLow: 5, guidanceHigh: 1 });
    expect(crossed.guidanceLow).toBeUndefined();
    expect(edited(crossed, { guidanceHigh: 10 }).guidanceLow).toBe(5);
  });

  it('was never a wish: what was asked for is known', () => {
    expect(wishOf(edited(start, { sampler: 'lcm' }))).toMatchObject({
      sampler: 'lcm',
      sigmas: 'karras',
      numSteps: 100,
    });
  });
});
