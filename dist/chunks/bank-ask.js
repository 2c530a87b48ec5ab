import { t as createAppender } from "./cli-commands-action-merge-bank-ask-check.js";
import { v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { l as int, m as object, v as string } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { i as makeFolder } from "./action-merge-bank-ask-check.js";
import { Ot as parseScenarioLine, xt as serializeScenario } from "./bank-ask-check.js";
import { t as readAt } from "./merge-compare-diff-bank-ask-check.js";
import { closeSync, fsyncSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
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
const Holder = object({
	pid: int().positive(),
	host: string().max(300)
});
/** Held by this process: in a container every process may have the same number as the one that was killed before it. */
const ours = /* @__PURE__ */ new Set();
/**
* Takes the file at `path` for this process, and gives what lets go of it. What a process that was killed on this machine has
* left is taken over. `name` is the path shown to people, `otherwise` what they can do instead of waiting.
* @throws UserError where another run holds it.
*/
function holdFile(path, { name, otherwise }) {
	const lock = `${path}.lock`;
	makeFolder(dirname(path));
	if (!tryToHold(lock)) {
		const holder = readHolder(lock);
		if (!isAbandoned(lock, holder) || !takeAway(lock, holder.text) || !tryToHold(lock)) throw new UserError({
			message: `another run writes to it${describe(holder)}`,
			hint: `Wait until it ends, or ${otherwise}. Where none runs any more, remove ${basename(lock)} beside it.`,
			place: { file: name }
		});
	}
	ours.add(lock);
	return () => {
		ours.delete(lock);
		rmSync(lock, { force: true });
	};
}
/** Holds the file while `work` goes on, whatever comes of it. @throws UserError as `holdFile` does. */
async function whileHeld(path, words, work) {
	const letGo = holdFile(path, words);
	try {
		return await work();
	} finally {
		letGo();
	}
}
function tryToHold(lock) {
	try {
		writeFileSync(lock, `${JSON.stringify({
			pid: process.pid,
			host: hostname()
		})}\n`, { flag: "wx" });
		return true;
	} catch (error) {
		if (error.code === "EEXIST") return false;
		throw error;
	}
}
function readHolder(lock) {
	try {
		const text = readFileSync(lock, "utf8");
		return {
			text,
			by: Holder.parse(JSON.parse(text))
		};
	} catch {
		return { text: "" };
	}
}
function isAbandoned(lock, { by }) {
	if (by === void 0 || by.host !== hostname()) return false;
	return by.pid === process.pid ? !ours.has(lock) : !isAlive(by.pid);
}
/** Whether what was taken away is what was read: another run may have taken it over meanwhile, and holds it now. */
function takeAway(lock, text) {
	const aside = `${lock}.${process.pid}`;
	try {
		renameSync(lock, aside);
	} catch {
		return false;
	}
	const isSame = readHolder(aside).text === text;
	if (isSame) rmSync(aside, { force: true });
	else renameSync(aside, lock);
	return isSame;
}
function describe({ by }) {
	if (by === void 0) return "";
	return ` (process ${by.pid}${by.host === hostname() ? "" : ` on ${by.host}`})`;
}
/** From the reading of the bank to its writing. @throws UserError where another command is at it. */
function whileBankHeld({ bankPath, bankName }, work) {
	return whileHeld(bankPath, {
		name: bankName,
		otherwise: "name another bank"
	}, work);
}
export { removeAbandoned as i, whileHeld as n, openBankSpool as r, whileBankHeld as t };
