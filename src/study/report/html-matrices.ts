// Two tables that are read by colour: clauses against clauses, and values against models.
import type { StudyAnalysis } from '../analyze-study.ts';
import { percent } from '../../render/format-numbers.ts';
import { shadeClass } from '../../render/html/heat.ts';
import { html, NOTHING, type Html } from '../../render/html/markup.ts';
import { labelOf } from './html-table.ts';
import type { StudyCell, StudyTable } from './study-table.ts';

/** Clauses along one side: those in the most conflicts. */
const MOST_CLAUSES = 12;

/** Rows: cited against; columns: cited for. Shaded by the share of the scenarios that rest on either. */
export function conflictMatrix({ conflicts }: StudyAnalysis): Html {
  if (conflicts.length < 2) return NOTHING;
  const against = mostFrequent(conflicts.map((one) => [one.against, one.scenarios.head] as const));
  const favour = mostFrequent(conflicts.map((one) => [one.favour, one.scenarios.head] as const));
  const cell = (row: string, column: string): Html => {
    const found = conflicts.find((one) => one.against === row && one.favour === column);
    if (found === undefined) return html`<td class="heat heat-0">${row === column ? '' : '·'}</td>`;
    const { scenarios, tested } = found;
    return html`<td
      class="heat warm ${shadeClass(scenarios.head / tested)}"
      title="${scenarios.head} of ${tested} scenarios"
    >
      ${scenarios.head}
    </td>`;
  };
  return html`<div class="scroll">
    <table class="plain matrix">
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

/** The table of values, each share shaded within its own row: who puts this category first. */
export function heatTable({ columns, rows }: StudyTable): Html {
  return html`<div class="scroll">
    <table class="plain" tabindex="0">
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col" class="${column.isNumber === true ? 'number' : ''}">${labelOf(column)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map(heatCell)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function heatCell(cell: StudyCell): Html {
  if (cell.kind === 'names') return html`<th scope="row">${cell.names.join(', ')}</th>`;
  if (cell.kind === 'words') return html`<td>${cell.text}</td>`;
  if (cell.value === undefined) return html`<td class="heat heat-0">${cell.text}</td>`;
  return html`<td class="heat ${shadeClass(cell.value)}" title="${cell.range ?? ''}">${percent(cell.value)}</td>`;
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
