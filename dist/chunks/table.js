import { o as html } from "./report-bank-check.js";
/** Rows are given cell by cell, as `td` and `th`; `title` is its name for those who do not see it. */
function scrollTable(heads, rows, title) {
	return html`<div class="scroll">
    <table class="plain" tabindex="0" aria-label="${title}">
      <thead>
        <tr>
          ${heads.map(({ label, isNumber }) => html`<th scope="col" class="${isNumber ? "number" : ""}">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((cells) => html`<tr>
              ${cells}
            </tr>`)}
      </tbody>
    </table>
  </div>`;
}
export { scrollTable as t };
