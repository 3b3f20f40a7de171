import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { samplerIds, samplers } from '../../../src/engine/diffusion/samplers/index.ts';
import type { SamplerId } from '../../../src/engine/diffusion/samplers/index.ts';
import { betaScheduleIds, sigmaScheduleIds, spacingIds } from '../../../src/engine/diffusion/schedules/index.ts';
import { defaultRecipe } from '../../../src/contract/defaults.ts';
import { forms } from '../../../src/features/take-away/logic/python/forms.ts';
import { checkedWith, pythonOf } from '../../../src/features/take-away/logic/python/python.ts';
import { formatQuery } from '../../../src/contract/query.ts';
import type { Recipe } from '../../../src/contract/recipe.ts';
import { manifestWith } from '../../contract/manifest-for-tests.ts';

const model = manifestWith({ version: '1.2.3' });
const recipeWith = (change: Partial<Recipe>): Recipe => ({ ...defaultRecipe(model), ...change });
const scriptOf = (change: Partial<Recipe>) => pythonOf(recipeWith(change), model, 'model.onnx');

/** Whether the steps are diffusers', with levels from betas and on a curve; null where there are no such levels. */
const byDiffusers: Record<SamplerId, [betas: boolean, karras: boolean | null]> = {
  ddpm: [true, false],
  ddim: [true, false],
  pndm: [true, false],
  ipndm: [false, false],
  euler: [true, true],
  euler_ancestral: [true, false],
  heun: [true, true],
  edm: [false, false],
  dpm2: [true, true],
  dpm2_ancestral: [true, true],
  lms: [true, true],
  dpmpp_2m: [true, true],
  dpmpp_2m_sde: [true, true],
  dpmpp_3m: [true, true],
  dpmpp_2s: [true, true],
  deis: [true, true],
  unipc: [true, true],
  flow_euler: [true, true],
  flow_heun: [false, false],
  lcm: [true, null],
  tcd: [true, null],
};

describe('every sampler of the registry', () => {
  it('has a Python form', () => {
    expect(Object.keys(forms).sort()).toEqual([...samplerIds].sort());
  });

  it.each(samplerIds)('%s: diffusers takes the steps, or the script spells them out and says so', (sampler) => {
    const [betas, karras] = byDiffusers[sampler];
    for (const [sigmas, native] of [['betas', betas] as const, ['karras', karras] as const]) {
      if (native === null) continue;
      const script = scriptOf({ sampler, sigmas, numSteps: 10 });
      expect(script.includes('scheduler.step(')).toBe(native);
      expect(script.includes('spelled out')).toBe(!native);
      expect(script).toContain('torch.Generator().manual_seed(42)');
    }
  });

  it('has a form with all levels, and its lines are short', () => {
    for (const sampler of samplerIds) {
      for (const sigmas of samplers[sampler].schedules ?? sigmaScheduleIds) {
        for (const betas of betaScheduleIds.filter((id) => id !== 'squaredcos_cap_v2')) {
          for (const spacing of spacingIds) {
            const lines = scriptOf({ sampler, sigmas, betas, spacing, numSteps: 12 }).split('\n');
            const long = lines.filter((line) => line.length > 120 && !line.includes('model=digits'));
            expect(long).toEqual([]);
          }
        }
      }
    }
  });
});

