import { t as canonicalJson } from "./canonical-json.js";
import { a as asFullSentence, c as names, l as say, s as name, u as wording } from "./metrics.js";
import { i as RESPONSE_TYPES } from "./study-words.js";
import { a as percent, c as pointsRange, i as pValue, l as signedDecimal, n as decimal, o as plural, r as dollars, t as count, u as signedPoints } from "./format-numbers.js";
import { a as METRIC_NAMES, c as formatInterval, i as writeParagraph, l as formatLevel, n as titleOf, o as METRIC_WORDS, r as writeMessage, s as formatChange, u as formatSize } from "./messages.js";
import { n as visibleLine } from "./visible-text.js";
import { t as plainText } from "./plain-text.js";
import { a as htmlSentence, i as html, n as renderPage, r as NOTHING$1, t as STYLE } from "./style.js";
import { i as stackedBar, n as intervalChart, r as modelSquares, t as dumbbell } from "./charts.js";
import { t as NO_PAINT } from "./paint.js";
import { n as wrapText, t as fitColumns } from "./wrap-text.js";
const VERDICTS = {
	pass: {
		word: wording("PASS"),
		tone: "good",
		mark: wording("✅")
	},
	fail: {
		word: wording("FAIL"),
		tone: "bad",
		mark: wording("❌")
	},
	inconclusive: {
		word: wording("INCONCLUSIVE"),
		tone: "unsure",
		mark: wording("❔")
	}
};
/** Verdict first. An accepted failure is still a failure, and says that it was accepted. */
function writeHeadline(report) {
	const says = mainReason(report);
	if (report.verdict.resolution === void 0) return {
		...VERDICTS[report.verdict.status],
		says
	};
	return {
		word: wording("ACCEPTED"),
		tone: "unsure",
		mark: wording("☑️"),
		says: say`accepted although ${says}`
	};
}
function mainReason({ verdict }) {
	const [first] = verdict.reasons;
	if (first !== void 0) return writeMessage(first).says;
	if (verdict.status === "pass") return say`nothing got worse`;
	return verdict.status === "fail" ? say`the policy fails this change` : say`the evidence does not decide`;
}
/** What the findings are called beside this verdict: causes where something is wrong. */
function titleOfFindings({ verdict }) {
	return verdict.status === "pass" ? wording("Findings") : wording("Likely causes");
}
const KINDS = {
	added: wording("added"),
	removed: wording("removed"),
	edited: wording("edited"),
	renamed: wording("renamed"),
	moved: wording("moved"),
	cosmetic: wording("cosmetic")
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
	if (tested === void 0 || tested.status === "untested") {
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
		effect: testedEffect(tested),
		tone: toneOf(tested)
	};
}
const UNTESTED = {
	"no-scenario": wording("no scenario is linked to it"),
	size: wording("more clauses changed than the selection has room for")
};
function reasonOf(reason) {
	return Object.hasOwn(UNTESTED, reason) ? UNTESTED[reason] : name(reason);
}
function toneOf({ status, change = 0 }) {
	if (status !== "changed") return "plain";
	return change > 0 ? "bad" : "good";
}
function testedEffect({ change, interval, scenarios, status, detectable }) {
	const on = say`on ${plural(scenarios, "scenario")}`;
	if (status === "no-effect-seen") {
		const could = detectable === void 0 ? say`` : say` (${formatSize("nonCompliance", detectable)} would show)`;
		return say`no effect seen ${on}${could}`;
	}
	if (change === void 0) return say`changed ${on}`;
	const range = interval === void 0 ? say`` : say` (${formatInterval("nonCompliance", interval)})`;
	return say`${signedPoints(change)} points${range} ${on}`;
}
function whatOf({ kind, baseId, edited, moved, attributes }) {
	const renamed = kind === "renamed" && baseId !== void 0 ? say` from ${name(baseId)}` : say``;
	const alsoEdited = edited && kind !== "edited" ? say`, edited` : say``;
	const alsoMoved = moved && kind !== "moved" ? say`, moved` : say``;
	const attributeChanges = attributes.flatMap((attribute) => [...say`, ${name(attribute.name)} ${valueOf$1(attribute.base)} → ${valueOf$1(attribute.head)}`]);
	return [...say`${KINDS[kind]}${renamed}${alsoEdited}${alsoMoved}`, ...attributeChanges];
}
function valueOf$1(value) {
	return value === void 0 ? say`none` : name(value);
}
function rankOf({ tested, tone }) {
	if (tone === "bad") return 10 + (tested?.change ?? 0);
	return tone === "unsure" ? 5 : tested?.change ?? 0;
}
/** Characters of unchanged text kept next to a change. */
const KEPT = 160;
/** The runs in order; `same` runs keep `KEPT` characters on the sides where a change is. */
function readableWords(words) {
	return words.flatMap(withoutBlankChange).map((run, index, all) => {
		const text = joinWrappedLines(run.text);
		if (run.kind !== "same") return {
			...run,
			text
		};
		return {
			...run,
			text: shorten(text, {
				before: index > 0,
				after: index < all.length - 1
			})
		};
	});
}
/** White space that came or went is no change to a reader: what came is shown plainly, what went is not shown. */
function withoutBlankChange(run) {
	if (run.kind === "same" || run.text.trim() !== "") return [run];
	return run.kind === "added" ? [{
		kind: "same",
		text: run.text
	}] : [];
}
/** A single line feed is only wrapping, unless a list item, a quote, a table row or a heading follows. */
function joinWrappedLines(text) {
	return text.replaceAll(/(?<!\n)\n(?![\n>|#*+-]|\d+[.)])/g, " ");
}
/** The stretch without its middle; `before` and `after` say on which sides a change follows. */
function shorten(text, side) {
	const start = side.before ? wholeWords(text.slice(0, KEPT), "end") : "";
	const end = side.after ? wholeWords(text.slice(-160), "start") : "";
	if (text.length <= start.length + end.length + KEPT) return text;
	return `${start}…${end}`;
}
/** Without the word that the cut went through. */
function wholeWords(text, cut) {
	return cut === "end" ? text.replace(/\S*$/, "") : text.replace(/^\S*/, "");
}
const MOST_OPEN = 4;
function clausesPart(report) {
	const effects = clauseEffects(report);
	const cosmetic = countCosmetic(report);
	if (effects.length === 0 && cosmetic === 0) return NOTHING$1;
	return html`<section>
    <h2>Changed clauses</h2>
    ${effects.map((effect, index) => clause(effect, index < MOST_OPEN ? html` open` : NOTHING$1))}
    ${cosmetic === 0 ? NOTHING$1 : html`<p class="faint">${cosmetic} cosmetic ${cosmetic === 1 ? "change" : "changes"} ignored.</p>`}
  </section>`;
}
function clause({ change, tested, what, effect, tone }, open) {
	const { base, head } = tested ?? {};
	const moved = {
		bad: "worse",
		good: "better",
		plain: "plain",
		unsure: "plain"
	}[tone];
	const title = base === void 0 || head === void 0 ? "" : `non-compliance ${percent(base)} → ${percent(head)}`;
	const levels = title === "" ? NOTHING$1 : html`<span class="levels">${title}</span>`;
	return html`<details class="clause ${tone}" ${open}>
    <summary>
      <span class="clause-name"><code>${change.id}</code> <span class="faint">${htmlSentence(what)}</span></span
      ><span class="clause-chart">${dumbbell({
		base,
		head,
		tone: moved
	}, title)}${levels}</span
      ><span class="effect">${htmlSentence(effect)}</span>
    </summary>
    <p class="place"><code>${change.file}</code>, ${linesOf(change)}</p>
    ${wordDifference(change)}
  </details>`;
}
function wordDifference({ words }) {
	if (words.length === 0) return NOTHING$1;
	const runs = readableWords(words).map(({ kind, text }) => {
		if (kind === "removed") return html`<del>${text}</del>`;
		return kind === "added" ? html`<ins>${text}</ins>` : html`${text}`;
	});
	return html`<p class="words">${runs}</p>`;
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
	suspicious: wording("suspicious, to be confirmed on fresh answers"),
	"screen-exhausted": wording("not decided by stored answers, to be confirmed on fresh ones"),
	"second-look": wording("not decided, a second look"),
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
	const decided = report.rounds.length === 0 ? [] : [DECIDED];
	return [
		say`${COMPARISONS[report.comparison]}`,
		...report.selection.length === 0 ? [] : [populationOf(report, affected)],
		...report.rounds.map((round) => say`${STAGES[round.stage]}: ${plural(round.scenarios, "scenario")}, ${plural(round.draws, "draw")} a side: ${Object.hasOwn(OUTCOMES, round.outcome) ? OUTCOMES[round.outcome] : name(round.outcome)}.`),
		...decided,
		say`Judged under policy ${name(report.policyHash.slice(0, 12))}.`
	];
}
const DECIDED = say`A pass rules out a change for the worse as large as the margin. A fail needs a significant change of half the margin or more, seen again in fresh answers of both sides; p values are adjusted over the endpoints that can block (Holm).`;
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
function decidedPart(report) {
	const notes = report.notes.length === 0 ? NOTHING$1 : html`<section>
          <h2>Notes</h2>
          <ul>
            ${report.notes.map((note) => html`<li>${htmlSentence(writeParagraph(note))}</li>`)}
          </ul>
        </section>`;
	return html`<section>
      <h2>How this was decided</h2>
      <ol class="steps">
        ${writeHowDecided(report).map((step) => html`<li>${htmlSentence(step)}</li>`)}
      </ol>
    </section>
    ${notes}`;
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
		const { base, head, change, interval, margin, limit, status } = values;
		return [{
			metric,
			label: METRIC_WORDS[metric].label,
			base: base === void 0 ? NOTHING : formatLevel(metric, base),
			head: head === void 0 ? NOTHING : formatLevel(metric, head),
			change: change === void 0 ? NOTHING : formatChange(metric, change),
			interval: interval === void 0 ? NOTHING : formatInterval(metric, interval),
			tolerated: toleratedOf(metric, margin, limit),
			status,
			values
		}];
	});
}
function toleratedOf(metric, margin, limit) {
	const least = METRIC_WORDS[metric].worse === "up" ? "at most" : "at least";
	return [...margin === void 0 ? [] : [formatChange(metric, margin)], ...limit === void 0 ? [] : [`${least} ${formatLevel(metric, limit)}`]].join(", ");
}
function metricsPart(report) {
	const rows = metricRows(report);
	if (rows.length === 0) return NOTHING$1;
	return html`<section>
    <h2>Measured</h2>
    <table class="endpoints">
      <thead>
        <tr>
          <th scope="col"></th>
          <th scope="col" class="number">base</th>
          <th scope="col" class="number">head</th>
          <th scope="col" class="number">change (95 %)</th>
          <th scope="col" class="chart-head"><span>better</span><span>worse</span></th>
          <th scope="col" class="number">tolerated</th>
          <th scope="col"></th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(row$1)}
      </tbody>
    </table>
    <p class="legend">
      <span class="key zero-key"></span>no change <span class="key margin-key"></span>margin: a pass rules out a change
      this large
    </p>
  </section>`;
}
function row$1({ label, base, head, change, interval, tolerated, status, values }) {
	const range = interval === "" ? NOTHING$1 : html` <span class="faint">${interval}</span>`;
	const moved = change === "" ? NOTHING$1 : html`<strong>${change}</strong>${range}`;
	return html`<tr class="${status}">
    <th scope="row">${label}</th>
    <td class="number" data-label="base">${base}</td>
    <td class="number" data-label="head">${head}</td>
    <td class="number change" data-label="change">${moved}</td>
    <td class="chart">${intervalChart(values, `${label}: ${change} (${interval})`)}</td>
    <td class="number" data-label="tolerated">${tolerated}</td>
    <td class="status"><span class="pill ${status}">${STATUS_WORDS[status].word}</span></td>
  </tr>`;
}
/** Panels up to this size are read by their first two judges outside of the audit (analysis/pair-disagreement.ts). */
const READ_BY_TWO = 3;
/** What the coefficients beside it are computed on, and why the metric is another number. Two sentences. */
function writeAgreementBasis({ base, head, panel }) {
	const metric = panel.length > READ_BY_TWO ? say`of these answers reads those that both sides have` : say`reads all answers, the others by the two judges who are asked first`;
	return say`Every judge was asked about ${count(base.cells)} answers on base and ${count(head.cells)} on head, drawn for this. The verdict goes by the Judge agreement above, which ${metric}.`;
}
const REASONS = {
	"no-units": wording("nothing was judged"),
	"one-unit": wording("one answer alone"),
	"no-pairs": wording("no answer has two rulings"),
	"one-category": wording("every ruling is the same"),
	"no-variation": wording("every value is the same"),
	"uninformative-judge": wording("the judge is no better than chance")
};
/** `0.71`, or `undefined: every ruling is the same`. */
function writeEstimate(value) {
	if (value.status === "defined") return say`${decimal(value.value)}`;
	return say`undefined: ${isKnown(value.reason) ? REASONS[value.reason] : name(value.reason)}`;
}
function isKnown(reason) {
	return Object.hasOwn(REASONS, reason);
}
function judgesPart({ judges }) {
	if (judges.panel.length === 0) return NOTHING$1;
	const { base, head } = judges;
	const agreement = [
		{
			label: "Agreeing pairs",
			base: base.raw,
			head: head.raw
		},
		{
			label: "Fleiss' kappa",
			base: base.fleissKappa,
			head: head.fleissKappa
		},
		{
			label: "Gwet's AC1",
			base: base.gwetAc1,
			head: head.gwetAc1
		}
	];
	return html`<section>
    <h2>Judges</h2>
    <div class="two">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">judge</th>
            <th scope="col" class="number">rulings</th>
            <th scope="col" class="number">abstained</th>
            <th scope="col" class="number">rules against</th>
          </tr>
        </thead>
        <tbody>
          ${judges.panel.map(({ judge, rulings, abstained, flagRate }) => html`<tr>
                <th scope="row"><code>${judge}</code></th>
                <td class="number">${count(rulings)}</td>
                <td class="number">${count(abstained)}</td>
                <td class="number">${flagRate === void 0 ? "" : percent(flagRate)}</td>
              </tr>`)}
        </tbody>
      </table>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">where every judge was asked</th>
            <th scope="col" class="number">base</th>
            <th scope="col" class="number">head</th>
          </tr>
        </thead>
        <tbody>
          ${agreement.map((row) => html`<tr>
                <th scope="row">${row.label}</th>
                <td class="number estimate">${estimate(row.base)}</td>
                <td class="number estimate">${estimate(row.head)}</td>
              </tr>`)}
        </tbody>
      </table>
    </div>
    <p class="legend">${htmlSentence(writeAgreementBasis(judges))}</p>
  </section>`;
}
function estimate(value) {
	if (value.status === "undefined") return html`<span class="faint">${htmlSentence(writeEstimate(value))}</span>`;
	const range = value.interval === void 0 ? NOTHING$1 : html` <span class="faint range-text">${value.interval.map(decimal).join(" to ")}</span>`;
	return html`${htmlSentence(writeEstimate(value))}${range}`;
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
/** What is no parameter of the provider's. */
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
	if (stage === "confirm") return say`read on fresh answers of both sides; the table of endpoints shows each on the evidence that decided it`;
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
/** An interval is each figure's own: it may leave out zero where Holm over all of them does not. */
function unseen(interval) {
	return interval !== void 0 && (interval[0] > 0 || interval[1] < 0) ? say`; not beyond chance among so many figures` : say`; no change seen`;
}
function besidePanel(shift, others) {
	if (shift === void 0) return say``;
	const side = shift.change > 0 ? wording("above") : wording("below");
	const beyond = shift.adjustedP > SEEN ? wording("not told apart from") : side;
	return say`; ${beyond} the ${plural(others, "other model")} (${percent(shift.base)})`;
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
function writeFalseRefusals({ falseRefusals }) {
	const of = (status) => falseRefusals.filter((one) => one.status === status).map(({ scenario }) => scenario);
	const [fresh, gone] = [of("new"), of("gone")];
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
/** The seven kinds are our own words; a report that was read from a file may hold others. */
function kindName(type) {
	return RESPONSE_TYPES.includes(type) ? say`${type.replaceAll("_", " ")}` : name(type);
}
function shareOf(counts, type) {
	const total = Object.values(counts).reduce((sum, own) => sum + own, 0);
	return total === 0 ? 0 : (counts[type] ?? 0) / total;
}
function valueOf(value) {
	return value === void 0 ? say`none` : name(value);
}
function modelChangesPart(report) {
	const changes = report.modelChanges ?? [];
	if (changes.length === 0) return NOTHING$1;
	return html`${changes.map((change) => modelChange(change, report))}`;
}
function modelChange(change, report) {
	const sentences = writeModelShift(change, report.models.find((one) => one.model === change.model));
	return html`<section>
    <h2>What <code>${change.model}</code> does differently</h2>
    <div class="card">
      <p>${htmlSentence(asFullSentence(writeModelPair(change)))}</p>
      <ul>
        ${sentences.map((sentence) => html`<li>${htmlSentence(asFullSentence(sentence))}</li>`)}
      </ul>
    </div>
    ${groups(change)}${falseRefusals(change.falseRefusals)}${contrasts(change.examples)}
  </section>`;
}
function groups({ clauses, topics }) {
	if (clauses.length + topics.length === 0) return NOTHING$1;
	const rows = [...clauses.map((row) => ({
		...row,
		what: "clause"
	})), ...topics.map((row) => ({
		...row,
		what: "topic"
	}))];
	return html`<details class="rest">
    <summary>By clause and topic</summary>
    <table class="plain">
      <thead>
        <tr>
          <th scope="col"></th>
          <th scope="col"></th>
          <th scope="col" class="number">scenarios</th>
          <th scope="col">non-compliance</th>
          <th scope="col">rejections</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(({ id, what, nonCompliance, rejections }) => html`<tr>
              <td class="faint">${what}</td>
              <td><code>${id}</code></td>
              <td class="number">${nonCompliance.scenarios}</td>
              <td>${level(nonCompliance, ["worse", "better"])}</td>
              <td>${level(rejections, ["plain", "plain"])}</td>
            </tr>`)}
      </tbody>
    </table>
  </details>`;
}
/** In colour where a change is seen. */
function level(row, [up, down]) {
	if (row?.base === void 0 || row.head === void 0) return NOTHING$1;
	const { base, head, change = 0, status } = row;
	const words = `${percent(base)} → ${percent(head)}${status === "changed" ? ` (${signedPoints(change)})` : ""}`;
	return html`${dumbbell({
		base,
		head,
		tone: status !== "changed" ? "plain" : change > 0 ? up : down
	}, words)}<span class="levels">${words}</span>`;
}
function falseRefusals(refusals) {
	const fresh = refusals.filter(({ status }) => status === "new");
	if (fresh.length === 0) return NOTHING$1;
	return html`<details class="rest" open>
    <summary>Refuses what most other models answer in order</summary>
    ${fresh.map(({ scenario, helped, others, answer, typical }) => sideBySide(html`<code>${scenario}</code> <span class="faint">${helped} of ${others} others help in order</span>`, [answer, typical]))}
  </details>`;
}
function contrasts(examples) {
	if (examples.length === 0) return NOTHING$1;
	return html`<details class="rest" open>
    <summary>Examples where the answers differ most</summary>
    ${examples.map(({ scenario, query, panel, ...sides }) => sideBySide(html`<code>${scenario}</code>${query === void 0 ? NOTHING$1 : html`<pre>${query}</pre>`}`, [...sidesOf(sides), panel]))}
  </details>`;
}
/** Where only its version, parameters or prompt changed both sides have one name. */
function sidesOf({ base, head }) {
	if (base === void 0 || base.model !== head.model) return [base, head];
	return [{
		...base,
		when: "before"
	}, {
		...head,
		when: "now"
	}];
}
/** Answers in columns under what they answer, as far as they are there. */
function sideBySide(heading, answers) {
	return html`<div class="contrast">
    <h4>${heading}</h4>
    <div class="answers">${answers.flatMap((answer) => answer === void 0 ? [] : [answerOf(answer)])}</div>
  </div>`;
}
function answerOf(answer) {
	const tone = answer.problematic === "missing" ? "unsure" : answer.problematic ? "fail" : "pass";
	return html`<div class="answer ${tone}">
    <p><code>${answer.model}</code>${answer.when === void 0 ? NOTHING$1 : html` ${answer.when}`}</p>
    <p class="faint">${htmlSentence(writeAnswer(answer))}</p>
    ${answer.response === void 0 ? NOTHING$1 : html`<pre>${answer.response}</pre>`}
  </div>`;
}
function conflictsPart({ conflicts }) {
	if (conflicts.length === 0) return NOTHING$1;
	return html`<section>
    <h2>Clauses in conflict</h2>
    <p class="faint">Cited for opposite rulings on the same answer.</p>
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">cited against</th>
          <th scope="col">cited for</th>
          <th scope="col" class="number">scenarios, base → head</th>
          <th scope="col">for example</th>
        </tr>
      </thead>
      <tbody>
        ${conflicts.map(conflict)}
      </tbody>
    </table>
  </section>`;
}
function modelsPart({ models }) {
	if (models.length === 0) return NOTHING$1;
	const legend = models.some(({ responseTypes: { base, head } }) => Object.keys(base).length + Object.keys(head).length > 0) ? html`<p class="legend">
        Response types, base above head:
        ${RESPONSE_TYPES.map((type, level) => html`<span class="swatch"><span class="key level-${level}"></span>${type.replaceAll("_", " ")}</span> `)}
      </p>` : NOTHING$1;
	return html`<section>
    <h2>Models</h2>
    <div class="models">${models.map(model)}</div>
    ${legend}
  </section>`;
}
/** New, standing and gone ones, each with a typical answer of the others beside it; then what no second draw has confirmed. */
function outliersPart({ outliers }) {
	if (outliers.length === 0) return NOTHING$1;
	return html`<section>
    <h2>Outliers</h2>
    <p class="faint">At least 4 points from at least 9 in 11 of the other models, in every draw of a side.</p>
    ${OUTLIER_GROUPS.map(({ status, title, isOpen }) => {
		const own = outliers.filter((one) => one.status === status);
		if (own.length === 0) return NOTHING$1;
		return html`<details class="rest" ${isOpen ? html` open` : NOTHING$1}>
        <summary>${own.length} ${title}</summary>
        ${own.map(outlier)}
      </details>`;
	})}
  </section>`;
}
const OUTLIER_GROUPS = [
	{
		status: "new",
		title: "new",
		isOpen: true
	},
	{
		status: "standing",
		title: "on both sides",
		isOpen: false
	},
	{
		status: "gone",
		title: "gone",
		isOpen: false
	},
	{
		status: "unconfirmed",
		title: "seen in some draws only",
		isOpen: false
	}
];
function conflict({ against, favour, scenarios, tested, examples }) {
	return html`<tr>
    <td><code>${against}</code></td>
    <td><code>${favour}</code></td>
    <td class="number">${scenarios.base} → <strong>${scenarios.head}</strong> of ${tested}</td>
    <td>${examples.slice(0, 3).map((id) => html`<code>${id}</code> `)}</td>
  </tr>`;
}
function model({ model: id, replaces, base, head, responses, missing, responseTypes }) {
	const levels = base === void 0 || head === void 0 ? "" : `${percent(base)} → ${percent(head)}`;
	const instead = replaces === void 0 ? NOTHING$1 : html` <span class="faint">replaces <code>${replaces}</code></span>`;
	const lost = missing === 0 ? NOTHING$1 : html` <span class="pill unsure">${missing} missing</span>`;
	const bars = [responseTypes.base, responseTypes.head].map((types) => stackedBar(RESPONSE_TYPES.map((type, level) => ({
		label: type.replaceAll("_", " "),
		level,
		value: types[type] ?? 0
	}))));
	return html`<article class="card model">
    <h3><code>${id}</code>${instead}</h3>
    <p>
      ${levels === "" ? NOTHING$1 : html`problematic ${levels}`}
      <span class="faint">${count(responses)} responses</span>${lost}
    </p>
    ${dumbbell({
		base,
		head,
		tone: "plain"
	}, levels)}${bars}
  </article>`;
}
function outlier({ model: id, scenario, value, score, others, lean, answer, typical }) {
	const leaning = lean === void 0 ? NOTHING$1 : html` <span class="pill">${lean}</span>`;
	return sideBySide(html`<code>${id}</code> on <code>${scenario}</code>, ${value === "value1" ? "first" : "second"} value:
    ${decimal(score)}, the others ${others.map(decimal).join(", ")}${leaning}`, [answer, typical]);
}
/** Scenarios in which more models are problematic on head than on base. */
function newlyFailing(report) {
	return report.scenarios.filter(({ problematicModels: { base, head } }) => head.length > base.length).sort((one, other) => other.problematicModels.head.length - one.problematicModels.head.length || riseOf(other) - riseOf(one) || (one.scenario < other.scenario ? -1 : 1));
}
/** `all 4 models problematic (were 0)`. */
function writeScenarioChange(scenario, models) {
	const { base, head } = scenario.problematicModels;
	const now = head.length === models && models > 1 ? say`all ${count(models)}` : say`${count(head.length)} of ${count(models)}`;
	return say`${now} models problematic (were ${count(base.length)})`;
}
function riseOf({ base = 0, head = 0 }) {
	return head - base;
}
function scenariosPart(report) {
	if (report.scenarios.length === 0) return NOTHING$1;
	const failing = newlyFailing(report);
	const rest = report.scenarios.filter((scenario) => !failing.includes(scenario));
	const models = report.head.models;
	const others = rest.length === 0 ? NOTHING$1 : html`<details class="rest">
          <summary>${rest.length} ${rest.length === 1 ? "scenario" : "scenarios"} that did not get worse</summary>
          ${rest.map((scenario) => row(scenario, models))}
        </details>`;
	return html`<section>
    <h2>Scenarios</h2>
    <p class="legend">
      <span class="key bad-key"></span>problematic <span class="key fine-key"></span>compliant; one square a model, base
      above head
    </p>
    ${failing.map((scenario) => row(scenario, models))}${others}
  </section>`;
}
function row(scenario, models) {
	const says = writeScenarioChange(scenario, models.length);
	const missing = scenario.missing === 0 ? NOTHING$1 : html` <span class="pill unsure">${scenario.missing} missing</span>`;
	const summary = html`<span class="scenario-name"
      ><code>${scenario.scenario}</code>${missing}<span class="faint clauses"
        >${scenario.clauses.map((id) => html`<code>${id}</code> `)}</span
      ></span
    ><span class="scenario-squares">${modelSquares(models, scenario.problematicModels, scenario.scenario)}</span
    ><span class="effect">${htmlSentence(says)}</span>`;
	const { query, examples = [] } = scenario;
	if (query === void 0 && examples.length === 0) return html`<div class="scenario">${summary}</div>`;
	const asked = query === void 0 ? NOTHING$1 : html`<h4>Asked</h4>
          <pre>${query}</pre>`;
	return html`<details class="scenario">
    <summary>${summary}</summary>
    ${asked}${examples.map(example)}
  </details>`;
}
function example({ model, arm, response, judgments }) {
	return html`<h4><code>${model}</code> on ${arm}</h4>
    <pre>${response}</pre>
    <ul class="judgments">
      ${judgments.map(({ judge, ruling, clauses, reasoning }) => html`<li>
            <span class="pill ${ruling === "compliant" ? "pass" : "fail"}">${ruling}</span>
            <code>${judge}</code
            >${clauses.length === 0 ? NOTHING$1 : html` <span class="faint">citing ${clauses.map((id) => html`<code>${id}</code> `)}</span>`}
            <p>${reasoning}</p>
          </li>`)}
    </ul>`;
}
/** Beyond the main reason; the rest is in the annotations and report.json. */
const MOST_REASONS = 8;
function verdictPart({ report, run }) {
	const { word, tone, says } = writeHeadline(report);
	const [main, ...others] = report.verdict.reasons;
	return html`<header class="top">
      <span class="brand">Spec Gate</span
      ><span class="sides">${side(report.base)}<span class="arrow">→</span>${side(report.head)}</span>
    </header>
    ${simulatedBanner(report)}
    <section class="verdict ${tone}" aria-label="Verdict">
      <p class="word">${word}</p>
      <h1>${htmlSentence(asFullSentence(says))}</h1>
      ${main === void 0 ? NOTHING$1 : grounds(main)}${acceptance(report)}
      ${others.length === 0 ? NOTHING$1 : html`<ul class="others">
              ${others.slice(0, MOST_REASONS).map(other)}
            </ul>`}
      <p class="cost">${htmlSentence(writeCost(report, run))}</p>
    </section>`;
}
/** What the analysis found, one card each; empty where nothing was. */
function findingsPart(report) {
	const findings = report.findings.filter(({ severity }) => severity !== "notice");
	if (findings.length === 0) return NOTHING$1;
	return html`<section>
    <h2>${titleOfFindings(report)}</h2>
    <div class="cards">${findings.map(card)}</div>
  </section>`;
}
function simulatedBanner({ simulated }) {
	if (!simulated) return NOTHING$1;
	return html`<p class="banner" role="note">
    <strong>Simulated.</strong> The models or judges are simulations; these numbers say nothing about a real model.
  </p>`;
}
function grounds(reason) {
	const { detail, advice } = writeMessage(reason);
	return html`${detail === void 0 ? NOTHING$1 : html`<p class="detail">${htmlSentence(asFullSentence(detail))}</p>`}${advice === void 0 ? NOTHING$1 : html`<p class="advice">${htmlSentence(asFullSentence(advice))}</p>`}`;
}
function other(reason) {
	const { says, detail } = writeMessage(reason);
	return html`<li>
    ${htmlSentence(asFullSentence(says))}${detail === void 0 ? NOTHING$1 : html` <span class="faint">${htmlSentence(asFullSentence(detail))}</span>`}
  </li>`;
}
function acceptance({ verdict }) {
	if (verdict.resolution === void 0) return NOTHING$1;
	const { by, reason, expires } = verdict.resolution;
	const args = {
		by,
		reason,
		...expires === void 0 ? {} : { expires }
	};
	return html`<p class="advice">${htmlSentence(writeParagraph({
		code: "accepted",
		args
	}))}</p>`;
}
function card(finding) {
	const { says, detail, advice } = writeMessage(finding);
	return html`<article class="card">
    <h3>${titleOf(finding.code)}</h3>
    <p>
      ${htmlSentence(asFullSentence(says))}${detail === void 0 ? NOTHING$1 : html` ${htmlSentence(asFullSentence(detail))}`}
    </p>
    ${advice === void 0 ? NOTHING$1 : html`<p class="advice">${htmlSentence(asFullSentence(advice))}</p>`}${place(finding)}
  </article>`;
}
function place({ place: at }) {
	if (at === void 0) return NOTHING$1;
	return html`<p class="place"><code>${at.file}:${at.line}</code></p>`;
}
function side({ ref, sha }) {
	return html`<code>${ref}</code>${sha === void 0 ? NOTHING$1 : html` <code class="faint">${sha.slice(0, 7)}</code>`}`;
}
/** One self-contained HTML document. */
function renderHtml(view) {
	const { report } = view;
	const { word, says } = writeHeadline(report);
	const title = `${word}: ${plainText(says)}${report.simulated ? " (simulated)" : ""}`;
	const body = html`${[
		verdictPart(view),
		metricsPart(report),
		findingsPart(report),
		clausesPart(report),
		modelChangesPart(report),
		scenariosPart(report)
	]}
  ${[
		conflictsPart(report),
		outliersPart(report),
		modelsPart(report),
		judgesPart(report),
		decidedPart(report)
	]}`;
	return renderPage({
		title,
		style: STYLE,
		kind: "report",
		body: [body]
	});
}
/** Two spaces of indent, keys in code-unit order, a line feed at the end; the same report always gives the same bytes. */
function renderJson({ report }) {
	return `${JSON.stringify(JSON.parse(canonicalJson(report)), null, 2)}\n`;
}
const INDENT = 8;
const MOST_SCENARIOS = 5;
const MOST_CLAUSES = 12;
const MOST_FINDINGS = 5;
/** The whole verdict as text that ends with a line feed. */
function renderTerminal(view, { paint = NO_PAINT, width = 100 } = {}) {
	const sheet = {
		paint,
		width: Math.max(48, Math.min(width, 120))
	};
	return `${[
		verdictBlock(view.report, sheet),
		whyBlock(view.report, sheet),
		measuredBlock(view.report, sheet),
		changedBlock(view.report, sheet),
		...modelBlocks(view.report, sheet),
		block("Also", briefly(view.report.verdict.reasons.slice(1), sheet), sheet),
		block("Note", briefly(view.report.notes, sheet), sheet),
		closingBlock(view, sheet)
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
function verdictBlock(report, { paint, width }) {
	const { word, tone, says } = writeHeadline(report);
	const [reason] = report.verdict.reasons;
	const message = reason && writeMessage(reason);
	const indent = word.length + 2;
	const rest = [
		message?.detail,
		message?.advice,
		acceptanceOf(report)
	].flatMap((part) => part ? [plainText(asFullSentence(part))] : []);
	return [`${report.simulated ? "(simulated) " : ""}${plainText(says)}`, ...rest].flatMap((text, index) => wrapText(text, width - indent).map((line) => index === 0 ? paint.strong(line) : line)).map((line, index) => index === 0 ? `${paintTone(paint, tone)(word)}  ${line}` : `${" ".repeat(indent)}${line}`);
}
function whyBlock(report, sheet) {
	const findings = report.findings.filter(isReading).slice(0, 2).map((finding) => plainText(writeParagraph(finding)));
	const failing = newlyFailing(report);
	const rows = failing.slice(0, MOST_SCENARIOS).map((scenario, index) => [`${index + 1}. ${visibleLine(scenario.scenario, 40)}`, plainText(writeScenarioChange(scenario, report.head.models.length))]);
	const more = failing.length > MOST_SCENARIOS ? [`   and ${failing.length - MOST_SCENARIOS} more scenarios that got worse`] : [];
	const heading = report.verdict.status === "pass" ? "Moved" : "Why";
	return [...block(heading, paragraphs(findings, sheet), sheet), ...block(findings.length === 0 ? heading : "", [...fitColumns(rows, { width: roomOf(sheet) }), ...more], sheet)];
}
function measuredBlock(report, sheet) {
	const rows = metricRows(report);
	if (rows.length === 0) return [];
	return fitColumns([[
		"",
		"base",
		"head",
		"change",
		"95 %",
		"tolerated",
		""
	], ...rows.map((row) => [
		row.label,
		row.base,
		row.head,
		row.change,
		row.interval,
		row.tolerated,
		STATUS_WORDS[row.status].word
	])], {
		width: roomOf(sheet),
		dispensable: [5, 4],
		right: [
			1,
			2,
			3
		]
	}).map((line, index) => {
		const painted = rows[index - 1]?.status === "fail" ? sheet.paint.bad(line) : index === 0 ? sheet.paint.faint(line) : line;
		return `${label(index === 0 ? "Measured" : "", sheet)}${painted}`;
	});
}
const SIGNS = {
	added: "+",
	removed: "-",
	edited: "~",
	renamed: ">",
	moved: "^",
	cosmetic: " "
};
function changedBlock(report, sheet) {
	const effects = clauseEffects(report);
	const rows = effects.slice(0, MOST_CLAUSES).map(({ change, effect }) => [
		`${SIGNS[change.kind]} ${visibleLine(change.id, 40)}`,
		linesOf(change),
		plainText(effect)
	]);
	const cosmetic = countCosmetic(report);
	const rest = [...effects.length > MOST_CLAUSES ? [`  and ${effects.length - MOST_CLAUSES} more clauses`] : [], ...cosmetic > 0 ? [`  ${cosmetic} cosmetic ${cosmetic === 1 ? "change" : "changes"} ignored`] : []];
	return block("Changed", [...fitColumns(rows, {
		width: roomOf(sheet),
		dispensable: [1]
	}), ...rest], sheet);
}
/** One block a changed model: which, and what it does differently. */
function modelBlocks(report, sheet) {
	return (report.modelChanges ?? []).map((change) => {
		const shifts = writeModelShift(change, report.models.find((one) => one.model === change.model)).flatMap((sentence) => wrapText(plainText(asFullSentence(sentence)), roomOf(sheet) - 2).map((line, index) => `${index === 0 ? "- " : "  "}${line}`));
		return block("Changed", [...paragraphs([plainText(asFullSentence(writeModelPair(change)))], sheet), ...shifts], sheet);
	});
}
function closingBlock({ report, run, reportPath }, sheet) {
	return [...block("Cost", paragraphs([plainText(writeCost(report, run))], sheet), sheet), ...reportPath === void 0 ? [] : block("Open", [reportPath], sheet)];
}
/** Lines under a heading that stands left of the first. */
function block(heading, lines, sheet) {
	return lines.map((line, index) => `${label(index === 0 ? heading : "", sheet)}${line}`);
}
/** What each of the first findings says, without its numbers. */
function briefly(findings, sheet) {
	return paragraphs(findings.slice(0, MOST_FINDINGS).map((one) => plainText(asFullSentence(writeMessage(one).says))), sheet);
}
function paragraphs(texts, sheet) {
	return texts.flatMap((text) => wrapText(text, roomOf(sheet)));
}
/** Columns right of the headings. */
function roomOf({ width }) {
	return width - INDENT - 2;
}
function label(text, { paint }) {
	return text === "" ? " ".repeat(10) : paint.faint(text.padEnd(10));
}
function isReading({ severity }) {
	return severity !== "notice";
}
function acceptanceOf({ verdict }) {
	if (verdict.resolution === void 0) return void 0;
	const { by, reason, expires } = verdict.resolution;
	return writeMessage({
		code: "accepted",
		args: {
			by,
			reason,
			...expires === void 0 ? {} : { expires }
		}
	}).says;
}
function paintTone(paint, tone) {
	return (text) => paint.strong(paint[tone](text));
}
export { clauseEffects as _, writeScenarioChange as a, titleOfFindings as b, writeModelShift as c, STATUS_WORDS as d, metricRows as f, readableWords as g, writeSide as h, newlyFailing as i, writeEstimate as l, writeHowDecided as m, renderJson as n, writeAnswer as o, writeCost as p, renderHtml as r, writeModelPair as s, renderTerminal as t, writeAgreementBasis as u, countCosmetic as v, writeHeadline as x, linesOf as y };
