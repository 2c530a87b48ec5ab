import { t as UserError } from "./errors.js";
import { t as nearestName } from "./nearest-name.js";
import { r as readBank } from "./parse-bank.js";
import { i as loadConfig, o as loadSpec } from "./load-project.js";
import { t as loadSpecFile } from "./spec-file.js";
import { t as openSource } from "./import-files.js";
import { a as createDotKernel, n as vectorize, o as distanceFromDot, s as dotRows, t as lexicalMeasure } from "./vectorize.js";
import { basename, dirname, resolve } from "node:path";
import { existsSync } from "node:fs";
/** How many scenarios link to each clause of the spec, in its order; 0 for those without. */
function countLinks(scenarios, spec) {
	const counts = new Map(spec.clauses.map(({ id }) => [id, 0]));
	for (const { clauses } of scenarios) for (const clause of clauses) {
		const known = counts.get(clause);
		if (known !== void 0) counts.set(clause, known + 1);
	}
	return counts;
}
function findOrphanedLinks(scenarios, spec) {
	const ids = new Set(spec.clauses.map(({ id }) => id));
	return scenarios.flatMap(({ id, clauses }) => clauses.filter((clause) => !ids.has(clause)).map((clause) => {
		const nearest = nearestName(clause, ids);
		return nearest === void 0 ? {
			scenario: id,
			clause
		} : {
			scenario: id,
			clause,
			nearest
		};
	}));
}
/**
* Scenarios nearer than `measure.near` to an earlier one, in file order; undefined for more than can be compared. Two framings
* of one pair of values are meant to be alike and are none.
*/
function findNearDuplicates(scenarios, measure = lexicalMeasure) {
	if (scenarios.length > 2e4) return void 0;
	const table = vectorize(scenarios, measure, 0);
	const nearestDot = createDotKernel(table.memory);
	const rowBytes = table.dimensions * 4;
	const found = [];
	for (let row = 1; row < scenarios.length; row += 1) {
		const dot = nearestDot(row * rowBytes, 0, row, rowBytes);
		const distance = distanceFromDot(dot);
		if (distance >= measure.near) continue;
		let of = 0;
		while (dotRows(table.values, row, table.values, of, table.dimensions) < dot) of += 1;
		if (isReframing(scenarios[row], scenarios[of])) continue;
		found.push({
			scenario: scenarios[row].id,
			of: scenarios[of].id,
			distance
		});
	}
	return found;
}
function isReframing(a, b) {
	return a.value1 !== void 0 && a.value1 === b.value1 && a.value2 === b.value2 && a.nudge !== b.nudge;
}
/** A bank of any size. @throws UserError with every problem of its lines. */
async function readBankFile(file, context) {
	const path = resolve(context.cwd, file);
	if (!/^https?:/.test(file) && !existsSync(path)) throw new UserError({
		message: "there is no such bank",
		place: { file },
		hint: "spec-gate bank import FILE begins one with queries of yours"
	});
	const source = await openSource(path, globalThis.fetch);
	try {
		return await readBank({
			...source,
			name: file
		});
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
	const config = existsSync(configPath) ? await loadConfig(source, configFile) : void 0;
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
export { countLinks as a, findNearDuplicates as i, readBankFile as n, findOrphanedLinks as o, requireSpec as r, findSpec as t };
