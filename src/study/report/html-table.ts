// A study's table as HTML: shares with their interval drawn below the number.
import { scrollTable, type TableHead } from '../../render/html/table.ts';
import { html, htmlSentence, NOTHING, type Html } from '../../render/html/markup.ts';
import { asFullSentence } from '../../render/sentence.ts';
import type { StudyCell, StudyColumn, StudyTable } from './study-table.ts';

/** Rows shown at once; the others unfold. */
const MOST_ROWS = 20;
/** The most rows of a table on the page; the CSV output has all of them. */
const MOST_UNFOLDED = 500;

/** Heading, note, the table's drawings and its rows. */
export function tableSection(table: StudyTable, drawing: Html = NOTHING): Html {
  return drawnSection(table, html`${drawing}${tableBody(table)}`);
}

/** Heading and note over a drawing that shows all rows itself. */
export function drawnSection(table: StudyTable, drawing: Html): Html {
  const note = htmlSentence(asFullSentence(table.note));
  const subject = table.of === undefined ? NOTHING : html`: <code>${table.of}</code>`;
  return html`<section id="${table.id}">
    <h2>${table.title}${subject}</h2>
    <p class="note">${note}</p>
    ${drawing}
  </section>`;
}

function tableBody(table: StudyTable): Html {
  const [first, rest] = [table.rows.slice(0, MOST_ROWS), table.rows.slice(MOST_ROWS, MOST_UNFOLDED)];
  const hidden = table.rows.length - first.length - rest.length;
  if (rest.length === 0) return tableMarkup(table, first);
  return html`${tableMarkup(table, first)}
    <details class="long">
      <summary>${rest.length} more rows</summary>
      ${tableMarkup(table, rest)}
      ${hidden === 0 ? NOTHING : html`<p class="note">And ${hidden} more: --format csv has every row.</p>`}
    </details>`;
}

function tableMarkup({ title, columns }: StudyTable, rows: StudyTable['rows']): Html {
  return scrollTable(
    columns.map(headOf),
    rows.map((row) => row.map((cell, index) => cellMarkup(cell, columns[index]))),
    title,
  );
}

/** A label of ours stands as it is, a name from outside as code. */
export function headOf({ label, isNumber }: StudyColumn): TableHead {
  return {
    label: typeof label === 'string' ? html`${label}` : html`<code>${label.name}</code>`,
    isNumber: isNumber === true,
  };
}

function cellMarkup(cell: StudyCell, column: StudyColumn | undefined): Html {
  const side = column?.isNumber === true ? 'number' : '';
  if (cell.kind === 'words') return html`<td class="${side}">${cell.text}</td>`;
  if (cell.kind === 'names')
    return html`<td class="names">${cell.names.map((name) => html`<code>${name}</code> `)}</td>`;
  const range = cell.range === undefined ? NOTHING : html`<span class="range-text">${cell.range}</span>`;
  return html`<td class="number">${cell.text}${measure(cell)}${range}</td>`;
}

/** A share from 0 to 100 % with its interval as a whisker. */
function measure(cell: StudyCell & { readonly kind: 'number' }): Html {
  const { unit, value, lower, upper } = cell;
  if (unit !== 'share' || value === undefined || lower === undefined || upper === undefined || lower < 0)
    return NOTHING;
  const x = (share: number): number => Math.round(share * 960) / 10;
  return html`<svg class="measure" viewBox="0 0 96 10" aria-hidden="true">
    <rect class="track" x="0" y="2" width="96" height="6" rx="3" />
    <rect class="fill" x="0" y="2" width="${x(value)}" height="6" rx="3" />
    <line class="whisker" x1="${x(lower)}" x2="${x(upper)}" y1="5" y2="5" />
  </svg>`;
}
