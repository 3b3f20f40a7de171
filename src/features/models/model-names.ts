import { useTexts } from './texts/index.ts';

/** For a component's script: what a model is called in the visitor's language; as it calls itself where we have no name. */
export function useModelNames(): (model: { readonly id: string; readonly name: string }) => string {
  const t = useTexts();
  return ({ id, name }) => {
    const names: Readonly<Record<string, string>> = t().names;
    return names[id] ?? name;
  };
}