describe('a script', () => {
  it('says what it draws, by which model, and the way back', () => {
    const recipe = recipeWith({ seed: 7, sampler: 'euler', sigmas: 'karras' });
    const script = pythonOf(recipe, model, 'model.onnx');
    expect(script.split('\n').slice(0, 6)).toEqual([
      '"""A run of the diffusion playground. What it draws is made by a generative model.',
      '',
      `Recipe: ${formatQuery(recipe)}`,
      'Model: digits 1.2.3',
      `Needs: pip install torch diffusers onnxruntime (checked with ${checkedWith})`,
      '"""',
    ]);
    expect(script).toContain('made by a generative model: digits 1.2.3, model=digits');
  });

  it('is checked with the diffusers that tests/python asks for', () => {
    const requirements = readFileSync(new URL('../../python/requirements.txt', import.meta.url), 'utf8');
    expect(requirements).toContain(checkedWith.replace(' ', '=='));
  });

  it('evaluates once without guidance, twice with it, and knows the negative words', () => {
    expect(scriptOf({ guidanceScale: 1 })).not.toContain('negative');
    const script = scriptOf({
      guidanceScale: 2.5,
      condition: [{ id: '3', weight: 0.7 }],
      negative: [{ id: '1', weight: 1 }],
    });
    expect(script).toContain('condition[0, 3] = 0.7  # 3\n');
    expect(script).toContain('negative[0, 1] = 1  # 1\n');
    expect(script).toContain('x0 = away + 2.5 * (toward - away)');
  });

  it('guides where the recipe does', () => {
    const script = scriptOf({ guidanceScale: 2, guidanceLow: 0.2, guidanceHigh: 5 });
    expect(script).toContain('    if 0.2 <= round(float(sigma), 5) <= 5:  # arXiv 2404.07724\n        away, toward');
    expect(script).toContain('    else:\n        x0 = network(x, sigma, condition)\n');
    expect(scriptOf({ guidanceScale: 2, guidanceHigh: 5 })).toContain('    if round(float(sigma), 5) <= 5:');
    expect(scriptOf({ guidanceScale: 1, guidanceHigh: 5 })).not.toContain('if round');
  });

  it('asks for scipy only where it needs it', () => {
    for (const sampler of ['ddim', 'dpmpp_2m'] as const) {
      expect(scriptOf({ sampler, sigmas: 'beta' })).toContain('onnxruntime scipy (checked');
      expect(scriptOf({ sampler, sigmas: 'karras' })).not.toContain('scipy');
    }
    expect(scriptOf({ sampler: 'ddim', sigmas: 'beta' })).toContain('import scipy.stats\n');
  });

  it('mixes words, and walks from one noise to another', () => {
    const script = scriptOf({
      toSeed: 7,
      toCondition: [{ id: '1', weight: 1 }],
      mix: 0.25,
      sampler: 'euler',
      sigmas: 'karras',
    });
    expect(script).toContain('condition[0, 3] = 0.75  # 3\ncondition[0, 1] = 0.25  # 1\n');
    const [, start] = script.split('generator = torch.Generator().manual_seed(42)\n');
    expect(start?.split('for k')[0]).toMatchInlineSnapshot(`
      "x = torch.randn((1, 1, 28, 28), generator=generator)
      to = torch.randn((1, 1, 28, 28), generator=torch.Generator().manual_seed(7))
      theta = torch.acos((x * to).sum() / (x.norm() * to.norm()))
      x = (torch.sin(0.75 * theta) * x + torch.sin(0.25 * theta) * to) / torch.sin(theta)  # arXiv 2010.02502, sec. 5.3
      x = x * scheduler.init_noise_sigma
      "
    `);
    expect(scriptOf({ toSeed: 7, mix: 0 }).replace(/&toSeed=7&mix=0/g, '')).toBe(scriptOf({}));
    expect(scriptOf({ toSeed: 42, mix: 0.5 })).not.toContain('theta');
  });

  it('quotes the name of the file', () => {
    expect(pythonOf(recipeWith({}), model, 'my "own"\\model.onnx')).toContain('"my \\"own\\"\\\\model.onnx"');
  });

  it('reads as one would write it', () => {
    const [, body] = scriptOf({ sampler: 'euler', sigmas: 'karras', numSteps: 20, guidanceScale: 1 }).split(
      'return x0\n',
    );
    expect(body).toMatchInlineSnapshot(`
      "

      scheduler = EulerDiscreteScheduler(
          use_karras_sigmas=True,
          sigma_min=0.01,
          sigma_max=40.0,
          timestep_spacing="linspace",
      )
      scheduler.set_timesteps(20)
      scheduler.set_begin_index(0)
      scheduler.is_scale_input_called = True  # the model takes x and sigma as they are

      generator = torch.Generator().manual_seed(42)
      x = torch.randn((1, 1, 28, 28), generator=generator) * scheduler.init_noise_sigma
      for k, t in enumerate(scheduler.timesteps):
          sigma = scheduler.sigmas[k]
          x0 = denoise(x, sigma)
          x = scheduler.step((x - x0) / sigma, t, x).prev_sample

      np.save("picture.npy", x.numpy())  # -1 to 1
      pixels = ((x[0] + 1) * 127.5).round().clamp(0, 255).byte()
      note = PngImagePlugin.PngInfo()
      note.add_text("Comment", "made by a generative model: digits 1.2.3, model=digits&condition=3:1&seed=42&steps=20&sampler=euler&eta=0&sigmas=karras&betas=linear&spacing=leading&guidance=1")
      Image.fromarray(pixels.permute(1, 2, 0).squeeze(-1).numpy()).save("picture.png", pnginfo=note)
      "
    `);
  });

  it('spells out what diffusers does not have', () => {
    const [, body] = scriptOf({ sampler: 'ddim', sigmas: 'log_snr', numSteps: 20, eta: 0.5 }).split('return x0\n');
    expect(body).toMatchInlineSnapshot(`
      "

      # sigma / alpha of every step, and 0 at the end
      ratios = np.geomspace(40.0, 0.01, 20)  # even steps of log SNR
      ratios = np.append(ratios, 0.0)
      alphas = (1 / np.sqrt(1 + ratios**2)).tolist()
      sigmas = (ratios / np.sqrt(1 + ratios**2)).tolist()

      generator = torch.Generator().manual_seed(42)
      x = torch.randn((1, 1, 28, 28), generator=generator)
      for k in range(20):  # spelled out: diffusers has no such step
          alpha, sigma, alpha_next, sigma_next = alphas[k], sigmas[k], alphas[k + 1], sigmas[k + 1]
          x0 = denoise(x / alpha, sigma / alpha)
          epsilon = (x - alpha * x0) / sigma
          deviation = 0.5 * sigma_next / sigma * math.sqrt(1 - (alpha / alpha_next) ** 2)
          x = alpha_next * x0 + math.sqrt(max(0.0, sigma_next**2 - deviation**2)) * epsilon
          if deviation > 0:
              x = x + deviation * torch.randn(x.shape, generator=generator)

      np.save("picture.npy", x.numpy())  # -1 to 1
      pixels = ((x[0] + 1) * 127.5).round().clamp(0, 255).byte()
      note = PngImagePlugin.PngInfo()
      note.add_text("Comment", "made by a generative model: digits 1.2.3, model=digits&condition=3:1&seed=42&steps=20&sampler=ddim&eta=0.5&sigmas=log_snr&betas=linear&spacing=leading&guidance=1.5")
      Image.fromarray(pixels.permute(1, 2, 0).squeeze(-1).numpy()).save("picture.png", pnginfo=note)
      "
    `);
  });
});

