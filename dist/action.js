import { c as openActionContext, s as runAction, w as failWithError, x as writeExitCode } from "./chunks/action.js";
import { r as ownHeap } from "./chunks/commands-action-merge-compare-diff-bank-ask-check.js";
import { fileURLToPath } from "node:url";
ownHeap();
const packageRoot = fileURLToPath(new URL("..", import.meta.url));
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop.abort());
const started = Date.now();
let config;
let code;
try {
	const context = await openActionContext(process.env, {
		packageRoot,
		signal: stop.signal
	});
	config = context.inputs.config;
	code = await runAction(context);
} catch (error) {
	code = await failWithError(error);
	const { retractVerdict } = await import("./chunks/retract.js");
	await retractVerdict(process.env, {
		error,
		started,
		config
	});
}
process.exitCode = code;
try {
	await writeExitCode(code);
} catch (error) {
	process.exitCode = await failWithError(error);
}
export {};
