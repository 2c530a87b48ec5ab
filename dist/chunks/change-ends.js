import { a as listTree } from "./git.js";
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
export { openEnd as n, openChange as t };
