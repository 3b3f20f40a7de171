import { randomSeed } from '../../kit/random-seed.ts';
import { formatQuery } from '../../contract/query.ts';
import type { Recipe } from '../../contract/recipe.ts';
import { edited } from '../../contract/families/index.ts';
import { levelOptionsOf } from '../../contract/run-options.ts';
import type { LoadProgress, TimedFrame } from '../../contract/tasks.ts';
import { levelsOf } from '../../engine/diffusion/levels.ts';
import { noiseLevel } from '../../kit/paint/noise-level.ts';
import { dwellTimes, runDuration } from '../../session/dwell.ts';
import { generateAll } from '../../session/generate-all.ts';
import { Notices } from '../../session/notices.svelte.ts';
import { Player } from '../../session/player.svelte.ts';
import { Run } from '../../session/run.svelte.ts';
import type { Session } from '../../session/session.svelte.ts';
import { Study } from '../../session/study.svelte.ts';
import { Throttle } from '../../session/throttle.ts';
import { askedOf, mostLanes, type Asked } from './logic/lanes-in-link.ts';
import type { View } from './logic/measures.ts';
import { nextLane } from './logic/next-lane.ts';
import { sharedLevels, type SharedLevels } from './logic/shared-levels.ts';

export interface ComparisonOptions {
  /** Nothing plays: the visitor asked for no motion. */
  readonly still: () => boolean;
  /** Told when a change is finished, a drag at its end. */
  readonly onSettled: (recipes: readonly Recipe[]) => void;
}

/** Two to four recipes, their runs, and one playhead over all of them: a noise level that they share. */
export class Comparison {
  /** What is asked for; the first is what the others are compared with. */
  lanes = $state.raw<readonly Asked[]>() as readonly Asked[];
  /** For each lane the run on show. A lane that was changed keeps its old one until the new one reached the playhead. */
  shown = $state.raw<readonly Run[]>([]);
  view = $state<View>('x');
  /** Its progress is that of loading; how far the runs are is said by the runs. */
  readonly study = new Study<LoadProgress>();
  readonly notices = new Notices();
  /** For each lane the run that was asked for last. */
  #runs = $state.raw<readonly Run[]>([]);
  readonly shared = $derived.by(() => sharedBy(this.shown.length > 0 ? recipesOf(this.shown) : recipesOf(this.lanes)));
  readonly last = $derived(this.shared.columns.length - 1);
  /** Each has its own noise, and they do not all start from the first one's. */
  readonly ownNoise = $derived(this.lanes.some(({ recipe }) => recipe.seed !== this.lanes[0]?.recipe.seed));
  /** The last column that every lane has something to show in. */
  readonly available = $derived(Math.min(...this.shown.map((run, k) => this.shared.filledBy(k, run.count))));
  /** Steps that are there, of those that are asked for. */
  readonly progress = $derived({
    done: this.#runs.reduce((sum, run) => sum + run.lastIndex, 0),
    all: this.#runs.reduce((sum, run) => sum + run.recipe.numSteps, 0),
  });
  readonly player = new Player(() => ({
    last: this.last,
    available: this.available,
    dwell: (column) => this.#dwells[column] ?? runDuration(this.last) / this.last,
  }));
  readonly #dwells = $derived.by(() => this.#dwellTimes());
  readonly #throttle = new Throttle();

  constructor(
    private readonly session: Session,
    lanes: readonly Asked[],
    private readonly options: ComparisonOptions,
  ) {
    this.lanes = lanes;
  }

  /** The frame that a lane shows in a column; null before there is any. */
  frameAt(lane: number, column: number): TimedFrame | null {
    return this.shown[lane]?.at(this.shared.frameIn(lane, column)) ?? null;
  }

  /** What was asked for elsewhere, by the browser's back for example. */
  open(lanes: readonly Asked[]): void {
    this.shown = this.shown.slice(0, lanes.length);
    this.lanes = lanes;
    this.#throttle.soon(() => void this.run());
  }

  /** Changes a recipe. Where all share one noise, a new seed is everybody's. */
  edit(lane: number, change: Partial<Recipe>): void {
    const { seed } = change;
    const all = seed === undefined || this.ownNoise ? {} : { seed };
    this.#change((asked, k) => ({ ...all, ...(k === lane && change) }));
  }

  /** Asks the same of another model that draws pictures of that shape. */
  choose(lane: number, model: Asked['model']): void {
    this.lanes = this.lanes.map((asked, k) => (k === lane ? askedOf(model, asked.recipe) : asked));
    this.#settleSoon();
  }

  add(): void {
    const last = this.lanes.at(-1);
    if (last === undefined || this.lanes.length === mostLanes) return;
    this.lanes = [...this.lanes, { model: last.model, recipe: nextLane(recipesOf(this.lanes)) }];
    this.#settleSoon();
  }

  remove(lane: number): void {
    this.#keepPlace(this.shown.filter((_, k) => k !== lane));
    this.lanes = this.lanes.filter((_, k) => k !== lane);
    this.#settleSoon();
  }

