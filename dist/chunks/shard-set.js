import { n as hashJson } from "./canonical-json.js";
/** A name of what is split: the same for the same ids in whatever order. */
function nameSplit(ids) {
	return hashJson([...ids].sort()).slice(0, 16);
}
/** One set for each work and each way it was split, by name; the order of the parts given makes no difference. */
function collectShards(found) {
	return [...groupBy(found, ({ work, subject, of }) => [
		work,
		subject,
		of
	].join("\n"))].sort(([one], [other]) => one < other ? -1 : 1).map(([, parts]) => collectOne(parts));
}
function collectOne(found) {
	const { work, of } = found[0];
	const byNumber = groupBy(found, ({ number }) => number);
	const parts = [...byNumber].sort(([one], [other]) => one - other).map(([number, notes]) => ({
		number,
		folders: [...new Set(notes.map(({ folder }) => folder))].sort(),
		finished: notes.some(({ finished }) => finished)
	}));
	return {
		work,
		of,
		parts,
		lost: Array.from({ length: of }, (_, index) => index + 1).filter((number) => !byNumber.has(number)),
		doubled: parts.filter(({ folders }) => folders.length > 1).map(({ number }) => number),
		unfinished: parts.filter(({ finished }) => !finished).map(({ number }) => number)
	};
}
function groupBy(found, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const part of found) groups.set(keyOf(part), [...groups.get(keyOf(part)) ?? [], part]);
	return groups;
}
export { nameSplit as n, collectShards as t };
