import { n as renderDiff } from "./diff-text.js";
import { t as diffSpec } from "./diff.js";
import { t as UserError } from "./errors.js";
import { t as EXIT } from "./exit-code.js";
import { n as createPaint } from "./paint.js";
import { n as loadSpecStream, t as loadSpecFile } from "./spec-file.js";
import { relative, resolve } from "node:path";
import { createReadStream, existsSync, statSync } from "node:fs";
/**
* `{base: {clauses}, head: {clauses}, changes: [{kind, id, baseId?, edited?, moved?, attributes?, path?, file, lines}]}`. Flags
* stand only where they are true; `file` and `lines` are the head's, or the base's of a removed clause.
*/
function diffToJson({ base, head, changes }) {
	return {
		base: { clauses: base.clauses.length },
		head: { clauses: head.clauses.length },
		changes: changes.map(changeToJson)
	};
}
function changeToJson(change) {
	const place = change.head ?? change.base;
	return {
		kind: change.kind,
		id: change.id,
		baseId: change.baseId,
		edited: change.edited || void 0,
		moved: change.moved || void 0,
		attributes: change.attributes.length === 0 ? void 0 : change.attributes.map(attributeToJson),
		path: change.path === void 0 ? void 0 : { ...change.path },
		file: place?.file,
		lines: place === void 0 ? void 0 : {
			start: place.lines.start,
			end: place.lines.end
		}
	};
}
function attributeToJson({ name, base, head }) {
	return {
		name,
		base,
		head
	};
}
async function runDiffCommand(sides, options, context) {
	if (sides.base === "-" && sides.head === "-") throw new UserError({ message: "only one side can be the standard input" });
	const [base, head] = await Promise.all([readSide(sides.base, options, context), readSide(sides.head, options, context)]);
	const view = {
		base,
		head,
		changes: diffSpec(base, head)
	};
	context.print(options.json === true ? `${JSON.stringify(diffToJson(view), null, 2)}\n` : renderDiff(view, createPaint(context.output.colour)));
	return EXIT.pass;
}
/** A file's or pipe's own text (`-` is the standard input), or the spec that the config names at a git ref. */
async function readSide(name, options, context) {
	const path = resolve(context.cwd, name);
	const clauses = options.clauses ?? "headings";
	if (name === "-") return loadSpecStream("(standard input)", createReadStream("", {
		fd: 0,
		autoClose: false
	}), clauses);
	const stats = existsSync(path) ? statSync(path) : void 0;
	if (stats?.isFile()) return loadSpecFile(relative(context.cwd, path) || path, {
		cwd: context.cwd,
		clauses
	});
	if (stats?.isFIFO() || stats?.isCharacterDevice()) return loadSpecStream(name, createReadStream(path), clauses);
	const { loadSpecAtRef } = await import("./spec-at-ref.js");
	return loadSpecAtRef(name, {
		cwd: context.cwd,
		...options
	});
}
export { runDiffCommand };
