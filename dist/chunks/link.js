import { C as describePlan, F as toJson, I as toText, L as loadBankProject, T as inDollars, _ as openBank, b as noteShard, v as walkBankFile, x as namePanel, y as rewriteBank } from "./ask.js";
import { f as plural, s as count, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { i as nameSplit } from "./merge-ask.js";
import { n as takeShard } from "./commands-action-ask.js";
import { xt as serializeScenario } from "./bank-ask-check.js";
import { $t as planLinking, Jt as findClausesByMeasure, Kt as openLinker, Pn as isLinkable, Qt as linkBank, Zt as imagineScenarios, qt as clauseAsScenario, zt as followLinks } from "./ask-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as whileBankHeld } from "./bank-ask.js";
import { a as inRow, c as name, d as wording, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { t as SYSTEM_CLOCK } from "./action-bank-ask-check.js";
import { t as measureByEmbeddings } from "./embeddings.js";
import { t as loadSpecAtRef } from "./spec-at-ref2.js";
import { t as loadSpecFile } from "./diff-bank-check.js";
import { t as diffSpec } from "./diff-ask-check.js";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
/** Lines of text, one thing each. */
function renderLinking(view) {
	const { counts, spec, bank, usd, calls, stop } = view;
	const clauses = spec.clauses.filter(isLinkable);
	const tested = clauses.filter(({ id }) => view.tested.has(id));
	return [
		say`${plural(counts.linked, "scenario")} linked, ${count(counts.before)} had links before, ${count(counts.none)} test no clause of this spec`,
		...counts.askedTwice === 0 ? [] : [say`${count(counts.askedTwice)} were read by a second model, where the first was unsure`],
		...Object.entries(counts.kept).map(([reason, times]) => say`${count(times)} left as they were: ${name(reason)}`),
		say`${count(tested.length)} of ${count(clauses.length)} clauses have a scenario (spec-gate coverage names the others)`,
		say`${plural(calls, "call")}, ${usd === "unknown" ? wording("price unknown") : inDollars(usd)} paid`,
		...stop === void 0 ? [] : [describeStop(stop)],
		say`in ${name(bank)}`
	];
}
/** Names what ended the run, and how to go on. */
function describeStop(stop) {
	const on = wording("finished answers are stored: run the same command again to go on");
	switch (stop.kind) {
		case "budget": {
			const cap = stop.budget === "usd" ? say`${inDollars(stop.allowed)}` : say`${count(stop.allowed)} ${name(stop.budget)}`;
			return say`stopped early: the budget of ${cap} is used up (budget.${name(stop.budget)} in the config); ${on}`;
		}
		case "signal": return say`stopped early by you; ${on}`;
		case "batch": return say`${plural(stop.calls, "call")} in batches that are out; ${on}`;
		case "quota": return say`stopped early: ${name(stop.provider)} takes no further calls (its quota or spend limit); ${on}`;
		case "no-keys": return say`stopped early: no key for ${inRow(stop.providers.map((one) => name(one)), wording(", "))}`;
		default: throw new Error(`unknown stop: ${JSON.stringify(stop)}`);
	}
}
/** A line a renamed clause, and one for each id that no clause has any more. */
function renderFollowed({ moved, dead }, { from, bank }) {
	return [
		...moved.map(({ from: old, to, scenarios }) => say`${name(old)} -> ${name(to)}: ${plural(scenarios, "scenario")}`),
		moved.length === 0 ? say`no link names a clause that was renamed since ${name(from)}` : say`in ${name(bank)}`,
		...dead.map(({ clause, scenarios }) => say`${name(clause)}: ${plural(scenarios, "scenario names", "scenarios name")} it, and the spec does not have it`)
	];
}
/** Embeddings, where they are asked for, need the scenarios. */
async function chooseLinker(options, opened, scenarios) {
	const { panel, config } = opened.bankProject.project;
	const names = options.linkers?.split(",").map((id) => id.trim());
	const find = await chooseFind(options, {
		...opened,
		scenarios
	});
	const { spec } = opened;
	return openLinker({
		spec,
		panel,
		prices: config.prices,
		...names && { names },
		...find && { find }
	});
}
/** Candidates by embeddings, where a model for them is named; by words otherwise. */
async function chooseFind(options, { bankProject, spec, context, scenarios }) {
	if (options.embeddings === void 0) return void 0;
	const { config } = bankProject.project;
	const run = {
		id: options.embeddings,
		config,
		storeFolder: bankProject.storeFolder,
		spending: bankProject.store.spending(),
		env: context.env,
		clock: SYSTEM_CLOCK,
		fetch: globalThis.fetch,
		signal: context.signal
	};
	const placed = [...scenarios, ...spec.clauses.filter(isLinkable).map(clauseAsScenario)];
	return findClausesByMeasure(spec, await measureByEmbeddings(run, placed));
}
/** @throws UserError where there is no bank, or no scenario in it. */
async function readLinkable({ bankPath, bankName }, options = {}) {
	const bank = existsSync(bankPath) ? await openBank(bankPath, bankName, options) : void 0;
	if (bank !== void 0 && bank.scenarios.length > 0) return bank;
	throw nothingToLink(bankName);
}
/** The same one after another. @throws UserError at the end where there was none. */
async function* walkLinkable({ bankPath, bankName }, options) {
	let isEmpty = true;
	if (existsSync(bankPath)) for await (const scenario of walkBankFile(bankPath, bankName, options)) {
		isEmpty = false;
		yield scenario;
	}
	if (isEmpty) throw nothingToLink(bankName);
}
function nothingToLink(file) {
	return new UserError({
		message: "there is no scenario to link",
		hint: "Bring a list of queries with `bank import`, or price one that is not there yet with --plan --count 70.",
		place: { file }
	});
}
/** `from`: a git ref or a spec file. With `plan` nothing is written. */
async function followRenames({ from, ...options }, { bankProject, spec, context }) {
	const { clauses } = bankProject.project.config;
	const path = resolve(context.cwd, from);
	const base = existsSync(path) ? await loadSpecFile(path, {
		cwd: context.cwd,
		clauses
	}) : await loadSpecAtRef(from, {
		cwd: context.cwd,
		config: options.config,
		clauses
	});
	const { bankPath, bankName } = bankProject;
	const follow = async () => followLinks((await readLinkable(bankProject)).scenarios, diffSpec(base, spec), spec);
	const rewrite = async () => {
		const all = await follow();
		const bank = {
			path: bankPath,
			name: bankName,
			scenarios: all.scenarios
		};
		await rewriteBank(bank, () => Promise.resolve(all.moved.length > 0 ? "replace" : "leave"));
		return all;
	};
	const followed = options.plan === true ? await follow() : await whileBankHeld(bankProject, rewrite);
	const { scenarios: _rows, ...counts } = followed;
	context.print(options.json === true ? toJson(counts) : toText(renderFollowed(followed, {
		from,
		bank: bankName
	})));
	return EXIT.pass;
}
async function printLinkPlan(options, opened) {
	const { store, priceOf } = opened.bankProject;
	const { scenarios, linker } = await priced(options, opened);
	const plan = await planLinking(scenarios, {
		linker,
		again: options.again === true
	}, {
		store,
		priceOf
	});
	const lines = [
		...describePlan(plan),
		...describeLikely(plan),
		say`asked: ${inRow(linker.linkers.map(({ id }) => name(id)), wording(", and where it is unsure "))}`
	];
	opened.context.print(options.json === true ? toJson({
		...plan,
		linkers: linker.linkers.map(({ id }) => id)
	}) : toText(lines));
	return EXIT.pass;
}
/** What a plan goes through, one after another where nothing needs all of them at once, and who would be asked. */
async function priced(options, opened) {
	const { bankProject, spec } = opened;
	const { count, shard, embeddings } = options;
	const without = { without: "scored" };
	if (count === void 0 && shard === void 0 && embeddings === void 0) return {
		scenarios: walkLinkable(bankProject, without),
		linker: await chooseLinker(options, opened, [])
	};
	const scenarios = count === void 0 ? (await readLinkable(bankProject, without)).scenarios : imagineScenarios(count, spec);
	const linker = await chooseLinker(options, opened, scenarios);
	return {
		scenarios: shard === void 0 ? scenarios : takeShard(scenarios, shard),
		linker
	};
}
/**
* Share of scenarios on which the first linker is unsure, as measured (bench/README.md, "Links"). The upper end of the
* plan takes all of them.
*/
const USUALLY_UNSURE = .2;
function describeLikely({ least, most }) {
	if (least.usd === "unknown" || most.usd === "unknown" || most.calls === least.calls) return [];
	const usd = least.usd + USUALLY_UNSURE * (most.usd - least.usd);
	return [say`likely ${inDollars(usd)}: about one in five is read a second time`];
}
async function runBankLinkCommand(options, context) {
	const bankProject = await loadBankProject(options, context);
	const spec = await bankProject.loadSpec();
	if (options.follow !== void 0) return followRenames({
		...options,
		from: options.follow
	}, {
		bankProject,
		spec,
		context
	});
	if (options.count !== void 0 && options.plan !== true) throw new UserError({
		message: "--count goes with --plan",
		hint: "It prices so many scenarios that are not there yet."
	});
	const opened = {
		bankProject,
		spec,
		context
	};
	if (options.plan === true) return printLinkPlan(options, opened);
	return whileBankHeld(bankProject, () => linkAll(options, opened));
}
async function linkAll(options, opened) {
	const { bankProject, spec, context } = opened;
	const bank = await readLinkable(bankProject);
	const { scenarios } = bank;
	const again = options.again === true;
	const linker = await chooseLinker(options, opened, scenarios);
	const { store, priceOf } = bankProject;
	const own = options.shard === void 0 ? scenarios : takeShard(scenarios, options.shard);
	const plan = await planLinking(own, {
		linker,
		again
	}, {
		store,
		priceOf
	});
	const run = bankProject.openRun("link", {
		plan,
		bank
	});
	const walk = linkBank(own, {
		linker,
		again,
		ahead: run.places
	}, run.ask);
	const { counts, tested, links } = await linkInto({
		path: bankProject.bankPath,
		name: bankProject.bankName,
		scenarios
	}, walk);
	const stop = run.stopped();
	const record = run.close();
	const subject = nameSplit([
		...scenarios.map(({ id }) => id),
		options.linkers ?? "",
		options.embeddings ?? ""
	], namePanel(bankProject.project, spec));
	noteShard(options.shard, {
		work: "bank link",
		subject,
		finished: stop === void 0
	}, bankProject);
	const { usd, calls } = record;
	const view = {
		counts,
		spec,
		tested,
		bank: bankProject.bankName,
		usd,
		calls: calls.made,
		stop
	};
	context.print(options.json === true ? toJson({
		...counts,
		usd,
		links
	}) : toText(renderLinking(view)));
	return stop === void 0 && counts.stopped === void 0 ? EXIT.pass : EXIT.inconclusive;
}
/**
* Writes the links into the bank. A stopped run keeps the links it has and leaves the other rows as they were; its
* answers are stored.
*/
async function linkInto(bank, walk) {
	const tested = /* @__PURE__ */ new Set();
	const links = [];
	let counts;
	let done = 0;
	const count = ({ clauses }) => {
		for (const clause of clauses) tested.add(clause);
	};
	await rewriteBank(bank, async (put) => {
		for (;;) {
			const next = await walk.next();
			if (next.done === true) {
				counts = next.value;
				return counts.linked > 0 ? "replace" : "leave";
			}
			const { scenario, links: named } = next.value;
			put(scenario.id, serializeScenario(scenario));
			for (; bank.scenarios[done].id !== scenario.id; done += 1) count(bank.scenarios[done]);
			done += 1;
			count(scenario);
			if (named.length > 0) links.push({
				scenario: scenario.id,
				links: named
			});
		}
	});
	for (const scenario of bank.scenarios.slice(done)) count(scenario);
	return {
		counts,
		tested,
		links
	};
}
export { runBankLinkCommand as t };
