import type { Recipe } from '../../contract/recipe.ts';
import type { LoadProgress } from '../../contract/tasks.ts';
import type { CatalogueEntry } from '../../session/catalogue.ts';
import { generateAll } from '../../session/generate-all.ts';
import { Notices } from '../../session/notices.svelte.ts';
import type { Run } from '../../session/run.svelte.ts';
import type { Session } from '../../session/session.svelte.ts';
import { Study } from '../../session/study.svelte.ts';
import type { AxisName } from './logic/axes.ts';
import { cellsOf, type Cell } from './logic/cells.ts';
import { defaultValues } from './logic/default-values.ts';
import { parseValues, type Plan } from './logic/grid-in-link.ts';
import { runsOf } from './logic/runs-of.ts';

/** A grid as it was asked for: a model, the recipe that its cells vary, and how they vary it. */
export interface Asked {
  readonly model: CatalogueEntry;
  readonly recipe: Recipe;
  readonly plan: Plan;
}

/** Which edge of the grid. */
export type Edge = 'columns' | 'rows';

/** A grid of runs: every cell is a run of its own, in a lane of its own. */
export class Grid {
  asked = $state.raw<Asked>() as Asked;
  readonly cells = $derived.by((): readonly Cell[] => {
    const { model, recipe, plan } = this.asked;
    return cellsOf(recipe, plan.rows, plan.columns, plan.equal, model.manifest);
  });
  /** For each cell its run; cells that came out alike share one. */
  runs = $state.raw<readonly Run[]>([]);
  /** Its progress is that of loading; how far the cells are is said by their runs. */
  readonly study = new Study<LoadProgress>();
  readonly notices = new Notices();
  readonly finished = $derived(this.runs.filter((run) => run.complete).length);
  /** The share of all steps that are done, 0 .. 1. */
  readonly share = $derived(
    this.runs.reduce((sum, run) => sum + run.lastIndex, 0) /
      this.runs.reduce((sum, { recipe }) => sum + recipe.numSteps, 0),
  );

  /** @param onSettled told when what is asked for has changed */
  constructor(
    private readonly session: Session,
    asked: Asked,
    private readonly onSettled: (asked: Asked) => void,
  ) {
    this.asked = asked;
  }

  /** What was asked for elsewhere, by the browser's back for example. */
  open(asked: Asked): void {
    this.asked = asked;
    void this.run();
  }

  /** Another axis along an edge, with the values that it begins with. */
  choose(edge: Edge, name: AxisName): void {
    const { model, recipe, plan } = this.asked;
    this.#plan({ ...plan, [edge]: { name, values: defaultValues(name, recipe, model.manifest) } });
  }

  /** @returns whether that was a list of values; what of it was none is told. */
  write(edge: Edge, text: string): boolean {
    const { model, recipe, plan } = this.asked;
    const { values, failures } = parseValues(plan[edge].name, text, recipe, model.manifest);
    for (const failure of failures) this.notices.add(failure);
    if (values.length < 2) return false;
    this.#plan({ ...plan, [edge]: { ...plan[edge], values } });
    return true;
  }

  /** Rows become columns. */
  turn(): void {
    const { columns, rows } = this.asked.plan;
    this.#plan({ ...this.asked.plan, columns: rows, rows: columns });
  }

  setEqual(equal: boolean): void {
    this.#plan({ ...this.asked.plan, equal });
  }

  #plan(plan: Plan): void {
    this.asked = { ...this.asked, plan };
    this.onSettled(this.asked);
    void this.run();
  }

  stop(): void {
    this.study.stop();
  }

  dispose(): void {
    this.study.stop();
  }

  /** Makes the cells that are not there yet. */
  async run(): Promise<void> {
    const { model } = this.asked;
    const recipes = this.cells.map(({ recipe }) => recipe);
    this.runs = runsOf(recipes, this.runs, (recipe) => this.session.known(recipe));
    const wanted = this.runs
      .filter((run, i) => !run.complete && this.runs.indexOf(run) === i)
      .map((run, i) => ({ model, run, lane: `grid-${i}` }));
    await this.study.start(async (signal, tell) => {
      await generateAll(this.session, wanted, { signal, onProgress: tell });
      this.notices.settleFailures();
    });
    if (this.study.failure !== null) this.notices.add(this.study.failure, () => void this.run());
  }
}
