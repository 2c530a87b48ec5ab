// A table that is read by colour: values against models.
import { percent } from '../../render/format-numbers.ts';
import { shadeClass } from '../../render/html/heat.ts';
import { html, type Html } from '../../render/html/markup.ts';
import { labelOf } from './html-table.ts';
import type { StudyCell, StudyTable } from './study-table.ts';

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
