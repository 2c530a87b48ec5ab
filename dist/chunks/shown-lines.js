import { At as require_dist } from "./bank-ask-check.js";
import { m as listRenames, p as diffBlobs } from "./check.js";
import { r as readSpecFiles } from "./diff-bank-ask-check.js";
var import_dist = require_dist();
/** For a text that `parseConfig` accepts. */
function createConfigLines(text) {
	const counter = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, { lineCounter: counter });
	const lineOf = (node) => {
		const range = node?.range;
		return range ? counter.linePos(range[0]).line : void 0;
	};
	const ofOption = (name) => {
		let found;
		let inside = document.contents;
		for (const part of name.split(".")) {
			if (!(0, import_dist.isMap)(inside)) break;
			const pair = inside.items.find(({ key }) => (0, import_dist.isScalar)(key) && key.value === part);
			if (pair === void 0) break;
			found = pair.key;
			inside = pair.value;
		}
		return lineOf(found);
	};
	const ofModel = (id) => {
		const models = document.get("models", true);
		const entry = (0, import_dist.isSeq)(models) ? models.items.find((item) => (0, import_dist.isMap)(item) ? item.get("id") === id : (0, import_dist.isScalar)(item) && item.value === id) : void 0;
		return lineOf(entry);
	};
	return {
		ofModel,
		ofOption
	};
}
/** Unchanged lines that GitHub shows on either side of changed ones. */
const CONTEXT = 3;
/**
* Moves findings to lines that the change touched: within the clause, else nearest to it. What is about models or options
* is shown where the config names them.
*/
async function locateOnChange(ends, { configFile, reports }) {
	const config = await readConfigLines(ends, configFile);
	const files = /* @__PURE__ */ new Set([configFile, ...reports.flatMap((report) => findingFiles(report))]);
	const hunks = /* @__PURE__ */ new Map();
	for (const file of files) hunks.set(file, await hunksOf(ends, file));
	return (finding, report) => {
		const line = finding.place === void 0 && config !== void 0 ? lineInConfig(finding, report, config) : void 0;
		const place = finding.place ?? (line === void 0 ? void 0 : {
			file: configFile,
			line
		});
		if (place === void 0) return void 0;
		return moveTo(hunks.get(place.file) ?? [], place, isOnlyInBase(finding, report) ? "base" : "head");
	};
}
function findingFiles({ verdict, findings, notes }) {
	return [
		...verdict.reasons,
		...findings,
		...notes
	].flatMap(({ place }) => place === void 0 ? [] : [place.file]);
}
async function readConfigLines({ head }, configFile) {
	if (!head.paths.has(configFile)) return void 0;
	const [file] = await readSpecFiles(head.source, [configFile]);
	return file === void 0 ? void 0 : createConfigLines(file.text);
}
function lineInConfig({ args }, { comparison, modelChanges }, config) {
	const { option, model } = args;
	if (typeof option === "string") return config.ofOption(option);
	if (typeof model === "string" && config.ofModel(model) !== void 0) return config.ofModel(model);
	if (comparison !== "model") return void 0;
	return (modelChanges ?? []).flatMap((change) => config.ofModel(change.model) ?? [])[0];
}
/** Whether lines of the head stand in the pull request's diff, changed or among the unchanged ones that are shown around. */
async function isShownOnChange(ends, { file, start, end }) {
	return (await hunksOf(ends, file)).some(({ head }) => start >= head.start - CONTEXT && end <= lastOf(head) + CONTEXT);
}
/** The lines of a clause that is gone are those of its old text. */
function isOnlyInBase({ clause, place }, { changes }) {
	return place !== void 0 && changes.some(({ id, kind }) => id === clause && kind === "removed");
}
/** No hunks for a file that is new: all of its lines are shown. */
async function hunksOf(ends, file) {
	const { repo, base, head } = ends;
	const now = head.paths.get(file);
	const before = base.paths.get(file) ?? base.paths.get(await oldNameOf(ends, file) ?? "");
	return now === void 0 || before === void 0 || now === before ? [] : diffBlobs(repo, {
		base: before,
		head: now
	});
}
async function oldNameOf({ repo, base, head }, file) {
	if ([...base.paths.keys()].every((path) => head.paths.has(path))) return void 0;
	return [...await listRenames(repo, {
		from: base.sha,
		to: head.sha
	})].find(([, now]) => now === file)?.[0];
}
/** What is shown of a place: it ends on a line of one hunk, since a range that leaves what is shown is hidden. */
function moveTo(hunks, place, side) {
	const [start, end] = [place.line, place.endLine ?? place.line];
	const distance = ({ [side]: at }) => Math.max(0, at.start - end, lastOf(at) - start < 0 ? start - lastOf(at) : 0);
	const [nearest] = [...hunks].sort((a, b) => distance(a) - distance(b));
	if (nearest === void 0) return place;
	const { head } = nearest;
	if (head.count === 0) return {
		file: place.file,
		line: Math.max(1, head.start),
		endLine: Math.max(1, head.start)
	};
	const isWithin = side === "head" && distance(nearest) === 0;
	const first = start >= head.start - CONTEXT ? start : head.start;
	const line = isWithin ? first : head.start;
	return {
		file: place.file,
		line,
		endLine: isWithin ? Math.min(end, lastOf(head)) : line
	};
}
function lastOf({ start, count }) {
	return Math.max(start, start + count - 1);
}
export { locateOnChange as n, isShownOnChange as t };
