import { a as whereDefined, r as visibleLine } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { c as decimal, f as plural, s as count } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { c as name, d as wording, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { a as wrapText } from "./compare-report-bank-ask-check.js";
import { c as requireSpec, i as createLinkTally, o as bankNameOf, r as createDuplicateTally, s as readBankFile } from "./bank.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { n as createPaint } from "./compare-diff-report-bank-check.js";
const MOST_LISTED = 12;
/** All of it as text that ends with a line feed. */
function renderUpkeep(view, { paint, width }) {
	const parts = describeUpkeep(view).filter(({ items }) => items.length > 0);
	const heading = `${paint.strong(visibleLine(view.bank))}  ${plural(view.scenarios, "scenario")}`;
	const untold = writeUntold(view).map((sentence) => paint.faint(plainText(sentence)));
	if (parts.length === 0) return `${[`${heading}: nothing wants a look.`, ...untold].join("\n")}\n`;
	const blocks = parts.map(({ title, meaning, advice, items }) => [
		`${paint.unsure(`${title}: ${count(items.length)}`)}  ${paint.faint(meaning)}`,
		...items.slice(0, MOST_LISTED).map((item) => `  ${plainText(item)}`),
		...items.length > MOST_LISTED ? [paint.faint(`  and ${count(items.length - MOST_LISTED)} more (--json lists all)`)] : [],
		...wrapText(`→ ${advice}`, Math.max(60, Math.min(width, 110)) - 2).map((line) => `  ${line}`)
	]);
	return `${[[`${heading}.`, ...untold], ...blocks].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
/** What cannot be told of this bank, and how it could be. */
function writeUntold({ unjudged, upkeep }) {
	return [...unjudged > 0 ? [say`${plural(unjudged, "scenario")} never scored with judges here: whether they are saturated or stale cannot be told (spec-gate bank score).`] : [], ...upkeep.nearDuplicates === void 0 ? [say`Too many scenarios to look for near-duplicates.`] : []];
}
function describeUpkeep({ upkeep }) {
	const { saturated, stale, orphaned, nearDuplicates = [] } = upkeep;
	return [
		{
			title: wording("Links to clauses that are gone"),
			meaning: wording("no check looks at them"),
			advice: wording("Correct the id in `clauses`, or remove it; `bank score` links anew to the clauses that judges cite."),
			items: orphaned.map(({ scenario, clause, nearest }) => say`${name(scenario)} → ${name(clause)}${nearest === void 0 ? say`` : say` (meant: ${name(nearest)}?)`}`)
		},
		{
			title: wording("Saturated"),
			meaning: wording("every model complies and none disagrees: they cost calls and show nothing"),
			advice: wording("Make them harder with a nudged rewrite, or remove them; keep one a clause as a control."),
			items: saturated.map((id) => name(id))
		},
		{
			title: wording("Stale"),
			meaning: wording("scored long ago, by models that may have changed since"),
			advice: wording("Score them again: spec-gate bank score."),
			items: stale.map(({ scenario, days }) => say`${name(scenario)} (${plural(days, "day")})`)
		},
		{
			title: wording("Near-duplicates"),
			meaning: wording("they ask nearly the same, and count it twice"),
			advice: wording("Keep the one with the higher disagreement; `bank select --distance` does it for a whole bank."),
			items: nearDuplicates.map(({ scenario, of, distance }) => say`${name(scenario)} nearly repeats ${name(of)} (distance ${decimal(distance)})`)
		}
	];
}
const DAY = 864e5;
/** Lists what a person should look at, scenario by scenario. Only what is listed is kept in memory. */
function createUpkeepTally({ spec, now, staleAfter = 180, agreesBelow = .5, measure }) {
	const stale = [];
	const saturated = [];
	const links = createLinkTally(spec);
	const duplicates = createDuplicateTally(measure);
	return {
		add: (scenario) => {
			const scored = Date.parse(scenario.scored?.provenance?.date ?? "");
			const days = Math.floor((now - scored) / DAY);
			if (days > staleAfter) stale.push({
				scenario: scenario.id,
				days
			});
			if (isSaturated(scenario, agreesBelow)) saturated.push(scenario.id);
			links.add(scenario);
			duplicates.add(scenario);
		},
		read: () => ({
			saturated,
			stale: stale.toSorted((a, b) => b.days - a.days),
			orphaned: links.orphaned,
			nearDuplicates: duplicates.read()
		})
	};
}
function isSaturated({ scored, disagreement }, agreesBelow) {
	const panels = Object.values(scored?.compliance ?? {});
	if (panels.length === 0 || (disagreement ?? 0) >= agreesBelow) return false;
	return panels.every((rulings) => isCompliant(Object.values(rulings)));
}
/** More than half of the rulings, and at least one. */
function isCompliant(rulings) {
	return rulings.filter((ruling) => ruling === "compliant").length * 2 > rulings.length;
}
async function runBankMaintainCommand(given, options, context) {
	const file = await bankNameOf({
		given,
		config: options.config
	}, context);
	const spec = await requireSpec(options, context);
	const { staleAfter } = options;
	const tally = createUpkeepTally({
		spec,
		now: context.now().getTime(),
		...whereDefined({ staleAfter })
	});
	let [scenarios, unjudged] = [0, 0];
	await readBankFile(file, context, (scenario) => {
		scenarios += 1;
		if (!isJudged(scenario)) unjudged += 1;
		tally.add(scenario);
	});
	const view = {
		bank: file,
		scenarios,
		unjudged,
		upkeep: tally.read()
	};
	context.print(options.json === true ? `${JSON.stringify(view, null, 2)}\n` : renderUpkeep(view, {
		paint: createPaint(context.output.colour),
		width: context.output.columns
	}));
	return EXIT.pass;
}
function isJudged({ scored }) {
	return scored?.compliance !== void 0 && scored.provenance?.date !== void 0;
}
export { runBankMaintainCommand };
