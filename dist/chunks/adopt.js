import { _ as pluralForm, f as plural, s as count, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as readReport } from "./accept-report.js";
import { n as openFile } from "./compare-diff-bank-ask-check.js";
import { Ct as parseBank, Tt as streamBank } from "./bank-ask-check.js";
import { m as asksTheSame } from "./bank.js";
import { r as openBankSpool, t as whileBankHeld } from "./bank-ask.js";
import { F as toJson, I as toText, L as loadBankProject } from "./ask.js";
import { c as name, d as wording, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { existsSync } from "node:fs";
async function runBankAdoptCommand(file, options, context) {
	const { bankPath, bankName } = await loadBankProject(options, context);
	const rows = (readReport(context.cwd, file).written ?? []).map(({ row }) => row);
	if (rows.length === 0) throw new UserError({
		message: "the report holds no scenario that was written for its change",
		place: { file }
	});
	const offered = parseBank({
		file,
		text: rows.map((row) => `${JSON.stringify(row)}\n`).join("")
	}).scenarios;
	const chosen = choose(offered, options.only);
	const bank = {
		bankPath,
		bankName
	};
	const adopted = await whileBankHeld(bank, () => addToBank(chosen, bank));
	const counts = {
		adopted,
		before: chosen.length - adopted
	};
	context.print(options.json === true ? toJson(counts) : toText([say`${plural(counts.adopted, "scenario")} taken into ${name(bankName)}, ${count(counts.before)} ${pluralForm(counts.before, wording("was"), wording("were"))} there before`, say`The seeding run of the default branch fills their stored answers.`]));
	return EXIT.pass;
}
/**
* Adds those that the bank does not hold, and gives how many they were. The bank may be of any size.
* @throws UserError for an id that has another query in the bank.
*/
async function addToBank(chosen, { bankPath, bankName }) {
	const spool = openBankSpool(bankPath);
	try {
		const lines = existsSync(bankPath) ? await readInto(spool, bankPath, bankName) : /* @__PURE__ */ new Map();
		const clashes = chosen.filter((scenario) => {
			const known = spool.get(scenario.id);
			return known !== void 0 && !asksTheSame(known, scenario);
		});
		if (clashes.length > 0) throw new UserError(clashes.map(({ id }) => ({
			message: `"${id}" has another query in the bank`,
			place: {
				file: bankName,
				line: lines.get(id)
			}
		})));
		const fresh = chosen.filter(({ id }) => !lines.has(id));
		for (const scenario of fresh) spool.put(scenario);
		if (fresh.length > 0) spool.replaceBank();
		return fresh.length;
	} finally {
		spool.close();
	}
}
/** The line of each id. */
async function readInto(spool, bankPath, bankName) {
	const source = await openFile(bankPath, bankName);
	try {
		return await streamBank(source, spool.put);
	} finally {
		await source.close();
	}
}
/** @throws UserError for an id that the report does not offer. */
function choose(offered, only) {
	if (only === void 0) return offered;
	const ids = only.split(",").map((id) => id.trim());
	const unknown = ids.filter((id) => !offered.some((scenario) => scenario.id === id));
	if (unknown.length > 0) {
		const hint = `It offers ${offered.map(({ id }) => id).join(", ")}.`;
		throw new UserError({
			message: `--only: the report offers no ${unknown.join(", ")}`,
			hint
		});
	}
	return offered.filter(({ id }) => ids.includes(id));
}
export { runBankAdoptCommand };