  /** One noise for all, the first one's; or for each a seed of its own. */
  giveOwnNoise(own: boolean): void {
    const first = this.lanes[0]?.recipe.seed ?? 0;
    this.#change((_, k) => ({ seed: own ? (first + k) >>> 0 : first }));
    this.settle();
  }

  /** Another seed, drawn afresh; where each has its own, one for each. */
  reroll(): void {
    const [own, shared] = [this.ownNoise, randomSeed()];
    this.#change(() => ({ seed: own ? randomSeed() : shared }));
    this.settle();
  }

  /** A change is finished: it becomes a place that the browser's back leads to. */
  settle(): void {
    this.options.onSettled(recipesOf(this.lanes));
  }

  /** Runs everything anew, and plays it. */
  denoise(): void {
    void this.run(true);
  }

  stop(): void {
    this.study.stop();
  }

  dispose(): void {
    this.#throttle.cancel();
    this.study.stop();
    this.player.pause();
  }

  /** Makes what is not there yet. @param anew everything is computed again and played from the noise on */
  async run(anew = false): Promise<void> {
    this.#throttle.started();
    const fromNoise = anew || this.shown.length === 0;
    const runs = this.lanes.map(
      ({ recipe }, k) => (anew ? null : this.#known(recipe)) ?? this.#newRun(recipe, k, fromNoise),
    );
    this.#runs = runs;
    for (const [k, run] of runs.entries()) this.#follow(k, run, false);
    if (fromNoise) this.#play();
    const waiting = this.lanes.flatMap(({ model }, k) =>
      runs[k] && !runs[k].complete ? { model, run: runs[k], lane: `compare-${k}` } : [],
    );
    await this.study.start(async (signal, tell) => {
      await generateAll(this.session, waiting, { signal, onProgress: tell });
      this.notices.settleFailures();
      if (fromNoise && this.options.still()) this.player.seek(this.last);
    });
    if (this.study.failure !== null) this.notices.add(this.study.failure, () => void this.run(anew));
  }

  #change(changeOf: (asked: Asked, lane: number) => Partial<Recipe>): void {
    this.lanes = this.lanes.map((asked, k) => ({
      ...asked,
      recipe: edited(asked.recipe, changeOf(asked, k)),
    }));
    this.#throttle.soon(() => void this.run());
  }

  #settleSoon(): void {
    this.settle();
    this.#throttle.soon(() => void this.run());
  }

  #known(recipe: Recipe): Run | null {
    const query = formatQuery(recipe);
    const here = this.shown.find((run) => run.complete && formatQuery(run.recipe) === query);
    return here ?? this.session.known(recipe) ?? null;
  }

  #newRun(recipe: Recipe, lane: number, fromNoise: boolean): Run {
    const run: Run = new Run(recipe, 'live', () => {
      if (this.lanes[lane]?.recipe === recipe) this.#follow(lane, run, fromNoise);
    });
    return run;
  }

  /** Puts a run in its lane where that is empty; else as soon as the run has what the playhead stands at. */
  #follow(lane: number, run: Run, fromNoise: boolean): void {
    const before = this.shown[lane];
    if (before === run) return;
    if (before !== undefined && run.count <= (fromNoise ? 0 : this.#frameAtPlayhead(run.recipe))) return;
    this.#keepPlace([...this.shown.slice(0, lane), run, ...this.shown.slice(lane + 1)]);
  }

  #frameAtPlayhead(recipe: Recipe): number {
    const { index } = this.player;
    if (index === 0) return 0;
    return index >= this.last ? recipe.numSteps : sharedBy([recipe]).nearest(this.shared.columns[index] ?? 0);
  }

  #play(): void {
    if (this.options.still()) return;
    this.player.rewind();
    this.player.play();
  }

  /** Other runs have other columns: the playhead stays at its noise level, and at the ends. */
  #keepPlace(shown: readonly Run[]): void {
    const { index } = this.player;
    const level = this.shared.columns[index] ?? 0;
    const atEnd = index >= this.last;
    this.shown = shown;
    this.player.index = index === 0 ? 0 : atEnd ? this.last : this.shared.nearest(level);
  }

  /** How long to stay in each column: where any of the pictures changes, longer. */
  #dwellTimes(): readonly number[] {
    if (!this.shown.every((run) => run.complete)) return [];
    const times = this.shown.map((_, lane) => {
      const frames = this.shared.columns.flatMap((_, column) => this.frameAt(lane, column) ?? []);
      return dwellTimes(frames, this.lanes[lane]?.model.manifest.prediction.sigmaData ?? 1);
    });
    return this.shared.columns.map(
      (_, column) => times.reduce((sum, own) => sum + (own[column] ?? 0), 0) / times.length,
    );
  }
}

const recipesOf = (of: readonly { readonly recipe: Recipe }[]): readonly Recipe[] => of.map(({ recipe }) => recipe);

function sharedBy(recipes: readonly Recipe[]): SharedLevels {
  return sharedLevels(recipes.map((recipe) => levelsOf(levelOptionsOf(recipe)).map(({ level }) => noiseLevel(level))));
}
