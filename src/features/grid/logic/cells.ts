import { fitted } from '../../../contract/families/index.ts';
import { formatQuery } from '../../../contract/query.ts';
import type { Manifest } from '../../../contract/manifest.ts';
import type { Recipe } from '../../../contract/recipe.ts';
import { evaluationsOf } from '../../../contract/run-options.ts';
import { withValue, type Axis } from './axes.ts';

/** One cell of the grid. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly recipe: Recipe;
  /** Fields that are not as the axes ask, since they would not run together: the value that is used instead. */
  readonly instead: readonly string[];
}

/** The cells of a grid, row by row. @param equal steps are chosen so that cells of the same steps cost about the same */
export function cellsOf(
  recipe: Recipe,
  rows: Axis,
  columns: Axis,
  equal: boolean,
  manifest: Manifest,
): readonly Cell[] {
  return rows.values.flatMap((rowValue, row) =>
    columns.values.map((columnValue, column) => {
      const inRow = withValue(recipe, rows.name, rowValue, manifest).recipe;
      const asked = withValue(inRow, columns.name, columnValue, manifest).recipe;
      const budget = evaluationsOf({ ...recipe, numSteps: asked.numSteps });
      const used = equal ? { ...asked, numSteps: stepsFor(budget, asked) } : asked;
      return {
        row,
        column,
        recipe: used,
        instead: equal
          ? []
          : lost(
              [
                [rows, rowValue],
                [columns, columnValue],
              ],
              used,
            ),
      };
    }),
  );
}

/** The steps of a recipe's run that come nearest to so many evaluations. */
export function stepsFor(evaluations: number, recipe: Recipe): number {
  let best = 1;
  const away = (numSteps: number) => Math.abs(evaluationsOf({ ...recipe, numSteps }) - evaluations);
  for (let numSteps = 2; numSteps <= 1000; numSteps++) {
    if (fitted({ ...recipe, numSteps }).numSteps < numSteps) break;
    if (away(numSteps) < away(best)) best = numSteps;
    if (evaluationsOf({ ...recipe, numSteps }) > evaluations) break;
  }
  return best;
}

function lost(asked: readonly (readonly [Axis, string])[], used: Recipe): readonly string[] {
  const fields = new URLSearchParams(formatQuery(used));
  return asked.flatMap(([{ name }, value]) => {
    const text = fields.get(name);
    return text === null || text === value || Number(text) === Number(value) ? [] : [text];
  });
}
