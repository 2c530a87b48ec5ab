import { b as endpointOf, i as loadProject, v as crossCheck } from "./load-project.js";
import { t as UserError } from "./errors.js";
import { T as nightDraw, b as shownClauses, c as classifyRequest, g as readJudgment, h as judgeRequest, i as responseText, l as readScores, o as respondRequest, r as panelTask, u as askPanel } from "./evaluate.js";
import { a as compareSpecs, i as compareModels, t as comparisonRules } from "./prepare-check.js";
import { p as requestKey, r as addCosts, u as providerName } from "./estimate-cost.js";
import { t as isProblematic } from "./ruling.js";
import { t as hasRubrics } from "./scenario.js";
import { a as accuracyRows, i as labelledProbes, o as writeRate, r as askLabelled, t as readLabelled } from "./doctor.js";
import "./test-change.js";
import { c as rejudge, n as readHistory, o as hashSubject, s as readRulings, t as appendHistory, u as findBaseline } from "./history.js";
import { a as sum, n as mean } from "./simple-statistics.js";
import { t as undefinedEstimate } from "./estimate.js";
import { t as meanInterval } from "./t-test.js";
import { t as wilson } from "./wilson.js";
import { t as listCellTasks } from "./cell-task.js";
import { t as estimateCost } from "./plan-check.js";
import { t as createStoreSigner } from "./store-secret.js";
import { l as signedDecimal, o as plural, r as dollars, u as signedPoints } from "./format-numbers.js";
import { t as NO_PAINT } from "./terminal.js";
import { n as visibleLine } from "./visible-text.js";
import { t as fitColumns } from "./wrap-text.js";
import { t as EXIT } from "./door.js";
import { t as createPaint } from "./paint.js";
import { n as openWorkingRun, t as loadWorkingProject } from "./working-project.js";
import { basename, dirname, relative, resolve } from "node:path";
/**
* The record of the moved anchor; it moved in nothing but who ruled.
* @throws UserError where there is no anchor, or too little of it was ruled on.
*/
async function moveAnchor({ new: next, spec, now, accept }, means) {
	const { ruled, anchor, comparison, run } = means;
	if (anchor === void 0) throw new UserError({
		message: "there is no night yet, so there is no anchor to move",
		hint: "change the config; the first night under the new panel is the anchor"
	});
	const cells = ruled.flatMap(({ item, judgments, against, scores }) => {
		if (item.cell === void 0) return [];
		const { scenario, model, draw } = item.cell;
		const placed = scores === void 0 ? scoresOf(item.cell) : {
			type: scores.responseType,
			scores: [scores.value1, scores.value2]
		};
		return [{
			scenario,
			model,
			draw,
			against,
			rulings: readRulings(judgments),
			...placed
		}];
	});
	const retest = cells.filter(({ scenario, draw }) => draw <= 2 && anchor.sentinels.includes(scenario)).map(({ scenario, model, draw }) => ({
		scenario,
		model,
		draw,
		from: anchor.date
	}));
	const scenarios = next.bank.byId;
	const rejudged = await rejudge(retest, {
		comparison,
		scenarios,
		store: run.store,
		ask: run.ask,
		date: anchor.date
	});
	const decided = cells.filter(({ against }) => against !== "missing").length;
	if (run.stopped() !== void 0 || decided < .9 * anchor.cells.length) throw new UserError({
		message: `the new panel ruled on ${decided} of the anchor night's ${anchor.cells.length} answers: too few to accept`,
		hint: "raise `budget` and run it again; where the answers are no longer stored, the first night under the new panel is the anchor"
	});
	const subject = hashSubject(next, spec);
	return {
		schema: "spec-gate/night@1",
		kind: "anchor",
		at: now.toISOString(),
		reason: accept,
		night: {
			...anchor,
			subject,
			cells,
			rejudged: [...rejudged],
			alarms: []
		}
	};
}
function scoresOf({ type, scores }) {
	return type === void 0 || scores === void 0 ? {} : {
		type,
		scores
	};
}
/**
* E. Miller, "Adding Error Bars to Evals", arXiv:2411.00640 (2024), section 2.2; the correction as in inspect_ai's `stderr`.
* Empty clusters are left out. Undefined with fewer than two clusters; where all cluster sums agree with the mean the error
* is 0, which shows no certainty. [[1,1,0],[0,0,0],[1,1,1],[1,0]]: mean 0.5455, error 0.2270, uncorrected 0.1966.
*/
function clusteredMean(clusters) {
	const filled = clusters.filter((cluster) => cluster.length > 0);
	if (filled.length === 0) return undefinedEstimate("no-units");
	if (filled.length === 1) return undefinedEstimate("one-unit");
	const values = filled.flat();
	const value = mean(values);
	const squares = filled.map((cluster) => sum(cluster.map((item) => item - value)) ** 2);
	const uncorrected = Math.sqrt(sum(squares)) / values.length;
	const degreesOfFreedom = filled.length - 1;
	return {
		status: "defined",
		value,
		standardError: uncorrected * Math.sqrt(filled.length / degreesOfFreedom),
		uncorrected,
		degreesOfFreedom
	};
}
/** Flip rate, bias and both by clause; clauses with the largest bias first. */
function compareRulings(pairs) {
	const clauses = [...new Set(pairs.flatMap(({ clauses }) => clauses))].sort().map((clause) => {
		const own = pairs.filter((pair) => pair.clauses.includes(clause));
		return {
			clause,
			flips: flipRate(own),
			...biasOf(own)
		};
	});
	return {
		flips: flipRate(pairs),
		bias: biasOf(pairs),
		clauses: clauses.sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.clause < b.clause ? -1 : 1))
	};
}
/** Two classifiers on the same answers; undefined without any. */
function compareScores(pairs) {
	if (pairs.length === 0) return void 0;
	const mean = (value) => pairs.reduce((sum, pair) => sum + value(pair), 0) / pairs.length;
	const shift = (key) => (pair) => pair.new[key] - pair.old[key];
	return {
		answers: pairs.length,
		distance: mean((pair) => (Math.abs(shift("value1")(pair)) + Math.abs(shift("value2")(pair))) / 2),
		shift: [mean(shift("value1")), mean(shift("value2"))],
		sameType: rate(pairs.filter((pair) => pair.old.responseType === pair.new.responseType).length, pairs.length)
	};
}
function flipRate(pairs) {
	return rate(pairs.filter((pair) => pair.old !== pair.new).length, pairs.length);
}
function rate(count, trials) {
	return {
		count,
		trials,
		interval: wilson({
			count,
			trials
		})
	};
}
/** Answers to one scenario hang together, so the error is clustered by scenario (Miller, arXiv:2411.00640, 2.2). */
function biasOf(pairs) {
	const clusters = /* @__PURE__ */ new Map();
	for (const pair of pairs) {
		const own = clusters.get(pair.scenario) ?? [];
		clusters.set(pair.scenario, own);
		own.push(Number(pair.new) - Number(pair.old));
	}
	const mean = clusteredMean([...clusters.values()]);
	if (mean.status === "undefined") return {
		change: pairs.reduce((sum, pair) => sum + Number(pair.new) - Number(pair.old), 0) / Math.max(1, pairs.length),
		scenarios: clusters.size
	};
	const interval = mean.standardError === 0 ? {} : { interval: meanInterval(mean, .95) };
	return {
		change: mean.value,
		...interval,
		scenarios: clusters.size
	};
}
/** Draws of the pool, and the anchor night's answers with the rulings in its record, which outlive a judge and a prompt. */
function collectItems(sources) {
	const pool = poolItems(sources);
	const { anchor, items } = anchorItems(sources);
	return {
		items: [...pool.items, ...items],
		withoutRuling: pool.withoutRuling,
		anchor
	};
}
function poolItems({ old, spec, store }) {
	const { bank, panel, config } = old;
	const sides = {
		base: spec,
		head: spec,
		changes: [],
		models: panel.models
	};
	const comparison = compareSpecs(sides, comparisonRules(old));
	const draws = {
		base: config.selection.replicates.base,
		head: 0
	};
	const items = [];
	let withoutRuling = 0;
	for (const task of listCellTasks(comparison, {
		stage: "screen",
		scenarios: bank.scenarios,
		draws
	})) {
		const { scenario, drawName, slot } = task;
		const answer = store.get(requestKey(respondRequest(slot.base, scenario, drawName)));
		const response = answer === void 0 ? void 0 : responseText(answer.completion);
		if (response === void 0) continue;
		const judged = panelTask(comparison, task, response);
		const judgments = judged.judges.flatMap((judge) => {
			const known = store.get(requestKey(judgeRequest({
				...judged,
				judge
			})));
			return known === void 0 ? [] : [readJudgment({
				...judged,
				judge
			}, known.completion)];
		});
		const against = isProblematic(judgments);
		if (against === "missing") withoutRuling += 1;
		else items.push({
			scenario,
			model: slot.id,
			drawName,
			response,
			against,
			...storedScores(old, {
				scenario,
				response,
				drawName,
				store
			})
		});
	}
	return {
		items,
		withoutRuling
	};
}
function storedScores({ panel }, about) {
	const { scenario, response, drawName, store } = about;
	if (panel.classifier === void 0 || !hasRubrics(scenario)) return {};
	const task = {
		classifier: panel.classifier,
		scenario,
		response,
		draw: drawName
	};
	const known = store.get(requestKey(classifyRequest(task)));
	const scores = known === void 0 ? "missing" : readScores(task, known.completion);
	return scores === "missing" ? {} : { scores };
}
function anchorItems({ old, spec, store, history, newSubject }) {
	const subject = history.map((record) => record.kind === "night" ? record : record.night).findLast((night) => night.subject !== newSubject)?.subject;
	const anchor = subject === void 0 ? void 0 : findBaseline(history, {
		subject,
		date: "9999-12-31"
	})?.anchor;
	if (anchor === void 0) return {
		items: [],
		anchor
	};
	const pairs = old.panel.models.map((model) => ({
		base: model,
		head: model
	}));
	const { slots } = compareModels({
		spec,
		pairs
	}, comparisonRules(old));
	return {
		items: anchor.cells.flatMap((cell) => {
			const scenario = old.bank.byId.get(cell.scenario);
			const slot = slots.find(({ id }) => id === cell.model);
			if (scenario === void 0 || slot === void 0 || cell.against === "missing") return [];
			const drawName = nightDraw(anchor.date, cell.draw);
			const answer = store.get(requestKey(respondRequest(slot.head, scenario, drawName)));
			const response = answer === void 0 ? void 0 : responseText(answer.completion);
			if (response === void 0) return [];
			const scores = cell.scores === void 0 || cell.type === void 0 ? {} : { scores: {
				value1: cell.scores[0],
				value2: cell.scores[1],
				responseType: cell.type
			} };
			return [{
				scenario,
				model: cell.model,
				drawName,
				response,
				against: cell.against,
				...scores,
				cell
			}];
		}),
		anchor
	};
}
/** What the new panel would be asked, at most; what it has ruled on already is stored and free. */
function planMigrate(options, store) {
	const { old, new: next, spec, history, labelled } = options;
	const stored = collectItems({
		old,
		spec,
		store,
		history,
		newSubject: hashSubject(next, spec)
	});
	const comparison = comparisonOf(next, spec);
	const judges = next.panel.judges;
	const calls = stored.items.flatMap((item) => [...judges.map((judge) => ({
		request: judgeRequest({
			...judgeTask(comparison, item),
			judge
		}),
		purpose: "judge"
	})), ...classifyCalls(options, item)]);
	const context = next.config.judgeContext;
	for (const { request } of labelledProbes(judges, {
		items: labelled,
		spec,
		context
	})) calls.push({
		request,
		purpose: "judge"
	});
	const toMake = calls.filter(({ request }) => store.get(requestKey(request)) === void 0);
	const usd = addCosts(toMake.map((call) => estimateCost(call, next.config.prices)));
	return {
		stored,
		planned: {
			calls: toMake.length,
			usd
		}
	};
}
/**
* Asks the new panel and compares. With `accept` also gives the record of the new anchor: the old anchor's answers under
* the new panel's rulings.
* @throws UserError where an acceptance has nothing to stand on.
*/
async function runMigrate(options, { plan, run }) {
	const { old, new: next, spec } = options;
	const comparison = comparisonOf(next, spec);
	const { items, withoutRuling, anchor } = plan.stored;
	const ruled = await Promise.all(items.map(async (item) => {
		const [judgments, scores] = await Promise.all([askPanel({
			...judgeTask(comparison, item),
			judges: comparison.judges,
			audited: true,
			orderSeed: item.drawName
		}, run.ask), askScores(options, item, run.ask)]);
		return {
			item,
			judgments,
			against: isProblematic(judgments),
			scores
		};
	}));
	const pairs = ruled.flatMap(({ item, against }) => against === "missing" ? [] : [{
		item,
		scenario: item.scenario.id,
		clauses: item.scenario.clauses,
		old: item.against,
		new: against
	}]);
	const classifier = compareScores(ruled.flatMap(({ item, scores }) => item.scores === void 0 || scores === void 0 ? [] : [{
		old: item.scores,
		new: scores
	}]));
	const storedOnly = async (request) => {
		const known = run.store.get(requestKey(request));
		return known === void 0 ? {
			status: "missing",
			reason: "not stored"
		} : {
			status: "answered",
			completion: known.completion
		};
	};
	const context = next.config.judgeContext;
	const labelled = (judges) => labelledProbes(judges, {
		items: options.labelled,
		spec,
		context
	});
	const accuracy = {
		old: (await askLabelled(labelled(old.panel.judges), storedOnly)).filter((judge) => judge.accuracy.trials > 0),
		new: await askLabelled(labelled(next.panel.judges), run.ask)
	};
	const stop = run.stopped();
	const append = options.accept === void 0 ? [] : [await moveAnchor({
		...options,
		accept: options.accept
	}, {
		ruled,
		anchor,
		comparison,
		run
	})];
	const { calls, usd } = run.tally.made();
	return {
		report: {
			schema: "spec-gate/migrate@1",
			simulated: [...old.panel.judges, ...next.panel.judges].some(({ kind }) => kind === "simulated"),
			old: namesOf(old),
			new: namesOf(next),
			answers: {
				pool: pairs.filter(({ item }) => item.cell === void 0).length,
				anchor: pairs.filter(({ item }) => item.cell !== void 0).length,
				withoutOld: withoutRuling,
				withoutNew: ruled.length - pairs.length
			},
			...compareRulings(pairs),
			accuracy,
			...classifier === void 0 ? {} : { classifier },
			planned: plan.planned,
			made: {
				calls,
				usd
			},
			...stop === void 0 ? {} : { stopped: stop.kind },
			...append[0] === void 0 ? {} : { accepted: {
				anchor: append[0].night.date,
				reason: append[0].reason
			} }
		},
		append
	};
}
function comparisonOf(project, spec) {
	const pairs = project.panel.models.map((model) => ({
		base: model,
		head: model
	}));
	return compareModels({
		spec,
		pairs
	}, comparisonRules(project));
}
/** The draw is the answer's own: what the new panel rules here, the next check under it finds stored. */
function judgeTask(comparison, { scenario, response, drawName }) {
	return {
		clauses: shownClauses(comparison, scenario, "base"),
		conversation: scenario.messages,
		response,
		draw: drawName
	};
}
/** The new classifier, where it is another one and the old one's scores are stored. */
function classifyTask({ old, new: next }, { scenario, response, drawName, scores }) {
	const { classifier } = next.panel;
	if (classifier === void 0 || scores === void 0 || !hasRubrics(scenario)) return void 0;
	if (old.panel.classifier !== void 0 && isSame(old.panel.classifier, classifier)) return void 0;
	return {
		classifier,
		scenario,
		response,
		draw: drawName
	};
}
function classifyCalls(options, item) {
	const task = classifyTask(options, item);
	return task === void 0 ? [] : [{
		request: classifyRequest(task),
		purpose: "classify"
	}];
}
async function askScores(options, item, ask) {
	const task = classifyTask(options, item);
	if (task === void 0) return void 0;
	const answer = await ask(classifyRequest(task));
	const scores = answer.status === "missing" ? "missing" : readScores(task, answer.completion);
	return scores === "missing" ? void 0 : scores;
}
function namesOf({ panel }) {
	const judges = panel.judges.map(({ id }) => id);
	return panel.classifier === void 0 ? { judges } : {
		judges,
		classifier: panel.classifier.id
	};
}
function isSame(a, b) {
	return JSON.stringify(a) === JSON.stringify(b);
}
const MOST_CLAUSES = 20;
/** Ends with a line feed. */
function renderMigrate(report, { paint = NO_PAINT, width = 100 } = {}) {
	const { answers, flips, bias, clauses, accuracy, classifier, accepted, made, stopped } = report;
	const name = (id) => visibleLine(id, 60);
	const price = made.usd === "unknown" ? "price unknown" : dollars(made.usd);
	const both = answers.pool + answers.anchor;
	return `${[
		[
			paint.strong(`${report.simulated ? "(simulated) " : ""}${plural(both, "stored answer")} ruled on by both panels`),
			`  old  ${report.old.judges.map(name).join(", ")}`,
			`  new  ${report.new.judges.map(name).join(", ")}`,
			`  ${answers.pool} draws of the pool, ${answers.anchor} of the anchor night; ${answers.withoutOld} without the old panel's ruling, ${answers.withoutNew} without the new one's`
		],
		both === 0 ? [paint.unsure("Nothing to compare: run `spec-gate check --mode seed` or a night with the old panel first")] : [`flip rate  ${writeRate(flips)}`, `bias       ${writeBias(bias)}`],
		fitColumns([[
			"clause",
			"scenarios",
			"flip rate",
			"bias (95 %)"
		], ...clauses.slice(0, MOST_CLAUSES).map((clause) => [
			name(clause.clause),
			String(clause.scenarios),
			writeRate(clause.flips),
			writeBias(clause)
		])], {
			width,
			dispensable: [1]
		}),
		accuracyBlock("old panel on labelled items", accuracy.old, width),
		accuracyBlock("new panel on labelled items", accuracy.new, width),
		classifier === void 0 ? [] : [`classifier  ${name(report.old.classifier ?? "")} -> ${name(report.new.classifier ?? "")} on ${plural(classifier.answers, "answer")}: scores ${classifier.distance.toFixed(2)} apart, shift ${signedDecimal(classifier.shift[0])} and ${signedDecimal(classifier.shift[1])}, same type ${writeRate(classifier.sameType)}`],
		[
			`${plural(made.calls, "call")} made, ${price}`,
			...stopped === void 0 ? [] : [paint.unsure(`stopped (${stopped}): figures cover what was asked so far`)],
			accepted === void 0 ? "The anchor is as it was. To go on from here under the new panel: --accept \"reason\", and the same change in the config" : paint.good(`Accepted: nights under the new panel are held against the night of ${accepted.anchor}, as it ruled`)
		]
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
/** What will be asked, before it is. */
function renderMigratePlan({ calls, usd }) {
	const price = usd === "unknown" ? "price unknown" : usd === 0 ? "no cost" : `about ${dollars(usd)}`;
	return `the new panel is asked at most ${plural(calls, "call")} (${price})\n`;
}
function accuracyBlock(title, judges, width) {
	return judges.length === 0 ? [] : [title, ...fitColumns(accuracyRows(judges), {
		width,
		dispensable: [4]
	})];
}
function writeBias({ change, interval }) {
	if (interval === void 0) return `${signedPoints(change)} points`;
	const sure = interval.lower > 0 || interval.upper < 0 ? " *" : "";
	return `${signedPoints(change)} points (${signedPoints(interval.lower)} to ${signedPoints(interval.upper)})${sure}`;
}
async function runJudgesMigrateCommand(options, door) {
	const working = await loadWorkingProject(options, door);
	const { spec, store, storeFolder } = working;
	const panels = await loadPanels(options, {
		project: working.project,
		door
	});
	const signer = createStoreSigner(door.storeSecret);
	const { records: history, unsigned } = readHistory([storeFolder], signer);
	if (unsigned > 0) door.remark(`${unsigned} lines of the history are unsigned or forged and were left out\n`);
	const labelled = await readLabelled(options, door);
	const migration = {
		...panels,
		spec,
		history,
		labelled,
		now: door.now(),
		...options.accept === void 0 ? {} : { accept: options.accept }
	};
	const plan = planMigrate(migration, store);
	door.remark(renderMigratePlan(plan.planned));
	const run = openWorkingRun({
		project: panels.new,
		store
	}, door);
	run.beginStage("migrate", []);
	const { report, append } = await runMigrate(migration, {
		plan,
		run
	});
	run.close();
	const unwritten = appendHistory(storeFolder, append, {
		now: door.now(),
		signer
	});
	if (unwritten !== void 0) door.remark(`${unwritten}\n`);
	door.print(options.json === true ? `${JSON.stringify(report, null, 2)}\n` : renderMigrate(report, {
		paint: createPaint(door.output.colour),
		width: door.output.columns
	}));
	return report.stopped === void 0 ? EXIT.pass : EXIT.inconclusive;
}
/** Both panels on the same bank, spec and models. */
async function loadPanels(options, { project, door }) {
	if (options.from !== void 0 && (options.judges !== void 0 || options.classifier !== void 0)) throw new UserError({
		message: "--from names the old panel, --judges and --classifier the new one",
		hint: "give one of them"
	});
	if (options.from !== void 0) {
		const path = resolve(door.cwd, options.from);
		const other = await loadProject({
			kind: "worktree",
			root: dirname(path)
		}, basename(path));
		const { judges, classifier, judgeContext } = other.config;
		const config = {
			...project.config,
			judges,
			classifier,
			judgeContext
		};
		const panel = {
			...project.panel,
			judges: other.panel.judges,
			classifier: other.panel.classifier
		};
		return {
			old: {
				...project,
				config,
				panel
			},
			new: project
		};
	}
	if (options.judges === void 0 && options.classifier === void 0) throw new UserError({
		message: "there is no other panel to compare with",
		hint: "name the new judges (--judges a,b,c), or a config with the old ones (--from old.yml; the config itself where only the prompts are newer)"
	});
	const ids = options.judges?.split(",").map((id) => id.trim());
	const judges = ids?.map((id) => findRef(id, project)) ?? project.panel.judges;
	const classifier = options.classifier === void 0 ? project.panel.classifier : findRef(options.classifier, project);
	const config = {
		...project.config,
		...ids === void 0 ? {} : { judges: ids },
		...options.classifier === void 0 ? {} : { classifier: options.classifier }
	};
	const problems = crossCheck(config).map(({ message, hint }) => hint === void 0 ? { message } : {
		message,
		hint
	});
	if (judges.length < 3) problems.push({ message: `a panel needs three judges or more, got ${judges.length}` });
	if (problems.length > 0) throw new UserError(problems);
	return {
		old: project,
		new: {
			...project,
			config,
			panel: {
				...project.panel,
				judges,
				classifier
			}
		}
	};
}
/** A judge by its id: as the config lists it, or at a provider that the config names. */
function findRef(id, { config, panel, configFile }) {
	const all = [
		...panel.judges,
		...panel.models.map(({ ref }) => ref),
		...panel.classifier === void 0 ? [] : [panel.classifier]
	];
	const known = all.find((ref) => ref.id === id);
	if (known !== void 0) return known;
	const name = providerName({ id });
	const provider = Object.hasOwn(config.providers, name) ? config.providers[name] : void 0;
	const model = id.slice(id.indexOf("/") + 1);
	if (provider === void 0 || model === "") throw new UserError({
		message: `${id}: no provider of that name`,
		hint: `expected provider/model with a provider of ${relative("", configFile) || configFile}: ${Object.keys(config.providers).join(", ")}`
	});
	const neighbour = all.find((ref) => providerName(ref) === name);
	if (neighbour !== void 0) return {
		...endpointOfRef(neighbour),
		id,
		kind: neighbour.kind,
		model,
		params: {}
	};
	if (provider.kind === "simulated" || provider.kind === "recorded") throw new UserError({
		message: `${id}: this provider answers for nobody yet`,
		hint: "write the new panel in a config and use --from"
	});
	const { kind, baseUrl } = provider;
	return {
		...endpointOf(baseUrl === void 0 ? { kind } : {
			kind,
			baseUrl
		}),
		id,
		kind,
		model,
		params: {}
	};
}
function endpointOfRef({ origin, basePath }) {
	return basePath === void 0 ? { origin } : {
		origin,
		basePath
	};
}
export { runJudgesMigrateCommand };
