import { c as plural } from "./format-numbers.js";
import { a as NOTHING, o as html, r as shadeClass } from "./style.js";
/** Clauses along one side: those in the most conflicts. */
const MOST_CLAUSES = 12;
/** Rows: cited against; columns: cited for. Shaded by the share of the scenarios that rest on either. */
function conflictMatrix(conflicts) {
	if (conflicts.length < 2) return NOTHING;
	const against = mostFrequent(conflicts.map((one) => [one.against, one.scenarios.head]));
	const favour = mostFrequent(conflicts.map((one) => [one.favour, one.scenarios.head]));
	const cell = (row, column) => {
		const found = conflicts.find((one) => one.against === row && one.favour === column);
		if (found === void 0) return html`<td class="heat heat-0">${row === column ? "" : "·"}</td>`;
		const { scenarios, tested } = found;
		return html`<td
      class="heat warm ${shadeClass(scenarios.head / tested)}"
      title="${scenarios.head} of ${plural(tested, "scenario")}"
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
        ${against.map((row) => html`<tr>
              <th scope="row"><code>${row}</code></th>
              ${favour.map((column) => cell(row, column))}
            </tr>`)}
      </tbody>
    </table>
  </div>`;
}
/** Names by their summed weight, the heaviest first. */
function mostFrequent(weighted) {
	const totals = /* @__PURE__ */ new Map();
	for (const [name, weight] of weighted) totals.set(name, (totals.get(name) ?? 0) + weight);
	return [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_CLAUSES).map(([name]) => name);
}
export { conflictMatrix as t };
