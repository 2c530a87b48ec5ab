import { n as failWithError } from "./chunks/fail-step.js";
import { a as writeExitCode, t as takeMaskedStoreSecret } from "./chunks/secrets.js";
import { t as UserError } from "./chunks/errors.js";
import { t as readEvent } from "./chunks/event.js";
import { t as readInputs } from "./chunks/inputs.js";
import { n as findRepository } from "./chunks/git.js";
import { t as createGitHubClient } from "./chunks/client.js";
import { t as safeLog } from "./chunks/safe-log.js";
import { t as createStoreSigner } from "./chunks/store-secret.js";
import { t as SYSTEM_CLOCK } from "./chunks/system-clock.js";
import { fileURLToPath } from "node:url";
import { join, posix, relative } from "node:path";
import { existsSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
/** Numbers and words of our own, nothing that a stranger named: `pull request 12, commit 3e9ae29`. */
function describeEvent(event) {
	const { what, sha } = subjectOf(event);
	return `${what}, commit ${sha.slice(0, 7)}`;
}
function subjectOf(event) {
	const { headSha: sha } = event;
	switch (event.kind) {
		case "pull_request": return {
			what: `pull request ${event.pullRequest.number}`,
			sha
		};
		case "merge_group": return {
			what: "merge group",
			sha
		};
		case "push": return {
			what: "push",
			sha
		};
		case "schedule": return {
			what: "scheduled run",
			sha
		};
		case "workflow_dispatch": {
			const { approved } = event;
			if (approved === void 0) return {
				what: "run started by hand",
				sha
			};
			return {
				what: `pull request ${approved.pullRequest}, approved`,
				sha: approved.headSha
			};
		}
		default: return event;
	}
}
/**
* The repository and the config's path in it. The workspace is the repository, or a folder that it was checked out into
* (actions/checkout with `path`): then the config lies in that.
*/
async function findCheckout(workspace, config) {
	const trust = { trustWithin: workspace };
	const root = await findRepository(workspace, trust);
	if (root !== void 0) return {
		root,
		config
	};
	const folder = join(workspace, posix.dirname(config));
	const nested = config.startsWith("..") || !existsSync(folder) ? void 0 : await findRepository(folder, trust);
	if (nested === void 0) throw new UserError({
		message: "there is no checkout here",
		hint: "run actions/checkout before this step; where it has a path, config starts with that: config: <path>/spec-gate.yml"
	});
	return {
		root: nested,
		config: relative(realpathSync(nested), join(realpathSync(folder), posix.basename(config))).replaceAll("\\", "/")
	};
}
/** @throws UserError for an event, input or checkout that cannot be used. */
async function openActionContext(env, { packageRoot, signal }) {
	const signer = createStoreSigner(await takeMaskedStoreSecret());
	const event = await readEvent(env);
	const given = readInputs(env);
	safeLog(`${given.mode}: ${describeEvent(event)}`);
	const config = posix.normalize(given.config);
	const checkout = await findCheckout(env["GITHUB_WORKSPACE"] ?? process.cwd(), config);
	const { root } = checkout;
	const inputs = {
		...given,
		config: checkout.config
	};
	const { owner, name: repo } = event.repository;
	const { githubToken: token } = inputs;
	return {
		env,
		event,
		inputs,
		client: token === void 0 ? void 0 : await createGitHubClient({
			token,
			owner,
			repo,
			baseUrl: env["GITHUB_API_URL"]
		}),
		root,
		temp: env["RUNNER_TEMP"] ?? tmpdir(),
		packageRoot,
		signer,
		clock: SYSTEM_CLOCK,
		started: SYSTEM_CLOCK.now(),
		signal,
		log: (text) => safeLog(text.trimEnd())
	};
}
/** Loaded where the policy asks for it alone: most checks suggest nothing. */
const suggestRepair = async (checked) => checked.project.config.repair === "suggest" ? (await import("./chunks/suggest-repair.js")).suggestRepair(checked) : void 0;
/** Each is loaded when it is its turn: what is wrong with a set-up is said at once, and nobody reads what they do not run. */
const MODES = {
	check: async (context) => (await import("./chunks/gate-change.js")).gateChange(context, suggestRepair),
	seed: async (context) => (await import("./chunks/seed-store.js")).seedStore(context),
	nightly: async (context) => (await import("./chunks/mode.js")).watchNight(context)
};
/** @throws UserError for a mode that would let a change pass without being judged. */
async function runAction(context) {
	const { event, inputs } = context;
	if ((event.kind === "pull_request" || event.kind === "merge_group") && inputs.mode !== "check") throw new UserError({
		message: `input mode: ${inputs.mode} judges nothing, and a ${event.kind} run is there to judge`,
		hint: "leave mode out, or use check"
	});
	if (inputs.mode === "check" && (inputs.batch !== "off" || inputs.shard !== void 0)) throw new UserError({
		message: `input ${inputs.batch === "off" ? "shard" : "batch"}: goes with mode seed and nightly`,
		hint: "what a check asks next depends on what came before, and somebody waits for it"
	});
	return MODES[inputs.mode](context);
}
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
