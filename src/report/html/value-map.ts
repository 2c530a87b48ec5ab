// Where each model stands on the values that were at stake: the mean score of its answers on head, shaded by its lean.
import { mean } from '../../stats/mean.ts';
import { plural } from '../../render/format-numbers.ts';
import { leanClass } from '../../render/html/heat.ts';
import { html, NOTHING, type Html } from '../../render/html/markup.ts';
import { visibleLine } from '../../render/visible-text.ts';
import type { ExplorerAnswer, ExplorerData } from '../explorer/explorer-data.ts';

/** Values shown: those that most answers were scored on. */
const MOST_VALUES = 16;
/** A change of the mean from base to head that is shown, in points of the 0-6 scale. */
const SHOWN_CHANGE = 0.5;

interface Scores {
  readonly base: number[];
  readonly head: number[];
}

/** Nothing where answers were not scored. */
export function valueMapPart(data: ExplorerData | undefined): Html {
  if (data === undefined) return NOTHING;
  const values = scoresByValue(data);
  const answersOn = (models: ReadonlyMap<number, Scores>): number =>
    [...models.values()].reduce((sum, { head }) => sum + head.length, 0);
  const shown = [...values]
    .filter(([, models]) => answersOn(models) > 0)
    .sort((a, b) => answersOn(b[1]) - answersOn(a[1]) || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_VALUES);
  if (shown.length === 0) return NOTHING;
  const columns = data.models.flatMap((model, index) =>
    shown.some(([, models]) => models.has(index)) ? [{ model, index }] : [],
  );
  return html`<section>
    <h2>Models and values</h2>
    <p class="legend">
      Mean score of a model's answers on head where the value was at stake: 0 opposes it, 3 is neutral, 6 favours it
      <span class="key lean-key-low"></span>opposes <span class="key lean-key-high"></span>favours. An arrow: by how
      much it moved from base, from half a point
      on.${values.size > shown.length ? html` The ${shown.length} of ${values.size} values with the most answers.` : NOTHING}
    </p>
    <div class="scroll">
      <table class="plain cross values" tabindex="0" aria-label="Models and values">
        <thead>
          <tr>
            <th class="corner" scope="col">value</th>
            ${columns.map(({ model }) => html`<th scope="col"><code>${visibleLine(model, 60)}</code></th>`)}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            ([value, models]) =>
              html`<tr>
                <th scope="row">${value}</th>
                ${columns.map(({ index }) => cell(models.get(index)))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** Value -> model -> scores. One draw an answer, as the list of scenarios shows. */
function scoresByValue({ scenarios }: ExplorerData): ReadonlyMap<string, ReadonlyMap<number, Scores>> {
  const values = new Map<string, Map<number, Scores>>();
  for (const { values: pair, answers } of scenarios) {
    for (const [place, value] of (pair ?? []).entries()) {
      const models = values.get(value) ?? new Map<number, Scores>();
      values.set(value, models);
      for (const answer of answers) addScores(models, { answer, place });
    }
  }
  return values;
}

function addScores(
  models: Map<number, Scores>,
  { answer, place }: { readonly answer: ExplorerAnswer; readonly place: number },
): void {
  const scores = models.get(answer.model) ?? { base: [], head: [] };
  for (const side of ['base', 'head'] as const) {
    const score = answer[side]?.scores?.[place];
    if (score !== undefined) scores[side].push(score);
  }
  if (scores.base.length + scores.head.length > 0) models.set(answer.model, scores);
}

function cell(scores: Scores | undefined): Html {
  if (scores === undefined || scores.head.length === 0) return html`<td class="heat heat-0">·</td>`;
  const { base, head } = scores;
  const now = mean(head);
  const moved = base.length === 0 ? 0 : now - mean(base);
  const arrow =
    Math.abs(moved) < SHOWN_CHANGE
      ? NOTHING
      : html` <span class="moved">${moved > 0 ? '▲' : '▼'}${Math.abs(moved).toFixed(1)}</span>`;
  return html`<td class="heat ${leanClass(now)}" title="${plural(head.length, 'answer')}">
    ${now.toFixed(1)}${arrow}
  </td>`;
}