it.each(samplerIds)('%s: every option that a recipe may set has a form', (sampler) => {
  const { schedules: curves = sigmaScheduleIds, spacings, timestepFamily } = samplers[sampler];
  const most = timestepFamily === 'distilled' ? 4 : 61;
  const betas = { sigmas: 'betas', betas: 'scaled_linear' } as const;
  const changes: Partial<Recipe>[] = [
    ...curves.map((sigmas) => ({ sigmas, flowShift: 3 })),
    ...spacings.map((spacing) => ({ ...betas, spacing })),
    // The others begin where nothing of the signal is left, and no network of ours was trained there.
    ...(spacings.includes('leading') ? [{ ...betas, zeroTerminalSnr: true }] : []),
    ...curves.map((sigmas) => ({ sigmas, noiseTemperature: 0.5, eta: 0.5, sChurn: 10 })),
    { ...betas, clipping: 'dynamic', guidanceRescale: 0.5, guidanceLow: 1 },
  ];
  for (const change of changes) {
    expect(scriptOf({ sampler, numSteps: most, ...change })).toContain('np.save("picture.npy"');
  }
});

describe('a script says where it leaves diffusers, and why', () => {
  const told: [string, Partial<Recipe>, boolean][] = [
    ["diffusers' DEIS rounds to float32", { sampler: 'deis', solverOrder: 3, sigmas: 'karras', numSteps: 256 }, true],
    ["diffusers' DEIS rounds to float32", { sampler: 'deis', solverOrder: 3, sigmas: 'karras', numSteps: 20 }, false],
    ["diffusers' DEIS rounds to float32", { sampler: 'deis', sigmas: 'betas', numSteps: 100 }, false],
    ["diffusers' Euler estimates before the churn", { sampler: 'euler', sChurn: 20 }, true],
    ["diffusers' Euler estimates before the churn", { sampler: 'euler', sChurn: 0 }, false],
  ];
  it.each(told)('%s: %o is spelled out: %o', (why, change, spelledOut) => {
    const script = scriptOf(change);
    expect(script.includes(`spelled out: ${why}`)).toBe(spelledOut);
    expect(script.includes('scheduler.step(')).toBe(!spelledOut);
  });
});

describe('there is no script', () => {
  it('for a sampler without a form', () => {
    const sampler = 'magic' as SamplerId;
    expect(() => scriptOf({ sampler })).toThrow(new RangeError('no Python form yet for the sampler magic'));
  });

  const refused: [string, Partial<Recipe>][] = [
    ['sigmas: betas', { sampler: 'lcm', sigmas: 'karras' }],
    ['numSteps: ', { sampler: 'tcd', sigmas: 'betas', numSteps: 51 }],
    ['sigma: 0.002 to 160', { sampler: 'ddim', sigmas: 'betas', betas: 'squaredcos_cap_v2', spacing: 'linspace' }],
    ['vocabulary', { condition: [{ id: '99', weight: 1 }] }],
  ];
  it.each(refused)('for what the engine refuses too: %s', (message, change) => {
    expect(() => scriptOf(change)).toThrow(RangeError);
    expect(() => scriptOf(change)).toThrow(message);
  });
});

it('fetches weights that are on a server', () => {
  const script = pythonOf(recipeWith({}), model, 'https://your.site/model.onnx');
  expect(script).toContain('from urllib.request import urlopen\n');
  expect(script).toContain('weights = urlopen("https://your.site/model.onnx").read()\n');
});
