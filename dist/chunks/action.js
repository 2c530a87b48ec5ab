import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as describeDiskError } from "./cli-commands-action-check.js";
import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { b as formatProblem, f as plural, i as sha256, v as UserError, y as formatPlace } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { n as stripCommands, t as safeLog } from "./commands-action.js";
import { t as plainText } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { n as writeHeadline } from "./action-report-check.js";
import { l as int, m as object, s as boolean, v as string } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { t as parseShard } from "./commands-action-ask.js";
import { n as splitStoreSecret, r as takeStoreSecret, t as createStoreSigner } from "./commands-action-merge-ask-check.js";
import { a as findRepository } from "./action-ask-check.js";
import { t as SYSTEM_CLOCK } from "./action-bank-ask-check.js";
import { _ as isSegmentName, a as readPruned, c as isPrunedFile, g as LARGEST_SEGMENT, t as dropPruned } from "./action-merge-ask-check.js";
import { i as makeFolder } from "./action-merge-bank-ask-check.js";
import { createReadStream, existsSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, posix, relative } from "node:path";
import { cp, lstat, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { createInterface } from "node:readline";
/** One of the ten errors GitHub shows is the step's own; so many are left for problems. */
const MOST_PROBLEMS = 9;
/** Marks the step as failed by its verdict. */
async function failStep(report) {
	const { setFailed } = await import("./core2.js");
	setFailed(`${report.verdict.status === "fail" ? "Spec Gate fails this change" : "Spec Gate cannot decide this change"}: ${plainText(writeHeadline(report).says)}`);
}
/** Marks the step as failed before there was a verdict: exit 3 for what the user can mend, 4 for a bug. */
async function failWithError(error) {
	const core = await import("./core2.js");
	const disk = describeDiskError(error);
	if (disk !== void 0) {
		core.setFailed(`${stripCommands(disk)}; there is no verdict (exit ${EXIT.usage})`);
		return EXIT.usage;
	}
	if (!(error instanceof UserError)) {
		const stack = error instanceof Error ? error.stack ?? error.message : String(error);
		core.setFailed(`This is a bug in Spec Gate; please report it with what follows.\n${stripCommands(stack)}`);
		return EXIT.bug;
	}
	for (const problem of error.problems.slice(0, MOST_PROBLEMS)) {
		const { file, line, column } = problem.place ?? {};
		core.error(stripCommands(formatProblem(problem)), {
			title: "Spec Gate: configuration",
			...file !== void 0 && line !== void 0 && { file },
			...whereDefined({
				startLine: line,
				startColumn: column
			})
		});
	}
	const { length } = error.problems;
	const more = length > MOST_PROBLEMS ? `, ${length - MOST_PROBLEMS} of them not shown` : "";
	const [first] = error.problems;
	const place = formatPlace(first?.place);
	const summary = length === 1 ? `1 problem${place === "" ? "" : ` at ${stripCommands(place)}`}` : `${length} problems`;
	core.setFailed(`Spec Gate is not set up: ${summary}${more}; there is no verdict (exit ${EXIT.usage})`);
	return EXIT.usage;
}
/** Writes the output `comment-id` where there is a comment. */
async function writeCommentId(id) {
	const { setOutput } = await import("./core2.js");
	if (id !== void 0) setOutput("comment-id", id);
}
/** Writes the output `exit-code`, which every run has. */
async function writeExitCode(code) {
	const { setOutput } = await import("./core2.js");
	setOutput("exit-code", code);
}
/** Writes the output `cache-hit`: whether any stored answers were found. */
async function writeCacheHit(isHit) {
	const { setOutput } = await import("./core2.js");
	setOutput("cache-hit", isHit);
}
/** Writes the outputs under their kebab-case names (`nonCompliance` is `non-compliance`). */
async function writeOutputs(outputs) {
	const { setOutput } = await import("./core2.js");
	for (const [name, value] of Object.entries({
		resolution: "none",
		...outputs
	})) if (value !== void 0) setOutput(name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value);
}
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
const REFUSED = {
	pull_request_target: "it runs with secrets and a write token on content that anyone may propose; use pull_request, and examples/approve-fork.yml for forks",
	workflow_run: "what another run hands over cannot be trusted to say which pull request it belongs to",
	issue_comment: "anyone may comment; use workflow_dispatch in a protected environment (examples/approve-fork.yml)"
};
const NO_COMMIT = /^0+$/;
const sha = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "is not a full commit SHA");
const repository = object({
	full_name: string(),
	private: boolean().optional(),
	default_branch: string().optional()
});
const anyPayload = object({ repository: repository.optional() });
const pullRequestPayload = object({ pull_request: object({
	number: int().positive(),
	draft: boolean().optional(),
	user: object({ login: string() }).nullable(),
	base: object({
		sha,
		ref: string(),
		repo: object({ full_name: string() })
	}),
	head: object({
		sha,
		repo: object({ full_name: string() }).nullable()
	})
}) });
const mergeGroupPayload = object({ merge_group: object({
	base_sha: sha,
	head_sha: sha
}) });
const pushPayload = object({
	before: sha,
	after: sha
});
const dispatchPayload = object({ inputs: object({
	"pull-request": string().optional(),
	"head-sha": string().optional(),
	"accept-anchor": string().max(500).optional()
}).nullish().transform((inputs) => inputs ?? {}) });
/**
* Reads the event of this run from the runner's environment.
* @throws UserError outside GitHub Actions, for an event that is refused or not known, and for a payload that does not
* hold what its event must.
*/
async function readEvent(env) {
	const path = env["GITHUB_EVENT_PATH"];
	if (path === void 0) throw new UserError({
		message: "GITHUB_EVENT_PATH is not set: this is not a GitHub Actions run",
		hint: "on the command line use: spec-gate check --base REF"
	});
	return parseEvent(JSON.parse(await readFile(path, "utf8")), env);
}
/** `readEvent` for a payload at hand. */
function parseEvent(payload, env) {
	const name = env["GITHUB_EVENT_NAME"] ?? "";
	const reason = REFUSED[name];
	if (reason !== void 0) throw new UserError({ message: `event ${name} is refused: ${reason}` });
	const common = readCommon(check(name, anyPayload, payload).repository, env);
	switch (name) {
		case "pull_request": {
			const { pull_request: pr } = check(name, pullRequestPayload, payload);
			const fork = pr.head.repo?.full_name !== pr.base.repo.full_name;
			const author = pr.user?.login ?? "ghost";
			const pullRequest = {
				number: pr.number,
				author,
				fork,
				draft: pr.draft ?? false
			};
			return {
				...common,
				kind: name,
				baseSha: pr.base.sha,
				headSha: pr.head.sha,
				baseBranch: pr.base.ref,
				pullRequest
			};
		}
		case "merge_group": {
			const { merge_group: group } = check(name, mergeGroupPayload, payload);
			return {
				...common,
				kind: name,
				baseSha: group.base_sha,
				headSha: group.head_sha
			};
		}
		case "push": {
			const { before, after } = check(name, pushPayload, payload);
			if (NO_COMMIT.test(after)) throw new UserError({ message: "this push deletes a branch or tag: nothing to gate" });
			return {
				...common,
				kind: name,
				headSha: after,
				...!NO_COMMIT.test(before) && { baseSha: before }
			};
		}
		case "schedule": return {
			...common,
			kind: name,
			headSha: check(name, sha, env["GITHUB_SHA"])
		};
		case "workflow_dispatch": {
			const { inputs } = check(name, dispatchPayload, payload);
			const approved = readApproved(inputs["pull-request"] ?? "", inputs["head-sha"] ?? "");
			const why = (inputs["accept-anchor"] ?? "").trim();
			const acceptAnchor = why === "" ? void 0 : `${why} (@${env["GITHUB_ACTOR"] ?? "ghost"})`;
			const headSha = check(name, sha, env["GITHUB_SHA"]);
			return {
				...common,
				kind: name,
				headSha,
				...approved && { approved },
				...acceptAnchor && { acceptAnchor }
			};
		}
		default: throw new UserError({
			message: `event "${name}" is not supported`,
			hint: "use pull_request, merge_group, push, schedule or workflow_dispatch"
		});
	}
}
function readCommon(found, env) {
	const fullName = found?.full_name ?? env["GITHUB_REPOSITORY"] ?? "";
	const [owner = "", name = ""] = fullName.split("/");
	const ref = env["GITHUB_REF"] ?? "";
	const defaultBranch = found?.default_branch;
	const id = Number(env["GITHUB_RUN_ID"] ?? 0);
	const repositoryUrl = `${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${fullName}`;
	return {
		repository: {
			owner,
			name,
			visibility: found?.private === true ? "private" : "public",
			...whereDefined({ defaultBranch })
		},
		run: {
			id,
			number: Number(env["GITHUB_RUN_NUMBER"] ?? 0),
			attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? 1),
			url: `${repositoryUrl}/actions/runs/${id}`,
			repositoryUrl
		},
		ref,
		onDefaultBranch: defaultBranch !== void 0 && ref === `refs/heads/${defaultBranch}`
	};
}
/** Both inputs or neither: a number alone would gate whatever was pushed since the maintainer read it. */
function readApproved(number, headSha) {
	if (number === "" && headSha === "") return void 0;
	if (!/^[1-9]\d{0,9}$/.test(number) || !sha.safeParse(headSha).success) throw new UserError({
		message: "to gate an approved pull request give both inputs: its number and the full SHA of the commit you have read",
		hint: "pull-request: 12, head-sha: 40 hex digits"
	});
	return {
		pullRequest: Number(number),
		headSha
	};
}
function check(name, schema, value) {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	throw new UserError(result.error.issues.map((issue) => ({ message: `the payload of event ${name}: ${issue.path.map(String).join(".") || "it"}: ${issue.message}` })));
}
const MODES$1 = [
	"check",
	"seed",
	"nightly"
];
const COMMENT_RULES = [
	"always",
	"on-change",
	"on-failure",
	"never"
];
const STORES = [
	"cache",
	"branch",
	"none"
];
const BATCHES = [
	"off",
	"wait",
	"leave"
];
/**
* Reads the inputs as the runner passes them (`INPUT_MAX-CALLS`).
* @throws UserError naming each input whose value does not fit.
*/
function readInputs(env) {
	const problems = [];
	const text = (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() || void 0;
	function oneOf(name, allowed, fallback) {
		const value = text(name) ?? fallback;
		const found = allowed.find((option) => option === value);
		if (found === void 0) problems.push({ message: `input ${name}: expected ${allowed.join(", ")}, got "${value}"` });
		return found ?? fallback;
	}
	function numberOf(name, pattern, expected) {
		const value = text(name);
		if (value === void 0) return void 0;
		if (!pattern.test(value)) problems.push({ message: `input ${name}: expected ${expected}, got "${value}"` });
		return Number(value);
	}
	const workingDirectory = text("working-directory") ?? ".";
	if (posix.isAbsolute(workingDirectory) || posix.normalize(workingDirectory).startsWith("..")) problems.push({ message: `input working-directory: expected a folder below the workspace, got "${workingDirectory}"` });
	const [base, head] = [text("base"), text("head")];
	const githubToken = text("github-token");
	const maxCalls = numberOf("max-calls", /^\d{1,9}$/, "a whole number of calls");
	const maxUsd = numberOf("max-usd", /^\d{1,7}(\.\d{1,4})?$/, "US dollars, such as 12.50");
	const part = text("shard");
	const shard = part === void 0 ? void 0 : parseShard(part);
	if (part !== void 0 && shard === void 0) problems.push({ message: `input shard: expected a part of so many, such as 2/8, got "${part}"` });
	const inputs = {
		config: posix.join(workingDirectory, text("config") ?? "spec-gate.yml"),
		mode: oneOf("mode", MODES$1, "check"),
		comment: oneOf("comment", COMMENT_RULES, "on-change"),
		store: oneOf("store", STORES, "cache"),
		offline: oneOf("offline", ["true", "false"], "false") === "true",
		batch: oneOf("batch", BATCHES, "off"),
		outputDir: text("output-dir") ?? "spec-gate-report",
		...whereDefined({
			base,
			head,
			githubToken,
			shard,
			maxCalls,
			maxUsd
		})
	};
	if (problems.length > 0) throw new UserError(problems);
	return inputs;
}
/**
* Takes the named variables out of `process.env` and tells the runner to mask them, also as they look in Base64, in a
* URL and in JSON. Names that are not set, or empty, are left out. Masking is exact matching: it is the last defence.
*/
async function takeSecrets(names) {
	const { setSecret } = await import("./core2.js");
	const taken = {};
	for (const name of names) {
		const value = process.env[name];
		delete process.env[name];
		if (value === void 0 || value === "") continue;
		taken[name] = value;
		for (const form of formsOf(value)) setSecret(form);
	}
	return taken;
}
/** The same for what stored answers are signed with: the value, and each secret in it. */
async function takeMaskedStoreSecret() {
	const value = takeStoreSecret();
	const secrets = splitStoreSecret(value ?? "");
	if (secrets.length === 0) return value;
	const { setSecret } = await import("./core2.js");
	for (const secret of [value ?? "", ...secrets]) for (const form of formsOf(secret)) setSecret(form);
	return value;
}
function formsOf(value) {
	const base64 = Buffer.from(value).toString("base64");
	return /* @__PURE__ */ new Set([
		value,
		base64,
		base64.replace(/=+$/, ""),
		Buffer.from(value).toString("base64url"),
		encodeURIComponent(value),
		JSON.stringify(value).slice(1, -1)
	]);
}
/** The HTTP status an API call failed with; 500 for a network fault, undefined for anything else. */
function statusOf(error) {
	if (!(error instanceof Error) || !("status" in error)) return void 0;
	return typeof error.status === "number" ? error.status : void 0;
}
/** What an answer is that has status 200 and not what was asked for: a proxy's, a sign-in's, or another service's at this address. */
function foreignAnswer(what) {
	return Object.assign(/* @__PURE__ */ new Error(`something other than GitHub answered: ${what}`), { status: 502 });
}
/** Whether GitHub refused an API call, or could not be reached. GraphQL refuses with status 200 and a list of errors. */
function isRefusal(error) {
	return statusOf(error) !== void 0 || error instanceof Error && error.name === "GraphqlResponseError";
}
/** Why an API call failed, on one line. */
function reasonOf(error) {
	return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, " ").slice(0, 300);
}
/** Headers of the response that an error carries; none where there was no response. */
function headersOf(error) {
	const { response } = error;
	return response?.headers ?? {};
}
/** GitHub's words for what has no status of its own; what none of them says is `other`, and shown as it was said. */
const WORDS = [
	[/not accessible by (integration|personal access token)|must have (push|write|admin)|permission/i, "permission"],
	[/locked/i, "locked"],
	[/archived/i, "archived"],
	[/SAML|single sign-on/i, "single-sign-on"],
	[/IP allow list/i, "ip-allow-list"]
];
/** Why GitHub refused. Only 403, 410 and limits are told apart: anything else is a failure and no refusal. */
function kindOfRefusal(error) {
	const status = statusOf(error);
	const headers = headersOf(error);
	const reason = reasonOf(error);
	if ((status === 429 || headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0" || /rate limit|abuse detection/i.test(reason)) && status !== void 0 && status < 500) return {
		kind: "rate-limit",
		until: limitEnd(headers)
	};
	if (status === 410) return { kind: "turned-off" };
	if (status !== 403) return { kind: "other" };
	return { kind: WORDS.find(([words]) => words.test(reason))?.[1] ?? "other" };
}
/** A secondary limit names seconds; the primary one, whose header stands beside every answer, the second it ends at. */
function limitEnd(headers) {
	const seconds = Number(headers["retry-after"] ?? "none");
	if (seconds >= 0) return Date.now() + seconds * 1e3;
	const reset = Number(headers["x-ratelimit-reset"] ?? "none");
	return headers["x-ratelimit-remaining"] === "0" && reset > 0 ? reset * 1e3 : void 0;
}
/** What to do about it, where there is something; `right` is the permission that the call needs. */
function adviceFor(error, right) {
	const refusal = kindOfRefusal(error);
	switch (refusal.kind) {
		case "rate-limit": {
			const { until } = refusal;
			return `GitHub limits how much is asked of it; run again ${until === void 0 ? "in some minutes" : `after ${new Date(until).toISOString().slice(11, 16)} UTC`}`;
		}
		case "permission": return `this run's token may not; give the job "${right}" (runs of forks never have it)`;
		case "locked": return "the conversation is locked";
		case "archived": return "the repository is archived";
		case "single-sign-on": return "the token is not authorised for the organisation (single sign-on)";
		case "ip-allow-list": return "the runner's address is not on the organisation's allow list";
		case "turned-off": return "issues are turned off";
		case "other": return statusOf(error) === 403 ? `if this run's token lacks it, give the job "${right}"` : "";
		default: throw new Error(`unknown refusal: ${JSON.stringify(refusal)}`);
	}
}
/** Advice and GitHub's own words. */
function explainRefusal(error, right) {
	const advice = adviceFor(error, right);
	return `${advice === "" ? "" : `${advice}. `}GitHub says: ${reasonOf(error)}`;
}
const ATTEMPTS = 4;
/** Milliseconds a single request may take, headers and body; stored answers may be large. */
const DEADLINE = 1e4;
const BLOB_DEADLINE = 12e4;
/** Seconds that all requests of a client may wait together: for faults of the service, and for limits. */
const PATIENCE$1 = {
	faults: 15,
	limits: 60
};
/**
* A client that tries again on 5xx and network faults (after 1, 4 and 9 s) and on rate limits, as long as its patience
* lasts: what is asked of GitHub is never worth minutes. A lost answer to a POST is not repeated: only its caller knows whether that would do the thing twice.
*/
async function createGitHubClient(options) {
	const github = await import("./github.js");
	const sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
	const octokit = github.getOctokit(options.token, {
		...whereDefined({ baseUrl: options.baseUrl }),
		log: {
			debug: ignore,
			info: ignore,
			warn: ignore,
			error: ignore
		}
	});
	const left = { ...PATIENCE$1 };
	octokit.hook.wrap("request", async (request, parameters) => {
		for (let attempt = 1;; attempt += 1) {
			const start = performance.now();
			try {
				const signal = AbortSignal.timeout(parameters.url.includes("/git/blobs") ? BLOB_DEADLINE : DEADLINE);
				return checkBody(await request({
					...parameters,
					request: {
						...parameters.request,
						signal
					}
				}));
			} catch (error) {
				const repeatable = parameters.method !== "POST" || parameters.url === "/graphql";
				if (attempt === ATTEMPTS) throw error;
				const wait = waitFor(error, {
					attempt,
					repeatable
				});
				if (wait === void 0) throw error;
				if (wait.for === "faults") left.faults -= (performance.now() - start) / 1e3;
				if (wait.seconds > left[wait.for]) throw error;
				left[wait.for] -= wait.seconds;
				await sleep(wait.seconds * 1e3);
			}
		}
	});
	return {
		octokit,
		owner: options.owner,
		repo: options.repo
	};
}
/** GitHub answers in JSON; a page of a proxy, or of a server under maintenance, comes with status 200, too. */
function checkBody(answer) {
	const { data } = answer;
	if (typeof data === "object" || data === void 0 || data === "") return answer;
	throw foreignAnswer(typeof data === "string" ? "a page instead of JSON" : "no object");
}
/** What to wait for before the next attempt; undefined where another attempt would not help, or could do harm. */
function waitFor(error, { attempt, repeatable }) {
	const status = statusOf(error);
	if (status === void 0) return void 0;
	if (status >= 500) return repeatable ? {
		for: "faults",
		seconds: attempt ** 2
	} : void 0;
	const refusal = kindOfRefusal(error);
	if (refusal.kind !== "rate-limit") return void 0;
	const seconds = refusal.until === void 0 ? PATIENCE$1.limits : Math.ceil((refusal.until - Date.now()) / 1e3);
	return {
		for: "limits",
		seconds: Math.max(1, seconds)
	};
}
function ignore() {}
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
const suggestRepair = async (checked) => checked.project.config.repair === "suggest" ? (await import("./suggest-repair.js")).suggestRepair(checked) : void 0;
/** Each is loaded when it is its turn: what is wrong with a set-up is said at once, and nobody reads what they do not run. */
const MODES = {
	check: async (context) => (await import("./gate-change.js")).gateChange(context, suggestRepair),
	seed: async (context) => (await import("./seed-store.js")).seedStore(context),
	nightly: async (context) => (await import("./mode.js")).watchNight(context)
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
/** Below the folder that an archive is packed from. Part of every archive's version: renamed, it hides what was saved. */
const SEGMENTS = "segments";
const LOOKUP = "twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL";
/** Milliseconds for one question whether the service is there; it is asked up to three times, a second apart. */
const PATIENCE = 4e3;
const TRIES = 3;
/** Why the cache cannot be used, or undefined. The client would ask a service that answers 5xx five times over 25 s. */
async function whyNoCache() {
	const { isFeatureAvailable } = await import("./cache.js");
	if (!isFeatureAvailable()) return "the Actions cache is not available here";
	for (let tries = 1; tries <= TRIES; tries += 1) {
		if (await answers()) return void 0;
		if (tries < TRIES) await setTimeout$1(1e3);
	}
	return "the Actions cache does not answer";
}
/** Any answer but a failure of the server will do: whether it lets us in, the client finds out. */
async function answers() {
	const { ACTIONS_RESULTS_URL: service, ACTIONS_CACHE_URL: older, ACTIONS_RUNTIME_TOKEN: token = "" } = process.env;
	const ask = {
		method: "POST",
		body: JSON.stringify({
			key: "spec-gate-none",
			version: "0".repeat(64)
		})
	};
	const headers = {
		authorization: `Bearer ${token}`,
		"content-type": "application/json"
	};
	const signal = AbortSignal.timeout(PATIENCE);
	try {
		const response = await fetch(service ? `${service}${LOOKUP}` : older ?? "", {
			...service && ask,
			headers,
			signal,
			redirect: "manual"
		});
		await response.body?.cancel();
		return response.status < 500;
	} catch {
		return false;
	}
}
/** Unpacks the newest archive under a prefix to `<root>/segments`. Gives its key; undefined where there is none. */
async function unpackNewest(root, prefix) {
	const { restoreCache } = await import("./cache.js");
	return within(root, () => restoreCache([SEGMENTS], `${prefix}newest`, [prefix]));
}
/** The key of the newest archive under a prefix. */
async function findNewest(root, prefix) {
	const { restoreCache } = await import("./cache.js");
	return within(root, () => restoreCache([SEGMENTS], `${prefix}newest`, [prefix], { lookupOnly: true }));
}
/** Packs `<root>/segments` and uploads it. False where the service did not take it; the client says why in the log. */
async function packAs(root, key) {
	const { saveCache } = await import("./cache.js");
	return await within(root, () => saveCache([SEGMENTS], key)) !== -1;
}
/**
* The client finds files from the working folder and packs them as seen from the workspace, and both differ from machine to
* machine: an archive made on one would not be found on another. Nothing else may run meanwhile.
*/
async function within(root, work) {
	const [folder, workspace] = [process.cwd(), process.env["GITHUB_WORKSPACE"]];
	process.chdir(root);
	process.env["GITHUB_WORKSPACE"] = root;
	try {
		return await work();
	} finally {
		process.chdir(folder);
		if (workspace === void 0) delete process.env["GITHUB_WORKSPACE"];
		else process.env["GITHUB_WORKSPACE"] = workspace;
	}
}
/** Bytes. */
const LARGEST_FOLDER = 4294967296;
const MOST_SEGMENTS = 1e4;
/** Why a folder cannot be used as a store, or undefined for one that holds nothing but segments. */
async function refuseFolder(folder) {
	const stats = await lstat(folder).catch(() => void 0);
	if (stats === void 0) return "the archive does not hold the store";
	if (!stats.isDirectory()) return "the store is not a folder";
	const names = await readdir(folder);
	if (names.length > MOST_SEGMENTS) return `${names.length} files`;
	let total = 0;
	for (const name of names) {
		const entry = await lstat(join(folder, name));
		if (!isSegmentName(name)) return `an unexpected entry ${JSON.stringify(name)}`;
		if (!entry.isFile() || entry.nlink > 1) return `${name} is not a regular file`;
		total += entry.size;
		if (entry.size > 536870912 || total > LARGEST_FOLDER) return `${name} is too large`;
	}
}
/**
* A digest of the lines in a folder's segments: the same for the same answers, however many segments hold them.
* Undefined for a folder without a line.
*/
async function digestLines(folder) {
	const lines = /* @__PURE__ */ new Set();
	for (const name of await readdir(folder).catch(() => [])) {
		if (!isSegmentName(name)) continue;
		for await (const line of createInterface({
			input: createReadStream(join(folder, name)),
			crlfDelay: Infinity
		})) if (line !== "") lines.add(createHash("sha256").update(line).digest("hex"));
	}
	if (lines.size === 0) return void 0;
	const whole = createHash("sha256");
	for (const line of [...lines].sort()) whole.update(line);
	return whole.digest("hex").slice(0, 16);
}
/**
* Restores the newest archive of every prefix. What a prefix that is only read gave lies in a folder of its own; what
* the prefix that is saved gave lies where new answers will go. An archive with anything but plain segments is thrown
* away whole. The lines themselves are checked by the store on reading.
*/
async function restoreFromCache({ prefixes, temp, config }) {
	const root = join(temp, `spec-gate-store-${sha256(config).slice(0, 8)}`);
	const folder = join(root, SEGMENTS);
	const extraFolders = [];
	const keys = [];
	const warnings = [];
	await rm(root, {
		recursive: true,
		force: true
	});
	makeFolder(root);
	const unread = await whyNoCache();
	if (unread !== void 0) warnings.push(`${unread}: no stored answers`);
	const order = unread === void 0 ? prefixes.restore.toSorted((a, b) => Number(a === prefixes.save) - Number(b === prefixes.save)) : [];
	for (const [index, prefix] of order.entries()) {
		const found = await unpackChecked(root, prefix);
		if (found.status === "refused") warnings.push(found.warning);
		if (found.status !== "found") continue;
		keys.push(found.key);
		if (prefix === prefixes.save) continue;
		const aside = join(root, `restored-${index}`);
		await rename(folder, aside);
		extraFolders.push(aside);
	}
	makeFolder(folder);
	dropPruned(folder);
	return {
		folder,
		root,
		extraFolders,
		keys,
		warnings,
		unread
	};
}
/** Afterwards `<root>/segments` is there, and nothing but segments, only where one was found. */
async function unpackChecked(root, prefix) {
	const folder = join(root, SEGMENTS);
	try {
		const key = await unpackNewest(root, prefix);
		if (key === void 0) {
			await rm(folder, {
				recursive: true,
				force: true
			});
			return { status: "none" };
		}
		const refusal = key.startsWith(prefix) ? await refuseFolder(folder) : `its key is not one of ${prefix}`;
		if (refusal === void 0) return {
			status: "found",
			key
		};
		await rm(folder, {
			recursive: true,
			force: true
		});
		return {
			status: "refused",
			warning: `the stored answers under ${key} were thrown away: ${refusal}`
		};
	} catch (error) {
		await rm(folder, {
			recursive: true,
			force: true
		});
		return {
			status: "refused",
			warning: `restoring ${prefix}: ${String(error)}`
		};
	}
}
/** Another run may save between our look and our upload; each time costs one round. */
const ROUNDS$1 = 6;
/** Milliseconds that a last look is put off at most. */
const LONGEST_WAIT = 1e4;
/**
* Uploads what the run added, together with what other runs saved since it began, so that the newest archive holds it all.
* Whoever finds a newer archive than their own afterwards brings both together once more. Another run may have looked before
* our upload and be at its own still, about as long as ours took, so the last look comes twice that later. Never throws.
*/
async function saveToCache({ root, prefix, restoredKey }) {
	const folder = join(root, SEGMENTS);
	let ours = restoredKey;
	let merged = 0;
	let uploadMs;
	let hasWaited = false;
	try {
		const mine = await digestLines(folder);
		if (mine === void 0) return {
			status: "not-saved",
			reason: "there are no answers to keep"
		};
		if (`${prefix}${mine}` === restoredKey) return {
			status: "not-saved",
			reason: "no answer is new"
		};
		const unread = await whyNoCache();
		if (unread !== void 0) return {
			status: "not-saved",
			reason: unread
		};
		for (let round = 1; round <= ROUNDS$1; round += 1) {
			const newest = await findNewest(root, prefix);
			if (newest !== void 0 && newest !== ours) merged += await mergeNewest(root, prefix);
			const key = `${prefix}${await digestLines(folder)}`;
			if (key === newest) {
				if (uploadMs === void 0 || hasWaited) break;
				hasWaited = true;
				await setTimeout$1(Math.min(LONGEST_WAIT, 2 * uploadMs));
				continue;
			}
			hasWaited = false;
			const began = performance.now();
			if (!await packAs(root, key)) {
				if (await findNewest(root, prefix) !== key) return {
					status: "not-saved",
					reason: "the cache did not take it"
				};
			}
			uploadMs = performance.now() - began;
			ours = key;
		}
		return ours === void 0 ? {
			status: "not-saved",
			reason: "no answer is new"
		} : {
			status: "saved",
			key: ours,
			merged
		};
	} catch (error) {
		return {
			status: "not-saved",
			reason: String(error)
		};
	}
}
/** Copies segments that are not here yet from the newest archive. Their names are their own: a run adds files and rewrites none. */
async function mergeNewest(root, prefix) {
	const beside = join(root, "merge");
	await rm(beside, {
		recursive: true,
		force: true
	});
	makeFolder(beside);
	if ((await unpackChecked(beside, prefix)).status !== "found") return 0;
	const [own, other] = [join(root, SEGMENTS), join(beside, SEGMENTS)];
	const there = new Set(await readdir(own));
	const isPruned = readPruned([own, other]);
	const further = (await readdir(other)).filter((name) => !there.has(name) && !isPruned(name));
	for (const name of further) await cp(join(other, name), join(own, name));
	dropPruned(own);
	return further.length;
}
const STATE = "spec-gate-store";
/** Leaves the note; before the first call is paid, so that a failed or cancelled run still keeps its answers. */
async function rememberStore(store) {
	const { saveState } = await import("./core2.js");
	saveState(STATE, store);
}
/** The note that `rememberStore` left; undefined where main did not come that far. */
async function recallStore() {
	const { getState } = await import("./core2.js");
	const state = getState(STATE);
	return state === "" ? void 0 : JSON.parse(state);
}
const REGULAR = /* @__PURE__ */ new Set(["100644", "100755"]);
/**
* All regular files of a commit, in the API's order; symbolic links and submodules are left out.
* @throws UserError where the tree is too large for one answer (over 100,000 entries).
*/
async function listCommitFiles(client, commit) {
	const { octokit, owner, repo } = client;
	const { data } = await octokit.rest.git.getTree({
		owner,
		repo,
		tree_sha: commit,
		recursive: "1"
	});
	if (data.truncated) throw new UserError({
		message: `commit ${commit.slice(0, 7)} has more files than the API lists`,
		hint: "give actions/checkout \"fetch-depth: 0\""
	});
	return data.tree.flatMap(({ path, sha, mode, size = 0 }) => REGULAR.has(mode) ? [{
		path,
		oid: sha,
		bytes: size
	}] : []);
}
/**
* The bytes of a file. `limit` is the largest size that is read.
* @throws UserError for a larger one, before it is fetched.
*/
async function readCommitFile(client, { file, limit }) {
	if (file.bytes > limit) throw new UserError({
		message: `has ${file.bytes} bytes; at most ${limit} are read`,
		place: { file: file.path }
	});
	const { octokit, owner, repo } = client;
	const { data } = await octokit.rest.git.getBlob({
		owner,
		repo,
		file_sha: file.oid
	});
	return Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8");
}
const STORE_BRANCH = "spec-gate-store";
const FOLDER = "segments";
/** Another run may push between our read and our push; each time costs one round. */
const ROUNDS = 12;
/** Writes the branch's segments into `folder`. A repository without the branch has none. */
async function restoreFromBranch(client, folder) {
	return reportFaults(async () => {
		const tip = await readTip(client);
		const files = tip === void 0 ? [] : await listSegments(client, tip);
		makeFolder(folder);
		const fetch = async (file) => {
			const bytes = await readCommitFile(client, {
				file,
				limit: LARGEST_SEGMENT
			});
			await writeFile(join(folder, basename(file.path)), bytes);
		};
		const notes = files.filter(({ path }) => isPrunedFile(path));
		for (const file of notes) await fetch(file);
		const isPruned = readPruned([folder]);
		const others = files.filter(({ path }) => !isPrunedFile(path) && !isPruned(basename(path)));
		for (const file of others) await fetch(file);
		return notes.length + others.length;
	});
}
/** Adds the segments of `folder` that the branch does not have and takes out those that were pruned, in one commit, without a checkout. */
async function saveToBranch(client, folder) {
	return reportFaults(async () => {
		for (let round = 1;; round += 1) {
			const tip = await readTip(client);
			const there = new Set(tip === void 0 ? [] : (await listSegments(client, tip)).map(({ path }) => basename(path)));
			const isPruned = readPruned([folder]);
			const missing = (await readdir(folder)).filter((name) => isSegmentName(name) && !there.has(name) && !isPruned(name));
			const gone = [...there].filter(isPruned);
			if (missing.length + gone.length === 0) return 0;
			try {
				await push(client, {
					tip,
					folder,
					names: missing,
					gone
				});
				return missing.length;
			} catch (error) {
				if (round === ROUNDS || statusOf(error) !== 422) throw error;
			}
		}
	});
}
async function readTip({ octokit, owner, repo }) {
	try {
		const { data } = await octokit.rest.git.getRef({
			owner,
			repo,
			ref: `heads/${STORE_BRANCH}`
		});
		return data.object.sha;
	} catch (error) {
		if (statusOf(error) === 404) return void 0;
		throw error;
	}
}
async function listSegments(client, tip) {
	return (await listCommitFiles(client, tip)).filter(({ path }) => path === `${FOLDER}/${basename(path)}` && isSegmentName(basename(path)));
}
async function push({ octokit, owner, repo }, { tip, folder, names, gone }) {
	const file = {
		mode: "100644",
		type: "blob"
	};
	const tree = gone.map((name) => ({
		path: `${FOLDER}/${name}`,
		...file,
		sha: null
	}));
	for (const name of names) {
		const content = await readFile(join(folder, name), "base64");
		const { data: blob } = await octokit.rest.git.createBlob({
			owner,
			repo,
			content,
			encoding: "base64"
		});
		tree.push({
			path: `${FOLDER}/${name}`,
			...file,
			sha: blob.sha
		});
	}
	const base = tip === void 0 ? {} : { base_tree: tip };
	const { data: root } = await octokit.rest.git.createTree({
		owner,
		repo,
		tree,
		...base
	});
	const dropped = gone.length === 0 ? "" : `, drop ${gone.length} that were pruned`;
	const message = `Keep ${plural(names.length, "segment")} of stored answers${dropped}`;
	const parents = tip === void 0 ? [] : [tip];
	const { data: commit } = await octokit.rest.git.createCommit({
		owner,
		repo,
		message,
		tree: root.sha,
		parents
	});
	if (tip === void 0) await octokit.rest.git.createRef({
		owner,
		repo,
		ref: `refs/heads/${STORE_BRANCH}`,
		sha: commit.sha
	});
	else await octokit.rest.git.updateRef({
		owner,
		repo,
		ref: `heads/${STORE_BRANCH}`,
		sha: commit.sha
	});
}
async function reportFaults(work) {
	try {
		return {
			status: "done",
			segments: await work()
		};
	} catch (error) {
		return {
			status: "not-done",
			reason: explainRefusal(error, "contents: write")
		};
	}
}
export { failStep as C, writeOutputs as S, readInputs as _, restoreFromCache as a, writeCommentId as b, openActionContext as c, foreignAnswer as d, isRefusal as f, takeSecrets as g, statusOf as h, rememberStore as i, createGitHubClient as l, reasonOf as m, saveToBranch as n, saveToCache as o, kindOfRefusal as p, recallStore as r, runAction as s, restoreFromBranch as t, explainRefusal as u, readEvent as v, failWithError as w, writeExitCode as x, writeCacheHit as y };
