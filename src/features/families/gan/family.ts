import type { Recipe } from '../../../contract/recipe.ts';
import { modelsOf, type CatalogueEntry } from '../../../session/catalogue.ts';
import type { Session } from '../../../session/session.svelte.ts';
import GanPage from './GanPage.svelte';
import { GanPlayground, type GanPlaygroundOptions } from './gan-playground.svelte.ts';
import GanTakeAway from './GanTakeAway.svelte';
import { counterpartOf } from './logic/counterpart.ts';

/** How a GAN is shown. */
export const gan = {
  create(
    session: Session,
    model: CatalogueEntry<'gan'>,
    recipe: Recipe,
    options: Omit<GanPlaygroundOptions, 'findCounterpart'>,
  ) {
    const findCounterpart = async (model: CatalogueEntry<'gan'>) =>
      counterpartOf(model.manifest, await modelsOf('diffusion'));
    return new GanPlayground(session, model, recipe, { ...options, findCounterpart });
  },
  View: GanPage,
  TakeAway: GanTakeAway,
};
