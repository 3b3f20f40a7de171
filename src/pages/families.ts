import type { Component } from 'svelte';
import type { RecipeFamily } from '../contract/manifest.ts';
import type { Recipe } from '../contract/recipe.ts';
import { loadGan } from '../features/families/gan/index.ts';
import { Playground, PlaygroundPage, type Playable, type PlaygroundOptions } from '../features/playground/index.ts';
import { TakeAway } from '../features/take-away/index.ts';
import { TourGuide } from '../features/tour/index.ts';
import type { AnyEntry } from '../session/catalogue.ts';
import type { Notices } from '../session/notices.svelte.ts';
import type { Session } from '../session/session.svelte.ts';

/** The state of a model on show: what the page around it needs of any family's. */
export interface FamilyPlayground extends Playable {
  readonly model: AnyEntry;
  readonly recipe: Recipe;
  /** `waiting` until it was started. */
  readonly phase: { readonly name: string };
  readonly notices: Notices;
  /** Loads what it needs, and runs. */
  start(): Promise<void>;
  /** Shows a recipe of this model, or of another one of its family. */
  open(model: AnyEntry, recipe: Recipe): void;
  /** A change is finished: it becomes a place that the browser's back leads to. */
  settle(): void;
  dispose(): void;
}

/** How a family is shown. */
export interface FamilyPage<P = FamilyPlayground> {
  create(session: Session, model: AnyEntry, recipe: Recipe, options: PlaygroundOptions): P;
  readonly View: Component<{ playground: P }>;
  /** The dialog of what can leave the page. */
  readonly TakeAway: Component<{ playground: P }, { open(): void }>;
  /** Shows around; a family may have none. */
  readonly Tour?: Component<{ playground: P; onfail: (error: unknown, retry: () => void) => void }, { start(): void }>;
}

const diffusion = {
  create(session: Session, model: Playground['model'], recipe: Recipe, options: PlaygroundOptions) {
    return new Playground(session, model, recipe, options);
  },
  View: PlaygroundPage,
  TakeAway,
  Tour: TourGuide,
};

// Of one family in all its parts: the compiler does not follow that through a table of families.
const anyFamily = <P extends FamilyPlayground>(page: FamilyPage<P>) => page as unknown as FamilyPage;

/** A line a family. Diffusion, which the page opens with, is there at once; another one comes when it is asked for. */
const families: Readonly<Record<RecipeFamily, () => Promise<FamilyPage>>> = {
  diffusion: () => Promise.resolve(anyFamily(diffusion)),
  gan: async () => anyFamily((await loadGan()).gan),
};

/** How a model is shown. The same family gives the same object. */
export const pageOf = ({ manifest: { family } }: AnyEntry): Promise<FamilyPage> => families[family]();
