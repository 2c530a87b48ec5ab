import { a as dollars, c as plural, d as signedDecimal, f as signedPoints, i as decimal, l as points, o as pValue, r as count, s as percent, u as pointsRange } from "./format-numbers.js";
import { a as listed, c as say, l as wording, o as name, s as names } from "./sentence.js";
import { i as RESPONSE_TYPES } from "./study-words.js";
import { C as formatLevel, S as formatInterval, T as isBeyondAll, a as kindName, b as METRIC_WORDS, o as VOID_REASONS, w as formatSize, x as formatChange, y as METRIC_NAMES } from "./messages.js";
import { n as findingKey, t as blockingReasons } from "./finding-key.js";
const KINDS = {
	added: wording("added"),
	removed: wording("removed"),
	edited: wording("edited"),
	renamed: wording("renamed"),
	moved: wording("moved"),
	cosmetic: wording("cosmetic"),
	unseen: wording("changed where judges cannot see")
};
/** Substantive changes, the largest effect first, untested ones before those without an effect. */
function clauseEffects(report) {
	return report.changes.filter((change) => change.kind !== "cosmetic").map((change) => effectOf(change, report)).sort((one, other) => rankOf(other) - rankOf(one) || (one.change.id < other.change.id ? -1 : 1));
}
function countCosmetic(report) {
	return report.changes.filter((change) => change.kind === "cosmetic").length;
}
/** `lines 211-238`. */
function linesOf({ lines: [from, to] }) {
	return from === to ? `line ${from}` : `lines ${from}-${to}`;
}
function effectOf(change, report) {
	const tested = report.clauses.find((clause) => clause.id === change.id);
	const untested = report.untested.find(({ clause }) => clause === change.id);
	const what = whatOf(change);
	if (!isTestable(change)) return {
		change,
		what,
		effect: say`nothing that is shown changed`,
		tone: "plain"
	};
	if (tested === void 0 || tested.status === "untested") {
		if (tested !== void 0 && tested.scenarios > 0 && untested === void 0) return {
			change,
			tested,
			what,
			effect: tooFewToTell(tested),
			tone: "unsure"
		};
		const reason = untested === void 0 ? say`` : say`: ${reasonOf(untested.reason)}`;
		return {
			change,
			what,
			effect: say`not tested${reason}`,
			tone: "unsure",
			...tested && { tested }
		};
	}
	return {
		change,
		tested,
		what,
		effect: writeTested(tested),
		tone: toneOf(tested)
	};
}
/** Another id, another place among the same headings and what judges are not shown leave nothing to test. */
function isTestable({ kind, edited }) {
	return edited || kind === "added" || kind === "removed";
}
const UNTESTED = {
	"no-scenario": wording("no scenario is linked to it"),
	size: wording("more clauses changed than the selection has room for"),
	unsure: wording("too few of the scenarios written for it turn on it")
};
function reasonOf(reason) {
	return Object.hasOwn(UNTESTED, reason) ? UNTESTED[reason] : name(reason);
}
function toneOf({ status, change = 0, interpretation }) {
	const isReadTwoWays = interpretation?.status === "changed" && (interpretation.change ?? 0) > 0;
	if (status !== "changed") return isReadTwoWays ? "bad" : "plain";
	return change > 0 || isReadTwoWays ? "bad" : "good";
}
/** The scenarios were asked, but so few that even the largest effect could be chance. */
function tooFewToTell({ scenarios, change = 0 }) {
	return say`${signedPoints(change)} points on ${plural(scenarios, "scenario")}, too few to tell from chance`;
}
/** Non-compliance on its scenarios, and how far rulings on it part where that moved. */
function writeTested(clause) {
	const { status, base, head } = clause.interpretation ?? {};
	const effect = complianceEffect(clause);
	if (status !== "changed" || base === void 0 || head === void 0) return effect;
	return say`${effect}; rulings on it part in ${percent(head)} of pairs (${percent(base)} before)`;
}
function complianceEffect({ change, interval, scenarios, status, detectable }) {
	const on = say`on ${plural(scenarios, "scenario")}`;
	if (status === "no-effect-seen") {
		const could = detectable === void 0 || isBeyondAll("nonCompliance", detectable) ? say`` : say` (${formatSize("nonCompliance", detectable)} would show)`;
		return say`no effect seen ${on}${could}`;
	}
	if (change === void 0) return say`changed ${on}`;
	const range = interval === void 0 ? say`` : say` (${formatInterval("nonCompliance", interval)})`;
	return say`${signedPoints(change)} points${range} ${on}`;
}
function whatOf({ kind, baseId, edited, moved, attributes, path }) {
	const renamed = kind === "renamed" && baseId !== void 0 ? say` from ${name(baseId)}` : say``;
	const alsoEdited = edited && kind !== "edited" ? say`, edited` : say``;
	const alsoMoved = moved && kind !== "moved" ? say`, moved` : say``;
	const attributeChanges = attributes.flatMap((attribute) => [...say`, ${name(attribute.name)} ${valueOf$1(attribute.base)} → ${valueOf$1(attribute.head)}`]);
	const under = path === void 0 ? say`` : say`, under ${name(path.base || "(top)")} → ${name(path.head || "(top)")}`;
	return [...say`${KINDS[kind]}${renamed}${alsoEdited}${alsoMoved}${under}`, ...attributeChanges];
}
function valueOf$1(value) {
	return value === void 0 ? say`none` : name(value);
}
function rankOf({ tested, tone }) {
	if (tone === "bad") return 10 + (tested?.change ?? 0);
	return tone === "unsure" ? 5 : tested?.change ?? 0;
}
const NOTHING = wording("");
/** What a status is called, and its mark where marks are used. */
const STATUS_WORDS = {
	pass: {
		word: wording("pass"),
		mark: wording("✅")
	},
	fail: {
		word: wording("fail"),
		mark: wording("❌")
	},
	inconclusive: {
		word: wording("not decided"),
		mark: wording("❔")
	},
	report: {
		word: wording("reported"),
		mark: wording("ℹ️")
	},
	"not-applicable": {
		word: wording("not applicable"),
		mark: wording("n/a")
	},
	"pre-existing": {
		word: wording("was so before"),
		mark: wording("⚠️")
	}
};
/** The metrics a report has, in a fixed order. What was not measured is an empty cell, never a zero. */
function metricRows(report) {
	return METRIC_NAMES.flatMap((metric) => {
		const values = report.endpoints[metric];
		if (values === void 0) return [];
		const { base, head, interval, margin, limit, status } = values;
		return [{
			metric,
			label: METRIC_WORDS[metric].label,
			base: base === void 0 ? NOTHING : formatLevel(metric, base),
			head: head === void 0 ? NOTHING : formatLevel(metric, head),
			change: changeOf(metric, values),
			interval: interval === void 0 ? NOTHING : formatInterval(metric, interval),
			tolerated: toleratedOf(metric, margin, limit),
			status,
			values
		}];
	});
}
/** For counts, what is new and what is gone (base + new - gone = head). For a metric that cannot move, the reason. */
function changeOf(metric, { change, gone, unchanged, why }) {
	if (unchanged === true) return wording("unchanged");
	if (why !== void 0) return VOID_REASONS[why].brief;
	if (change === void 0) return NOTHING;
	if (gone === void 0) return formatChange(metric, change);
	return gone === 0 ? `${count(change)} new` : `${count(change)} new, ${count(gone)} gone`;
}
function toleratedOf(metric, margin, limit) {
	const least = METRIC_WORDS[metric].worse === "up" ? "at most" : "at least";
	return [...margin === void 0 ? [] : [formatChange(metric, margin)], ...limit === void 0 ? [] : [`${least} ${formatLevel(metric, limit)}`]].join(", ");
}
/** The confidence of the intervals: `94 %`. One a report; 95 % before reports said so. */
function intervalLevel({ endpoints }) {
	return percent(Object.values(endpoints).find(({ level }) => level !== void 0)?.level ?? .95);
}
const COMPARISONS = {
	target: wording("The models do not see the spec: the same stored responses were judged under both texts."),
	prompt: wording("The spec is the models' system prompt: both sides answered, and each answer was judged under its own text."),
	model: wording("The models of both sides were compared on the base spec."),
	none: wording("Nothing was compared.")
};
/** What a round ended with: the decision's reason to go on, its verdict, or what stopped the run. */
const OUTCOMES = {
	pass: wording("pass"),
	fail: wording("fail"),
	inconclusive: wording("not decided"),
	undecided: wording("not decided, another draw"),
	extend: wording("not decided, more scenarios"),
	suspicious: wording("suspicious, to be confirmed afresh"),
	today: wording("stored answers alone do not decide, and the base is asked once more today"),
	"screen-exhausted": wording("not decided by what is stored, to be confirmed afresh"),
	"next-base": wording("not decided, and the base is asked once more"),
	"next-look": wording("not decided, another look"),
	outliers: wording("worse after one draw, and looked at once more for models that newly stand apart"),
	budget: wording("stopped by the budget"),
	signal: wording("interrupted"),
	quota: wording("stopped by a quota")
};
const STAGES = {
	screen: wording("Screen"),
	confirm: wording("Confirm")
};
/** Full sentences, in the order things happened. */
function writeHowDecided(report) {
	const affected = report.selection.filter((row) => row.affected).length;
	const decided = report.rounds.length === 0 ? [] : [writeRule(report.comparison)];
	return [
		say`${COMPARISONS[report.comparison]}`,
		...report.selection.length === 0 ? [] : [populationOf(report, affected)],
		...report.rounds.map((round) => say`${STAGES[round.stage]}: ${plural(round.scenarios, "scenario")}, ${plural(round.draws, "draw")} a side: ${Object.hasOwn(OUTCOMES, round.outcome) ? OUTCOMES[round.outcome] : name(round.outcome)}.`),
		...decided,
		...writeReach(report.judges.reach),
		say`Judged under policy ${name(report.policyHash.slice(0, 12))}.`
	];
}
/** Where models do not see the spec it is the rulings that are drawn anew, on answers that serve both sides. */
function writeRule(comparison) {
	const again = comparison === "target" ? wording("fresh rulings under both texts") : wording("fresh answers of both sides");
	return say`A pass rules out a change for the worse as large as the margin. A fail needs a significant change of half the margin or more, seen again in ${again}; p values are adjusted for the number of metrics that can block (Holm).`;
}
/** Where judges could lean far enough, unnoticed, to turn the verdict. */
function writeReach(reach) {
	if (reach?.turns === void 0) return [];
	const { rulings, turns } = reach;
	const how = turns.way === "milder" ? wording("milder") : wording("stricter");
	const decided = turns.way === "milder" ? wording("pass") : wording("fail");
	return [say`The judges themselves were watched by ${plural(rulings, "ruling")} on answers of known ruling, given under both texts: judges that are ${how} by up to ${points(reach[turns.way])} points of all answers to whatever is new would go unnoticed there, and ${points(turns.by)} points would turn this ${decided}. ${wording("spec-gate doctor")} holds them to all labelled items.`];
}
function populationOf({ selection, head, judges }, affected) {
	return say`${count(affected)} of ${plural(selection.length, "selected scenario")} show judges or models something that differs between the sides; ${plural(head.models.length, "model")}, ${plural(judges.panel.length, "judge")}.`;
}
/** `1,152 answers needed · 864 stored · 288 made · paid $1.90`. Without a run, what all of it takes. */
function writeCost(report, run) {
	const needed = say`${plural(report.needed.calls, "call")} behind this verdict`;
	if (run === void 0) return report.needed.usd === void 0 ? needed : say`${needed}, worth ${dollars(report.needed.usd)}`;
	const paid = run.usd === "unknown" ? say`price unknown` : say`this run paid ${dollars(run.usd)}`;
	return say`${needed} · ${count(run.calls.stored)} were stored, ${count(run.calls.made)} made · ${paid}`;
}
/** `main 3f2c1ab`. */
function writeSide({ ref, sha }) {
	return sha === void 0 ? name(ref) : say`${name(ref)} ${name(sha.slice(0, 7))}`;
}
/** From this adjusted p on a difference counts as seen. */
const SEEN = .05;
const MOST_NAMED = 3;
const MOST_DIFFERENCES = 5;
const ORIGINS = {
	declared: wording(" replaces "),
	inferred: wording(" is taken to replace "),
	same: wording(" changed"),
	added: wording(" is new and replaces none")
};
/** Names of the differences that are not provider parameters. */
const OWN_WORDS = {
	provider: wording("provider"),
	model: wording("model"),
	version: wording("version"),
	"system prompt": wording("system prompt")
};
/** `sim/birch-next replaces sim/birch: model birch → birch-next`. */
function writeModelPair({ model, replaces, origin, differences }) {
	const before = origin === "same" || replaces === void 0 ? say`` : name(replaces);
	const list = differences.slice(0, MOST_DIFFERENCES).flatMap(({ what, base, head }, index) => {
		const comma = index === 0 ? say`` : say`, `;
		const label = Object.hasOwn(OWN_WORDS, what) ? OWN_WORDS[what] : name(what);
		return say`${comma}${label} ${valueOf(base)} → ${valueOf(head)}`;
	});
	const rest = differences.length - MOST_DIFFERENCES;
	const more = rest > 0 ? say` and ${count(rest)} more` : say``;
	return say`${name(model)}${ORIGINS[origin]}${before}${differences.length === 0 ? say`` : say`: `}${list}${more}`;
}
/** One sentence a figure that was measured, without a full stop; what was not seen to move says so. */
function writeModelShift(change, model) {
	const { nonCompliance, rejections, panel, scores } = change;
	return [
		...writeFigure(wording("non-compliance"), {
			own: nonCompliance,
			beside: panel.nonCompliance,
			others: panel.others
		}),
		...writeFigure(wording("rejections"), {
			own: rejections,
			beside: panel.rejections,
			others: panel.others
		}),
		...writeForbidden(change),
		...writeKinds(change, model),
		...scores === void 0 || scores.adjustedP > SEEN ? [] : [say`on the value spectra its answers lie ${decimal(scores.distance)} points from the old ones (${decimal(scores.expected)} by chance alone)`],
		...writeValues(change.values),
		...writeGroups(change.clauses, say`scenarios linked to `),
		...writeGroups(change.topics, say`the topic `),
		...writeFalseRefusals(change),
		...writeOutliers(change),
		writeBasis(change)
	];
}
/** What the figures were read on, or that there are none. */
function writeBasis({ nonCompliance, rejections, kinds, scores, panel, origin, stage }) {
	if ([
		nonCompliance,
		rejections,
		kinds,
		scores,
		panel.nonCompliance,
		panel.rejections
	].every((figure) => figure === void 0)) return say`none of its answers could be compared`;
	if (origin === "added") return say`it stands beside the panel only and decides nothing`;
	if (stage === "confirm") return say`read on fresh answers of both sides; the table of metrics shows each on the evidence that decided it`;
	const drift = kinds !== void 0 || scores !== void 0 ? say`; in kinds and scores a drift since then counts as the model’s own` : say``;
	return say`read on fresh answers of the head against stored ones of the base${drift}`;
}
/** Against the model before it, where there is one, and beside the panel. */
function writeFigure(label, { own, beside, others }) {
	if (own === void 0 && beside === void 0) return [];
	const levels = own === void 0 ? say`${percent(beside.head)}` : writeShift(own);
	return [say`${label} ${levels}${besidePanel(beside, others)}`];
}
/** `9.4 % → 73 % (+64 points, 47 to 81)`, or that nothing is seen. */
function writeShift({ base, head, change, interval, adjustedP }) {
	const range = interval === void 0 ? say`` : say`, ${pointsRange(interval)}`;
	return say`${percent(base)} → ${percent(head)} (${signedPoints(change)} points${range}${adjustedP > SEEN ? unseen(interval) : say``})`;
}
/** Each interval is for its own figure, so it may exclude zero where the test over all figures (Holm) sees no change. */
function unseen(interval) {
	return interval !== void 0 && (interval[0] > 0 || interval[1] < 0) ? say`; not beyond chance among so many figures` : say`; no change seen`;
}
function besidePanel(shift, others) {
	if (shift === void 0) return say``;
	const side = shift.change > 0 ? wording("above") : wording("below");
	const beyond = shift.adjustedP > SEEN ? wording("not told apart from") : side;
	return say`; ${beyond} the ${plural(others, "other model")} (${percent(shift.base)})`;
}
/**
* What the spec forbids of its answers and not of the old one's, and the other way round: some differ in each direction
* by chance alone.
*/
function writeForbidden({ forbidden, nonCompliance }) {
	if (forbidden === void 0) return [];
	const isSeen = nonCompliance !== void 0 && nonCompliance.adjustedP <= SEEN;
	const { answers, base, onlyHead, onlyBase, interval, clauses } = forbidden;
	const range = interval === void 0 ? say`` : say` (${percent(interval[0])} to ${percent(interval[1])})`;
	const worst = clauses.filter((one) => one.onlyHead > one.onlyBase).map(({ clause }) => clause);
	const where = worst.length === 0 || !isSeen ? say`` : say`, most on scenarios linked to ${names(worst.slice(0, MOST_NAMED))}`;
	const broken = base === 0 ? say`` : say`; in ${count(onlyBase)} of ${count(base)} it keeps to the spec where the old one breaks it`;
	const chance = isSeen ? say`` : say`; no more than chance turns`;
	return [say`breaks the spec in ${count(onlyHead)} of ${plural(answers - base, "answer")} where the old one keeps to it${range}${where}${broken}${chance}`];
}
/** The kinds of answer whose share moved most, either way. */
function writeKinds({ kinds }, model) {
	if (kinds === void 0 || model === void 0) return [];
	if (kinds.adjustedP > SEEN) return [say`no change seen in its kinds of answer`];
	const { base, head } = model.responseTypes;
	const list = RESPONSE_TYPES.map((type) => ({
		type,
		was: shareOf(base, type),
		is: shareOf(head, type)
	})).sort((a, b) => Math.abs(b.is - b.was) - Math.abs(a.is - a.was)).slice(0, MOST_NAMED).flatMap(({ type, was, is }, index) => {
		const comma = index === 0 ? say`` : say`, `;
		return say`${comma}${kindName(type)} ${percent(was)} → ${percent(is)}`;
	});
	return [say`its kinds of answer: ${list} (p ${pValue(kinds.adjustedP)})`];
}
function writeValues(values) {
	const moved = values.filter(({ status }) => status === "changed");
	const side = (rows) => rows.slice(0, MOST_NAMED).flatMap(({ id, change = 0 }, index) => {
		const comma = index === 0 ? say`` : say`, `;
		return say`${comma}${name(id)} (${signedDecimal(change)})`;
	});
	const more = moved.filter(({ change = 0 }) => change > 0);
	const less = moved.filter(({ change = 0 }) => change < 0);
	if (moved.length === 0) return [];
	const up = more.length === 0 ? say`` : say`more weight to ${side(more)}`;
	const down = less.length === 0 ? say`` : say`less to ${side(less)}`;
	return [say`${up}${more.length > 0 && less.length > 0 ? wording("; ") : wording("")}${down}, in points of six`];
}
function writeGroups(groups, where) {
	const moved = groups.map(({ nonCompliance }) => nonCompliance).filter(({ status }) => status === "changed");
	return ["worse", "better"].flatMap((way) => {
		const rows = moved.filter(({ change = 0 }) => way === "worse" ? change > 0 : change < 0);
		if (rows.length === 0) return [];
		rows.sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
		const list = rows.slice(0, MOST_NAMED).flatMap(({ id, change = 0 }, index) => {
			const comma = index === 0 ? say`` : say`, `;
			return say`${comma}${name(id)} (${signedPoints(change)})`;
		});
		const rest = rows.length > MOST_NAMED ? say` and ${count(rows.length - MOST_NAMED)} more` : say``;
		return [say`${way === "worse" ? wording("less") : wording("more")} compliant on ${where}${list}${rest}`];
	});
}
function writeFalseRefusals({ falseRefusals, refusals, origin }) {
	const of = (status) => falseRefusals.filter((one) => one.status === status).map(({ scenario }) => scenario);
	const [fresh, gone] = [of("new"), of("gone")];
	if (refusals?.isSure === false && origin !== "added" && fresh.length + gone.length > 0) return [say`${plural(fresh.length, "new false refusal")} and ${count(gone.length)} gone: no more than its draws differ by`];
	return [...fresh.length === 0 ? [] : [say`${plural(fresh.length, "new false refusal")}, where most other models help in order: ${names(fresh)}`], ...gone.length === 0 ? [] : [say`${plural(gone.length, "false refusal")} of the model before it gone: ${names(gone)}`]];
}
function writeOutliers({ outliers: { new: fresh, gone, standing } }) {
	if (fresh + gone + standing === 0) return [];
	return [say`stands apart from the panel: ${count(fresh)} new, ${count(gone)} gone, ${count(standing)} as before`];
}
/** `problematic, firm rejection with explanation, scores 1 and 5, citing a`. */
function writeAnswer({ problematic, responseType, scores, clauses }) {
	const ruling = problematic === "missing" ? wording("not judged") : problematic ? wording("problematic") : wording("compliant");
	const type = responseType === void 0 ? say`` : say`, ${kindName(responseType)}`;
	const position = scores === void 0 ? say`` : say`, scores ${count(scores[0])} and ${count(scores[1])}`;
	const cited = clauses.length === 0 ? say`` : say`, citing ${names(clauses)}`;
	return say`${ruling}${type}${position}${cited}`;
}
function shareOf(counts, type) {
	const total = Object.values(counts).reduce((sum, own) => sum + own, 0);
	return total === 0 ? 0 : (counts[type] ?? 0) / total;
}
function valueOf(value) {
	return value === void 0 ? say`none` : name(value);
}
/** Clauses, and commands, that are spelled out. */
const MOST = 3;
/** Full sentences; none where nothing blocks. */
function writeWayOn(report) {
	const blocking = report.verdict.resolution === void 0 ? blockingReasons(report) : [];
	if (blocking.length === 0) return [];
	return [
		...writeMending(report),
		writeAccepting(blocking, report),
		writeApproval(report)
	];
}
/** How one finding is accepted, for views that show findings one by one. */
function writeAcceptance(finding, report) {
	return report.verdict.resolution === void 0 && blockingReasons(report).includes(finding) ? writeAccepting([finding], report) : void 0;
}
/** Which text or model to change. Where nothing got worse, the advice of the finding itself says what would decide. */
function writeMending(report) {
	if (report.verdict.status !== "fail") return [];
	const models = (report.modelChanges ?? []).filter(({ replaces }) => replaces !== void 0);
	if (report.comparison === "model" && models.length > 0) return [say`To mend it, keep the model there was instead of ${names(models.map(({ model }) => model))}, or try another.`];
	const worse = clauseEffects(report).filter(({ tone }) => tone === "bad");
	if (worse.length === 0) return [];
	const places = listed(worse.slice(0, MOST).map(({ change }) => say`${name(change.id)} (${name(change.file)}, ${linesOf(change)})`));
	const rest = worse.length > MOST ? say`, and the other clauses that got worse` : say``;
	return [say`To mend it, edit ${places}${rest} and push: what was asked before is stored, and is not paid for again.`];
}
function writeAccepting(blocking, { verdict }) {
	const keys = [...new Set(blocking.map(findingKey))];
	const commands = listed(keys.slice(0, MOST).map((key) => name(`spec-gate accept ${quoted(key)} --reason "..."`)));
	const rest = keys.length > MOST ? say` and so on for all that blocks` : say``;
	const wish = verdict.status === "fail" ? say`If it is intended` : say`To merge it undecided all the same`;
	return say`${wish}, run ${commands}${rest}, and commit what it writes.`;
}
function writeApproval({ approvers = [] }) {
	if (approvers.length === 0) return say`Nobody may approve that yet: the base branch's configuration names no ${name("approvers")}.`;
	return say`It counts once ${names(approvers)} (not the author) ${approvers.length === 1 ? say`has` : say`or one of them has`} approved that commit.`;
}
/** As a shell takes it for one word. */
function quoted(key) {
	return /^[\w:./+-]+$/.test(key) ? key : `'${key.replaceAll("'", String.raw`'\''`)}'`;
}
/** The address of a file's lines; undefined where no repository is known or no commit was named. */
function sourceLink({ report, repositoryUrl }, change) {
	const { sha } = change.kind === "removed" ? report.base : report.head;
	if (repositoryUrl === void 0 || sha === void 0) return void 0;
	const [from, to] = change.lines;
	const path = change.file.split("/").map(encodeSegment).join("/");
	return `${repositoryUrl}/blob/${encodeSegment(sha)}/${path}?plain=1#L${from}-L${to}`;
}
function encodeSegment(text) {
	return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, "�")).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
/** `22 of 60 (26 % to 49 %)`; the interval is of the share. */
function writeShareLetThrough({ forbidden, letThrough, interval }) {
	const range = interval === void 0 ? "" : ` (${percent(interval[0])} to ${percent(interval[1])})`;
	return `${count(letThrough)} of ${count(forbidden)}${range}`;
}
/** What the answers are that stand under both texts. */
function writeAllAnswers(comparison) {
	return wording(comparison === "prompt" ? "all answers of the new text’s models" : "all answers");
}
/** `15 of 16`; nothing where a judge was asked about none. */
function writeKnown(known) {
	return known === void 0 ? "" : `${count(known.right)} of ${count(known.asked)}`;
}
export { countCosmetic as _, writeAcceptance as a, writeModelPair as c, writeHowDecided as d, writeSide as f, clauseEffects as g, metricRows as h, sourceLink as i, writeModelShift as l, intervalLevel as m, writeKnown as n, writeWayOn as o, STATUS_WORDS as p, writeShareLetThrough as r, writeAnswer as s, writeAllAnswers as t, writeCost as u, linesOf as v, writeTested as y };
