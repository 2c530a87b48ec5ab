import { a as NOTHING, o as html } from "./style.js";
const round = (value) => Math.round(value * 10) / 10;
/** A change with its interval against zero and the margin; right is worse. */
function intervalChart({ change, interval, margin, status }, title) {
	if (change === void 0) return NOTHING;
	const [low, high] = interval ?? [change, change];
	const reach = 1.15 * Math.max(Math.abs(low), Math.abs(high), margin ?? 0, 1e-9);
	const x = (value) => round(100 + value / reach * 96);
	const marginLine = margin === void 0 ? NOTHING : html`<line class="margin" x1="${x(margin)}" x2="${x(margin)}" y1="3" y2="25" />`;
	return html`<svg class="interval ${toneOf(status)}" viewBox="0 0 200 28" role="img" aria-label="${title}">
    <title>${title}</title>
    <line class="axis" x1="2" x2="198" y1="14" y2="14" />
    <line class="zero" x1="100" x2="100" y1="3" y2="25" />
    ${marginLine}
    <rect class="range" x="${x(low)}" y="10" width="${round(Math.max(2, x(high) - x(low)))}" height="8" rx="4" />
    <circle class="dot" cx="${x(change)}" cy="14" r="5.5" />
  </svg>`;
}
/** Two shares on a scale from 0 to 100 %: hollow is base, full is head. */
function dumbbell({ base, head, tone }, title) {
	if (base === void 0 || head === void 0) return NOTHING;
	const x = (share) => round(8 + share * 184);
	return html`<svg class="dumbbell ${tone}" viewBox="0 0 200 20" role="img" aria-label="${title}">
    <title>${title}</title>
    <line class="axis" x1="8" x2="192" y1="10" y2="10" />
    <line class="move" x1="${x(base)}" x2="${x(head)}" y1="10" y2="10" />
    <circle class="from" cx="${x(base)}" cy="10" r="5" />
    <circle class="to" cx="${x(head)}" cy="10" r="5.5" />
  </svg>`;
}
/** One square a model, base above head; filled where its majority of draws is problematic. */
function modelSquares(models, problematic, title) {
	const shown = models.slice(0, 24);
	const row = (side, y) => shown.map((model, index) => {
		const bad = problematic[side].includes(model);
		return html`<rect class="${bad ? "bad" : "fine"}" x="${index * 14 + 1}" y="${y}" width="11" height="11" rx="2"
        ><title>${side}, ${model}: ${bad ? "problematic" : "compliant"}</title></rect
      >`;
	});
	return html`<svg
    class="squares"
    viewBox="0 0 ${shown.length * 14} 28"
    width="${shown.length * 14}"
    height="28"
    role="img"
    aria-label="${title}"
  >
    ${row("base", 1)}${row("head", 15)}
  </svg>`;
}
/** Parts of a whole as one bar; `level` 0 to 6 picks the shade. */
function stackedBar(parts) {
	const total = parts.reduce((sum, { value }) => sum + value, 0);
	if (total === 0) return NOTHING;
	const said = parts.flatMap(({ label, value }) => value === 0 ? [] : [`${label} ${value}`]);
	const bars = parts.reduce(({ x, all }, { label, level, value }) => {
		const width = value / total * 200;
		const bar = html`<rect class="level-${level}" x="${round(x)}" y="0" width="${round(width)}" height="10"
        ><title>${label}: ${value} of ${total}</title></rect
      >`;
		return {
			x: x + width,
			all: value === 0 ? all : [...all, bar]
		};
	}, {
		x: 0,
		all: []
	});
	return html`<svg
    class="stacked"
    viewBox="0 0 200 10"
    preserveAspectRatio="none"
    role="img"
    aria-label="Kinds of response, of ${total}: ${said.join(", ")}"
  >
    ${bars.all}
  </svg>`;
}
function toneOf(status) {
	if (status === "fail") return "bad";
	return status === "pass" ? "good" : "unsure";
}
export { stackedBar as i, intervalChart as n, modelSquares as r, dumbbell as t };
