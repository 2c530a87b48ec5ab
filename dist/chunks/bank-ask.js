import { mt as parseScenarioLine } from "./ref-bank-ask-check.js";
import { x as serializeScenario } from "./bank-ask-check.js";
import { t as createAppender } from "./cli-commands-action-merge-ref-bank-ask-check.js";
import { i as makeFolder } from "./action-merge-ref-bank-ask-check.js";
import { t as readAt } from "./merge-compare-diff-ref-bank-ask-check.js";
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
/** `pid` as the process said it; one of another machine, or of another container, says nothing here. */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code !== "ESRCH";
	}
}
/** A spool beside the bank file it will replace. Memory is bounded by the ids and a mebibyte of lines. */
function openBankSpool(bankPath) {
	makeFolder(dirname(bankPath));
	removeAbandoned(bankPath);
	const spoolPath = `${bankPath}.${process.pid}.spool`;
	const nextPath = `${bankPath}.${process.pid}.tmp`;
	const file = openSync(spoolPath, "w+");
	const places = /* @__PURE__ */ new Map();
	const spool = createAppender(file);
	const readLine = ({ offset, length }) => {
		spool.flush();
		const line = Buffer.allocUnsafe(length);
		if (readAt(file, line, offset) < length) throw new Error("the spool ended early");
		return line;
	};
	return {
		size: () => places.size,
		get: (id) => {
			const place = places.get(id);
			if (place === void 0) return void 0;
			const row = parseScenarioLine(readLine(place).toString("utf8"));
			if (row.status === "invalid") throw new Error(`the spool is damaged at "${id}"`);
			return row.scenario;
		},
		put: (scenario) => {
			const line = Buffer.from(`${serializeScenario(scenario)}\n`);
			places.set(scenario.id, {
				offset: spool.append(line),
				length: line.length
			});
		},
		replaceBank: () => {
			const next = openSync(nextPath, "w");
			try {
				const out = createAppender(next);
				for (const id of [...places.keys()].sort()) out.append(readLine(places.get(id)));
				out.flush();
				fsyncSync(next);
			} finally {
				closeSync(next);
			}
			renameSync(nextPath, bankPath);
		},
		close: () => {
			closeSync(file);
			rmSync(spoolPath, { force: true });
			rmSync(nextPath, { force: true });
		}
	};
}
/** What runs that were killed left beside this bank. */
function removeAbandoned(bankPath) {
	const folder = dirname(bankPath);
	const start = `${basename(bankPath)}.`;
	for (const name of readdirSync(folder)) {
		const pid = name.startsWith(start) ? /^(\d+)\.(spool|tmp)$/.exec(name.slice(start.length))?.[1] : void 0;
		if (pid !== void 0 && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
	}
}
export { removeAbandoned as n, isAlive as r, openBankSpool as t };
