import { x as say, y as name } from "./action-stats-report-check.js";
/** Of a stop's `kind`; anything else is shown as it is. */
function writeStop(kind) {
	switch (kind) {
		case "budget": return say`its budget was used up`;
		case "signal": return say`somebody stopped it`;
		case "quota": return say`a provider refuses further calls, for its quota or spend limit is reached`;
		case "no-keys": return say`there was no key to ask with`;
		case "batch": return say`its calls are out in the providers' batches`;
		default: return name(kind);
	}
}
export { writeStop as t };
