import { n as bankJsonSchema } from "./schema-stats-report-check.js";
import { t as EXIT } from "./cli-commands-action-schema-stats-diff-report-check.js";
function runBankSchemaCommand(context) {
	context.print(`${JSON.stringify(bankJsonSchema(), null, 2)}\n`);
	return EXIT.pass;
}
export { runBankSchemaCommand as t };
