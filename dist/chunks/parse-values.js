import { o as __toESM } from "./rolldown-runtime.js";
import { t as UserError } from "./errors.js";
import { S as union, _ as record, b as string, s as array, y as strictObject } from "./schemas.js";
import { a as readCsv } from "./open-table.js";
import { t as foldName } from "./value.js";
const text = string().trim().min(1, "is empty");
const Taxonomy = strictObject({ categories: array(strictObject({
	name: text,
	group: text.optional(),
	values: union([array(text), record(string(), text.nullable())], { error: "expected a list of names, or a map from each name to one line that says what it means" })
})).min(1) });
/** @throws UserError with every problem and its file:line:column. */
async function readTaxonomy(source) {
	const { LineCounter: Counter, parseDocument } = await import("./dist2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const lineCounter = new Counter();
	const document = parseDocument(source.text, { lineCounter });
	const located = {
		file: source.file,
		document,
		lineCounter
	};
	if (document.errors.length > 0) throw new UserError(document.errors.map(({ message, pos }) => ({
		message: message.split(" at line")[0],
		place: placeAt(located, pos[0])
	})));
	const parsed = Taxonomy.safeParse(document.toJS());
	if (!parsed.success) throw new UserError(parsed.error.issues.map(({ path, message }) => ({
		message: `${path.join(".") || "values"}: ${message}`,
		hint: "Expected `categories: [{name, values}]`.",
		place: placeOf(located, path)
	})));
	return parsed.data.categories.flatMap(({ name: category, values }, index) => {
		const path = [
			"categories",
			index,
			"values"
		];
		if (Array.isArray(values)) return values.map((name, at) => ({
			name,
			category,
			place: placeOf(located, [...path, at])
		}));
		return Object.entries(values).map(([name, description]) => ({
			name: name.trim(),
			category,
			...description !== null && { description },
			place: placeOf(located, [...path, name])
		}));
	});
}
/** Where the nearest existing node at or above a path starts. */
function placeOf(located, path) {
	for (let length = path.length; length > 0; length -= 1) {
		const range = located.document.getIn(path.slice(0, length), true)?.range;
		if (range?.[0] !== void 0) return placeAt(located, range[0]);
	}
	return placeAt(located, 0);
}
function placeAt({ file, lineCounter }, offset) {
	const { line, col } = lineCounter.linePos(offset);
	return {
		file,
		line,
		column: col
	};
}
/** A longer name is a sentence, and most likely a wrong column. */
const LONGEST_NAME = 120;
/**
* Reads a values file by its ending: `.yml`, `.yaml` and `.json` as `categories: [{name, values}]` (values a map from name
* to description, or a list of names), `.csv` with the columns `value` and, if wanted, `category` and `description`,
* anything else as one name a line (blank lines and lines that begin with `#` are skipped).
* @throws UserError with every problem and its line; fewer than two values are one.
*/
async function parseValues(source) {
	const values = await readValues({
		...source,
		text: source.text.replace(/^\uFEFF/, "")
	});
	const problems = findProblems(values);
	if (values.length < 2) problems.push({
		message: "a pair needs at least two values",
		place: { file: source.file }
	});
	if (problems.length > 0) throw new UserError(problems);
	return values.map(({ place: _place, ...value }) => value);
}
function readValues(source) {
	if (/\.(ya?ml|json)$/i.test(source.file)) return readTaxonomy(source);
	if (/\.csv$/i.test(source.file)) return readTable(source);
	return Promise.resolve(readList(source));
}
function readList({ file, text }) {
	return text.split("\n").flatMap((raw, index) => {
		const name = raw.trim();
		return name === "" || name.startsWith("#") ? [] : [{
			name,
			place: {
				file,
				line: index + 1
			}
		}];
	});
}
async function readTable({ file, text }) {
	const bytes = new TextEncoder().encode(text);
	const source = {
		name: file,
		byteLength: bytes.byteLength,
		slice: async (start, end) => bytes.slice(start, end).buffer
	};
	const values = [];
	for await (const row of readCsv(source)) {
		const place = {
			file,
			line: row.number
		};
		if (row.kind === "bad") throw new UserError({
			message: row.reason,
			place
		});
		const { value: name, category, description } = row.fields;
		if (!("value" in row.fields)) {
			const hint = `It has ${Object.keys(row.fields).join(", ")}. Add a header line: value,category,description.`;
			throw new UserError({
				message: "the table has no column \"value\"",
				hint,
				place: {
					file,
					line: 1
				}
			});
		}
		values.push({
			name: textOf(name),
			...textOf(category) !== "" && { category: textOf(category) },
			...textOf(description) !== "" && { description: textOf(description) },
			place
		});
	}
	return values;
}
function textOf(cell) {
	return typeof cell === "string" ? cell.trim() : "";
}
function findProblems(values) {
	const problems = [];
	const first = /* @__PURE__ */ new Map();
	for (const value of values) {
		const { name, place } = value;
		const same = first.get(foldName(name));
		if (name === "") problems.push({
			message: "a value without a name",
			place
		});
		else if (name.length > LONGEST_NAME) problems.push({
			message: `a name of ${name.length} characters; the limit is ${LONGEST_NAME}`,
			place
		});
		else if (same !== void 0) problems.push({
			message: `"${name}" is already on line ${same.place.line}`,
			place
		});
		else first.set(foldName(name), value);
	}
	return problems;
}
export { parseValues as t };
