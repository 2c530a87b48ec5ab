// Clauses against clauses, read by colour: which are cited against an answer that others are cited for.
import type { ClauseConflict } from '../../analysis/conflicts.ts';
import { plural } from '../../render/format-numbers.ts';
import { shadeClass } from '../../render/html/heat.ts';
import { html, NOTHING, type Html } from '../../render/html/markup.ts';

type Conflict = Pick<ClauseConflict, 'against' | 'favour' | 'scenarios' | 'tested'>;

/** Clauses along one side: those in the most conflicts. */
const MOST_CLAUSES = 12;

/** Rows: cited against; columns: cited for. Shaded by the share of the scenarios that rest on either. */
export function conflictMatrix(conflicts: readonly Conflict[]): Html {
  if (conflicts.length < 2) return NOTHING;
  const against = mostFrequent(conflicts.map((one) => [one.against, one.scenarios.head] as const));
  const favour = mostFrequent(conflicts.map((one) => [one.favour, one.scenarios.head] as const));
  const cell = (row: string, column: string): Html => {
    const found = conflicts.find((one) => one.against === row && one.favour === column);
    if (found === undefined) return html`<td class="heat heat-0">${row === column ? '' : '·'}</td>`;
    const { scenarios, tested } = found;
    return html`<td
      class="heat warm ${shadeClass(scenarios.head / tested)}"
      title="${scenarios.head} of ${plural(tested, 'scenario')}"
    >
      ${scenarios.head}
    </td>`;
  };
  return html`<div class="scroll">
    <table class="plain cross" tabindex="0" aria-label="Clauses cited against each other">
      <thead>
        <tr>
          <th class="corner" scope="col">cited against ↓ · cited for →</th>
          ${favour.map((clause) => html`<th scope="col"><code>${clause}</code></th>`)}
        </tr>
      </thead>
      <tbody>
        ${against.map(
          (row) =>
            html`<tr>
              <th scope="row"><code>${row}</code></th>
              ${favour.map((column) => cell(row, column))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Names by their summed weight, the heaviest first. */
function mostFrequent(weighted: readonly (readonly [string, number])[]): readonly string[] {
  const totals = new Map<string, number>();
  for (const [name, weight] of weighted) totals.set(name, (totals.get(name) ?? 0) + weight);
  return [...totals]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_CLAUSES)
    .map(([name]) => name);
}
