import { i as RESPONSE_TYPES, o as RULINGS } from "./action-schema-compare-accept-report-bank-ask-check.js";
import { C as toJSONSchema, _ as strictObject, g as record, i as _enum, o as array, p as number, v as string, y as tuple } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { t as replaceInvisible } from "./schema-diff-accept-report-bank-ask-check.js";
const text = string().refine((value) => replaceInvisible(value, "").text.trim() !== "", "is blank");
const name = text.max(300);
const rubric = tuple([
	text,
	text,
	text,
	text,
	text,
	text,
	text
]);
/** D of scores between 0 and 6 is at most 3. */
const disagreement = number().min(0).max(3);
const position = number().min(0).max(6).nullable();
const uniqueNames = array(name).refine((list) => new Set(list).size === list.length, "names the same thing twice");
/** Letters, digits and `. _ : / + -`: safe to show anywhere, and to name in a command. */
const ID_PATTERN = /^[\p{L}\p{N}][\p{L}\p{N}._:/+-]{0,199}$/u;
const message = strictObject({
	role: _enum([
		"system",
		"developer",
		"user",
		"assistant",
		"tool"
	]),
	content: text
});
const scored = strictObject({
	scores: record(name, strictObject({
		value1: position,
		value2: position,
		confidence: number().min(0).max(1).exactOptional()
	})).exactOptional(),
	disagreements: record(name, disagreement).exactOptional(),
	responseTypes: record(name, _enum(RESPONSE_TYPES)).exactOptional(),
	expressed: record(name, array(name)).exactOptional(),
	compliance: record(name, record(name, _enum(RULINGS))).exactOptional(),
	provenance: strictObject({
		models: array(name).exactOptional(),
		classifier: name.exactOptional(),
		judges: array(name).exactOptional(),
		prompts: record(name, name).exactOptional(),
		date: name.exactOptional(),
		draw: name.exactOptional(),
		spec: name.exactOptional()
	}).exactOptional()
});
const row = strictObject({
	id: string().regex(ID_PATTERN, "must be 1 to 200 letters, digits or . _ : / + -"),
	query: text.exactOptional(),
	messages: array(message).min(1).exactOptional(),
	value1: name.exactOptional(),
	value2: name.exactOptional(),
	nudge: _enum([
		"neutral",
		"value1",
		"value2"
	]).exactOptional(),
	rubric1: rubric.exactOptional(),
	rubric2: rubric.exactOptional(),
	clauses: uniqueNames.exactOptional(),
	topics: uniqueNames.exactOptional(),
	disagreement: disagreement.exactOptional(),
	source: name.exactOptional(),
	group: name.exactOptional(),
	scored: scored.exactOptional()
});
/** One bank line, with the rules that tie its fields together. */
const scenarioRow = row.check((context) => {
	for (const [path, problem] of brokenRules(context.value)) context.issues.push({
		code: "custom",
		message: problem,
		path: [path],
		input: context.value
	});
});
/** Every rule between fields that a row breaks, as `[field, problem]`. */
function brokenRules(value) {
	const broken = [];
	if (value.query === void 0 === (value.messages === void 0)) broken.push(["query", "exactly one of `query` and `messages` must be there"]);
	const last = value.messages?.at(-1)?.role;
	if (last !== void 0 && last !== "user" && last !== "tool") broken.push(["messages", `must end with a user or tool message: the turn after "${last}" cannot be judged`]);
	if (value.value1 === void 0 !== (value.value2 === void 0)) broken.push(["value1", "`value1` and `value2` come together"]);
	if (value.value1 !== void 0 && value.value1 === value.value2) broken.push(["value2", "is the same as `value1`"]);
	if (value.value1 === void 0 && value.nudge !== void 0 && value.nudge !== "neutral") broken.push(["nudge", `"${value.nudge}" needs \`value1\` and \`value2\``]);
	if (value.rubric1 === void 0 !== (value.rubric2 === void 0)) broken.push(["rubric1", "`rubric1` and `rubric2` come together"]);
	if (value.rubric1 !== void 0 && value.value1 === void 0) broken.push(["rubric1", "rubrics need `value1` and `value2`, the values they measure"]);
	return broken;
}
/** The JSON Schema (draft 2020-12) of one bank line, for editors and other tools. */
function bankJsonSchema() {
	return {
		...toJSONSchema(row, { io: "input" }),
		title: "Spec Gate scenario bank: one line",
		oneOf: [{ required: ["query"] }, { required: ["messages"] }],
		dependentRequired: {
			value1: ["value2"],
			value2: ["value1"],
			rubric1: ["rubric2", "value1"],
			rubric2: ["rubric1", "value1"]
		}
	};
}
export { bankJsonSchema as n, scenarioRow as r, ID_PATTERN as t };
