import { t as canonicalJson } from "./canonical-json.js";
import { a as percent, n as decimal, t as count, u as signedPoints } from "./format-numbers.js";
import { a as say, o as wording, r as name, t as asFullSentence } from "./sentence.js";
import { i as writeParagraph, n as titleOf, r as writeMessage } from "./messages.js";
import { _ as writeHeadline, a as writeAnswer, c as STATUS_WORDS, d as writeHowDecided, g as titleOfFindings, h as linesOf, i as writeScenarioChange, l as endpointRows, m as countCosmetic, o as writeModelPair, p as clauseEffects, r as newlyFailing, s as writeModelShift, u as writeCost } from "./terminal.js";
import { n as plainText } from "./plain-text.js";
import { a as htmlSentence, i as html, n as renderPage, r as NOTHING, t as STYLE } from "./style.js";
import { i as stackedBar, n as intervalChart, r as modelSquares, t as dumbbell } from "./charts.js";
import { i as RESPONSE_TYPES } from "./study-words.js";
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
	if (effects.length === 0 && cosmetic === 0) return NOTHING;
	return html`<section>
    <h2>Changed clauses</h2>
    ${effects.map((effect, index) => clause(effect, index < MOST_OPEN ? html` open` : NOTHING))}
    ${cosmetic === 0 ? NOTHING : html`<p class="faint">${cosmetic} cosmetic ${cosmetic === 1 ? "change" : "changes"} ignored.</p>`}
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
	const levels = title === "" ? NOTHING : html`<span class="levels">${title}</span>`;
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
	if (words.length === 0) return NOTHING;
	const runs = readableWords(words).map(({ kind, text }) => {
		if (kind === "removed") return html`<del>${text}</del>`;
		return kind === "added" ? html`<ins>${text}</ins>` : html`${text}`;
	});
	return html`<p class="words">${runs}</p>`;
}
function decidedPart(report) {
	const notes = report.notes.length === 0 ? NOTHING : html`<section>
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
function endpointsPart(report) {
	const rows = endpointRows(report);
	if (rows.length === 0) return NOTHING;
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
	const range = interval === "" ? NOTHING : html` <span class="faint">${interval}</span>`;
	const moved = change === "" ? NOTHING : html`<strong>${change}</strong>${range}`;
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
/** What the coefficients beside it are computed on, and why the endpoint is another number. Two sentences. */
function writeAgreementBasis({ base, head, panel }) {
	const endpoint = panel.length > READ_BY_TWO ? say`of these answers reads those that both sides have` : say`reads all answers, the others by the two judges who are asked first`;
	return say`Every judge was asked about ${count(base.cells)} answers on base and ${count(head.cells)} on head, drawn for this. The verdict goes by the Judge agreement above, which ${endpoint}.`;
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
	if (judges.panel.length === 0) return NOTHING;
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
	const range = value.interval === void 0 ? NOTHING : html` <span class="faint range-text">${value.interval.map(decimal).join(" to ")}</span>`;
	return html`${htmlSentence(writeEstimate(value))}${range}`;
}
function modelChangesPart(report) {
	const changes = report.modelChanges ?? [];
	if (changes.length === 0) return NOTHING;
	return html`${changes.map((change) => modelChange(change, report))}`;
}
function modelChange(change, report) {
	const model = report.models.find((one) => one.model === change.model);
	const sentences = writeModelShift(change, model);
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
	if (clauses.length + topics.length === 0) return NOTHING;
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
	if (row?.base === void 0 || row.head === void 0) return NOTHING;
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
	if (fresh.length === 0) return NOTHING;
	return html`<details class="rest" open>
    <summary>Refuses what most other models answer in order</summary>
    ${fresh.map(({ scenario, helped, others, answer, typical }) => sideBySide(html`<code>${scenario}</code> <span class="faint">${helped} of ${others} others help in order</span>`, [answer, typical]))}
  </details>`;
}
function contrasts(examples) {
	if (examples.length === 0) return NOTHING;
	return html`<details class="rest" open>
    <summary>Examples where the answers differ most</summary>
    ${examples.map(({ scenario, query, panel, ...sides }) => sideBySide(html`<code>${scenario}</code>${query === void 0 ? NOTHING : html`<pre>${query}</pre>`}`, [...sidesOf(sides), panel]))}
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
    <p><code>${answer.model}</code>${answer.when === void 0 ? NOTHING : html` ${answer.when}`}</p>
    <p class="faint">${htmlSentence(writeAnswer(answer))}</p>
    ${answer.response === void 0 ? NOTHING : html`<pre>${answer.response}</pre>`}
  </div>`;
}
function conflictsPart({ conflicts }) {
	if (conflicts.length === 0) return NOTHING;
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
	if (models.length === 0) return NOTHING;
	const legend = models.some(({ responseTypes: { base, head } }) => Object.keys(base).length + Object.keys(head).length > 0) ? html`<p class="legend">
        Response types, base above head:
        ${RESPONSE_TYPES.map((type, level) => html`<span class="swatch"><span class="key level-${level}"></span>${type.replaceAll("_", " ")}</span> `)}
      </p>` : NOTHING;
	return html`<section>
    <h2>Models</h2>
    <div class="models">${models.map(model)}</div>
    ${legend}
  </section>`;
}
/** New, standing and gone ones, each with a typical answer of the others beside it; then what no second draw has confirmed. */
function outliersPart({ outliers }) {
	if (outliers.length === 0) return NOTHING;
	return html`<section>
    <h2>Outliers</h2>
    <p class="faint">At least 4 points from at least 9 in 11 of the other models, in every draw of a side.</p>
    ${OUTLIER_GROUPS.map(({ status, title, isOpen }) => {
		const own = outliers.filter((one) => one.status === status);
		if (own.length === 0) return NOTHING;
		return html`<details class="rest" ${isOpen ? html` open` : NOTHING}>
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
	const instead = replaces === void 0 ? NOTHING : html` <span class="faint">replaces <code>${replaces}</code></span>`;
	const lost = missing === 0 ? NOTHING : html` <span class="pill unsure">${missing} missing</span>`;
	const bars = [responseTypes.base, responseTypes.head].map((types) => stackedBar(RESPONSE_TYPES.map((type, level) => ({
		label: type.replaceAll("_", " "),
		level,
		value: types[type] ?? 0
	}))));
	return html`<article class="card model">
    <h3><code>${id}</code>${instead}</h3>
    <p>
      ${levels === "" ? NOTHING : html`problematic ${levels}`}
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
	const leaning = lean === void 0 ? NOTHING : html` <span class="pill">${lean}</span>`;
	return sideBySide(html`<code>${id}</code> on <code>${scenario}</code>, ${value === "value1" ? "first" : "second"} value:
    ${decimal(score)}, the others ${others.map(decimal).join(", ")}${leaning}`, [answer, typical]);
}
function scenariosPart(report) {
	if (report.scenarios.length === 0) return NOTHING;
	const failing = newlyFailing(report);
	const rest = report.scenarios.filter((scenario) => !failing.includes(scenario));
	const models = report.head.models;
	const others = rest.length === 0 ? NOTHING : html`<details class="rest">
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
	const missing = scenario.missing === 0 ? NOTHING : html` <span class="pill unsure">${scenario.missing} missing</span>`;
	const summary = html`<span class="scenario-name"
      ><code>${scenario.scenario}</code>${missing}<span class="faint clauses"
        >${scenario.clauses.map((id) => html`<code>${id}</code> `)}</span
      ></span
    ><span class="scenario-squares">${modelSquares(models, scenario.problematicModels, scenario.scenario)}</span
    ><span class="effect">${htmlSentence(says)}</span>`;
	const { query, examples = [] } = scenario;
	if (query === void 0 && examples.length === 0) return html`<div class="scenario">${summary}</div>`;
	const asked = query === void 0 ? NOTHING : html`<h4>Asked</h4>
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
            >${clauses.length === 0 ? NOTHING : html` <span class="faint">citing ${clauses.map((id) => html`<code>${id}</code> `)}</span>`}
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
      ${main === void 0 ? NOTHING : grounds(main)}${acceptance(report)}
      ${others.length === 0 ? NOTHING : html`<ul class="others">
              ${others.slice(0, MOST_REASONS).map(other)}
            </ul>`}
      <p class="cost">${htmlSentence(writeCost(report, run))}</p>
    </section>`;
}
/** What the analysis found, one card each; empty where nothing was. */
function findingsPart(report) {
	const findings = report.findings.filter(({ severity }) => severity !== "notice");
	if (findings.length === 0) return NOTHING;
	return html`<section>
    <h2>${titleOfFindings(report)}</h2>
    <div class="cards">${findings.map(card)}</div>
  </section>`;
}
function simulatedBanner({ simulated }) {
	if (!simulated) return NOTHING;
	return html`<p class="banner" role="note">
    <strong>Simulated.</strong> The models or judges are simulations; these numbers say nothing about a real model.
  </p>`;
}
function grounds(reason) {
	const { detail, advice } = writeMessage(reason);
	return html`${detail === void 0 ? NOTHING : html`<p class="detail">${htmlSentence(asFullSentence(detail))}</p>`}${advice === void 0 ? NOTHING : html`<p class="advice">${htmlSentence(asFullSentence(advice))}</p>`}`;
}
function other(reason) {
	const { says, detail } = writeMessage(reason);
	return html`<li>
    ${htmlSentence(asFullSentence(says))}${detail === void 0 ? NOTHING : html` <span class="faint">${htmlSentence(asFullSentence(detail))}</span>`}
  </li>`;
}
function acceptance({ verdict }) {
	if (verdict.resolution === void 0) return NOTHING;
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
      ${htmlSentence(asFullSentence(says))}${detail === void 0 ? NOTHING : html` ${htmlSentence(asFullSentence(detail))}`}
    </p>
    ${advice === void 0 ? NOTHING : html`<p class="advice">${htmlSentence(asFullSentence(advice))}</p>`}${place(finding)}
  </article>`;
}
function place({ place: at }) {
	if (at === void 0) return NOTHING;
	return html`<p class="place"><code>${at.file}:${at.line}</code></p>`;
}
function side({ ref, sha }) {
	return html`<code>${ref}</code>${sha === void 0 ? NOTHING : html` <code class="faint">${sha.slice(0, 7)}</code>`}`;
}
/** One self-contained HTML document. */
function renderHtml(view) {
	const { report } = view;
	const { word, says } = writeHeadline(report);
	const title = `${word}: ${plainText(says)}${report.simulated ? " (simulated)" : ""}`;
	const body = html`${[
		verdictPart(view),
		endpointsPart(report),
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
export { readableWords as a, writeAgreementBasis as i, renderHtml as n, writeEstimate as r, renderJson as t };
