import { t as whereDefined } from "./where-defined.js";
import { t as UserError } from "./errors.js";
import { b as string, c as boolean, h as object, u as int } from "./schemas.js";
import { readFile } from "node:fs/promises";
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
export { readEvent as t };
