import { S as readEach } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { i as parseAcceptance, t as ACCEPTED_FOLDER } from "./accept-check.js";
import { c as name, d as wording, i as day, n as plainTextWithin, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
/** Characters of a reason that are shown. */
const LONGEST_REASON = 400;
/** @throws UserError with every file that is no acceptance. */
async function runLogCommand(options, context) {
	const acceptances = readAcceptances(join(dirname(resolve(context.cwd, options.config)), ACCEPTED_FOLDER));
	const today = context.now().toISOString().slice(0, 10);
	context.print(options.json === true ? `${JSON.stringify(acceptances, null, 2)}\n` : acceptances.map((acceptance) => describe(acceptance, today)).join("") || "Nothing was accepted here.\n");
	return EXIT.pass;
}
function readAcceptances(folder) {
	let names;
	try {
		names = readdirSync(folder);
	} catch (error) {
		if (error.code === "ENOENT") return [];
		throw error;
	}
	const files = names.filter((file) => file.endsWith(".json"));
	return [...readEach(files, (file) => parseAcceptance({
		file: `${ACCEPTED_FOLDER}/${file}`,
		text: readFileSync(join(folder, file), "utf8")
	}))].sort((a, b) => `${a.accepted} ${a.finding}` < `${b.accepted} ${b.finding}` ? -1 : 1);
}
function describe({ accepted, finding, base, head, reason, expires }, today) {
	const ends = wording(expires !== void 0 && expires < today ? "expired on" : "until");
	const until = expires === void 0 ? say`` : say` · ${ends} ${day(expires)}`;
	const short = (hash) => name(hash.slice(0, 7));
	const texts = base === head ? short(base) : say`${short(base)} -> ${short(head)}`;
	return `${plainText(say`${day(accepted)}  ${name(finding)}  ${texts}${until}`)}\n            ${plainTextWithin(name(reason), LONGEST_REASON)}\n`;
}
export { runLogCommand };
