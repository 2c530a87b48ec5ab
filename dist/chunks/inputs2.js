import { t as UserError } from "./errors.js";
import { t as whereDefined } from "./where-defined.js";
import { t as nearestName } from "./nearest-name.js";
import { i as streamBank } from "./parse-bank.js";
import { i as loadConfig, o as loadSpec } from "./load-project.js";
import { t as loadSpecFile } from "./spec-file.js";
import { t as openSource } from "./import-files.js";
import { c as distanceFromDot, l as dotRows, n as tableOf, s as createDotKernel, t as lexicalMeasure } from "./vectorize.js";
import { basename, dirname, resolve } from "node:path";
import { existsSync } from "node:fs";
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
export { createLinkTally as a, createDuplicateTally as i, readBankFile as n, requireSpec as r, findSpec as t };
