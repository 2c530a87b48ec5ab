// A table that is read by colour: values against models.
import { percent } from '../../render/format-numbers.ts';
import { shadeClass } from '../../render/html/heat.ts';
import { html, type Html } from '../../render/html/markup.ts';
import { scrollTable } from '../../render/html/table.ts';
import { headOf } from './html-table.ts';
import type { StudyCell, StudyTable } from './study-table.ts';

/** The table of values, each share shaded within its own row: who puts this category first. */
export function heatTable({ title, columns, rows }: StudyTable): Html {
  return scrollTable(
    columns.map(headOf),
    rows.map((row) => row.map(heatCell)),
    title,
  );
}

function heatCell(cell: StudyCell): Html {
  if (cell.kind === 'names') return html`<th scope="row">${cell.names.join(', ')}</th>`;
  if (cell.kind === 'words') return html`<td>${cell.text}</td>`;
  if (cell.value === undefined) return html`<td class="heat heat-0">${cell.text}</td>`;
  return html`<td class="heat ${shadeClass(cell.value)}" title="${cell.range ?? ''}">${percent(cell.value)}</td>`;
}
