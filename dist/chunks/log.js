import { i as readEach } from "./errors.js";
import { i as parseAcceptance, t as ACCEPTED_FOLDER } from "./acceptance.js";
import { r as visibleLine } from "./visible-text.js";
import { t as EXIT } from "./exit-code.js";
import { dirname, join, resolve } from "node:path";
import { readFileSync, readdirSync } from "node:fs";
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
	const files = names.filter((name) => name.endsWith(".json"));
	return [...readEach(files, (name) => parseAcceptance({
		file: `${ACCEPTED_FOLDER}/${name}`,
		text: readFileSync(join(folder, name), "utf8")
	}))].sort((a, b) => `${a.accepted} ${a.finding}` < `${b.accepted} ${b.finding}` ? -1 : 1);
}
function describe({ accepted, finding, base, head, reason, expires }, today) {
	const until = expires === void 0 ? "" : expires < today ? ` · expired on ${expires}` : ` · until ${expires}`;
	const texts = base === head ? base.slice(0, 7) : `${base.slice(0, 7)} -> ${head.slice(0, 7)}`;
	return `${accepted}  ${visibleLine(finding, 120)}  ${texts}${until}\n            ${visibleLine(reason, 400)}\n`;
}
export { runLogCommand };
