import { a as whereDefined, r as visibleLine } from "./action-stats-diff-report-check.js";
import { f as plural, s as count, v as UserError } from "./commands-action-stats-diff-report-check.js";
import { t as openBankSpool } from "./bank-spool.js";
import { a as bankNameOf, c as openSource } from "./stats.js";
import { i as makeFolder } from "./action-stats-check.js";
import { S as wording, g as inRow, t as plainText, x as say, y as name } from "./action-stats-report-check.js";
import { Zt as streamBank, rt as answeringModel } from "./stats-check.js";
import { G as wrapText } from "./report-check.js";
import { n as fillScenario, t as asksTheSame } from "./fill-scenario.js";
import { n as MAP_QUERY, t as importScenarios } from "./import-scenarios.js";
import { ui as serializeScenario } from "./check.js";
import { t as EXIT } from "./cli-commands-action-schema-stats-diff-report-check.js";
import { n as createPaint } from "./stats-diff-report-check.js";
import { closeSync, existsSync, openSync, writeSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
/** A file of an earlier import is replaced by the first reject; without rejects it is left alone. */
function openRejectFile(path) {
	let file;
	const open = () => {
		makeFolder(dirname(path));
		return openSync(path, "w");
	};
	return {
		add: ({ source, row, reason, excerpt }) => {
			file ??= open();
			writeSync(file, `${JSON.stringify({
				source,
				row,
				reason,
				excerpt
			})}\n`);
		},
		close: () => {
			if (file !== void 0) closeSync(file);
			file = void 0;
		}
	};
}
/** Different reasons that are counted one by one; texts of rows may be part of them. */
const MOST_REASONS$1 = 1e3;
/** Adds up one source's events; `reasons` collects over all sources. */
function createImportTally(source, reasons) {
	const shapes = /* @__PURE__ */ new Set();
	const used = /* @__PURE__ */ new Map();
	const ignored = /* @__PURE__ */ new Map();
	const cells = /* @__PURE__ */ new Map();
	let [scenarios, repeats, rejects, renamed] = [
		0,
		0,
		0,
		0
	];
	return {
		add: (event) => {
			if (event.kind === "scenario") {
				scenarios += 1;
				for (const reason of event.leftOut ?? []) countReason(cells, reason);
			}
			if (event.kind === "repeat") repeats += 1;
			if (event.kind !== "columns") return;
			shapes.add(event.columns.shape);
			for (const one of event.columns.used) used.set(one.column, one);
			for (const one of event.columns.ignored) ignored.set(one.column, one);
		},
		reject: (reason) => {
			rejects += 1;
			countReason(reasons, reason);
		},
		rename: () => {
			renamed += 1;
		},
		summary: () => ({
			source,
			shapes: [...shapes],
			used: [...used.values()],
			ignored: [...ignored.values()].filter(({ column }) => !used.has(column)),
			scenarios,
			repeats,
			rejects,
			cells: rankReasons(cells),
			renamed
		})
	};
}
/** Quoted ids and texts would make every reason different, so they are left out of the name that is counted. */
function countReason(reasons, reason) {
	const kind = reason.replaceAll(/"[^"]*"|\b(row|line) \d+/g, (quoted) => quoted.startsWith("\"") ? "\"…\"" : quoted.replace(/\d+/, "…"));
	if (reasons.has(kind) || reasons.size < MOST_REASONS$1) reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
}
/** Most frequent first, then by name. */
function rankReasons(reasons) {
	return [...reasons].map(([reason, count]) => ({
		reason,
		count
	})).sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
const SHAPES = {
	bank: wording("bank lines"),
	"study-scenarios": wording("the published study's scenarios"),
	"study-judgments": wording("the published study's rulings"),
	promptfoo: wording("promptfoo results"),
	inspect: wording("an Inspect log"),
	queries: wording("queries")
};
const MOST_REASONS = 8;
const MOST_COLUMNS = 24;
/** All of it as text that ends with a line feed. */
function renderImport(summary, { paint, width }) {
	const { before, after, added, filled, unchanged } = summary;
	const total = say`${count(before)} → ${plural(after, "scenario")}: ${count(added)} new, ${count(filled)} filled in, ${count(unchanged)} as they were`;
	return [
		...summary.sources.flatMap((source) => [...describeSource(source, {
			paint,
			width
		}), ""]),
		`${paint.strong(visibleLine(summary.bank))}  ${plainText(total)}`,
		...describeRejects(summary, {
			paint,
			width
		})
	].map((line) => `${line}\n`).join("");
}
function describeSource(source, { paint, width }) {
	const shapes = source.shapes.length === 0 ? say`nothing could be read` : inRow(source.shapes.map((shape) => say`${SHAPES[shape]}`), wording(", "));
	const used = foldPatterns(source.used.map(({ column, as }) => `${column} → ${as}`));
	const ignored = foldPatterns(source.ignored.map(({ column, reason }) => `${column} (${reason})`));
	const counts = [
		plainText(say`${plural(source.scenarios, "scenario")}`),
		...source.repeats > 0 ? [plainText(say`${plural(source.repeats, "repeat")}`)] : [],
		...source.rejects > 0 ? [paint.unsure(plainText(say`${count(source.rejects)} left out`))] : [],
		...source.renamed > 0 ? [plainText(say`${plural(source.renamed, "id")} taken, so with the file's name before it`)] : []
	];
	return [
		`${paint.strong(visibleLine(source.source))}  ${plainText(shapes)}: ${counts.join(", ")}`,
		...labelled(wording("used"), used, {
			paint,
			width
		}),
		...labelled(wording("ignored"), ignored, {
			paint,
			width
		}),
		...labelled(wording("cells"), describeCells(source), {
			paint,
			width
		}),
		...labelled(wording("answers"), describeAnswers(source), {
			paint,
			width
		})
	];
}
function describeCells({ cells }) {
	return cells.map(({ reason, count: times }) => say`${name(reason)} (${count(times)} left out)`);
}
/** Answers have no place in a bank, but they need not be asked again. */
function describeAnswers({ ignored, source }) {
	const models = [...new Set(ignored.flatMap(({ column }) => answeringModel(column) ?? []))];
	if (models.length === 0) return [];
	const entry = `models: [{ id: recorded/${models[0]}, answers: ${source} }]`;
	return [say`${plural(models.length, "model")} answered here`, say`${name(entry)} lets judges rule on what was said, without asking again (docs/own-answers.md)`];
}
function labelled(label, items, { paint, width }) {
	if (items.length === 0) return [];
	const rest = items.length - MOST_COLUMNS;
	const shown = [...items.slice(0, MOST_COLUMNS), ...rest > 0 ? [say`and ${count(rest)} more`] : []];
	return wrapText(shown.map((item) => plainText(item).replaceAll(" ", "\xA0")).join(", "), width - 11).map((line, index) => `  ${paint.faint((index === 0 ? label : "").padEnd(9))}${line.replaceAll("\xA0", " ")}`);
}
/** `a_value1_position → ...a.value1` for each of twelve models is one line with a count: what differs is a `*`. */
function foldPatterns(items) {
	const folded = /* @__PURE__ */ new Map();
	for (const item of items) {
		const pattern = item.replace(/^.+(_value[12]_position → scored\.scores\.).+(\.value[12])$/, "*$1*$2").replace(/^.+(_decision → scored\.compliance\.<model>\.).+$/, "*$1*").replace(/^.+(_(?:response|reasoning) \((?:model answer|reasoning)\))$/, "*$1").replace(/^response_.+( \(model answer\))$/, "response_*$1");
		folded.set(pattern, [...folded.get(pattern) ?? [], item]);
	}
	return [...folded].map(([pattern, own]) => own.length === 1 ? name(own[0]) : say`${name(pattern)} × ${count(own.length)}`);
}
function describeRejects({ reasons, rejectFile }, { paint, width }) {
	if (rejectFile === void 0) return [];
	const digits = Math.max(...reasons.map((reason) => count(reason.count).length));
	return [
		"",
		`${paint.unsure("Left out")}${plainText(say`, with the beginning of each row in ${name(rejectFile)}:`)}`,
		...reasons.slice(0, MOST_REASONS).map((reason) => `  ${count(reason.count).padStart(digits)}  ${visibleLine(reason.reason, width - digits - 4)}`),
		...reasons.length > MOST_REASONS ? [`  ${plainText(say`and ${plural(reasons.length - MOST_REASONS, "more reason")}`)}`] : []
	];
}
async function runBankImportCommand(sources, given, context) {
	const output = await bankNameOf({
		given: given.output,
		config: given.config
	}, context);
	const options = {
		...given,
		output
	};
	const bankPath = resolve(context.cwd, output);
	const spool = openBankSpool(bankPath);
	try {
		const summary = await importAll(sources, {
			spool,
			bankPath,
			options,
			context
		});
		if (summary === "stopped") {
			context.remark(`stopped: ${options.output} is as it was\n`);
			return EXIT.inconclusive;
		}
		refuseNothing(summary);
		spool.replaceBank();
		context.print(options.json === true ? `${JSON.stringify(summary, null, 2)}\n` : renderImport(summary, {
			paint: createPaint(context.output.colour),
			width: context.output.columns
		}));
	} finally {
		spool.close();
	}
	if (options.link !== true) return EXIT.pass;
	const { runBankLinkCommand } = await import("./link2.js");
	return runBankLinkCommand({
		config: options.config,
		bank: options.output
	}, context);
}
async function importAll(names, { spool, bankPath, options, context }) {
	if (existsSync(bankPath)) await reading(bankPath, options.output, async (source) => {
		await streamBank(source, (scenario) => spool.put(scenario));
	});
	const before = spool.size();
	const rejectName = options.rejects ?? `${options.output.replace(/\.jsonl$/, "")}.rejects.jsonl`;
	const rejects = openRejectFile(resolve(context.cwd, rejectName));
	const reasons = /* @__PURE__ */ new Map();
	const counts = {
		added: 0,
		filled: 0,
		unchanged: 0,
		clash: 0
	};
	const summaries = [];
	try {
		for (const name of names) {
			const tally = createImportTally(name, reasons);
			const reject = (row) => {
				tally.reject(row.reason);
				rejects.add({
					source: name,
					...row
				});
			};
			await reading(/^[a-z][a-z0-9+.-]*:\/\//i.test(name) ? name : resolve(context.cwd, name), name, async (source) => {
				const { format, map } = options;
				const open = { ...whereDefined({
					format,
					map
				}) };
				for await (const event of importScenarios({
					source,
					...open
				})) {
					if (context.signal.aborted) return;
					if (event.kind === "reject") {
						reject(event);
						continue;
					}
					if (event.kind === "scenario") {
						const { outcome, id } = putUnderFreeId(spool, event.scenario, {
							name,
							prefix: options.idPrefix ?? ""
						});
						counts[outcome] += 1;
						if (outcome !== "clash" && id !== event.scenario.id && options.idPrefix === void 0) tally.rename();
						if (outcome === "clash") {
							const reason = `the id "${id}" has another query in the bank (--id-prefix names a set's ids apart)`;
							reject({
								row: event.row,
								reason,
								excerpt: serializeScenario(event.scenario).slice(0, 500)
							});
							continue;
						}
					}
					tally.add(event);
				}
			});
			if (context.signal.aborted) return "stopped";
			summaries.push(tally.summary());
		}
	} finally {
		rejects.close();
	}
	const { added, filled, unchanged } = counts;
	return {
		bank: options.output,
		sources: summaries,
		before,
		added,
		filled,
		unchanged,
		after: spool.size(),
		reasons: rankReasons(reasons),
		...reasons.size > 0 && { rejectFile: rejectName }
	};
}
/**
* Many sets number their rows from one: where such a number is another set's already, the file's name is put before it. Any
* other id that is taken names the same scenario in other words, which is for a person to settle.
*/
function putUnderFreeId(spool, brought, { name, prefix }) {
	const named = prefix === "" ? brought : {
		...brought,
		id: `${prefix}${brought.id}`
	};
	const outcome = putScenario(spool, named);
	if (outcome !== "clash" || !/^\d+$/.test(named.id)) return {
		outcome,
		id: named.id
	};
	const stem = basename(name).replace(/\.[^.]*$/, "").replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 100);
	const apart = {
		...named,
		id: `${/^[\p{L}\p{N}]/u.test(stem) ? stem : "set"}-${named.id}`
	};
	return {
		outcome: putScenario(spool, apart),
		id: apart.id
	};
}
/** The bank's own rows are never lost: an imported scenario with a known id and another query is left out. */
function putScenario(spool, brought) {
	const known = spool.get(brought.id);
	if (known === void 0) {
		spool.put(brought);
		return "added";
	}
	if (!asksTheSame(known, brought)) return "clash";
	const both = fillScenario(known, brought);
	if (serializeScenario(both) === serializeScenario(known)) return "unchanged";
	spool.put(both);
	return "filled";
}
/** Opens, hands over under the name people know, and closes. */
async function reading(path, name, read) {
	const source = await openSource(path, globalThis.fetch);
	try {
		await read({
			...source,
			name
		});
	} finally {
		await source.close();
	}
}
/** @throws UserError where every row of every source was left out: that is a wrong file, not an import. */
function refuseNothing({ sources, reasons, rejectFile }) {
	if (sources.some(({ scenarios, repeats }) => scenarios + repeats > 0)) return;
	const most = reasons[0];
	const where = rejectFile === void 0 ? "" : `Every row is in ${rejectFile}, with its reason.`;
	const way = most !== void 0 && most.reason.startsWith("no column holds the query") ? `${MAP_QUERY} ` : "";
	throw new UserError({
		message: `no row could be imported${most === void 0 ? "" : `; most often: ${most.reason}`}`,
		...way + where !== "" && { hint: `${way}${where}`.trim() }
	});
}
export { runBankImportCommand };
