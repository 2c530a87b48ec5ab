import { n as bankJsonSchema } from "./scenario-schema.js";
import { t as EXIT } from "./exit-code.js";
function runBankSchemaCommand(context) {
	context.print(`${JSON.stringify(bankJsonSchema(), null, 2)}\n`);
	return EXIT.pass;
}
export { runBankSchemaCommand };
