import { t as EXIT } from "./chunks/exit-code.js";
import { i as readEach, n as formatPlace, r as formatProblem, t as UserError } from "./chunks/errors.js";
import { n as stripCommands, t as safeLog } from "./chunks/safe-log.js";
import { t as describeDiskError } from "./chunks/write-whole.js";
import { i as listAnnotations, k as writeHeadline } from "./chunks/open-explorer.js";
import { t as plainText } from "./chunks/plain-text.js";
import { a as restoreFromCache, c as explainRefusal, d as statusOf, f as readInputs, i as rememberStore, l as isRefusal, s as createGitHubClient, t as restoreFromBranch, u as reasonOf } from "./chunks/store-branch.js";
import { n as splitStoreSecret, r as takeStoreSecret, t as createStoreSigner } from "./chunks/store-secret.js";
import { C as listTree, E as resolveRef, b as fetchMissing, w as mergeBase, x as findRepository } from "./chunks/files.js";
import { c as liveProviders, d as SYSTEM_CLOCK, n as repeatEvery, r as openRun, t as createProgress } from "./chunks/progress.js";
import { n as hashJson, r as sha256 } from "./chunks/canonical-json.js";
import { _ as string, c as int, g as strictObject, o as boolean, p as object, r as _enum, u as literal } from "./chunks/schemas.js";
import { i as markdownSentence, r as fencedBlock } from "./chunks/safe-markdown.js";
import { a as fitSections, c as headlineBlock, n as LONGEST_COMMENT, o as fixed, r as renderComment, s as gateTitle, t as renderSummary } from "./chunks/summary.js";
import { t as whereDefined } from "./chunks/where-defined.js";
import { n as prepareChange } from "./chunks/cover-change.js";
import { i as writeParagraph, t as createFinding } from "./chunks/messages.js";
import { n as findingKey, t as blockingReasons } from "./chunks/finding-key.js";
import { n as rankReports, t as judgeChange } from "./chunks/run-change.js";
import { n as readValueCategories } from "./chunks/value-categories.js";
import { i as parseAcceptance, t as ACCEPTED_FOLDER } from "./chunks/acceptance.js";
import { a as loadProject, c as specPatterns, n as labelledFile, o as loadSpec, t as besideConfig } from "./chunks/load-project.js";
import { r as readSpecFiles } from "./chunks/read-spec.js";
import { n as planCheck, t as renderPlan } from "./chunks/plan-text.js";
import { a as prepareSpecCheck } from "./chunks/cell-task.js";
import { r as openSegmentStore, t as createMemorySegmentStore } from "./chunks/segment-store.js";
import { n as renderDiff } from "./chunks/diff-text.js";
import { t as NO_PAINT } from "./chunks/paint.js";
import { t as plainParagraph } from "./chunks/plain-text2.js";
import { m as secretVariables } from "./chunks/labelled.js";
import { r as explainStoreRefusal, t as fetchSegments } from "./chunks/keep-in-step.js";
import { t as makeFolder } from "./chunks/make-folder.js";
import { t as worstExitCode } from "./chunks/exit-code2.js";
import { r as writeReports, t as describeUnwritten } from "./chunks/write-reports.js";
import { t as renderTerminal } from "./chunks/terminal.js";
import { t as optionsOf } from "./chunks/resolve-models.js";
import { n as locateOnChange } from "./chunks/shown-lines.js";
import { n as runSeed, r as findEditedClauses, t as renderSeed } from "./chunks/seed.js";
import { b as findAnchoredNights, u as hashSubject } from "./chunks/history.js";
import { c as renderNightMarkdown, d as parseNote, f as serializeNote, i as tellWebhook, l as nightHeadline, o as renderNightText, r as nightExitCode, s as writeNoteIssue, t as holdNight, u as noteAnchor } from "./chunks/hold-night.js";
import { r as visibleLine } from "./chunks/visible-text.js";
import { fileURLToPath } from "node:url";
import { isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { existsSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { appendFile, mkdir, readFile } from "node:fs/promises";
/** One of the ten errors GitHub shows is the step's own; so many are left for problems. */
const MOST_PROBLEMS$1 = 9;
/** Marks the step as failed by its verdict. */
async function failStep(report) {
	const { setFailed } = await import("./chunks/core2.js");
	setFailed(`${report.verdict.status === "fail" ? "Spec Gate fails this change" : "Spec Gate cannot decide this change"}: ${plainText(writeHeadline(report).says)}`);
}
/** Marks the step as failed before there was a verdict: exit 3 for what the user can mend, 4 for a bug. */
async function failWithError(error) {
	const core = await import("./chunks/core2.js");
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
	for (const problem of error.problems.slice(0, MOST_PROBLEMS$1)) {
		const { file, line, column } = problem.place ?? {};
		core.error(stripCommands(formatProblem(problem)), {
			title: "Spec Gate: configuration",
			...file !== void 0 && line !== void 0 && { file },
			...line !== void 0 && { startLine: line },
			...column !== void 0 && { startColumn: column }
		});
	}
	const { length } = error.problems;
	const more = length > MOST_PROBLEMS$1 ? `, ${length - MOST_PROBLEMS$1} of them not shown` : "";
	const [first] = error.problems;
	const place = formatPlace(first?.place);
	const summary = length === 1 ? `1 problem${place === "" ? "" : ` at ${stripCommands(place)}`}` : `${length} problems`;
	core.setFailed(`Spec Gate is not set up: ${summary}${more}; there is no verdict (exit ${EXIT.usage})`);
	return EXIT.usage;
}
/** Writes the output `comment-id` where there is a comment. */
async function writeCommentId(id) {
	const { setOutput } = await import("./chunks/core2.js");
	if (id !== void 0) setOutput("comment-id", id);
}
/** Writes the output `exit-code`, which every run has. */
async function writeExitCode(code) {
	const { setOutput } = await import("./chunks/core2.js");
	setOutput("exit-code", code);
}
/** Writes the output `cache-hit`: whether any stored answers were found. */
async function writeCacheHit(isHit) {
	const { setOutput } = await import("./chunks/core2.js");
	setOutput("cache-hit", isHit);
}
/** Writes the outputs under their kebab-case names (`nonCompliance` is `non-compliance`). */
async function writeOutputs(outputs) {
	const { setOutput } = await import("./chunks/core2.js");
	for (const [name, value] of Object.entries({
		resolution: "none",
		...outputs
	})) if (value !== void 0) setOutput(name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value);
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
				...NO_COMMIT.test(before) ? {} : { baseSha: before }
			};
		}
		case "schedule": return {
			...common,
			kind: name,
			headSha: check(name, sha, env["GITHUB_SHA"])
		};
		case "workflow_dispatch": {
			const { inputs } = check(name, dispatchPayload, payload);
			const approved = readApproved$1(inputs["pull-request"] ?? "", inputs["head-sha"] ?? "");
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
			...defaultBranch !== void 0 && { defaultBranch }
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
function readApproved$1(number, headSha) {
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
/**
* Takes the named variables out of `process.env` and tells the runner to mask them, also as they look in Base64, in a
* URL and in JSON. Names that are not set, or empty, are left out. Masking is exact matching: it is the last defence.
*/
async function takeSecrets(names) {
	const { setSecret } = await import("./chunks/core2.js");
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
	const { setSecret } = await import("./chunks/core2.js");
	const value = takeStoreSecret();
	const secrets = splitStoreSecret(value ?? "");
	for (const secret of secrets.length === 0 ? [] : [value ?? "", ...secrets]) for (const form of formsOf(secret)) setSecret(form);
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
/** What a server without GraphQL answers to it. */
const NO_GRAPHQL = /* @__PURE__ */ new Set([
	400,
	404,
	405,
	501
]);
/**
* The login of the token's owner. REST's `/user` is closed to `GITHUB_TOKEN`; GraphQL's `viewer` is not, but Gitea and
* Forgejo have none.
*/
async function readViewer({ octokit }) {
	try {
		const { viewer } = await octokit.graphql("query { viewer { login } }");
		return viewer.login;
	} catch (error) {
		if (!NO_GRAPHQL.has(statusOf(error) ?? 0)) throw error;
		const { data } = await octokit.rest.users.getAuthenticated();
		return data.login;
	}
}
/** Whether an author is the viewer. GraphQL names some apps without the `[bot]` that REST adds, and no user can have. */
function isViewer(author, viewer) {
	if (author === null || author === void 0) return false;
	return author.login === viewer || author.type === "Bot" && author.login === `${viewer}[bot]`;
}
/** The start of a marker's line: tells the things of one gate from those of another in the same repository. */
function markerStart(kind, key) {
	return `<!-- spec-gate ${kind} ${sha256(key).slice(0, 12)}`;
}
/** Reads a pull request. Rejects with the API's error (404 for one that is not there). */
async function readPullRequest(client, number) {
	const { octokit, owner, repo } = client;
	const { data } = await octokit.rest.pulls.get({
		owner,
		repo,
		pull_number: number
	});
	return {
		number,
		headSha: data.head.sha,
		baseSha: data.base.sha,
		baseBranch: data.base.ref,
		author: data.user.login,
		fork: data.head.repo?.full_name !== data.base.repo.full_name,
		draft: data.draft ?? false,
		open: data.state === "open",
		visibility: data.base.repo.private ? "private" : "public"
	};
}
/** The commit both sides grew from: what a pull request is compared with. For checkouts too shallow to know. */
async function readMergeBase(client, { base, head }) {
	const { octokit, owner, repo } = client;
	const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
		owner,
		repo,
		basehead: `${base}...${head}`,
		per_page: 1
	});
	return data.merge_base_commit.sha;
}
/** Each round starts from what is there; a comment deleted under our hands, or a lost answer, costs one. */
const ROUNDS = 4;
/** Creates or updates the comment. Never throws for what GitHub answers. */
async function upsertComment(request) {
	try {
		return await settle$2(request);
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return {
			status: "refused",
			message: `the comment was not written: ${explainRefusal(error, "pull-requests: write")}`
		};
	}
}
async function settle$2(request) {
	const { client, run } = request;
	const viewer = await readViewer(client);
	let created;
	for (let round = 1;; round += 1) {
		const found = await listOurs$2(request, viewer);
		const ours = created === void 0 || found.some(({ id }) => id === created?.id) ? found : [...found, created];
		if (ours.some((comment) => comment.run.started > run.started)) {
			await remove$1(client, ours.filter((comment) => isSameRun(comment.run, run)));
			return { status: "superseded" };
		}
		const kept = ours.find((comment) => isSameRun(comment.run, run)) ?? ours[0];
		await remove$1(client, ours.filter((comment) => comment !== kept));
		if (kept !== void 0 && isCurrent(kept, request)) return {
			status: created === void 0 ? "unchanged" : "created",
			id: kept.id
		};
		if (kept === void 0 && request.whenAbsent === "leave") return { status: "none" };
		if (kept?.head === request.headSha && request.over === "older-commits") return {
			status: "unchanged",
			id: kept.id
		};
		const { headSha } = await readPullRequest(client, request.pullRequest);
		if (headSha !== request.headSha) return { status: "outdated" };
		try {
			const written = await write(request, kept?.id);
			if (kept !== void 0) return {
				status: "updated",
				id: written.id
			};
			created = written;
		} catch (error) {
			const status = statusOf(error) ?? 0;
			if (round === ROUNDS || !(status === 404 && kept !== void 0 || status >= 500)) throw error;
		}
	}
}
/** The note of our newest comment. Whoever reads it has to check it: a comment may be edited by many. */
async function findNote(where) {
	return (await listOurs$2(where, await readViewer(where.client))).at(-1)?.note;
}
/** Every comment that carries our marker on its first line and is ours, over all pages, oldest first. */
async function listOurs$2(request, viewer) {
	const { octokit, owner, repo } = request.client;
	return (await octokit.paginate(octokit.rest.issues.listComments, {
		owner,
		repo,
		issue_number: request.pullRequest,
		per_page: 100
	})).flatMap((comment) => {
		if (!isViewer(comment.user, viewer)) return [];
		const parsed = parseMarked$1(comment.body ?? "", request.key);
		return parsed === void 0 ? [] : [{
			id: comment.id,
			...parsed
		}];
	});
}
function parseMarked$1(text, key) {
	const [first = "", ...rest] = text.replaceAll("\r\n", "\n").split("\n");
	const start = markerStart("comment", key);
	if (!first.startsWith(start)) return void 0;
	const fields = /^ head=([0-9a-f]+) run=(\d+)\.(\d+) at=(\d+)(?: note=([A-Za-z0-9+/=]+))? -->$/.exec(first.slice(start.length));
	if (fields === null) return void 0;
	const [, head = "", id, attempt, started, note] = fields;
	return {
		head,
		run: {
			id: Number(id),
			attempt: Number(attempt),
			started: Number(started)
		},
		note,
		body: rest.join("\n")
	};
}
function withMarker({ key, headSha, run, note }, body) {
	const hidden = note === void 0 ? "" : ` note=${note}`;
	const fields = `head=${headSha} run=${run.id}.${run.attempt} at=${run.started}${hidden}`;
	return `${markerStart("comment", key)} ${fields} -->\n${body}`;
}
async function write(request, id) {
	try {
		return await send(request, id, request.body);
	} catch (error) {
		if (statusOf(error) !== 422) throw error;
		return send(request, id, request.shortBody);
	}
}
async function send(request, id, text) {
	const { octokit, owner, repo } = request.client;
	const body = withMarker(request, text);
	const { data } = id === void 0 ? await octokit.rest.issues.createComment({
		owner,
		repo,
		issue_number: request.pullRequest,
		body
	}) : await octokit.rest.issues.updateComment({
		owner,
		repo,
		comment_id: id,
		body
	});
	return {
		id: data.id,
		head: request.headSha,
		run: request.run,
		note: request.note,
		body: text
	};
}
async function remove$1({ octokit, owner, repo }, comments) {
	for (const { id } of comments) try {
		await octokit.rest.issues.deleteComment({
			owner,
			repo,
			comment_id: id
		});
	} catch (error) {
		if (statusOf(error) !== 404) throw error;
	}
}
function isSameRun(a, b) {
	return a.id === b.id && a.attempt === b.attempt;
}
/** A re-run that says the same about the same commit need not write. GitHub trims bodies. */
function isCurrent(comment, { headSha, note, body, shortBody }) {
	const text = comment.body.trim();
	return comment.head === headSha && comment.note === note && (text === body.trim() || text === shortBody.trim());
}
/** The config's path as people tell gates apart by it; nothing where there is the usual one alone. */
function gateOf(config) {
	return config === "spec-gate.yml" ? {} : { gate: config };
}
/** Writes the comment as far as the `comment` input lets it. Gives its id where there is one. */
async function writeComment(context, change, { body, shortBody, isNews, note }) {
	const { client, inputs, event, started } = context;
	const { pullRequest, headSha } = change;
	if (change.kind !== "pull-request" || pullRequest === void 0 || inputs.comment === "never") return void 0;
	if (client === void 0) {
		context.log("the comment was not written: give github-token");
		return;
	}
	const result = await upsertComment({
		client,
		pullRequest,
		key: inputs.config,
		headSha,
		run: {
			id: event.run.id,
			attempt: event.run.attempt,
			started
		},
		body,
		shortBody,
		...whereDefined({ note }),
		...context.signal.aborted ? {
			whenAbsent: "leave",
			over: "older-commits"
		} : { whenAbsent: isNews ? "create" : "leave" }
	});
	if (result.status === "refused") {
		const { warning } = await import("./chunks/core2.js");
		warning(result.message, { title: "Spec Gate" });
		return;
	}
	context.log(`comment: ${result.status}`);
	return "id" in result ? result.id : void 0;
}
const MOST_PROBLEMS = 5;
/**
* Replaces the comment of an earlier run by why there is no verdict now; opens none. Reads the environment by itself, since
* what ended the run may have been there. Never throws.
*/
async function retractVerdict(env, ended) {
	try {
		const event = await readEvent(env);
		const input = (name) => env[`INPUT_${name}`]?.trim() ?? "";
		const token = input("GITHUB-TOKEN");
		if (event.kind !== "pull_request" || token === "" || input("COMMENT") === "never") return;
		const { owner, name: repo } = event.repository;
		const client = await createGitHubClient({
			token,
			owner,
			repo,
			baseUrl: env["GITHUB_API_URL"]
		});
		const key = ended.config ?? posix.join(input("WORKING-DIRECTORY") || ".", input("CONFIG") || "spec-gate.yml");
		const { headSha, pullRequest, run } = event;
		const title = `### ⚠️ ${gateTitle(gateOf(key).gate)}: no verdict (commit \`${headSha.slice(0, 7)}\`)`;
		const body = `${title}\n\n${reasonFor(ended.error)}\n[The run](${run.url})\n`;
		const result = await upsertComment({
			client,
			pullRequest: pullRequest.number,
			key,
			headSha,
			run: {
				id: run.id,
				attempt: run.attempt,
				started: ended.started
			},
			body,
			shortBody: `${title}\n`,
			whenAbsent: "leave"
		});
		safeLog(`comment: ${result.status === "refused" ? result.message : result.status}`);
	} catch (error) {
		safeLog(`the comment of an earlier run was not replaced: ${String(error)}`);
	}
}
function reasonFor(error) {
	if (!(error instanceof UserError)) return "The run of this commit broke off by a bug of Spec Gate; its log has more.";
	const { problems } = error;
	const rest = problems.length > MOST_PROBLEMS ? `\n…and ${problems.length - MOST_PROBLEMS} more` : "";
	return `The gate could not run on this commit:\n\n${fencedBlock(problems.slice(0, MOST_PROBLEMS).map(formatProblem).join("\n") + rest)}`;
}
/** Reads the two trees. Both commits must be in the repository. */
async function openChange(repo, shas) {
	return {
		repo,
		base: await openEnd(repo, shas.base),
		head: await openEnd(repo, shas.head)
	};
}
/** One commit with its tree. */
async function openEnd(repo, sha) {
	const paths = new Map((await listTree(repo, sha)).map(({ path, oid }) => [path, oid]));
	return {
		sha,
		source: {
			kind: "commit",
			repo,
			sha
		},
		paths
	};
}
/** The report with its resolution where every blocking finding is accepted and approved, else with why not. */
async function resolveAcceptance(report, context) {
	const blocking = blockingReasons(report);
	const judged = blocking.map((finding) => ({
		finding,
		...coverOf(report, finding, context)
	}));
	const notCounted = judged.flatMap(({ finding, refused }) => refused.length === 0 ? [] : [notCountedNote(findingKey(finding), refused)]);
	const covers = judged.flatMap(({ cover }) => cover === void 0 ? [] : [cover]);
	if (covers.length === 0 || covers.length < blocking.length) {
		const open = judged.filter(({ cover }) => cover === void 0).map(({ finding }) => findingKey(finding));
		const partial = covers.map(({ finding }) => notCountedNote(finding, [`not accepted: ${open.join(", ")}`]));
		return withNotes(report, [...notCounted, ...partial]);
	}
	const approval = await context.approval();
	if (!approval.approved) return withNotes(report, covers.map(({ finding }) => notCountedNote(finding, approval.reasons)));
	const [expires] = covers.flatMap((cover) => cover.expires ?? []).sort();
	const resolution = {
		kind: "accepted",
		by: [approval.by],
		reason: [...new Set(covers.map(({ reason }) => reason))].join("; "),
		...whereDefined({ expires })
	};
	return {
		...report,
		verdict: {
			...report.verdict,
			resolution
		}
	};
}
/** The acceptance that covers a finding, or why those for it do not. */
function coverOf(report, finding, { acceptances, today }) {
	const key = findingKey(finding);
	const refused = [];
	for (const acceptance of acceptances.filter((one) => one.finding === key)) {
		const reason = refuse(report, finding, {
			acceptance,
			today
		});
		if (reason === void 0) return {
			cover: acceptance,
			refused: []
		};
		refused.push(reason);
	}
	return { refused };
}
function refuse(report, finding, { acceptance, today }) {
	const { base, head, policy, comparison, models, numbers, expires } = acceptance;
	if (comparison !== report.comparison || !sameModels(models, report)) return "it was given for another comparison";
	if (base !== report.base.specHash || head !== report.head.specHash) return "it was given for another spec text";
	if (policy !== report.policyHash) return "it was given under another policy";
	if (expires !== void 0 && expires < today) return `it expired on ${expires}`;
	const [most, now] = [numbers["high"], finding.args["change"]];
	if (typeof most === "number" && typeof now === "number" && now > most) return `the change is now larger (${now.toFixed(3)}) than what was accepted (up to ${most.toFixed(3)})`;
}
function sameModels(models, { base, head }) {
	return JSON.stringify([models.base, models.head]) === JSON.stringify([base.models, head.models]);
}
function notCountedNote(finding, reasons) {
	return createFinding({
		code: "acceptanceNotCounted",
		args: {
			finding,
			reasons
		},
		severity: "notice"
	});
}
function withNotes(report, notes) {
	return notes.length === 0 ? report : {
		...report,
		notes: [...report.notes, ...notes]
	};
}
/** Bytes of UTF-8 (the runner's limit, FileCommandManager.cs, is 1 MiB a step). */
const LONGEST$1 = 921600;
const NOTE = "\n\n_The rest does not fit here: see the report in the artifact of this run._\n";
/**
* Appends Markdown to this step's summary, cut after a whole line where it is over 900 KiB. Does nothing where the
* runner offers no summary.
*/
async function writeSummary(markdown, env) {
	const path = env["GITHUB_STEP_SUMMARY"];
	if (path === void 0 || path === "") return;
	await appendFile(path, cut(markdown));
}
function cut(markdown) {
	const bytes = Buffer.from(markdown);
	if (bytes.length <= LONGEST$1) return markdown;
	const end = bytes.lastIndexOf("\n", 921524);
	return bytes.subarray(0, Math.max(0, end)).toString() + NOTE;
}
/** As many commits of a pull request as GitHub lists. */
const MOST_COMMITS = 250;
/**
* Looks for an approver's approval of the head commit. Each person's latest approval, request for changes or dismissal
* counts, comments do not; nobody who wrote or committed a part of the change counts; and a person must be able to write to the repository, so nobody can approve by registering
* the name of a team. Rejects only where the reviews themselves cannot be read.
*/
async function readApproval(query) {
	const reasons = [];
	const reviews = await listLatestReviews(query);
	const commits = reviews.length === 0 ? [] : await listCommits(query);
	if (commits.length >= MOST_COMMITS) return {
		approved: false,
		reasons: [`who wrote it cannot be told: GitHub lists ${MOST_COMMITS} commits at most`]
	};
	for (const review of reviews) {
		const reason = disqualify(review, query) ?? (commits.some((names) => names.some((name) => sameLogin(name, review.login))) ? "has written or committed a part of this change" : await refuseReviewer(review.login, query));
		if (reason === void 0) return {
			approved: true,
			by: review.login,
			at: review.at
		};
		reasons.push(`@${review.login}: ${reason}`);
	}
	return {
		approved: false,
		reasons: reasons.length > 0 ? reasons : ["nobody has reviewed this pull request"]
	};
}
/** The latest opinion of each person, in the order they gave it. */
async function listLatestReviews({ client, pullRequest }) {
	const { octokit, owner, repo } = client;
	const all = await octokit.paginate(octokit.rest.pulls.listReviews, {
		owner,
		repo,
		pull_number: pullRequest,
		per_page: 100
	});
	const latest = /* @__PURE__ */ new Map();
	for (const { user, state, commit_id: commit, submitted_at: at = "" } of all) {
		if (user === null || ![
			"APPROVED",
			"CHANGES_REQUESTED",
			"DISMISSED"
		].includes(state)) continue;
		const key = user.login.toLowerCase();
		if (at >= (latest.get(key)?.at ?? "")) latest.set(key, {
			login: user.login,
			state,
			commit,
			at
		});
	}
	return [...latest.values()];
}
/** The logins of each commit's author and committer, as far as GitHub knows their accounts. */
async function listCommits({ client, pullRequest }) {
	const { octokit, owner, repo } = client;
	return (await octokit.paginate(octokit.rest.pulls.listCommits, {
		owner,
		repo,
		pull_number: pullRequest,
		per_page: 100
	})).map(({ author, committer }) => [author, committer].flatMap((person) => person !== null && "login" in person ? [person.login] : []));
}
function disqualify({ login, state, commit }, { author, headSha }) {
	if (sameLogin(login, author)) return "is the author";
	if (state === "DISMISSED") return "the approval was dismissed";
	if (state !== "APPROVED") return "has requested changes";
	return commit === headSha ? void 0 : `approved ${(commit ?? "no commit").slice(0, 7)}, not this commit`;
}
async function refuseReviewer(login, { client, approvers }) {
	const { octokit, owner, repo } = client;
	if (!await canWrite(client, login)) return "cannot write to this repository";
	if (approvers.some((name) => sameLogin(name.replace(/^@/, ""), login))) return void 0;
	const unreadable = [];
	for (const name of approvers) {
		const [slug = "", org = owner] = name.replace(/^@/, "").split("/").reverse();
		try {
			const { data } = await octokit.rest.teams.getMembershipForUserInOrg({
				org,
				team_slug: slug,
				username: login
			});
			if (data.state === "active") return void 0;
		} catch (error) {
			const status = statusOf(error);
			if (status !== 404 && status !== 403) return `membership of ${name} cannot be read (${reasonOf(error)})`;
			if (status === 403) unreadable.push(name);
		}
	}
	const hint = unreadable.length > 0 ? `; this token cannot read the members of ${unreadable.join(", ")}` : "";
	return `is not among ${repo}'s approvers (${approvers.join(", ")})${hint}: name people, or give a token that reads the organisation's teams`;
}
async function canWrite({ octokit, owner, repo }, username) {
	try {
		const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
			owner,
			repo,
			username
		});
		return data.permission === "admin" || data.permission === "write";
	} catch (error) {
		if (statusOf(error) === 404 || statusOf(error) === 403) return false;
		throw error;
	}
}
function sameLogin(a, b) {
	return a.toLowerCase() === b.toLowerCase();
}
const MOST_FILES = 100;
/**
* Acceptances that the head adds or edits. Those that were there before were given for other changes.
* @throws UserError for files that are none.
*/
async function loadAcceptances(ends, configFile) {
	const folder = `${besideConfig(configFile, ACCEPTED_FOLDER)}/`;
	const added = [...ends.head.paths].flatMap(([path, oid]) => path.startsWith(folder) && path.endsWith(".json") && ends.base.paths.get(path) !== oid ? [path] : []);
	if (added.length === 0) return [];
	if (added.length > MOST_FILES) throw new UserError({ message: `${added.length} new files in ${folder}` });
	return readEach(await readSpecFiles(ends.head.source, added), (file) => parseAcceptance(file));
}
/** Reads the reviews. Whatever GitHub does not say is no approval. */
async function askApproval({ client }, { kind, pullRequest, headSha }, approvers) {
	if (approvers.length === 0) return refused("the base branch's policy names no approvers");
	if (pullRequest === void 0) return refused("there is no pull request whose reviews could be read");
	if (client === void 0) return refused("without github-token no review can be read");
	try {
		const state = await readPullRequest(client, pullRequest);
		return await readApproval({
			client,
			pullRequest,
			headSha: kind === "merge-group" ? state.headSha : headSha,
			author: state.author,
			approvers
		});
	} catch (error) {
		if (statusOf(error) === void 0) throw error;
		return refused(`the reviews cannot be read: ${reasonOf(error)}`);
	}
}
function refused(reason) {
	return {
		approved: false,
		reasons: [reason]
	};
}
/** @throws UserError for a base branch whose config, bank or files cannot be read. */
async function loadBaseProject({ source }, { inputs }) {
	return tighten(await loadProject(source, inputs.config), inputs);
}
/** The smaller of both budgets: the workflow file of a pull request is the pull request's own. */
function tighten(project, { maxCalls, maxUsd }) {
	const { budget } = project.config;
	const calls = Math.min(budget.calls, maxCalls ?? Infinity);
	const usd = Math.min(budget.usd, maxUsd ?? Infinity);
	return {
		...project,
		config: {
			...project.config,
			budget: {
				...budget,
				calls,
				usd
			}
		}
	};
}
/** In characters; GitHub drops a summary over 1 MiB, and takes no comment of 64 KiB. */
const LONGEST = {
	summary: 25e4,
	comment: LONGEST_COMMENT
};
/** The finding's sentences, then diff and plan as text. */
function renderBootstrap(finding, view, place) {
	const share = Math.floor(LONGEST[place] / 3);
	return fitSections([
		fixed(`### Spec Gate: first run\n\n${markdownSentence(writeParagraph(finding))}\n`),
		fixed(`\n**What changed**\n${fencedBlock(renderDiff(view, NO_PAINT), share)}`),
		fixed(`\n**What a check would do**\n${fencedBlock(renderPlan(view, NO_PAINT), share)}`)
	], LONGEST[place]);
}
/** @throws UserError where the head has no config either, or one that cannot be used. */
async function describeBootstrap(context, ends, change) {
	const { names } = change;
	const { config: configFile } = context.inputs;
	if (!ends.head.paths.has(configFile)) throw new UserError({
		message: `there is no ${configFile} on either side of this change`,
		hint: "spec-gate init writes one; another path is set with the input config"
	});
	const project = await loadProject(ends.head.source, configFile);
	const head = await loadSpec(ends.head.source, {
		configFile,
		config: project.config
	});
	const base = await loadBaseSpec(ends, project);
	const prepared = prepareSpecCheck(project, {
		base: {
			ref: names.base,
			sha: ends.base.sha,
			spec: base
		},
		head: {
			ref: names.head,
			sha: ends.head.sha,
			spec: head
		}
	});
	const plan = planCheck(prepared, {
		store: createMemorySegmentStore(),
		prices: project.config.prices
	});
	const finding = createFinding({
		code: "bootstrap",
		args: { config: configFile },
		severity: "notice"
	});
	const { notice } = await import("./chunks/core2.js");
	notice(plainParagraph(finding), { title: "Spec Gate: first run" });
	const view = {
		plan,
		base,
		head,
		changes: prepared.changes
	};
	await writeSummary(renderBootstrap(finding, view, "summary"), context.env);
	await writeOutputs({
		verdict: "none",
		calls: 0
	});
	await writeCommentId(await writeComment(context, change, {
		body: renderBootstrap(finding, view, "comment"),
		shortBody: `### Spec Gate: first run\n\n${plainParagraph(finding)}\n`,
		isNews: context.inputs.comment !== "on-failure"
	}));
	return EXIT.pass;
}
/** A spec that the head brings along has no clause on base. */
async function loadBaseSpec(ends, { configFile, config }) {
	const source = ends.base.source;
	try {
		await readSpecFiles(source, specPatterns(configFile, config));
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {
			clauses: [],
			hash: "",
			files: []
		};
	}
	return loadSpec(source, {
		configFile,
		config
	});
}
/** The commit at the tip of a branch. Rejects with the API's error (404 for one that is not there). */
async function readBranchTip({ octokit, owner, repo }, branch) {
	const { data } = await octokit.rest.git.getRef({
		owner,
		repo,
		ref: `heads/${branch}`
	});
	return data.object.sha;
}
/** @throws UserError for an event that compares nothing, and for an approved commit that is not the head any more. */
async function readChangeEvent(context) {
	const { event, inputs } = context;
	if (inputs.base !== void 0 || inputs.head !== void 0) return readAskedRefs(context);
	switch (event.kind) {
		case "pull_request": {
			const { baseSha, headSha, baseBranch, pullRequest } = event;
			const { number, fork: restricted } = pullRequest;
			return {
				kind: "pull-request",
				baseSha,
				headSha,
				baseBranch,
				names: {
					base: baseBranch,
					head: `PR ${number}`
				},
				pullRequest: number,
				restricted
			};
		}
		case "merge_group": {
			const { baseSha, headSha, ref } = event;
			const [, baseBranch, number] = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-(\d+)-[0-9a-f]+$/.exec(ref) ?? [];
			const pullRequest = number === void 0 ? {} : { pullRequest: Number(number) };
			const branch = baseBranch === void 0 ? {} : { baseBranch };
			const names = {
				base: baseBranch ?? "base",
				head: "merge group"
			};
			return {
				kind: "merge-group",
				baseSha,
				headSha,
				...branch,
				names,
				...pullRequest,
				restricted: false
			};
		}
		case "push": {
			const { baseSha, headSha } = event;
			if (baseSha === void 0) throw nothingToCompare("the first push of a branch");
			return {
				kind: "push",
				baseSha,
				headSha,
				baseBranch: event.ref.replace(/^refs\/heads\//, ""),
				names: {
					base: "before",
					head: "push"
				},
				restricted: false
			};
		}
		case "workflow_dispatch":
			if (event.approved !== void 0) return readApproved(context, event.approved);
			throw nothingToCompare("a run started by hand without a pull request");
		case "schedule": throw nothingToCompare("a scheduled run");
		default: throw new Error(`unknown event: ${JSON.stringify(event)}`);
	}
}
/** Two refs that somebody names on the default branch; a change that has its own ends is never judged by others. */
async function readAskedRefs(context) {
	const { event, inputs } = context;
	if (event.kind === "pull_request" || event.kind === "merge_group") throw new UserError({
		message: `inputs base and head: a ${event.kind} run is judged by its own commits`,
		hint: "leave them out; they are for workflow_dispatch, schedule and push"
	});
	if (!event.onDefaultBranch) throw new UserError({ message: "inputs base and head are for runs on the default branch, whose policy holds" });
	if (inputs.base === void 0) throw new UserError({ message: "input head without base: there is nothing to compare" });
	const baseSha = await findRef(context, inputs.base);
	const headSha = inputs.head === void 0 ? event.headSha : await findRef(context, inputs.head);
	const names = {
		base: inputs.base,
		head: inputs.head ?? "head"
	};
	return {
		kind: "push",
		baseSha,
		headSha,
		baseBranch: inputs.base,
		names,
		restricted: false
	};
}
/** A full commit SHA, what the checkout knows, or a branch of the repository. */
async function findRef({ client, root }, ref) {
	if (/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(ref)) return ref;
	try {
		return client === void 0 ? await resolveRef(root, ref) : await readBranchTip(client, ref);
	} catch (error) {
		if (statusOf(error) === void 0) throw error;
		return resolveRef(root, ref);
	}
}
/** What a maintainer has read is what is gated, under the default branch's policy: a later push is another commit. */
async function readApproved({ client, event }, approved) {
	if (client === void 0) throw new UserError({ message: "to gate an approved pull request give github-token" });
	if (!event.onDefaultBranch) throw new UserError({
		message: "an approved pull request is gated from the default branch only",
		hint: "start the workflow there: examples/approve-fork.yml"
	});
	const { pullRequest: number, headSha } = approved;
	const state = await readPullRequest(client, number);
	if (state.headSha !== headSha) throw new UserError({
		message: `pull request ${number} has moved on: its head is ${state.headSha}, not ${headSha}`,
		hint: "read the new commit, then start this workflow with its SHA"
	});
	if (!state.open) throw new UserError({ message: `pull request ${number} is not open: there is nothing to gate` });
	const { baseSha, baseBranch } = state;
	if (baseBranch !== event.repository.defaultBranch) throw new UserError({
		message: `pull request ${number} is for the branch ${baseBranch}; only the default branch's policy may use keys here`,
		hint: "turn the pull request to the default branch, then start this workflow again"
	});
	return {
		kind: "pull-request",
		baseSha,
		headSha,
		baseBranch,
		names: {
			base: baseBranch,
			head: `PR ${number}`
		},
		pullRequest: number,
		restricted: false
	};
}
function nothingToCompare(what) {
	return new UserError({
		message: `mode check has nothing to compare: ${what}`,
		hint: "use mode: seed on pushes to the default branch, mode: nightly on a schedule, or name two commits with the inputs base and head"
	});
}
/** Where the change branched off. Base tip, head and this commit are in the repository afterwards. */
async function fetchChange(context, change) {
	const { root } = context;
	const credentials = fetchCredentials(context);
	for (const sha of [change.baseSha, change.headSha]) await fetchMissing(root, sha, credentials);
	const found = await mergeBase(root, change.baseSha, change.headSha) ?? await askMergeBase(context, change);
	await fetchMissing(root, found, credentials);
	return found;
}
/** The token for fetches from GitHub, where there is one. */
function fetchCredentials({ inputs, env }) {
	const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
	return inputs.githubToken === void 0 ? void 0 : {
		server,
		token: inputs.githubToken
	};
}
async function askMergeBase({ client }, { baseSha, headSha }) {
	const hint = "let the checkout fetch the history (actions/checkout: fetch-depth: 0)";
	const message = "this checkout does not reach back to where the change branched off";
	if (client === void 0) throw new UserError({
		message,
		hint
	});
	try {
		return await readMergeBase(client, {
			base: baseSha,
			head: headSha
		});
	} catch (error) {
		if (statusOf(error) === void 0) throw error;
		throw new UserError({
			message: `${message}, and GitHub does not say: ${reasonOf(error)}`,
			hint
		});
	}
}
/**
* The commit whose policy a change is judged under, or undefined where there is none yet. A policy says where keys are
* sent, so it is only ever the default branch's: whoever may push may name any other branch as a base, or push to it. A
* merge group's base may hold other groups that nobody has merged.
* @throws UserError where the default branch cannot be told or read, and for another base without a config beside it: a
* check belongs to its commit, and one earned there would stay green when the pull request is turned to the default branch.
*/
async function openPolicy(context, change, tip) {
	const { event, inputs } = context;
	const { defaultBranch } = event.repository;
	const { baseBranch, kind } = change;
	const hasConfig = ({ paths }) => paths.has(inputs.config);
	if (defaultBranch === void 0) throw new UserError({ message: "the event names no default branch, so nobody can say whose policy holds" });
	const isDefault = baseBranch === defaultBranch;
	const policy = isDefault && kind !== "merge-group" ? tip : await openTip(context, defaultBranch);
	if (!hasConfig(policy)) return void 0;
	if (!isDefault && !hasConfig(tip)) throw new UserError({
		message: `the base branch ${baseBranch ?? ""} has no ${inputs.config}, while the default branch ${defaultBranch} has one`,
		hint: `target ${defaultBranch}, or copy ${inputs.config} to the base branch first`
	});
	if (!isDefault) context.log(`judged under the policy of ${defaultBranch}, as every change is`);
	return policy;
}
async function openTip(context, branch) {
	const tip = await findTip(context, branch);
	await fetchMissing(context.root, tip, fetchCredentials(context));
	return openEnd(context.root, tip);
}
/** GitHub's word, or without a token that of the checkout. */
async function findTip({ client, root }, branch) {
	if (client === void 0) return resolveRef(root, `refs/remotes/origin/${branch}`);
	try {
		return await readBranchTip(client, branch);
	} catch (error) {
		if (statusOf(error) === void 0) throw error;
		throw new UserError({
			message: `whether the default branch ${branch} has a policy cannot be read: ${reasonOf(error)}`,
			hint: "give the job \"contents: read\""
		});
	}
}
/**
* A search by prefix finds a pull request's own older archive before the default branch's newer one, so each has a
* prefix of its own and both are restored. Only runs on the default branch write the one that everybody reads.
* All gates of a repository share a store: answers lie under what was asked, so what one config paid for serves another
* with the same models or judges.
*/
function storePrefixes(event) {
	const space = "spec-gate-v2";
	const base = `${space}-base-`;
	if (event.onDefaultBranch) return {
		restore: [base],
		save: base
	};
	if (event.pullRequest === void 0) return {
		restore: [base],
		save: void 0
	};
	const own = `${space}-pr-${event.pullRequest.number}-`;
	return {
		restore: [base, own],
		save: own
	};
}
/** Opens the store. A service that does not answer costs a warning in the log, never the run. */
async function openStore(context, choice) {
	const restored = await restore(context, choice);
	for (const warning of restored.warnings) context.log(warning);
	const { folder, extraFolders } = restored;
	const store = openSegmentStore(folder, {
		now: new Date(context.clock.now()),
		extraFolders,
		signer: context.signer
	});
	await writeCacheHit(store.size() > 0 ? "true" : "false");
	const { unreadable, unsigned } = store.problems();
	const refused = unreadable === 0 ? "" : `, ${unreadable} lines did not check out and count as missing`;
	context.log(`${store.size()} stored answers${refused}`);
	if (unsigned > 0) {
		const { warning } = await import("./chunks/core2.js");
		warning(`${unsigned} stored answers are unsigned or forged and count as missing`, { title: "Spec Gate: store" });
	}
	return {
		store,
		folders: [folder, ...extraFolders],
		unread: restored.unread
	};
}
async function restore(context, choice) {
	const { inputs, temp } = context;
	const { location, restricted } = choice;
	if (inputs.store !== "none" && location !== void 0) return withOwnAnswers(context, await restoreObjects(context, {
		location,
		restricted
	}));
	switch (inputs.store) {
		case "none": return {
			folder: join(temp, "spec-gate-store-unkept"),
			extraFolders: [],
			warnings: [],
			unread: void 0
		};
		case "cache": return restoreCache(context);
		case "branch": return withOwnAnswers(context, await restoreBranch(context));
		default: throw new Error(`unknown store: ${String(inputs.store)}`);
	}
}
/** Only runs on the default branch write what everybody reads; a pull request keeps its own answers in its cache. */
async function withOwnAnswers(context, shared) {
	if (context.event.onDefaultBranch) return shared;
	const own = await restoreCache(context);
	return {
		folder: own.folder,
		extraFolders: [...own.extraFolders, shared.folder],
		warnings: [...shared.warnings, ...own.warnings],
		unread: shared.unread ?? own.unread
	};
}
async function restoreCache({ inputs, event, temp }) {
	const { config } = inputs;
	const prefixes = storePrefixes(event);
	const restored = await restoreFromCache({
		prefixes,
		temp,
		config
	});
	const prefix = prefixes.save;
	if (prefix !== void 0) {
		const restoredKey = restored.keys.find((key) => key.startsWith(prefix));
		await rememberStore({
			kind: "cache",
			root: restored.root,
			prefix,
			restoredKey
		});
	}
	return restored;
}
/** What the SDK reads of the environment that nobody else may have. */
const CREDENTIALS = [
	"AWS_ACCESS_KEY_ID",
	"AWS_SECRET_ACCESS_KEY",
	"AWS_SESSION_TOKEN"
];
async function restoreObjects({ event, temp, env }, { location, restricted }) {
	const folder = join(temp, "spec-gate-store-objects");
	await mkdir(folder, { recursive: true });
	const leave = (unread) => ({
		folder,
		extraFolders: [],
		warnings: [unread],
		unread
	});
	if (restricted) return leave(`${location.url} is not read for a change from a fork`);
	const { openS3Folder } = await import("./chunks/s3-folder.js");
	const objects = openS3Folder(location, env);
	try {
		await objects.findCredentials();
		await takeSecrets(CREDENTIALS);
		await fetchSegments(objects, folder);
	} catch (error) {
		return leave(`the object store was not read: ${explainStoreRefusal(error, objects.address)}`);
	}
	if (event.onDefaultBranch) await rememberStore({
		kind: "objects",
		folder,
		location
	});
	return {
		folder,
		extraFolders: [],
		warnings: [],
		unread: void 0
	};
}
async function restoreBranch({ client, event, temp }) {
	const folder = join(temp, "spec-gate-store-branch");
	await mkdir(folder, { recursive: true });
	if (client === void 0) {
		const unread = "store: branch needs github-token";
		return {
			folder,
			extraFolders: [],
			warnings: [`${unread}; nothing is kept`],
			unread
		};
	}
	const result = await restoreFromBranch(client, folder);
	const { owner, repo } = client;
	if (event.onDefaultBranch) await rememberStore({
		kind: "branch",
		folder,
		owner,
		repo
	});
	const unread = result.status === "done" ? void 0 : `the store branch was not read: ${result.reason}`;
	return {
		folder,
		extraFolders: [],
		warnings: unread === void 0 ? [] : [unread],
		unread
	};
}
/** Opens the store and the run. Without all of its keys, or on a fork whose models take any, it answers from the store only. */
async function openActionRun(context, subject) {
	const { project, restricted } = subject;
	const names = liveProviders(project).flatMap(secretVariables);
	const address = project.config.nightly.webhook?.urlEnv;
	const secrets = await takeSecrets([...names, ...address === void 0 ? [] : [address]]);
	const missing = [...new Set(names)].filter((name) => !(name in secrets));
	const offline = whyOffline({
		restricted,
		asked: context.inputs.offline,
		needed: names.length,
		missing
	});
	const progress = createProgress({
		write: context.log,
		isTerminal: false,
		now: () => context.clock.monotonic(),
		every: repeatEvery
	});
	const { store, folders, unread } = await openStore(context, {
		location: project.config.store,
		restricted
	});
	const open = (of, kept) => openRun({
		project: of,
		store: kept,
		progress,
		signal: context.signal,
		clock: context.clock,
		env: secrets,
		...whereDefined({ offline })
	});
	const openAgain = (of) => open(of, {
		...store,
		close: () => {}
	});
	return {
		run: open(project, store),
		openAgain,
		folders,
		unread,
		secrets
	};
}
function whyOffline(known) {
	if (known.asked) return "asked";
	if (known.restricted && known.needed > 0) return "fork";
	return known.missing.length > 0 ? { missing: known.missing } : void 0;
}
/**
* Makes the folder of `output-dir`, empty where it lies in the checkout: a pull request may bring the folder along, with
* links in it that our files would be written through. To be called once, before anything is written.
* @throws UserError for a folder outside of the checkout and the job's temporary folder, for one with or within a `.git`,
* and for one that cannot be made.
*/
function openOutputFolder({ root, temp, inputs }) {
	const folder = resolve(root, inputs.outputDir);
	makeOutput(folder, inputs.outputDir);
	const real = realpathSync(folder);
	if (![root, temp].some((allowed) => isInside(realpathSync(allowed), real))) throw new UserError({
		message: `input output-dir: ${inputs.outputDir} lies outside of the checkout`,
		hint: "name a folder below it, such as spec-gate-report"
	});
	const [checkout, job] = [realpathSync(root), realpathSync(temp)];
	if (!isInside(checkout, real)) return folder;
	if (real.split(sep).includes(".git") || existsSync(join(real, ".git")) || job === real || isInside(real, job)) throw new UserError({
		message: `input output-dir: ${inputs.outputDir} is not a folder for reports alone, which is emptied first`,
		hint: "name one that nothing else is in, such as spec-gate-report"
	});
	rmSync(folder, {
		recursive: true,
		force: true
	});
	makeOutput(folder, inputs.outputDir);
	return folder;
}
/** Where a file or a broken link stands in the way, the user can mend it. */
function makeOutput(folder, name) {
	try {
		makeFolder(folder);
	} catch (error) {
		const reason = error.code ?? String(error);
		throw new UserError({ message: `input output-dir: ${name} cannot be made (${reason})` });
	}
}
function isInside(parent, path) {
	const way = relative(parent, path);
	return way !== "" && !way.startsWith("..") && !isAbsolute(way);
}
/** Never throws for what GitHub answers. */
async function replaceSuggestion(request) {
	try {
		return await settle$1(request);
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return {
			status: "refused",
			message: `the suggestion was not written: ${explainRefusal(error, "pull-requests: write")}`
		};
	}
}
async function settle$1(request) {
	const { client, pullRequest, headSha, suggestion } = request;
	const { octokit, owner, repo } = client;
	const body = suggestion === void 0 ? void 0 : `${markerOf(request)}\n${suggestion.body}`;
	const ours = await listOurs$1(request);
	const kept = ours.find((one) => body !== void 0 && one.body.trim() === body.trim());
	for (const { id } of ours.filter((one) => one !== kept)) await remove(client, id);
	if (kept !== void 0) return { status: "unchanged" };
	if (suggestion === void 0 || body === void 0) return { status: "none" };
	if ((await readPullRequest(client, pullRequest)).headSha !== headSha) return { status: "outdated" };
	const { file, start, end } = suggestion;
	await octokit.rest.pulls.createReviewComment({
		owner,
		repo,
		pull_number: pullRequest,
		commit_id: headSha,
		path: file,
		side: "RIGHT",
		line: end,
		...start === end ? {} : {
			start_line: start,
			start_side: "RIGHT"
		},
		body
	});
	return { status: "written" };
}
/** The commit is part of the marker: what was said of an older one is taken away. */
function markerOf({ key, headSha }) {
	return `${markerStart("suggestion", key)} head=${headSha} -->`;
}
async function listOurs$1(request) {
	const { octokit, owner, repo } = request.client;
	const viewer = await readViewer(request.client);
	const all = await octokit.paginate(octokit.rest.pulls.listReviewComments, {
		owner,
		repo,
		pull_number: request.pullRequest,
		per_page: 100
	});
	const start = markerStart("suggestion", request.key);
	return all.map(({ id, user, body }) => ({
		id,
		user,
		body: body.replaceAll("\r\n", "\n")
	})).filter(({ user, body }) => isViewer(user, viewer) && body.startsWith(start));
}
async function remove({ octokit, owner, repo }, id) {
	try {
		await octokit.rest.pulls.deleteReviewComment({
			owner,
			repo,
			comment_id: id
		});
	} catch (error) {
		if (statusOf(error) !== 404) throw error;
	}
}
/** Writes the annotations in their order; line ends and separators inside them are escaped. */
async function writeAnnotations(annotations) {
	const core = await import("./chunks/core2.js");
	for (const { level, title, message, file, line, endLine } of annotations) core[level](message, {
		title,
		...file !== void 0 && { file },
		...line !== void 0 && { startLine: line },
		...endLine !== void 0 && { endLine }
	});
}
const Note = strictObject({
	digest: string(),
	verdict: _enum([
		"pass",
		"fail",
		"inconclusive"
	]),
	exitCode: literal([0, 1]),
	headSha: string()
});
/** One word for a comment of HTML. */
function serializeVerdict(note, signer) {
	return Buffer.from(JSON.stringify({
		note,
		sig: signer.sign(signed(note))
	})).toString("base64");
}
/** Undefined for what is no note, or not signed by somebody who knows the secret: a comment is anybody's text. */
function parseVerdict(text, signer) {
	try {
		const { note, sig } = JSON.parse(Buffer.from(text, "base64").toString("utf8"));
		const checked = Note.safeParse(note);
		return checked.success && typeof sig === "string" && signer.hasSigned(signed(checked.data), sig) ? checked.data : void 0;
	} catch {
		return;
	}
}
/** The same secret signs answers and nights, too: each says what it is. */
function signed(note) {
	return ["verdict", note];
}
/**
* Of everything that decides a verdict: the policy with its files, and the same files at both ends of the change. Whatever
* else the commits hold makes no difference.
*/
async function digestChange(project, policy, { base, head }) {
	const sides = [];
	for (const end of [
		policy,
		base,
		head
	]) sides.push(await filesThatCount(project, end));
	return hashJson(sides).slice(0, 32);
}
async function filesThatCount({ configFile, config }, { source, paths }) {
	const named = [config.bank, ...config.models.map((model) => optionsOf(model).system)].flatMap((name) => name ?? []);
	const offline = Object.values(config.providers).flatMap((provider) => {
		if (provider.kind === "simulated") return [provider.world];
		return provider.kind === "recorded" ? [provider.file] : [];
	});
	const files = [...named, ...offline].map((name) => besideConfig(configFile, name));
	const accepted = [...paths.keys()].filter((path) => path.startsWith(`${besideConfig(configFile, ACCEPTED_FOLDER)}/`));
	const spec = await readSpecFiles(source, specPatterns(configFile, config)).catch(() => []);
	const all = [
		configFile,
		labelledFile(configFile, config),
		...files,
		...accepted,
		...spec.map(({ file }) => file)
	];
	return [...new Set(all)].sort().map((path) => [path, paths.get(path) ?? ""]);
}
/** Shows the verdict everywhere and gives the step's exit code. */
async function publish(context, gated) {
	const { reports, run, change, folder } = gated;
	const [first] = reports;
	const paths = reports.map(({ name, report, evidence }, index) => writeReports(folder, {
		report,
		evidence,
		run,
		repositoryUrl: context.event.run.repositoryUrl,
		...index === 0 ? {} : { name }
	}));
	await warnOfUnwritten(paths.flatMap(({ unwritten }) => unwritten));
	const views = reports.map(({ report }) => ({
		report,
		run,
		runUrl: context.event.run.url,
		repositoryUrl: context.event.run.repositoryUrl,
		...gateOf(context.inputs.config),
		reportPath: relative(context.root, paths[0].html)
	}));
	for (const view of views) context.log(renderTerminal(view, { width: 120 }));
	await writeSummary(views.map(renderSummary).join("\n---\n\n"), context.env);
	const all = reports.map(({ report }) => report);
	const locate = await locateOnChange(gated.ends, {
		configFile: gated.configFile,
		reports: all
	});
	await writeAnnotations(reports.length === 1 ? listAnnotations(first.report, locate) : mergeAnnotations(all, locate));
	const code = worstExitCode(reports.map(({ report }) => report), gated.onInconclusive);
	await writeOutputs({
		...outputsOf(first.report, run),
		reportPath: join(folder, "report.json")
	});
	await writeCommentId(await writeComment(context, change, {
		body: renderComment(views, gated.after?.sections),
		shortBody: `${headlineBlock(first.report, gateOf(context.inputs.config).gate)}\n[Full report in the run's summary and artifact](${context.event.run.url})\n`,
		isNews: isNews(context, reports, code),
		note: noteOf(context, gated, code)
	}));
	await writeSuggestion(context, gated);
	if (code !== EXIT.pass) await failStep(first.report);
	return code;
}
async function warnOfUnwritten(unwritten) {
	if (unwritten.length === 0) return;
	const { warning } = await import("./chunks/core2.js");
	warning(stripCommands(describeUnwritten(unwritten)), { title: "Spec Gate" });
}
/** On the lines of the pull request; one of an older commit goes. */
async function writeSuggestion({ client, inputs, log }, { change, after, mayTakeBack }) {
	const { kind, pullRequest, headSha } = change;
	const suggestion = after?.suggestion;
	if (!mayTakeBack || client === void 0 || kind !== "pull-request" || pullRequest === void 0) return;
	if (inputs.comment === "never") return;
	const result = await replaceSuggestion({
		client,
		pullRequest,
		key: inputs.config,
		headSha,
		suggestion
	});
	log(`suggestion: ${result.status}`);
	if (result.status !== "refused") return;
	const { warning } = await import("./chunks/core2.js");
	warning(result.message, { title: "Spec Gate" });
}
/** What a merge queue may take over: a verdict that nothing cut short, and that no reviewer's word stands behind. */
function noteOf({ signer, signal }, gated, exitCode) {
	const { reports, digest, change } = gated;
	const isAccepted = reports.some(({ report }) => report.verdict.resolution !== void 0);
	const isDecided = exitCode === EXIT.pass || exitCode === EXIT.fail;
	if (signer === void 0 || signal.aborted || isAccepted || !isDecided) return void 0;
	const verdict = reports[0].report.verdict.status;
	return serializeVerdict({
		digest,
		verdict,
		exitCode,
		headSha: change.headSha
	}, signer);
}
function isNews({ inputs }, reports, code) {
	if (inputs.comment === "on-failure") return code !== EXIT.pass;
	const changes = reports.some(({ report }) => report.comparison === "model" || report.changes.some(({ kind }) => kind !== "cosmetic"));
	return inputs.comment === "always" || changes || code !== EXIT.pass;
}
/** Of each level as many as one report may have; the first report's come first. */
function mergeAnnotations(reports, locate) {
	const all = reports.flatMap((report) => listAnnotations(report, locate));
	return [
		"error",
		"warning",
		"notice"
	].flatMap((level) => all.filter((one) => one.level === level).slice(0, 9));
}
function outputsOf({ verdict, endpoints: metrics, outliers, findings }, run) {
	return {
		verdict: verdict.status,
		resolution: verdict.resolution?.kind ?? "none",
		nonCompliance: metrics.nonCompliance?.head,
		disagreement: metrics.disagreement?.head,
		interpretation: metrics.interpretation?.head,
		newOutliers: outliers.filter(({ status }) => status === "new").length,
		findingsCount: verdict.reasons.length + findings.length,
		calls: run.calls.made,
		costUsd: run.usd === "unknown" ? void 0 : run.usd
	};
}
/** Ends the run where the verdict is known; undefined where it has to be judged. */
async function reuseVerdict(context, change, digest) {
	const note = await findVerdict(context, change);
	if (note?.digest !== digest) return void 0;
	const { verdict, exitCode, headSha } = note;
	const from = `pull request #${change.pullRequest} at commit ${headSha.slice(0, 7)}`;
	const says = `${verdict}, as for ${from}: policy, spec, bank and models are the same here, so nobody was asked again`;
	context.log(`${verdict}, reused: ${from}, digest ${digest}`);
	await writeSummary(`### ${exitCode === EXIT.pass ? "✅" : "❌"} ${gateTitle(gateOf(context.inputs.config).gate)}: ${says}\n\nDigest \`${digest}\`.\n`, context.env);
	await writeOutputs({
		verdict,
		calls: 0,
		costUsd: 0
	});
	if (exitCode !== EXIT.pass) {
		const { setFailed } = await import("./chunks/core2.js");
		setFailed(`Spec Gate: ${says}`);
	}
	return exitCode;
}
async function findVerdict({ client, signer, inputs }, { kind, pullRequest }) {
	if (kind !== "merge-group" || client === void 0 || signer === void 0 || pullRequest === void 0) return void 0;
	try {
		const note = await findNote({
			client,
			pullRequest,
			key: inputs.config
		});
		return note === void 0 ? void 0 : parseVerdict(note, signer);
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return;
	}
}
/** `afterCheck` is another wing's part in it. */
async function gateChange(context, afterCheck) {
	const change = await readChangeEvent(context);
	const branchedOff = await fetchChange(context, change);
	const tip = await openEnd(context.root, change.baseSha);
	const ends = await openChange(context.root, {
		base: branchedOff,
		head: change.headSha
	});
	const policy = await openPolicy(context, change, tip);
	if (policy === void 0) return describeBootstrap(context, ends, change);
	const project = await loadBaseProject(policy, context);
	const prepared = await prepareChange(ends, project, change.names);
	if (!prepared.isTouched) return reportUntouched(context, change);
	const digest = await digestChange(project, policy, ends);
	return await reuseVerdict(context, change, digest) ?? judge(context, {
		change,
		ends,
		prepared,
		digest,
		afterCheck
	});
}
async function judge(context, subject) {
	const { change, ends, prepared, digest, afterCheck } = subject;
	const { project, checks, grounds, notes } = prepared;
	const folder = openOutputFolder(context);
	const acceptances = await loadAcceptances(ends, project.configFile);
	const { run, openAgain } = await openActionRun(context, {
		project,
		restricted: change.restricted
	});
	const categories = await readValueCategories(context.packageRoot);
	let after;
	const whileOpen = async (judged) => {
		const about = {
			context,
			change,
			ends,
			project,
			prepared: checks.spec,
			reports: judged,
			openAgain,
			folder
		};
		after = await afterCheck(about);
	};
	const { reports, record } = await judgeChange(checks, {
		project,
		run,
		folder,
		whileOpen
	}, {
		grounds,
		notes,
		categories
	});
	const acceptance = {
		acceptances,
		today: new Date(context.clock.now()).toISOString().slice(0, 10),
		approval: () => askApproval(context, change, project.config.approvers)
	};
	const resolved = [];
	for (const named of reports) resolved.push({
		...named,
		report: await resolveAcceptance(named.report, acceptance)
	});
	const [first, ...others] = rankReports(resolved);
	if (first === void 0) throw new Error("a touched change without a comparison");
	const { onInconclusive } = project.config;
	return publish(context, {
		change,
		ends,
		configFile: project.configFile,
		digest,
		folder,
		reports: [first, ...others],
		run: record,
		onInconclusive,
		...whereDefined({ after }),
		mayTakeBack: project.config.repair === "suggest"
	});
}
/** Green in seconds; a comment only where an earlier push had one, which would now be wrong. */
async function reportUntouched(context, change) {
	const reason = "this change touches neither the spec, the models, the bank nor the policy";
	const text = `### ${gateTitle(gateOf(context.inputs.config).gate)}: nothing to test\n\nNothing was asked: ${reason} (commit \`${change.headSha.slice(0, 7)}\`).\n`;
	context.log(`nothing to test: ${reason}`);
	await writeSummary(text, context.env);
	await writeOutputs({
		verdict: "none",
		calls: 0
	});
	await writeCommentId(await writeComment(context, change, {
		body: text,
		shortBody: text,
		isNews: context.inputs.comment === "always"
	}));
	return EXIT.pass;
}
/**
* Ends well also where the budget stops it: what is filled is a gain, and the next run goes on.
* @throws UserError off the default branch, where nobody would read what was paid for.
*/
async function seedStore(context) {
	const { event, root, inputs } = context;
	if (!event.onDefaultBranch) throw new UserError({ message: "mode seed fills the store of the default branch, and this run is not on it" });
	const end = await openEnd(root, event.headSha);
	const project = await loadBaseProject(end, context);
	const spec = await loadSpec(end.source, {
		configFile: inputs.config,
		config: project.config
	});
	const { run } = await openActionRun(context, {
		project,
		restricted: false
	});
	const edited = project.config.seeding.clauses === "all" ? void 0 : await findEditedClauses({
		repo: root,
		sha: event.headSha,
		project,
		spec
	});
	const result = await runSeed(project, run, {
		spec,
		edited
	});
	const { calls, usd } = run.close();
	const text = renderSeed(result);
	context.log(text);
	await writeSummary(`### Spec Gate: base draws\n${fencedBlock(text)}`, context.env);
	await writeOutputs({
		verdict: "none",
		calls: calls.made,
		costUsd: usd === "unknown" ? void 0 : usd
	});
	return EXIT.pass;
}
/** Pages of a hundred that are searched for an issue whose label somebody took off. */
const MOST_PAGES = 10;
/** Our issues, open and closed, oldest first. Never throws for what GitHub answers. */
async function readIssues(key) {
	try {
		return {
			status: "read",
			issues: await listOurs(key)
		};
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return {
			status: "refused",
			message: `the issues cannot be read: ${explainRefusal(error, "issues: write")}`
		};
	}
}
/** Brings the issue into the state asked for. Never throws for what GitHub answers. */
async function syncIssue(request) {
	try {
		return await settle(request);
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return {
			status: "refused",
			message: `the issue was not written: ${explainRefusal(error, "issues: write")}`
		};
	}
}
async function settle(request) {
	const { client } = request;
	const all = await listOurs(request);
	const [kept, ...duplicates] = all.filter(({ state }) => state === "open");
	for (const { number } of duplicates) await update(client, number, {
		state: "closed",
		state_reason: "not_planned"
	});
	if (request.state === "open") return kept === void 0 ? raise(request, all.at(-1)) : refresh(request, kept);
	if (kept !== void 0) {
		const { number, title } = kept;
		await comment(client, number, request.body);
		await update(client, number, {
			state: "closed",
			state_reason: "completed"
		});
		await edit(request, kept, {
			title,
			about: [],
			body: kept.body
		});
		return {
			status: "closed",
			number
		};
	}
	return keepNote(request, all.at(-1));
}
async function refresh(request, kept) {
	const { number } = kept;
	const { title, body, about } = request;
	return {
		status: await edit(request, kept, {
			title,
			body,
			about: about.map(nameHash)
		}) ? "updated" : "unchanged",
		number
	};
}
/** Nothing is open: somebody closed the issue and means it, or there is news. */
async function raise(request, newest) {
	const { client, about, title, body } = request;
	if (newest === void 0 || newest.about.length === 0) return {
		status: "opened",
		number: await create(request, {
			title,
			body,
			about: about.map(nameHash)
		})
	};
	const { number } = newest;
	if (about.every((name) => newest.about.includes(nameHash(name)))) return {
		status: "left-closed",
		number
	};
	await edit(request, newest, {
		title,
		body,
		about: about.map(nameHash)
	});
	await update(client, number, {
		state: "open",
		state_reason: "reopened"
	});
	await comment(client, number, `Opened again: ${title}`);
	return {
		status: "reopened",
		number
	};
}
async function keepNote(request, newest) {
	const { client, note } = request;
	if (note === void 0) return { status: "none" };
	if (newest === void 0) {
		const number = await create(request, {
			title: note.title,
			body: note.body,
			about: []
		});
		await update(client, number, {
			state: "closed",
			state_reason: "completed"
		});
		return {
			status: "noted",
			number
		};
	}
	const { number, title, body, about } = newest;
	return await edit(request, newest, {
		title,
		body,
		about
	}) ? {
		status: "noted",
		number
	} : { status: "none" };
}
async function create(request, { title, body, about }) {
	const { octokit, owner, repo } = request.client;
	const text = withMarkers(request.key, {
		body,
		about,
		note: request.note?.line
	});
	try {
		const { data } = await octokit.rest.issues.create({
			owner,
			repo,
			title,
			body: text,
			labels: [request.label]
		});
		return data.number;
	} catch (error) {
		if (statusOf(error) !== 422) throw error;
		const { data } = await octokit.rest.issues.create({
			owner,
			repo,
			title,
			body: text
		});
		return data.number;
	}
}
/** Whether there was anything to write. */
async function edit(request, kept, { title, body, about }) {
	const text = (of) => withMarkers(request.key, of).trim();
	const next = text({
		body,
		about,
		note: request.note?.line ?? kept.note
	});
	if (kept.title === title && text(kept) === next) return false;
	await update(request.client, kept.number, {
		title,
		body: next
	});
	return true;
}
async function update({ octokit, owner, repo }, issue_number, fields) {
	await octokit.rest.issues.update({
		owner,
		repo,
		issue_number,
		...fields
	});
}
async function comment({ octokit, owner, repo }, issue_number, body) {
	await octokit.rest.issues.createComment({
		owner,
		repo,
		issue_number,
		body
	});
}
function withMarkers(key, { body, about, note }) {
	return [
		`${markerStart("issue", key)} -->`,
		...about.length === 0 ? [] : [`<!-- about ${[...about].sort().join(" ")} -->`],
		...note === void 0 ? [] : [`<!-- note ${note} -->`],
		body
	].join("\n");
}
function parseMarked(text, key) {
	const lines = text.replaceAll("\r\n", "\n").split("\n");
	if (lines.shift() !== `${markerStart("issue", key)} -->`) return void 0;
	const about = /^<!-- about ([0-9a-f ]+) -->$/.exec(lines[0] ?? "")?.[1];
	if (about !== void 0) lines.shift();
	const note = /^<!-- note (\S+) -->$/.exec(lines[0] ?? "")?.[1];
	if (note !== void 0) lines.shift();
	return {
		about: about?.split(" ") ?? [],
		note,
		body: lines.join("\n")
	};
}
/** Names hold what models call themselves, which has no place inside of a hidden line. */
function nameHash(name) {
	return sha256(name).slice(0, 12);
}
/**
* Issues with our marker on the first line and ourselves as author. Asked for by label, and by author for those that lost
* it; a server that does not know a filter answers with more, never with less.
*/
async function listOurs({ client, key, label }) {
	const viewer = await readViewer(client);
	const found = /* @__PURE__ */ new Map();
	for (const filter of [{ labels: label }, { creator: viewer }]) for (const issue of await list(client, filter)) {
		const parsed = issue.pull_request === void 0 && isViewer(issue.user, viewer) ? parseMarked(issue.body ?? "", key) : void 0;
		if (parsed === void 0) continue;
		const { number, title } = issue;
		found.set(number, {
			number,
			title,
			state: issue.state === "open" ? "open" : "closed",
			...parsed
		});
	}
	return [...found.values()].sort((a, b) => a.number - b.number);
}
/** The newest of all states that fit. */
async function list({ octokit, owner, repo }, filter) {
	const query = {
		owner,
		repo,
		state: "all",
		sort: "created",
		direction: "desc",
		per_page: 100
	};
	let pages = 0;
	try {
		return await octokit.paginate(octokit.rest.issues.listForRepo, {
			...query,
			...filter
		}, ({ data }, done) => {
			pages += 1;
			if (pages === MOST_PAGES) done();
			return data;
		});
	} catch (error) {
		if (statusOf(error) !== 422 || !("creator" in filter)) throw error;
		return [];
	}
}
/** Later than every night. */
const LAST_DAY = "9999-12-31";
/** The label of the one issue. */
const LABEL = "spec-gate";
/** @throws UserError off the default branch, where the history does not lie. */
async function watchNight(context) {
	const { event, root, inputs, clock, signer } = context;
	if (inputs.store === "none") throw new UserError({
		message: "input store: none keeps no history, so every night would be the first",
		hint: "use store: branch"
	});
	if (!event.onDefaultBranch) throw new UserError({ message: "mode nightly watches the default branch, and this run is not on it" });
	const end = await openEnd(root, event.headSha);
	const project = await loadBaseProject(end, context);
	const spec = await loadSpec(end.source, {
		configFile: inputs.config,
		config: project.config
	});
	const output = openOutputFolder(context);
	const { run, folders, unread, secrets } = await openActionRun(context, {
		project,
		restricted: false
	});
	const now = new Date(clock.now());
	const date = now.toISOString().slice(0, 10);
	const earlier = unread === void 0 ? await findEarlierAnchor(context) : {
		kind: "unknown",
		why: unread
	};
	const acceptAnchor = event.kind === "workflow_dispatch" ? event.acceptAnchor : void 0;
	const { warning } = await import("./chunks/core2.js");
	const warn = (text) => warning(text, { title: "Spec Gate: store" });
	const { result, history, record } = await holdNight({
		project,
		run
	}, {
		folders,
		signer,
		output,
		remark: context.log,
		warn
	}, {
		spec,
		date,
		now,
		earlier,
		...whereDefined({ acceptAnchor })
	});
	const { report } = result;
	context.log(renderNightText(report, {
		paint: NO_PAINT,
		width: 120
	}));
	await writeSummary(renderNightMarkdown(report), context.env);
	const anchor = findAnchoredNights(history, {
		subject: hashSubject(project, spec),
		date: LAST_DAY
	})?.anchor;
	await tell(context, {
		project,
		result,
		secrets,
		anchor
	});
	const code = nightExitCode(report);
	const verdict = code === EXIT.pass ? "pass" : code === EXIT.fail ? "fail" : "inconclusive";
	const { calls, usd } = record;
	await writeOutputs({
		verdict,
		calls: calls.made,
		costUsd: usd === "unknown" ? void 0 : usd
	});
	if (code !== EXIT.pass) await failNight(report);
	return code;
}
/** The issue and the webhook. What they do not take is a warning: the night is what it is. */
async function tell({ client, inputs, signer, log }, night) {
	const { warning } = await import("./chunks/core2.js");
	const { project, result, secrets, anchor } = night;
	if (result.issue !== void 0 && client !== void 0) {
		const note = anchor === void 0 ? void 0 : noteAnchor(anchor);
		const kept = note === void 0 ? {} : { note: {
			line: serializeNote(note, signer),
			...writeNoteIssue(note)
		} };
		const synced = await syncIssue({
			client,
			key: inputs.config,
			label: LABEL,
			...result.issue,
			...kept
		});
		if (synced.status === "refused") warning(synced.message, { title: "Spec Gate" });
		else if (synced.status !== "none") log(`issue #${synced.number}: ${synced.status}`);
	}
	const problem = await tellWebhook(result.report, project, secrets);
	if (problem !== void 0) warning(problem, { title: "Spec Gate" });
}
/** By our issues, which outlive every cache: a history that is not there may have been lost, and is not that of a first night. */
async function findEarlierAnchor({ client, inputs, signer }) {
	if (client === void 0) return {
		kind: "unknown",
		why: "without github-token no issue can be read"
	};
	const found = await readIssues({
		client,
		key: inputs.config,
		label: LABEL
	});
	if (found.status === "refused") return {
		kind: "unknown",
		why: found.message
	};
	const note = found.issues.flatMap(({ note }) => note === void 0 ? [] : [parseNote(note, signer)]).findLast((one) => one !== void 0);
	if (note !== void 0) return {
		kind: "noted",
		note
	};
	const newest = found.issues.at(-1);
	return newest === void 0 ? { kind: "none" } : {
		kind: "trace",
		where: `issue #${newest.number} tells of earlier nights`
	};
}
async function failNight(report) {
	const { setFailed } = await import("./chunks/core2.js");
	setFailed(`Spec Gate, night of ${report.date}: ${nightHeadline(report, (name) => visibleLine(name, 120))}`);
}
/** Loaded where the policy asks for it alone: most checks suggest nothing. */
const suggestRepair = async (checked) => checked.project.config.repair === "suggest" ? (await import("./chunks/suggest-repair.js")).suggestRepair(checked) : void 0;
const MODES = {
	check: (context) => gateChange(context, suggestRepair),
	seed: seedStore,
	nightly: watchNight
};
/** @throws UserError for a mode that would let a change pass without being judged. */
async function runAction(context) {
	const { event, inputs } = context;
	if ((event.kind === "pull_request" || event.kind === "merge_group") && inputs.mode !== "check") throw new UserError({
		message: `input mode: ${inputs.mode} judges nothing, and a ${event.kind} run is there to judge`,
		hint: "leave mode out, or use check"
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
	await retractVerdict(process.env, {
		error,
		started,
		config
	});
}
await writeExitCode(code);
process.exitCode = code;
export {};
