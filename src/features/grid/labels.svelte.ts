import type { Manifest } from '../../contract/manifest.ts';
import { samplers } from '../../engine/diffusion/samplers/index.ts';
import { useRecipeTexts } from '../recipe-controls/index.ts';
import { axisNames, type AxisName } from './logic/axes.ts';
import { useTexts } from './texts/index.ts';

/** The names of the axes and of their values, in the language of the component that asks. */
export interface Labels {
  readonly axes: Readonly<Record<AxisName, string>>;
  value(name: AxisName, value: string, manifest: Manifest): string;
}

/** For a component's script. @returns a reactive function */
export function useLabels(): () => Labels {
  const t = useTexts();
  const recipe = useRecipeTexts();
  return () => {
    const r = recipe();
    const own: Partial<Record<AxisName, string>> = {
      numSteps: r.steps,
      guidanceScale: r.guidance,
      words: t().words,
      style: t().style,
      sChurn: r.churn,
      noiseTemperature: r.temperature,
      guidanceRescale: r.rescale,
      solverOrder: r.order,
    };
    const { sampler, seed, sigmas, betas, spacing, eta, flowShift, variance, clipping } = r;
    const plain = { sampler, seed, sigmas, betas, spacing, eta, flowShift, variance, clipping };
    const names: Readonly<Record<string, string>> = { ...plain, ...own };
    const ids: Partial<Record<AxisName, Readonly<Record<string, string>>>> = {
      sampler: Object.fromEntries(Object.entries(samplers).map(([id, { label }]) => [id, label])),
      sigmas: r.sigmasNames,
      betas: r.betasNames,
      spacing: r.spacingNames,
      variance: r.varianceNames,
      clipping: r.clippingNames,
    };
    return {
      axes: Object.fromEntries(axisNames.map((name) => [name, names[name] ?? name])) as Record<AxisName, string>,
      value(name, value, { vocabulary }) {
        const wordOf = (id: string) => vocabulary.find((word) => word.id === id)?.words[0] ?? id;
        if (name === 'words' || name === 'style') return value.split('+').map(wordOf).join(' + ');
        return ids[name]?.[value] ?? `${names[name] ?? name} ${value}`;
      },
    };
  };
}
