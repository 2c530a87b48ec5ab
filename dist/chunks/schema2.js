import { n as bankJsonSchema } from "./schema-accept-report-bank-ask-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
function runBankSchemaCommand(context) {
	context.print(`${JSON.stringify(bankJsonSchema(), null, 2)}\n`);
	return EXIT.pass;
}
export { runBankSchemaCommand as t };
