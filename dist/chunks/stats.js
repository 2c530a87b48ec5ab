import { I as loadConfig, Ot as DEFAULT_BANK, R as loadSpec, Zt as streamBank, f as createDotKernel, i as totalCoverage, m as dotRows, o as lexicalMeasure, p as distanceFromDot, s as tableOf, t as createCoverageTally, v as HIGH_DISAGREEMENT } from "./stats-check.js";
import { i as makeFolder } from "./action-stats-check.js";
import { L as readAt, M as openFile, N as refusePointer, P as unpackGzip, R as nearestName, r as isGlobal, t as loadSpecFile } from "./stats-diff-check.js";
import { a as asSet, c as decimal, f as plural, s as count, v as UserError } from "./commands-action-stats-diff-report-check.js";
import { a as NOTHING, c as hasRubrics, i as renderPage, o as html, s as htmlSentence, t as STYLE } from "./stats-report-check.js";
import { a as whereDefined, n as visibleId, r as visibleLine } from "./action-stats-diff-report-check.js";
import { S as wording, b as names, g as inRow, t as plainText, x as say, y as name } from "./action-stats-report-check.js";
import { i as padAfter, n as createPaint, o as widthOf } from "./stats-diff-report-check.js";
import { t as EXIT } from "./cli-commands-action-schema-stats-diff-report-check.js";
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, renameSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
/**
* Opens a bank to add to; a file that is not there is made with the first line. What stands behind the last line end was
* torn by a kill if it is no whole scenario, and is dropped: its answers are in the store. `keep` is told what the file holds.
* @throws UserError for lines that are no scenarios. `name` is the path shown to people.
*/
async function openGrowingBank(path, name, keep) {
	const { kept, lacksEnd } = existsSync(path) ? wholeLinesOf(path) : {
		kept: 0,
		lacksEnd: false
	};
	if (kept > 0) await readBeginning({
		path,
		name,
		bytes: kept
	}, keep);
	let file;
	const open = () => {
		makeFolder(dirname(path));
		if (existsSync(path)) truncateSync(path, kept);
		const opened = openSync(path, "a");
		if (lacksEnd) writeSync(opened, "\n");
		return opened;
	};
	return {
		append: (line) => {
			file ??= open();
			writeSync(file, `${line}\n`);
		},
		close: () => {
			if (file !== void 0) closeSync(file);
			file = void 0;
		}
	};
}
async function readBeginning({ path, name, bytes }, keep) {
	const source = await openFile(path, name);
	try {
		await streamBank({
			...source,
			byteLength: bytes
		}, keep, { without: "scored" });
	} finally {
		await source.close();
	}
}
/** Replaces a file in one step: a reader, or a kill, finds the old text or the new one. */
function replaceFile(path, text) {
	makeFolder(dirname(path));
	const next = `${path}.${process.pid}.tmp`;
	const file = openSync(next, "w");
	try {
		writeFileSync(file, text);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	renameSync(next, path);
}
/** Bytes up to the last line end; or all of them, where the last line is whole JSON and lacks its end only. */
function wholeLinesOf(path) {
	const file = openSync(path, "r");
	try {
		const { size } = fstatSync(file);
		for (let length = Math.min(size, PIECE);; length = Math.min(size, 2 * length)) {
			const tail = Buffer.alloc(length);
			readAt(file, tail, size - length);
			const end = tail.lastIndexOf(LF);
			if (end === -1 && length < size) continue;
			const last = tail.subarray(end + 1);
			if (last.length > 0 && isJson(last.toString("utf8"))) return {
				kept: size,
				lacksEnd: true
			};
			return {
				kept: size - last.length,
				lacksEnd: false
			};
		}
	} finally {
		closeSync(file);
	}
}
const PIECE = 65536;
const LF = 10;
function isJson(text) {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
/** Milliseconds for one range, from the request to its last byte. */
const PATIENCE = 12e4;
/** Opens a path, or an https address with `fetch`. @throws UserError naming it. */
function openSource(name, fetch) {
	return /^[a-z][a-z0-9+.-]*:\/\//i.test(name) ? openUrl(name, fetch) : openFile(name);
}
/** The server must answer ranges: a Parquet file is read from its end, and nothing is read that is not needed. */
async function openUrl(name, fetch) {
	const fail = (message) => {
		throw new UserError({
			message,
			hint: "Download it and import the file.",
			place: { file: name }
		});
	};
	requireSafe(name, fail);
	const read = async (start, end) => {
		const response = await fetch(name, {
			headers: {
				range: `bytes=${start}-${end - 1}`,
				"accept-encoding": "identity"
			},
			redirect: "follow",
			signal: AbortSignal.timeout(PATIENCE)
		}).catch((error) => fail(`cannot be reached: ${String(error)}`));
		if (response.url !== "") requireSafe(response.url, fail);
		if (response.status !== 206) {
			await response.body?.cancel();
			return fail(response.ok ? "the server does not answer ranges" : `the server answered ${response.status}`);
		}
		const total = Number(/\/(\d+)$/.exec(response.headers.get("content-range") ?? "")?.[1] ?? NaN);
		if (!Number.isSafeInteger(total)) fail("the server does not say how long it is");
		return {
			bytes: await readExactly(response, end - start, fail).catch((error) => {
				throw error instanceof UserError ? error : fail(`broke off: ${String(error)}`);
			}),
			total
		};
	};
	const { total } = await read(0, 1);
	const source = {
		name,
		byteLength: total,
		slice: async (start, end = total) => end === start ? /* @__PURE__ */ new ArrayBuffer(0) : (await read(start, end)).bytes,
		close: () => Promise.resolve()
	};
	await refusePointer(source);
	return unpackGzip(source);
}
/** https anywhere, http on this machine only. */
function requireSafe(address, fail) {
	const url = URL.canParse(address) ? new URL(address) : fail("not an address");
	const isLocal = url.hostname === "127.0.0.1" || url.hostname === "localhost";
	if (url.protocol !== "https:" && !(url.protocol === "http:" && isLocal)) fail(`${url.protocol} is not https`);
}
/** Never keeps more than was asked for, whatever the server sends. */
async function readExactly(response, length, fail) {
	const bytes = new Uint8Array(length);
	let done = 0;
	for await (const piece of response.body ?? []) {
		if (done + piece.length > length) {
			await response.body?.cancel().catch(() => void 0);
			fail("the server sent more than was asked for");
		}
		bytes.set(piece, done);
		done += piece.length;
	}
	if (done < length) fail("the server sent less than was asked for");
	return bytes.buffer;
}
/**
* The bank that is meant, as people call it from where they are: the one given, else the config's, else where banks usually lie.
* @throws UserError for a config that cannot be read.
*/
async function bankNameOf({ given, config }, { cwd }) {
	if (given !== void 0) return given;
	const found = await findConfig(config, cwd);
	if (found === void 0) return DEFAULT_BANK;
	return relative(cwd, resolve(cwd, dirname(config), found.bank)).replaceAll("\\", "/");
}
async function findConfig(file, cwd) {
	const path = resolve(cwd, file);
	if (!existsSync(path)) return void 0;
	return loadConfig({
		kind: "worktree",
		root: dirname(path)
	}, basename(path));
}
/** Hands over one scenario of a bank of any size after another. @throws UserError with every problem of its lines. */
async function readBankFile(file, context, keep) {
	const path = resolve(context.cwd, file);
	if (!/^https?:/.test(file) && !existsSync(path)) throw new UserError({
		message: "there is no such bank",
		place: { file },
		hint: "spec-gate bank import FILE begins one with queries of yours"
	});
	const source = await openSource(path, globalThis.fetch);
	try {
		await streamBank({
			...source,
			name: file
		}, keep);
	} finally {
		await source.close();
	}
}
/** The spec file, read as the config says where there is one; without it the config's spec; undefined without either. */
async function findSpec(options, context) {
	const configPath = resolve(context.cwd, options.config);
	const source = {
		kind: "worktree",
		root: dirname(configPath)
	};
	const configFile = basename(configPath);
	const config = await findConfig(options.config, context.cwd);
	if (options.spec !== void 0) return loadSpecFile(resolve(context.cwd, options.spec), {
		cwd: context.cwd,
		clauses: config?.clauses ?? "headings"
	});
	return config === void 0 ? void 0 : loadSpec(source, {
		configFile,
		config
	});
}
/** As `findSpec`, for a command that cannot do without. @throws UserError naming both ways to give one. */
async function requireSpec(options, context) {
	const spec = await findSpec(options, context);
	if (spec !== void 0) return spec;
	throw new UserError({
		message: `there is no ${options.config} that names a spec`,
		hint: "Name the spec with --spec, or the config with --config."
	});
}
function createLinkTally(spec) {
	const counts = new Map(spec.clauses.map(({ id }) => [id, 0]));
	const orphaned = [];
	const gone = /* @__PURE__ */ new Map();
	const nearestTo = (clause) => {
		const known = gone.get(clause);
		if (known !== void 0) return known;
		const found = {
			clause,
			...whereDefined({ nearest: nearestName(clause, counts.keys()) })
		};
		gone.set(clause, found);
		return found;
	};
	return {
		counts,
		orphaned,
		add: ({ id, clauses }) => {
			for (const clause of clauses) {
				const known = counts.get(clause);
				if (known === void 0) orphaned.push({
					scenario: id,
					...nearestTo(clause)
				});
				else counts.set(clause, known + 1);
			}
		}
	};
}
/**
* Scenarios nearer than `measure.near` to an earlier one. Two framings of one pair of values are meant to be alike and are none.
* Scenarios come one after another: of each its vector is kept, and none beyond what can be compared.
*/
function createDuplicateTally(measure = lexicalMeasure) {
	const rows = [];
	let count = 0;
	return {
		add: (scenario) => {
			count += 1;
			if (count > 2e4) rows.length = 0;
			else rows.push({
				...framingOf(scenario),
				vector: measure.vectorOf(scenario)
			});
		},
		read: () => count > 2e4 ? void 0 : compareAll(rows, measure)
	};
}
function framingOf({ id, value1, value2, nudge }) {
	return {
		id,
		...whereDefined({
			value1,
			value2,
			nudge
		})
	};
}
/** Rows looked at together. */
const BLOCK = 64;
function compareAll(rows, measure) {
	const table = tableOf(rows, {
		dimensions: measure.dimensions,
		size: 0
	});
	const nearestDot = createDotKernel(table.memory);
	const rowBytes = table.dimensions * 4;
	const found = [];
	for (let row = 1; row < rows.length; row += 1) {
		const dot = nearestDot(row * rowBytes, 0, row, rowBytes);
		const distance = distanceFromDot(dot);
		if (distance >= measure.near) continue;
		let of = 0;
		while (nearestDot(row * rowBytes, of * rowBytes, Math.min(BLOCK, row - of), rowBytes) < dot) of += BLOCK;
		while (dotRows(table.values, row, table.values, of, table.dimensions) < dot) of += 1;
		if (isReframing(rows[row], rows[of])) continue;
		found.push({
			scenario: rows[row].id,
			of: rows[of].id,
			distance
		});
	}
	return found;
}
function isReframing(a, b) {
	return a.value1 !== void 0 && a.value1 === b.value1 && a.value2 === b.value2 && a.nudge !== b.nudge;
}
const BANK_STYLE = `
.bank h2 .faint{font-weight:400;font-size:.9rem;margin-left:6px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:12px;margin-top:18px}
.tile p{margin:0;font-size:.82rem}.tile .figure{font-size:1.5rem;font-weight:650;line-height:1.35;font-variant-numeric:tabular-nums}
.figure.unsure{color:var(--unsure)}
.plot{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px 18px 4px}
.plot svg{width:100%;height:auto}.plot text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--faint);text-anchor:middle}
.plot .value{fill:var(--ink);font-weight:600}.plot .floor{stroke:var(--line);stroke-width:1.5}
.bank .high{fill:var(--accent)}.bank .low{fill:var(--accent);opacity:.4}.bank .unscored{fill:var(--unsure);opacity:.55}
.cover{list-style:none;padding:0;margin:12px 0;display:grid;grid-template-columns:repeat(auto-fill,minmax(250px,1fr));gap:6px}
.cover li{margin:0;display:flex;justify-content:space-between;gap:10px;align-items:baseline;border-radius:6px;padding:6px 11px;border:1px solid var(--line);min-width:0}
.cover span{font-variant-numeric:tabular-nums;font-weight:600;white-space:nowrap}
.cover-0{background:var(--unsure-soft);border-color:var(--unsure)!important}.cover-0 span{color:var(--unsure)}
.cover-1{background:color-mix(in srgb,var(--accent) 7%,var(--card))}.cover-2{background:color-mix(in srgb,var(--accent) 15%,var(--card))}
.cover-3{background:color-mix(in srgb,var(--accent) 24%,var(--card))}.cover-4{background:color-mix(in srgb,var(--accent) 34%,var(--card))}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:0 32px;align-items:start}
.bars{list-style:none;padding:0;margin:0}
.bars li{display:grid;grid-template-columns:minmax(0,11em) minmax(60px,1fr) 4.5em;gap:12px;align-items:center;font-size:.9rem;margin:5px 0}
@media (max-width:760px){.plot{padding:10px 8px 2px}.plot text{font-size:21px}}
.bars .name{overflow-wrap:anywhere}.bars svg{width:100%;height:9px;border-radius:3px}
`;
const EIGHTHS = [
	"",
	"▏",
	"▎",
	"▍",
	"▌",
	"▋",
	"▊",
	"▉"
];
const HEIGHTS = [
	"▁",
	"▂",
	"▃",
	"▄",
	"▅",
	"▆",
	"▇",
	"█"
];
/** `value` of `most` as a bar of at most `width` characters, to an eighth of one; never empty above 0. */
function textBar(value, most, width) {
	if (value <= 0 || most <= 0) return "";
	const eighths = Math.max(1, Math.round(value / most * width * 8));
	return "█".repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}
/** One character a number, by its height; `·` for none. Example: [0, 1, 4, 8] -> `·▁▄█`. */
function textStrip(values) {
	const most = Math.max(...values, 1);
	return values.map((value) => value <= 0 ? "·" : HEIGHTS[Math.ceil(value / most * 8) - 1]).join("");
}
/** Values on a scale from 0 to `most` (at least their largest); a gap is a space. `sparkline([0, 0.5, 1])` is `▁▅█`. */
function sparkline(values, most = 0) {
	const top = Math.max(most, ...values.map((value) => value ?? 0));
	return values.map((value) => {
		if (value === null) return " ";
		return HEIGHTS[top === 0 ? 0 : Math.round(value / top * (HEIGHTS.length - 1))];
	}).join("");
}
const LONGEST_NAME = 36;
const MOST_BARS$1 = 10;
/** Up to so many clauses each has a bar of its own; more are a strip. */
const MOST_CLAUSES = 32;
const MOST_LISTED = 10;
/** All of it as text that ends with a line feed. */
function renderStats({ bank, stats }, { paint, width }) {
	const sheet = {
		paint,
		width: Math.max(60, Math.min(width, 110))
	};
	return `${[
		[`${paint.strong(visibleLine(bank))}  ${plainText(writeSize(stats))}`],
		disagreementBlock(stats, sheet),
		clauseBlock(stats, sheet),
		countBlock(wording("Topics"), stats.topics, sheet),
		countBlock(wording("Values"), stats.values, sheet, plural(stats.valuePairs, "pair")),
		nudgeBlock(stats, sheet),
		duplicateBlock(stats, sheet)
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
/** `39 scenarios: 36 with rubrics, 2 conversations`. */
function writeSize({ scenarios, withRubrics, conversations }) {
	const spoken = conversations > 0 ? say`, ${plural(conversations, "conversation")}` : say``;
	return say`${plural(scenarios, "scenario")}: ${count(withRubrics)} with rubrics${spoken}`;
}
function disagreementBlock({ disagreement, withoutDisagreement }, { paint, width }) {
	const most = Math.max(...disagreement.map((bin) => bin.count), withoutDisagreement);
	const line = (label, value, tone) => `  ${label.padEnd(12)}  ${bar(textBar(value, most, barWidth(width, 12)), tone)}${count(value)}`;
	return [
		`${paint.strong("Disagreement")}  ${paint.faint(plainText(say`of models, 0 to 3; from ${asSet(HIGH_DISAGREEMENT)} on it is high`))}`,
		...disagreement.map(({ from, to, count: value }) => line(`${from} – ${to}`, value, from >= 1.5 ? paint.good : paint.faint)),
		...withoutDisagreement > 0 ? [line("never scored", withoutDisagreement, paint.unsure)] : []
	];
}
function clauseBlock({ clauses, unlinked, scenarios }, { paint, width }) {
	const links = unlinked > 0 ? [say`${count(unlinked)} of ${plural(scenarios, "scenario")} linked to no clause`] : [];
	const heading = (sentences) => plainText(inRow(sentences, wording("; ")));
	if (clauses === void 0) {
		const none = say`give --spec to see which clauses have no scenario`;
		return [`${paint.strong("Clauses")}  ${paint.faint(heading([...links, none]))}`];
	}
	const { counts, withoutScenario, demands, orphaned } = clauses;
	const covered = counts.length - withoutScenario.length;
	const found = say`${count(covered)} of ${count(counts.length)} have scenarios`;
	const tested = say`${count(demands.tested)} of ${plural(demands.all, "sentence")} that demand something have one (spec-gate coverage)`;
	const gone = [...new Set(orphaned.map(({ clause }) => clause))];
	return [
		`${paint.strong("Clauses")}  ${heading([found, ...links])}`,
		paint.faint(`  ${plainText(tested)}`),
		...counts.length <= MOST_CLAUSES ? barLines(counts, {
			paint,
			width
		}) : stripLines(counts, width),
		...withoutScenario.length > 0 ? [`  ${paint.unsure("No scenario")}: ${plainText(names(withoutScenario, MOST_LISTED))}`, paint.faint(`  ${plainText(say`write some: spec-gate bank generate --clause ${name(withoutScenario[0])}`)}`)] : [],
		...orphaned.length > 0 ? [`  ${paint.unsure("Not in the spec")}: ${plainText(say`${names(gone, MOST_LISTED)} (spec-gate bank maintain)`)}`] : []
	];
}
function stripLines(counts, width) {
	const strip = textStrip(counts.map(({ count: value }) => value));
	const lines = [];
	for (let start = 0; start < strip.length; start += width - 2) lines.push(`  ${strip.slice(start, start + width - 2)}`);
	const most = Math.max(...counts.map(({ count: value }) => value));
	const legend = say`one mark a clause, in the spec's order; the tallest has ${plural(most, "scenario")}`;
	return [...lines, `  ${plainText(legend)}`];
}
function countBlock(title, counts, { paint, width }, more) {
	if (counts.length === 0) return [];
	const rest = counts.length - MOST_BARS$1;
	const size = more === void 0 ? say`${count(counts.length)}` : say`${count(counts.length)} in ${more}`;
	return [
		`${paint.strong(title)}  ${paint.faint(plainText(size))}`,
		...barLines(counts.slice(0, MOST_BARS$1), {
			paint,
			width
		}),
		...rest > 0 ? [paint.faint(`  and ${count(rest)} more`)] : []
	];
}
function barLines(counts, { paint, width }) {
	const labels = counts.map((one) => visibleId(one.name, LONGEST_NAME));
	const widest = Math.max(...labels.map(widthOf));
	const most = Math.max(...counts.map(({ count: value }) => value));
	return counts.map(({ count: value }, index) => {
		const drawn = textBar(value, most, barWidth(width, widest));
		const shown = value === 0 ? paint.unsure("none") : `${bar(drawn, paint.good)}${count(value)}`;
		return `  ${padAfter(labels[index], widest)}  ${shown}`;
	});
}
/** What is left beside a label of some width, but never so long that the eye loses the line. */
function barWidth(width, label) {
	return Math.min(48, width - label - 14);
}
function bar(drawn, tone) {
	return drawn === "" ? "" : `${tone(drawn)} `;
}
function nudgeBlock({ nudges }, { paint }) {
	const { neutral, value1, value2, none } = nudges;
	if (neutral + value1 + value2 === 0) return [];
	const unsaid = none > 0 ? say` · unsaid ${count(none)}` : say``;
	const says = say`neutral ${count(neutral)} · towards value 1 ${count(value1)} · towards value 2 ${count(value2)}${unsaid}`;
	return [`${paint.strong("Framing")}  ${plainText(says)}`];
}
function duplicateBlock({ nearDuplicates, scenarios }, { paint }) {
	if (nearDuplicates === void 0) {
		const why = say`not looked for: ${count(scenarios)} scenarios are too many to compare each with each`;
		return [`${paint.strong("Near-duplicates")}  ${paint.faint(plainText(why))}`];
	}
	if (nearDuplicates.length === 0) return [`${paint.strong("Near-duplicates")}  none`];
	return [
		`${paint.strong("Near-duplicates")}  ${count(nearDuplicates.length)}`,
		...nearDuplicates.slice(0, MOST_LISTED).map(({ scenario, of, distance }) => `  ${plainText(say`${name(scenario)} nearly repeats ${name(of)} (distance ${decimal(distance)})`)}`),
		...nearDuplicates.length > MOST_LISTED ? [`  and ${count(nearDuplicates.length - MOST_LISTED)} more`] : []
	];
}
/** Bars shown at once; the rest opens. */
const MOST_BARS = 16;
const MOST_ROWS = 200;
/** One self-contained HTML document. */
function renderStatsHtml({ bank, stats }) {
	const body = html`<header class="top">
      <span class="brand">Spec Gate</span><span class="sides faint">scenario bank</span>
    </header>
    <h1><code>${visibleLine(bank)}</code></h1>
    <p class="detail">${htmlSentence(writeSize(stats))}</p>
    ${tiles(stats)} ${disagreementPart(stats)} ${clausePart(stats)}
    <div class="pair">
      ${countPart("Topics", stats.topics)}${countPart("Values", stats.values, plural(stats.valuePairs, "pair"))}
    </div>
    ${duplicatePart(stats)}`;
	return renderPage({
		title: `Scenario bank ${visibleLine(bank)}`,
		style: STYLE + BANK_STYLE,
		kind: "bank",
		body: [body]
	});
}
function tiles({ scenarios, nudges, withoutDisagreement, unlinked, clauses, nearDuplicates }) {
	const high = (share) => scenarios === 0 ? "" : `of ${count(share)}`;
	const items = [
		[
			"Scored",
			count(scenarios - withoutDisagreement),
			high(scenarios),
			withoutDisagreement > 0
		],
		[
			"Linked to a clause",
			count(scenarios - unlinked),
			high(scenarios),
			unlinked > 0
		],
		...clauses === void 0 ? [] : [[
			"Clauses with scenarios",
			count(clauses.counts.length - clauses.withoutScenario.length),
			high(clauses.counts.length),
			clauses.withoutScenario.length > 0
		], [
			"Demands with scenarios",
			count(clauses.demands.tested),
			`of ${count(clauses.demands.all)} sentences`,
			clauses.demands.tested < clauses.demands.all
		]],
		[
			"Framing",
			`${count(nudges.neutral)} · ${count(nudges.value1)} · ${count(nudges.value2)}`,
			"neutral, towards value 1, value 2",
			false
		],
		[
			"Near-duplicates",
			nearDuplicates === void 0 ? "–" : count(nearDuplicates.length),
			nearDuplicates === void 0 ? "too many to compare" : "",
			(nearDuplicates?.length ?? 0) > 0
		]
	];
	return html`<div class="tiles">
    ${items.map(([label, value, note, isOff]) => html`<div class="card tile">
          <p class="faint">${label}</p>
          <p class="${isOff ? "figure unsure" : "figure"}">${value}</p>
          <p class="faint">${note}</p>
        </div>`)}
  </div>`;
}
const CHART = {
	width: 720,
	height: 220,
	floor: 178,
	gap: 14
};
function disagreementPart({ disagreement, withoutDisagreement }) {
	const bins = [...disagreement.map(({ from, to, count: value }) => ({
		label: `${from} – ${to}`,
		value,
		tone: from >= 1.5 ? "high" : "low"
	})), ...withoutDisagreement > 0 ? [{
		label: "never scored",
		value: withoutDisagreement,
		tone: "unscored"
	}] : []];
	const most = Math.max(...bins.map(({ value }) => value), 1);
	const step = CHART.width / bins.length;
	const bars = bins.map(({ label, value, tone }, index) => {
		const height = Math.round(value / most * (CHART.floor - 28));
		const centre = Math.round(index * step + step / 2);
		return html`<rect
        class="${tone}"
        x="${Math.round(index * step + CHART.gap / 2)}"
        y="${CHART.floor - height}"
        width="${Math.round(step - CHART.gap)}"
        height="${height}"
        rx="3"
      />
      <text class="value" x="${centre}" y="${CHART.floor - height - 8}">${count(value)}</text>
      <text x="${centre}" y="${CHART.floor + 22}">${label}</text>`;
	});
	return html`<section>
    <h2>Disagreement of models</h2>
    <p class="faint">
      Larger standard deviation of the two values' scores, 0 to 3. From ${HIGH_DISAGREEMENT} on it is high: such
      scenarios tell readings of a spec apart.
    </p>
    <div class="plot">
      <svg viewBox="0 0 ${CHART.width} ${CHART.height}" role="img" aria-label="Scenarios by disagreement">
        <line class="floor" x1="0" x2="${CHART.width}" y1="${CHART.floor}" y2="${CHART.floor}" />
        ${bars}
      </svg>
    </div>
  </section>`;
}
function clausePart({ clauses }) {
	if (clauses === void 0) return NOTHING;
	const { counts, withoutScenario, orphaned } = clauses;
	const most = Math.max(...counts.map(({ count: value }) => value), 1);
	const cells = counts.map(({ name, count: value }) => {
		const level = value === 0 ? 0 : Math.ceil(value / most * 4);
		return html`<li class="cover-${level}">
      <code>${visibleLine(name)}</code><span>${value === 0 ? "none" : count(value)}</span>
    </li>`;
	});
	return html`<section>
    <h2>Coverage of the spec's clauses</h2>
    <p class="faint">
      Scenarios linked to each clause, in the spec's order.
      ${withoutScenario.length === 0 ? "Every clause has some." : `${plural(withoutScenario.length, "clause")} without any: a change of such a clause is untested.`}
    </p>
    <ol class="cover">
      ${cells}
    </ol>
    ${withoutScenario.length === 0 ? NOTHING : html`<p class="advice">
            Write scenarios for a clause:
            <code>spec-gate bank generate --clause ${visibleLine(withoutScenario[0])}</code>
          </p>`}
    ${orphanTable(orphaned)}
  </section>`;
}
function orphanTable(orphaned) {
	if (orphaned.length === 0) return NOTHING;
	const rows = orphaned.slice(0, MOST_ROWS).map(({ scenario, clause, nearest }) => html`<tr>
        <td><code>${visibleLine(scenario)}</code></td>
        <td><code>${visibleLine(clause)}</code></td>
        <td>${nearest === void 0 ? NOTHING : html`<code>${visibleLine(nearest)}</code>`}</td>
      </tr>`);
	return html`<h4>Links to clauses that the spec does not have: ${count(orphaned.length)}</h4>
    <table class="plain" tabindex="0">
      <thead>
        <tr>
          <th>Scenario</th>
          <th>Link</th>
          <th>Meant perhaps</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}
function countPart(title, counts, more) {
	if (counts.length === 0) return NOTHING;
	const most = Math.max(...counts.map(({ count: value }) => value));
	const bars = (list) => html`<ul class="bars">
      ${list.map(({ name, count: value }) => html`<li>
            <span class="name">${visibleLine(name, 80)}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect class="high" x="0" y="0" width="${Math.max(1, Math.round(value / most * 100))}" height="8" />
            </svg>
            <span class="number">${count(value)}</span>
          </li>`)}
    </ul>`;
	const rest = counts.slice(MOST_BARS, 216);
	return html`<section>
    <h2>${title} <span class="faint">${count(counts.length)}${more === void 0 ? "" : ` in ${more}`}</span></h2>
    ${bars(counts.slice(0, MOST_BARS))}
    ${rest.length === 0 ? NOTHING : html`<details class="rest">
            <summary>
              ${count(rest.length)}
              more${counts.length > 216 ? ` of ${count(counts.length - MOST_BARS)}` : ""}
            </summary>
            ${bars(rest)}
          </details>`}
  </section>`;
}
function duplicatePart({ nearDuplicates }) {
	if (nearDuplicates === void 0 || nearDuplicates.length === 0) return NOTHING;
	const rows = nearDuplicates.slice(0, MOST_ROWS).map(({ scenario, of, distance }) => html`<tr>
        <td><code>${visibleLine(scenario)}</code></td>
        <td><code>${visibleLine(of)}</code></td>
        <td class="number">${decimal(distance)}</td>
      </tr>`);
	return html`<section>
    <h2>Near-duplicates <span class="faint">${count(nearDuplicates.length)}</span></h2>
    <table class="plain" tabindex="0">
      <thead>
        <tr>
          <th>Scenario</th>
          <th>Nearly repeats</th>
          <th class="number">Distance</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}
const BIN_EDGES = [
	0,
	1,
	1.5,
	2,
	2.5,
	3
];
/**
* Counts a bank scenario by scenario, and compares its links with a spec where one is given. Only sums are kept in
* memory.
*/
function createBankTally({ spec, measure } = {}) {
	const counted = {
		scenarios: 0,
		withRubrics: 0,
		conversations: 0,
		unlinked: 0,
		withoutDisagreement: 0
	};
	const nudges = {
		neutral: 0,
		value1: 0,
		value2: 0,
		none: 0
	};
	const values = createNameCounter();
	const topics = createNameCounter();
	const pairs = /* @__PURE__ */ new Set();
	const bins = BIN_EDGES.slice(1).map(() => 0);
	const clauses = spec === void 0 ? void 0 : createClauseTally(spec);
	const duplicates = createDuplicateTally(measure);
	return {
		add: (scenario) => {
			const { value1, value2, nudge, disagreement } = scenario;
			counted.scenarios += 1;
			if (hasRubrics(scenario)) counted.withRubrics += 1;
			if (scenario.messages.length > 1) counted.conversations += 1;
			if (scenario.clauses.length === 0) counted.unlinked += 1;
			nudges[nudge ?? "none"] += 1;
			for (const value of [value1, value2]) if (value !== void 0) values.add(value);
			for (const topic of scenario.topics) topics.add(topic);
			if (value1 !== void 0 && value2 !== void 0) pairs.add(JSON.stringify([value1, value2].sort()));
			if (disagreement === void 0) counted.withoutDisagreement += 1;
			else bins[binOf(disagreement)] += 1;
			clauses?.add(scenario);
			duplicates.add(scenario);
		},
		read: () => ({
			scenarios: counted.scenarios,
			withRubrics: counted.withRubrics,
			conversations: counted.conversations,
			values: values.read(),
			valuePairs: pairs.size,
			nudges,
			topics: topics.read(),
			unlinked: counted.unlinked,
			...clauses !== void 0 && { clauses: clauses.read() },
			withoutDisagreement: counted.withoutDisagreement,
			disagreement: bins.map((count, index) => ({
				from: BIN_EDGES[index],
				to: BIN_EDGES[index + 1],
				count
			})),
			nearDuplicates: duplicates.read()
		})
	};
}
function createClauseTally(spec) {
	const links = createLinkTally(spec);
	const coverage = createCoverageTally(spec);
	return {
		add: (scenario) => {
			links.add(scenario);
			coverage.add(scenario);
		},
		read: () => {
			const counts = spec.clauses.filter((clause) => links.counts.get(clause.id) > 0 || clause.text !== "" && !isGlobal(clause)).map(({ id }) => ({
				name: id,
				count: links.counts.get(id)
			}));
			const { demands, testedDemands } = totalCoverage(coverage.read());
			return {
				counts,
				withoutScenario: counts.flatMap(({ name, count }) => count === 0 ? [name] : []),
				demands: {
					all: demands,
					tested: testedDemands
				},
				orphaned: links.orphaned
			};
		}
	};
}
/** The bin of a D between 0 and 3; 3 itself is in the last. */
function binOf(disagreement) {
	const above = BIN_EDGES.findIndex((edge) => disagreement < edge);
	return above === -1 ? BIN_EDGES.length - 2 : above - 1;
}
function createNameCounter() {
	const counts = /* @__PURE__ */ new Map();
	return {
		add: (name) => void counts.set(name, (counts.get(name) ?? 0) + 1),
		read: () => [...counts].map(([name, count]) => ({
			name,
			count
		})).sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
	};
}
async function runBankStatsCommand(given, options, context) {
	const file = await bankNameOf({
		given,
		config: options.config
	}, context);
	const spec = await findSpec(options, context);
	const tally = createBankTally(spec === void 0 ? {} : { spec });
	await readBankFile(file, context, tally.add);
	const view = {
		bank: file,
		stats: tally.read()
	};
	if (options.html !== void 0) {
		replaceFile(resolve(context.cwd, options.html), renderStatsHtml(view));
		context.remark(`page: ${options.html}\n`);
	}
	context.print(options.json === true ? `${JSON.stringify(view, null, 2)}\n` : renderStats(view, {
		paint: createPaint(context.output.colour),
		width: context.output.columns
	}));
	return EXIT.pass;
}
export { bankNameOf as a, openSource as c, createLinkTally as i, openGrowingBank as l, sparkline as n, readBankFile as o, createDuplicateTally as r, requireSpec as s, runBankStatsCommand as t, replaceFile as u };
