import { i as __toESM } from "./rolldown-runtime.js";
import { _ as isLive, a as parseConfig, i as policyHash, n as resolvePanel, t as optionsOf } from "./resolve-models.js";
import { n as hashJson, r as sha256, t as canonicalJson } from "./canonical-json.js";
import { a as array, d as number, f as object, h as string, m as strictObject, p as record, r as _enum } from "./schemas.js";
import { t as UserError } from "./errors.js";
import { n as FINISHES, t as CallError } from "./model.js";
import { a as parseUntrustedJson } from "./byte-source.js";
import { n as parseBank } from "./parse-bank.js";
import { l as parseSpec } from "./files.js";
import { n as readSpecFiles, t as readFileIfThere } from "./read-spec.js";
import { posix } from "node:path";
const tokens = number().int().min(0);
const line = strictObject({
	key: string().regex(/^[0-9a-f]{64}$/),
	checksum: string(),
	model: string(),
	draw: string(),
	format: string().exactOptional(),
	completion: strictObject({
		text: string(),
		finish: _enum(FINISHES),
		ending: string().exactOptional(),
		returnedModel: string().exactOptional(),
		fingerprint: string().exactOptional(),
		usage: strictObject({
			inputTokens: tokens,
			cachedInputTokens: tokens,
			cacheWriteTokens: tokens,
			outputTokens: tokens
		}),
		adapted: array(string())
	})
});
/**
* What identifies a recorded answer: model name, declared version, parameters, messages, format and draw. Neither the
* provider nor its address, so that answers of a live model can be repeated by a `recorded` one of the same name.
*/
function recordingKey({ model, messages, format, draw }) {
	return hashJson({
		model: model.model,
		version: model.version,
		params: model.params,
		messages: messages.map(({ role, content }) => ({
			role,
			content
		})),
		format: format?.name,
		draw
	});
}
/**
* Reads a recording: JSONL, one answer a line, blank lines allowed.
* @throws UserError with the line of everything that is not JSON, has the wrong shape, was altered, or contradicts an
* earlier line with the same key.
*/
function parseRecordings({ file, text }) {
	const recordings = /* @__PURE__ */ new Map();
	const problems = [];
	for (const [index, content] of text.split("\n").entries()) {
		if (content.trim() === "") continue;
		const read = readLine(content);
		const place = {
			file,
			line: index + 1
		};
		if (typeof read === "string") problems.push({
			message: read,
			hint: "delete the line and record again",
			place
		});
		else if (isOther(recordings.get(read.key), read.completion)) problems.push({
			message: "another answer to the same request stands above",
			hint: "keep one of them",
			place
		});
		else recordings.set(read.key, read.completion);
	}
	if (problems.length > 0) throw new UserError(problems);
	return recordings;
}
/** One line of a recording, without its line end. */
function serializeRecording(request, completion) {
	const key = recordingKey(request);
	return canonicalJson({
		key,
		checksum: checksumOf(key, completion),
		model: request.model.model,
		draw: request.draw,
		format: request.format?.name,
		completion: asJson(completion)
	});
}
/**
* A model that repeats what was recorded and asks nobody. `file` is the recording's path as shown to people; `describe`
* says what a request is about (its scenario).
* @throws UserError (from `complete`) for a request that was not recorded.
*/
function createRecordedModel(ref, options) {
	const { recordings, file, describe } = options;
	return {
		ref,
		complete: async (request, { signal }) => {
			if (signal.aborted) throw new CallError("aborted", "the call was aborted");
			const completion = recordings.get(recordingKey(request));
			if (completion !== void 0) return completion;
			const about = describe?.(request) ?? "a request";
			throw new UserError({
				message: `${ref.id} has no recorded answer to ${about} (draw ${request.draw})`,
				hint: "the messages, parameters or draw differ from those recorded: record again with the live model, or use the recorded configuration",
				place: { file }
			});
		}
	};
}
/** The line's key and answer, or what is wrong with it. */
function readLine(content) {
	let value;
	try {
		value = JSON.parse(content);
	} catch {
		return "not JSON: the line is torn or not a recording";
	}
	const parsed = line.safeParse(value);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		return `not a recorded answer: ${[...issue.path, issue.message].join(": ")}`;
	}
	const { key, checksum, completion } = parsed.data;
	return checksum === checksumOf(key, completion) ? {
		key,
		completion
	} : "the checksum does not match: it was altered";
}
function checksumOf(key, completion) {
	return sha256(canonicalJson([key, asJson(completion)])).slice(0, 16);
}
function isOther(earlier, later) {
	return earlier !== void 0 && canonicalJson(asJson(earlier)) !== canonicalJson(asJson(later));
}
/** A completion is plain JSON; TypeScript interfaces merely lack the index signature to show it. */
function asJson(completion) {
	return {
		...completion,
		usage: { ...completion.usage }
	};
}
const share = number().min(0).max(1);
const score = number().int().min(0).max(6);
const demand = strictObject({
	phrase: string().min(1),
	values: array(string()).min(1),
	atLeast: score.default(0),
	atMost: score.default(6)
}).refine((value) => value.atLeast > 0 || value.atMost < 6, "needs `atLeast` or `atMost`");
const model = strictObject({
	values: record(string(), number()).default({}),
	noise: number().min(0).default(.5),
	obedience: share.default(.8)
});
const judge = strictObject({
	falsePositive: share.default(.03),
	falseNegative: share.default(.03),
	ambiguity: share.default(.01),
	abstention: share.default(0),
	first: array(string()).default([])
});
const classifier = strictObject({ errorRate: share.default(.05) });
const world = strictObject({
	models: record(string(), model).default({}),
	judges: record(string(), judge).default({}),
	classifiers: record(string(), classifier).default({}),
	nudge: number().min(0).default(.6),
	clauses: record(string(), array(demand)).default({})
});
/** What a name plays that the world lists under another role only. */
const DEFAULT_PROFILES = {
	model: model.parse({}),
	judge: judge.parse({}),
	classifier: classifier.parse({})
};
/**
* Reads a `world.yml`.
* @throws UserError with every problem and its file:line:column.
*/
async function parseWorld({ file, text }) {
	const { LineCounter: Counter, parseDocument } = await import("./dist2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const lineCounter = new Counter();
	const document = parseDocument(text, { lineCounter });
	if (document.errors.length > 0) throw new UserError(document.errors.map(({ message, pos }) => ({
		message: message.split(" at line")[0],
		place: placeAt({
			file,
			lineCounter,
			offset: pos[0]
		})
	})));
	const parsed = world.safeParse(document.toJS() ?? {});
	if (!parsed.success) throw new UserError(parsed.error.issues.map((issue) => ({
		message: `${issue.path.join(".") || "world"}: ${issue.message}`,
		place: placeAt({
			file,
			lineCounter,
			offset: offsetOf(document, issue.path)
		})
	})));
	const { models, judges, classifiers, nudge, clauses } = parsed.data;
	return {
		models: new Map(Object.entries(models)),
		judges: new Map(Object.entries(judges)),
		classifiers: new Map(Object.entries(classifiers)),
		nudge,
		clauses: new Map(Object.entries(clauses))
	};
}
/** Whether any role of the world is played under this name. */
function isInWorld(name, { models, judges, classifiers }) {
	return models.has(name) || judges.has(name) || classifiers.has(name);
}
function placeAt(at) {
	const { line, col } = at.lineCounter.linePos(at.offset);
	return {
		file: at.file,
		line,
		column: col
	};
}
/** Where the nearest existing node above a schema problem starts. */
function offsetOf(document, path) {
	for (let length = path.length; length > 0; length -= 1) {
		const range = document.getIn(path.slice(0, length), true)?.range;
		if (range?.[0] !== void 0) return range[0];
	}
	return 0;
}
const LabelledRow = object({
	id: string().min(1),
	clauses: array(string()).min(1),
	conversation: array(strictObject({
		role: _enum([
			"system",
			"developer",
			"user",
			"assistant",
			"tool"
		]),
		content: string()
	})).min(1),
	response: string().min(1),
	expected: _enum(["compliant", "non-compliant"]),
	cited: array(string()).optional()
});
/** Every item of a file. @throws UserError with every problem, each at its line. */
function parseLabelled({ file, text }) {
	const items = [];
	const problems = [];
	const lines = text.split("\n");
	for (const [index, line] of lines.entries()) {
		if (line.trim() === "") continue;
		const place = {
			file,
			line: index + 1,
			column: 1
		};
		const json = parseUntrustedJson(line);
		const row = json.status === "parsed" ? LabelledRow.safeParse(json.value) : void 0;
		if (json.status !== "parsed") problems.push({
			message: json.reason,
			place
		});
		else if (row?.success === true) items.push(itemOf(row.data));
		else problems.push(...row.error.issues.map((issue) => ({
			message: `${issue.path.join(".") || "item"}: ${issue.message}`,
			place
		})));
	}
	const ids = items.map(({ id }) => id);
	for (const twice of new Set(ids.filter((id, index) => ids.indexOf(id) < index))) problems.push({
		message: `two labelled items are called ${JSON.stringify(twice)}`,
		place: { file }
	});
	if (problems.length > 0) throw new UserError(problems);
	return items;
}
/** The clauses a violation is about: those it is said to break, or all it is judged by. */
function brokenClauses({ cited, clauses }) {
	return cited === void 0 || cited.length === 0 ? clauses : cited;
}
function itemOf({ cited, ...row }) {
	return {
		...row,
		...cited === void 0 ? {} : { cited }
	};
}
/** @throws UserError with every problem of the config, or of the files it names. */
async function loadProject(source, configFile, options = {}) {
	const config = parseConfig({
		file: configFile,
		text: await readOne(source, configFile)
	});
	const bankFile = besideConfig(configFile, config.bank);
	const bankText = options.bank === "unread" ? "" : await readOne(source, bankFile);
	const offline = /* @__PURE__ */ new Map();
	const offlineHashes = /* @__PURE__ */ new Map();
	for (const [name, provider] of Object.entries(config.providers)) {
		if (isLive(provider)) continue;
		const { rests, standIn } = await loadOffline(provider, {
			source,
			configFile,
			bankText
		});
		offlineHashes.set(name, sha256(rests).slice(0, 16));
		offline.set(name, standIn);
	}
	const systems = await loadSystems(source, configFile, config.models);
	return {
		configFile,
		config,
		policyHash: policyHash(config),
		bank: parseBank({
			file: bankFile,
			text: bankText
		}),
		labelled: await loadLabelled(source, configFile, config),
		panel: resolvePanel(config, {
			systems,
			offlineHashes
		}),
		offline,
		offlineHashes
	};
}
/** The stand-in for an offline provider, and the texts that its answers rest on. */
async function loadOffline(provider, from) {
	switch (provider.kind) {
		case "simulated": {
			const file = besideConfig(from.configFile, provider.world);
			const text = await readOne(from.source, file);
			return {
				rests: `${text}\n${from.bankText}`,
				standIn: {
					kind: "simulated",
					world: await parseWorld({
						file,
						text
					})
				}
			};
		}
		case "recorded": {
			const file = besideConfig(from.configFile, provider.file);
			const text = await readOne(from.source, file);
			return {
				rests: text,
				standIn: {
					kind: "recorded",
					file,
					recordings: parseRecordings({
						file,
						text
					})
				}
			};
		}
		default: return provider;
	}
}
/** Where a project's labelled items lie, if it has any. */
function labelledFile(configFile, { labelled }) {
	return besideConfig(configFile, labelled ?? "labelled.jsonl");
}
/** The config's labelled items, or those of `labelled.jsonl` beside it, where there is one. */
async function loadLabelled(source, configFile, { labelled }) {
	const file = labelledFile(configFile, { labelled });
	const text = labelled === void 0 ? await readFileIfThere(source, file) : await readOne(source, file);
	return text === void 0 ? [] : parseLabelled({
		file,
		text
	});
}
/** @throws UserError with every problem of the config. */
async function loadConfig(source, configFile) {
	return parseConfig({
		file: configFile,
		text: await readOne(source, configFile)
	});
}
/** @throws UserError with every problem of the bank. */
async function loadBank(source, bankFile) {
	return parseBank({
		file: bankFile,
		text: await readOne(source, bankFile)
	});
}
/** The models of a list as another source has them: asked at this project's providers, with the source's system prompts. */
async function resolveModels(project, source, models) {
	const systems = await loadSystems(source, project.configFile, models);
	return resolvePanel({
		...project.config,
		models
	}, {
		systems,
		offlineHashes: project.offlineHashes
	}).models;
}
/** The system prompts that models name, by the path the config gives. */
async function loadSystems(source, configFile, models) {
	const systems = /* @__PURE__ */ new Map();
	for (const { system } of models.map(optionsOf)) if (system !== void 0) systems.set(system, (await readOne(source, besideConfig(configFile, system))).trim());
	return systems;
}
/** The spec that a config's paths name in a source, which may be another commit than the config's. */
async function loadSpec(source, options) {
	const { configFile, config } = options;
	const patterns = options.patterns ?? specPatterns(configFile, config);
	return parseSpec(await readSpecFiles(source, patterns), {
		clauses: config.clauses,
		ignore: config.ignore
	});
}
/** The config's `spec` as paths from the source's root. */
function specPatterns(configFile, config) {
	return [config.spec].flat().map((pattern) => besideConfig(configFile, pattern));
}
/** A path in a config, which starts from the config's folder, as a path from the root. */
function besideConfig(configFile, path) {
	return posix.normalize(posix.join(posix.dirname(configFile), path));
}
async function readOne(source, path) {
	const [file, ...more] = await readSpecFiles(source, [path]);
	if (file === void 0 || more.length > 0) throw new UserError({ message: `${path}: expected one file` });
	return file.text;
}
export { loadProject as a, specPatterns as c, DEFAULT_PROFILES as d, isInWorld as f, serializeRecording as h, loadConfig as i, brokenClauses as l, recordingKey as m, labelledFile as n, loadSpec as o, createRecordedModel as p, loadBank as r, resolveModels as s, besideConfig as t, parseLabelled as u };
