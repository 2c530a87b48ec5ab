import { v as UserError } from "./commands-action-merge-compare-diff-ref-accept-report-bank-ask-check.js";
import { t as nearestName } from "./compare-diff-ref-report-bank-ask-check.js";
import { n as createRecentAsync } from "./merge-diff-ref-report-bank-ask-check.js";
import { h as tryObject, m as parseParents } from "./diff-ref-bank-ask-check.js";
import { f as tryGit, i as checkOid, l as runGit, p as GitError, s as isObjectId } from "./action-diff-ref-bank-ask-check.js";
/**
* The best common ancestors of two commits, as far as the history is here; none where they are unrelated. Two branches that were
* merged into each other have several, and then no single one of them says what a merge would change.
*/
async function mergeBases(repo, one, other) {
	const commit = await tryObject(repo, {
		oid: other,
		peel: "commit"
	});
	if (commit !== void 0 && parseParents(commit).includes(one)) return [one];
	return (await tryGit(repo, [
		"merge-base",
		"--all",
		"--end-of-options",
		checkOid(one),
		checkOid(other)
	]) ?? "").split("\n").filter((line) => line !== "");
}
/** Whether the history here ends somewhere: what lies beyond, and joins there, is not seen. */
async function isShallow(repo) {
	return await tryGit(repo, ["rev-parse", "--is-shallow-repository"]) === "true";
}
/** A change whose start nobody can name. `base` as people call it. */
function severalMergeBases(base) {
	return new UserError({
		message: `where this change starts cannot be told: it and ${base} were merged into each other, so that several commits are the last that both have`,
		hint: `merge ${base} into the branch once more: then all that it has of ${base} is one commit`
	});
}
/** What an object id stands for never changes, and a check asks for the same few commits again and again. */
const recentCommits = createRecentAsync({
	max: 64,
	keeps: (oid) => oid !== void 0
});
/**
* The commit a name stands for (branch, tag, id, `HEAD~1`).
* @throws UserError where there is none, and where it is the name of several: git takes a tag before a branch, so whoever may
* push a tag could say what `main` is.
*/
async function resolveRef(repo, ref) {
	const [oid, named] = await Promise.all([findCommit(repo, ref), listNamed(repo, ref)]);
	if (named.length > 1) throw new UserError({
		message: `"${ref}" is the name of several: ${named.join(", ")}`,
		hint: "write the one you mean in full"
	});
	if (oid !== void 0) return oid;
	const remote = ref.startsWith("-") ? void 0 : await findCommit(repo, `refs/remotes/origin/${ref}`);
	if (remote === void 0 && await findCommit(repo, "HEAD") === void 0) throw new UserError({
		message: `git knows no commit "${ref}": nothing is committed here yet`,
		hint: "commit the spec and spec-gate.yml first, then edit the spec on a branch"
	});
	const branches = await listBranches(repo);
	const near = remote === void 0 ? nearestName(ref, branches) : `origin/${ref}`;
	throw new UserError({
		message: `git knows no commit "${ref}"`,
		hint: near === void 0 ? await sayHowToFetch(repo, branches) : `did you mean ${near}?`
	});
}
/**
* Tags and branches that a short name may mean, in full; where it is none, or stands in full, there is nothing to tell apart. A
* branch that only the remote has is meant beside a tag, too: a checkout of a CI service has no other.
*/
async function listNamed(repo, ref) {
	const [name = ""] = ref.split(/[~^:]|@\{/, 1);
	if (name === "HEAD" || name.startsWith("-") || /^refs\/(?:heads|remotes|tags)\//.test(name) || isObjectId(name)) return [];
	const own = [
		"refs",
		"refs/tags",
		"refs/heads",
		"refs/remotes"
	].map((place) => `${place}/${name}`);
	const onRemote = `refs/remotes/origin/${name}`;
	const there = (await tryGit(repo, [
		"for-each-ref",
		"--format=%(refname)",
		...own,
		onRemote
	]) ?? "").split("\n");
	const found = there.filter((place) => own.includes(place));
	return found.join() === `refs/tags/${name}` && there.includes(onRemote) ? [onRemote, ...found] : found;
}
/** Branches that are named. */
const FEW = 5;
/** CI services clone the newest commits of one branch; elsewhere a default branch may be called otherwise. */
async function sayHowToFetch(repo, branches) {
	if (await tryGit(repo, ["rev-parse", "--is-shallow-repository"]) === "true") return "this clone has the newest commits only: git fetch --unshallow brings the others (in Actions: fetch-depth: 0, in GitLab: GIT_DEPTH: 0, elsewhere see docs/other-ci.md), git fetch origin <branch>:<branch> a branch";
	return `fetch it first (in Actions: fetch-depth: 0, or git fetch origin <ref>)${branches.length === 0 || branches.length > FEW ? "" : `; the branches here are ${branches.join(", ")}`}`;
}
async function listBranches(repo) {
	const output = await tryGit(repo, [
		"for-each-ref",
		"--format=%(refname:short)",
		"refs/heads"
	]);
	return output === void 0 ? [] : output.split("\n").filter((line) => line !== "");
}
/** The last commits that touched these files, the newest first, as far as the history is here. */
async function listCommits(repo, from, { paths, most }) {
	return (await runGit(repo, [
		"log",
		"--format=%H",
		"--first-parent",
		`--max-count=${most}`,
		checkOid(from),
		"--",
		...paths
	])).toString("utf8").split("\n").filter((line) => line !== "");
}
/**
* Makes sure a commit is here: fetches it from `origin` by its id, without history where the clone is shallow anyway.
* @throws UserError where the remote does not give it.
*/
async function fetchMissing(repo, sha, credentials) {
	if (await findCommit(repo, checkOid(sha)) !== void 0) return;
	const options = [
		"--no-tags",
		"--no-recurse-submodules",
		"--no-write-fetch-head",
		"--quiet",
		...await isShallow(repo) ? ["--depth=1"] : []
	];
	try {
		await runGit(repo, [
			"fetch",
			...options,
			"--end-of-options",
			"origin",
			sha
		], { env: asSettings(credentials) });
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		throw new UserError({
			message: `commit ${sha} is not here and could not be fetched from origin: ${error.stderr.trim()}`,
			hint: "let the checkout fetch it (actions/checkout: fetch-depth: 0)"
		});
	}
}
async function findCommit(repo, ref) {
	if (!isObjectId(ref)) return tryGit(repo, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${ref}^{commit}`
	]);
	return recentCommits(`${repo}\n${ref}`, async () => (await tryObject(repo, {
		oid: ref,
		peel: "commit"
	}))?.oid);
}
/** The token as git reads it from its environment: never in an argument, never for another server. */
function asSettings(credentials) {
	if (credentials === void 0) return {};
	const basic = Buffer.from(`x-access-token:${credentials.token}`).toString("base64");
	return {
		GIT_CONFIG_COUNT: "1",
		GIT_CONFIG_KEY_0: `http.${credentials.server}/.extraHeader`,
		GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`
	};
}
export { mergeBases as a, isShallow as i, listCommits as n, severalMergeBases as o, resolveRef as r, fetchMissing as t };
