// A table that scrolls by itself where it is wider than the page, and can be reached by keyboard for that.
import { html, type Html } from './markup.ts';

export interface TableHead {
  readonly label: Html;
  readonly isNumber: boolean;
}

/** Rows are given cell by cell, as `td` and `th`; `title` is its name for those who do not see it. */
export function scrollTable(heads: readonly TableHead[], rows: readonly (readonly Html[])[], title: string): Html {
  return html`<div class="scroll">
    <table class="plain" tabindex="0" aria-label="${title}">
      <thead>
        <tr>
          ${heads.map(({ label, isNumber }) => html`<th scope="col" class="${isNumber ? 'number' : ''}">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
