import { a as whereDefined } from "./action-stats-diff-report-check.js";
import { Ct as policyHash, Jt as createBank, nn as require_dist, wt as parseConfig, yt as resolvePanel } from "./stats-check.js";
import { S as wording, b as names, i as METRICS, r as BLOCKING_METRICS, t as plainText, v as listed, x as say, y as name } from "./action-stats-report-check.js";
import { d as percent, f as plural, s as count, v as UserError } from "./commands-action-stats-diff-report-check.js";
import { b as union, f as looseObject, m as object, o as array, v as string, x as unknown } from "./action-schema-stats-report-check.js";
import { t as EXIT } from "./cli-commands-action-schema-stats-diff-report-check.js";
import { _ as parseSpec, d as glob, f as globSync, o as readSpecFiles, u as isGlob } from "./stats-diff-check.js";
import { t as readPromptFile } from "./prompt-file2.js";
import { S as findRepository } from "./action-check.js";
import { wn as resolveRef } from "./check.js";
import { a as writePower, r as panelPower } from "./plan-with-writing.js";
import { t as priceUsualEdit } from "./usual-edit.js";
import { n as readWorkflows } from "./workflows.js";
import { appendFileSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
const PROVIDERS = {
	openai: "  openai: { kind: openai, apiKeyEnv: OPENAI_API_KEY, flex: unattended }",
	anthropic: "  anthropic: { kind: anthropic, apiKeyEnv: ANTHROPIC_API_KEY }",
	google: `  google:
    kind: openai
    baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai"
    apiKeyEnv: GEMINI_API_KEY`
};
/** Models whose usual effort is `medium`: they think for several times as long as a ruling is. Later ones (gpt-5.1 on) think less by themselves. */
const THINKS_AT_LENGTH = /^openai\/(gpt-5(-(mini|nano))?|o\d(-mini)?)$/;
function judgeEntry(id) {
	return THINKS_AT_LENGTH.test(id) ? `{ id: ${id}, params: { reasoningEffort: low } }` : id;
}
/** Rulings of the base on stored nights save so small a panel a tenth of a check (bench/README.md, "What a verdict costs"); answers half. */
const SEEDING = {
	target: {
		comment: `the first answers to scenarios of clauses that
# were edited lately. An edit needs rulings, which its own check asks for; answers stay as they are.`,
		value: "{ clauses: recent, draws: answers }"
	},
	prompt: {
		comment: `a draw of today's prompt a night, on scenarios of
# clauses that were edited lately. \`plan --mode seed\` says for how much.`,
		value: "{ clauses: recent }"
	}
};
/** YAML text. Every commented option holds its default, and may be uncommented as it is. */
function starterConfig({ spec, clauses = "headings", specUse = "target", panel, power }) {
	const margins = BLOCKING_METRICS.map((name) => {
		const { defaults, smallPanelMargin } = METRICS[name];
		return `${name}: ${smallPanelMargin ?? defaults.margin}`;
	});
	const reported = BLOCKING_METRICS.filter((name) => METRICS[name].defaults.action === "report").map((name) => `${name}: report`);
	return `# yaml-language-server: $schema=https://raw.githubusercontent.com/spec-gate/spec-gate/main/schemas/spec-gate.schema.json
# Spec Gate: which spec is guarded, by which models and judges, and how much of a change is too much.
# On pull requests the base branch's copy of this file decides; a change of it takes effect when it is merged.

# The spec: a file, a glob or a list of them. Markdown clauses, or rules as YAML or JSON.
spec: ${JSON.stringify(typeof spec !== "string" && spec.length === 1 ? spec[0] : spec)}
# What counts as a clause: headings, items or paragraphs.
${clauses === "headings" ? "# " : ""}clauses: ${clauses}

# target: models are trained towards the spec and never see it. prompt: the spec is their system prompt.
specUse: ${specUse}

# The scenarios that put clauses to the test, one a line: spec-gate bank import, link, generate, adopt.
# bank: .spec-gate/bank.jsonl

# Scenarios that a changed clause lacks are written in the check itself: half from the text before, half from the text
# after, for at most so many US dollars. spec-gate bank adopt takes them into the bank.
coverage: { write: true, perClause: 40, usd: 3 }

# Where models are asked. A key is read from the environment variable named here, and sent to this origin only. With
# flex OpenAI's spare capacity is asked first, at half the price: unattended (seeding, nights, banks), or always.
providers:
${panel.vendors.map((vendor) => PROVIDERS[vendor]).join("\n")}

# The models whose behaviour the spec is about. Yours may be behind any OpenAI-compatible endpoint.
models:
${panel.models.map((id) => `  - ${id}`).join("\n")}

# The panel that rules on each answer: an odd number, from two vendors where you can, and none of the models above. Those that
# think before they write do so briefly: a ruling states its reasons, and most of its price is output.
judges:
${panel.judges.map((id) => `  - ${judgeEntry(id)}`).join("\n")}

# Places answers on the two values' scales: needed to score a bank, and with specUse: prompt.
classifier: ${panel.classifier}

# How many scenarios a check starts with, and may extend itself to when the evidence does not decide.
selection: { scenarios: 40, extendTo: 64, replicates: { base: 4, confirm: 2 } }

# The rise that a pass rules out (a share; 0.05 is 5 points). A confirmed effect of half of it or more fails. These fit so
# small a panel; smaller ones need more models or scenarios.${power === void 0 ? "" : `\n# What they show: ${power}.`}
margins: { ${margins.join(", ")} }

# What each finding does: fail blocks, report only says so. With unprovenJudges: inconclusive nothing passes by judges that
# never object, or that miss plain violations; answers in labelled.jsonl beside this file, with the ruling they deserve, and
# spec-gate doctor show what yours are worth.
actions: { newOutliers: report, ${reported.join(", ")}, untested: inconclusive, unprovenJudges: inconclusive, policyChange: fail }

# Whether a check that cannot decide blocks: fail or report.
# onInconclusive: fail

# Who may accept an intended change: users, or org/team.
# approvers: []

# How much of scenarios and answers reports and comments show: ids, excerpts or full.
# disclose: ids

# What \`check --mode seed\` keeps ready on the default branch: ${SEEDING[specUse].comment}
seeding: ${SEEDING[specUse].value}

# Caps of one run; reaching one ends it inconclusive and keeps what was finished.
budget: { calls: 8000, usd: 20, minutes: 60 }
`;
}
/** Vendors whose key `init` looks for, in the order they are preferred. */
const STARTER_KEYS = {
	openai: "OPENAI_API_KEY",
	anthropic: "ANTHROPIC_API_KEY",
	google: "GEMINI_API_KEY"
};
/** The vendors whose key an environment holds. */
function keysIn(env) {
	const vendors = Object.keys(STARTER_KEYS);
	return new Set(vendors.filter((vendor) => (env[STARTER_KEYS[vendor]] ?? "").trim() !== ""));
}
/** A panel of these vendors; of OpenAI and Anthropic where no key is there to tell. */
function choosePanel(keys) {
	const has = (...vendors) => vendors.every((vendor) => keys.has(vendor));
	if (has("openai", "anthropic", "google")) return {
		vendors: [
			"openai",
			"anthropic",
			"google"
		],
		models: ["openai/gpt-5.5", "anthropic/claude-opus-5"],
		judges: [
			"anthropic/claude-sonnet-5",
			"openai/gpt-5-mini",
			"google/gemini-2.5-pro"
		],
		classifier: "anthropic/claude-sonnet-5"
	};
	if (keys.size === 0 || has("openai", "anthropic")) return {
		vendors: ["openai", "anthropic"],
		models: ["openai/gpt-5.5", "anthropic/claude-opus-5"],
		judges: [
			"anthropic/claude-sonnet-5",
			"openai/gpt-5",
			"openai/gpt-5-mini"
		],
		classifier: "anthropic/claude-sonnet-5"
	};
	if (has("openai")) return {
		vendors: keys.has("google") ? ["openai", "google"] : ["openai"],
		models: ["openai/gpt-5.5", "openai/gpt-4.1"],
		judges: [
			"openai/gpt-5",
			"openai/gpt-5-mini",
			keys.has("google") ? "google/gemini-2.5-pro" : "openai/o4-mini"
		],
		classifier: "openai/gpt-5"
	};
	if (has("anthropic")) return {
		vendors: keys.has("google") ? ["anthropic", "google"] : ["anthropic"],
		models: ["anthropic/claude-opus-5", "anthropic/claude-opus-4-6"],
		judges: [
			"anthropic/claude-sonnet-5",
			"anthropic/claude-haiku-4-5",
			keys.has("google") ? "google/gemini-2.5-pro" : "anthropic/claude-sonnet-4-5"
		],
		classifier: "anthropic/claude-sonnet-5"
	};
	return {
		...choosePanel(/* @__PURE__ */ new Set([
			"openai",
			"anthropic",
			"google"
		])),
		models: ["google/gemini-3-pro-preview", "openai/gpt-5.5"]
	};
}
var import_dist = require_dist();
/** Files named like a spec, from the most telling name to the least: the first that matches anything is proposed. */
const NAMED = [
	"**/{model_spec,model-spec,modelspec}.{md,yml,yaml,json}",
	"**/*constitution*.{md,yml,yaml,json}",
	"{docs/,}{spec,policy,policies,rules,behaviour,behavior,guidelines,principles}.{md,yml,yaml,json}"
];
/** Folders whose texts together are a spec. */
const FOLDERS = "{docs/,}{policy,policies,model_spec,model-spec,spec,constitution,behaviour,behavior,guidelines,principles}/**/*.{md,yml,yaml}";
/** Files that may well be one, in the same order. */
const LIKELY = [
	"**/{*behaviour*,*behavior*,*usage-policy*,*content-policy*}.{md,yml,yaml}",
	"**/{prompt,system,system_prompt,system-prompt}.{md,txt}",
	"**/prompts/**/*.{md,txt,yml,yaml}",
	"**/{AGENTS,CLAUDE,GEMINI}.md",
	".github/copilot-instructions.md",
	"{.cursorrules,.windsurfrules,.clinerules,.roorules,CONVENTIONS.md}",
	".cursor/rules/**/*.mdc",
	".github/instructions/**/*.instructions.md",
	"**/*.prompt.{md,txt,yml,yaml}",
	"**/*prompt*.{yml,yaml,json}"
];
const IGNORED$1 = [
	"**/node_modules/**",
	"**/.git/**",
	"**/dist/**",
	"**/vendor/**",
	".spec-gate/**",
	"spec-gate-report/**",
	"spec-gate.yml",
	"**/promptfooconfig*"
];
/** Folders below the project's that are looked into. */
const DEPTH = 5;
/** Candidates shown at most. */
const MOST = 20;
/** Paths from `root` with `/`, the most likely first; each once. A folder that is the spec as a whole ends in `/`. */
async function findSpecs(root) {
	const found = new Set(await promptfooPrompts(root));
	for (const place of [
		...NAMED,
		FOLDERS,
		...LIKELY
	]) {
		const paths = (await match(place, root)).filter((path) => !isWithin(path, found)).sort(byDepth);
		for (const path of place === FOLDERS ? asFolders(paths) : paths) found.add(path);
		if (found.size >= MOST) break;
	}
	return [...found].slice(0, MOST);
}
function match(pattern, root) {
	return glob(pattern, {
		cwd: root,
		ignore: IGNORED$1,
		deep: DEPTH,
		dot: true,
		followSymbolicLinks: false,
		caseSensitiveMatch: false
	});
}
function isWithin(path, found) {
	return [...found].some((folder) => folder.endsWith("/") && path.startsWith(folder));
}
/** Each folder with several texts as one, a text alone as itself. */
function asFolders(paths) {
	const folders = paths.map((path) => /^(?:docs\/)?[^/]+\//i.exec(path)[0]);
	return paths.map((path, index) => {
		const folder = folders[index];
		return folders.indexOf(folder) === folders.lastIndexOf(folder) ? path : folder;
	});
}
const Promptfoo = object({ prompts: union([string(), array(unknown())]) });
const PromptFile = union([
	string(),
	looseObject({ id: string() }).transform(({ id }) => id),
	looseObject({ file: string() }).transform(({ file }) => file)
]);
/** The files that a promptfoo config takes its prompts from, as far as they are text. */
async function promptfooPrompts(root) {
	const [config] = await glob("promptfooconfig.{yaml,yml,json}", {
		cwd: root,
		followSymbolicLinks: false
	});
	if (config === void 0) return [];
	const patterns = [Promptfoo.safeParse(readYaml(readFileSync(join(root, config), "utf8"))).data?.prompts ?? []].flat().flatMap((one) => PromptFile.safeParse(one).data ?? []).map((name) => name.replace(/^file:\/\//, "")).filter((name) => READABLE.test(name));
	if (patterns.length === 0) return [];
	return (await glob(patterns, {
		cwd: root,
		followSymbolicLinks: false
	})).filter((path) => !path.startsWith("..")).sort(byDepth);
}
/** Of the kinds a promptfoo prompt may be, those that are text; others are programs. */
const READABLE = /^[^\n]+\.(?:md|txt|ya?ml|json)$/i;
function readYaml(text) {
	try {
		return (0, import_dist.parse)(text);
	} catch {
		return;
	}
}
/** What lies nearer to the project's folder first. */
function byDepth(one, other) {
	return one.split("/").length - other.split("/").length || (one < other ? -1 : 1);
}
const MODES$1 = [
	"headings",
	"items",
	"paragraphs"
];
/** Fewer clauses than this are no division of a text. */
const FEW = 3;
/** A clause with more of the text than this holds what other clauses should. */
const LUMP = .6;
/** Items are the rules where a section holds so many of them on average. */
const ITEMS_A_SECTION = 2;
/** @throws UserError where the files cannot be read as a spec in any way; with `mode`, in that one. */
async function chooseClauses(files, mode) {
	const isList = files.every((one) => /\.(?:ya?ml|json)$/i.test(one.file) && readPromptFile(one) === void 0);
	const tried = mode === void 0 ? isList ? MODES$1.slice(0, 1) : MODES$1 : [mode];
	const readings = [];
	let problem;
	for (const one of tried) try {
		readings.push(await readAs(one, files));
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		problem ??= error;
	}
	const [first] = readings;
	if (first === void 0) throw problem;
	const chosen = pick(readings) ?? first;
	const length = files.reduce((sum, { text }) => sum + text.length, 0);
	return {
		...chosen,
		readings,
		isLump: chosen.longest > LUMP && length > 2e3
	};
}
async function readAs(mode, files) {
	const { clauses } = await parseSpec(files, { clauses: mode });
	const sizes = clauses.map(({ text }) => text.trim().length).filter((size) => size > 0);
	const total = sizes.reduce((sum, size) => sum + size, 0);
	return {
		mode,
		clauses: sizes.length,
		longest: total === 0 ? 1 : Math.max(...sizes) / total
	};
}
/** Headings where they divide the text; items where each heading stands over a list of rules; else paragraphs. */
function pick(readings) {
	const by = (mode) => readings.find((reading) => reading.mode === mode);
	const [headings, items, paragraphs] = [
		by("headings"),
		by("items"),
		by("paragraphs")
	];
	const divides = (reading) => reading !== void 0 && reading.clauses >= FEW && reading.longest <= LUMP;
	const hasItems = divides(items) && items.clauses > (paragraphs?.clauses ?? 0);
	if (hasItems && items.clauses >= ITEMS_A_SECTION * Math.max(1, headings?.clauses ?? 0) && (headings?.clauses ?? 0) < 12) return items;
	if (divides(headings)) return headings;
	if (hasItems) return items;
	return divides(paragraphs) ? paragraphs : headings;
}
/** Kinds of texts that a folder of rules may hold; the first that is there is what the folder is made of. */
const KINDS = [
	"**/*.md",
	"**/*.{yml,yaml,json}",
	"**/*.txt"
];
/** What was found by its name and can be read as a spec, the most likely first. A folder ends in `/`. */
async function findReadableSpecs(cwd) {
	const read = [];
	for (const path of await findSpecs(cwd)) try {
		await chooseClauses(await readPatterns(cwd, patternsOf(cwd, path) ?? [path]));
		read.push(path);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
	}
	return read;
}
/** A file or a glob stands for itself, a folder for the texts in it. Undefined for a folder without any. */
function patternsOf(cwd, path) {
	if (isGlob(path) || statSync(join(cwd, path), { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
	const folder = path.replace(/\/+$/, "");
	const prefix = folder === "" ? "" : `${folder}/`;
	for (const kind of KINDS) {
		const files = globSync(kind, {
			cwd: join(cwd, folder),
			followSymbolicLinks: false
		});
		const isReadme = (file) => /(?:^|\/)readme\.\w+$/i.test(file);
		const readmes = files.filter(isReadme).map((file) => `!${prefix}${file}`);
		if (files.length > readmes.length) return [`${prefix}${kind}`, ...readmes];
		if (files.length > 0) return [`${prefix}${kind}`];
	}
}
async function readPatterns(cwd, patterns) {
	return readSpecFiles({
		kind: "worktree",
		root: cwd
	}, patterns);
}
/** @throws UserError for a named spec that is not there, or lies outside. */
async function namedSpecs(named, cwd) {
	const patterns = [];
	for (const spec of named) patterns.push(...await namedSpec(spec, cwd));
	return patterns;
}
async function namedSpec(spec, cwd) {
	const path = relative(cwd, resolve(cwd, spec)).replaceAll("\\", "/");
	if (path.startsWith("..")) throw new UserError({
		message: `${spec} lies outside this folder`,
		hint: "run init in the folder above both: the config stands beside the spec, or over it"
	});
	if (isGlob(path) && globSync(path, {
		cwd,
		followSymbolicLinks: false
	}).length > 0) return [path];
	const stats = statSync(join(cwd, path), { throwIfNoEntry: false });
	const patterns = stats === void 0 ? void 0 : patternsOf(cwd, path);
	if (patterns !== void 0) return patterns;
	const what = isGlob(path) ? `no file matches ${spec}` : `there is no file ${spec}`;
	const message = stats === void 0 ? what : `${spec} is a folder without a text (.md, .yml, .json or .txt)`;
	throw new UserError({
		message,
		hint: await whichSpec(cwd)
	});
}
/** What might have been meant. */
async function whichSpec(cwd) {
	const found = await findReadableSpecs(cwd);
	const several = "a folder, a glob or several files may be named, too";
	return found.length === 0 ? `name the file that holds the rules; ${several}` : `found here: ${found.slice(0, 5).join(", ")}; ${several}`;
}
/** Rules of coding agents: their tools put them into the prompt. */
const GIVEN_AS_THEY_STAND = /^(?:agents|claude|gemini|conventions|copilot-instructions|.+\.instructions)\.md$|\.mdc$|^\.(?:cursor|windsurf|cline|roo)rules$/i;
function guessUse(file, text) {
	const last = file.split("/").at(-1);
	if (GIVEN_AS_THEY_STAND.test(last)) return {
		use: "prompt",
		because: say`${name(last)} is given to agents as it stands`
	};
	if (/(?:^|\/)prompts?\/|prompt|system/i.test(file)) return {
		use: "prompt",
		because: say`its name says that it is a prompt`
	};
	if (speaksToTheModel(text)) return {
		use: "prompt",
		because: say`it speaks to the model: "You are ..."`
	};
	return {
		use: "target",
		because: say`it speaks about the model, not to it`
	};
}
/** Lines within which a prompt says whom it speaks to; version notes and a heading or two may come first. */
const FIRST_LINES = 15;
function speaksToTheModel(text) {
	return text.split("\n").filter((line) => line.trim() !== "").slice(0, FIRST_LINES).some((line) => /^\W*you are\b/i.test(line));
}
/** What the shipped workflows name, beside the spec `docs/model_spec.md`. */
const SHIPPED = { branch: "main" };
async function findSurroundings(cwd) {
	const repository = await findRepository(cwd);
	if (repository === void 0) return {
		repository,
		branch: SHIPPED.branch
	};
	const current = currentBranch(repository);
	return {
		repository,
		branch: current === void 0 || await hasBranch(repository, SHIPPED.branch) ? SHIPPED.branch : current
	};
}
/** The example's text for this repository. */
function workflowText({ example }, { packageRoot, branch, spec }) {
	return readFileSync(join(packageRoot, "examples", example), "utf8").replaceAll(`branches: [${SHIPPED.branch}]`, `branches: [${JSON.stringify(branch).slice(1, -1)}]`).replaceAll(/^( *- )docs\/model_spec\.md$/gm, (_, dash) => spec.map((pattern) => `${dash}${JSON.stringify(pattern)}`).join("\n"));
}
/** Undefined where no branch is checked out. */
function currentBranch(repository) {
	try {
		return /^ref: refs\/heads\/([\w./-]+)$/m.exec(readFileSync(join(repository, ".git/HEAD"), "utf8"))?.[1];
	} catch {
		return;
	}
}
async function hasBranch(repository, branch) {
	try {
		await resolveRef(repository, branch);
		return true;
	} catch (error) {
		if (error instanceof UserError) return false;
		throw error;
	}
}
const CONFIG$2 = "spec-gate.yml";
/** Stands for the spec where there is none yet: one clause of usual length. */
const STAND_IN = `# A rule\n\n${"What the assistant does, and when. ".repeat(40)}`;
/** In the middle of a sentence. `files`: of the spec; none where it is not there yet. */
async function describePower(configText, files) {
	const config = parseConfig({
		file: CONFIG$2,
		text: configText
	});
	const panel = resolvePanel(config, {
		systems: /* @__PURE__ */ new Map(),
		offlineHashes: /* @__PURE__ */ new Map()
	});
	const power = panelPower(config, panel);
	const project = {
		configFile: CONFIG$2,
		config,
		policyHash: policyHash(config),
		bank: createBank(config.bank, []),
		labelled: [],
		panel,
		offline: /* @__PURE__ */ new Map(),
		offlineHashes: /* @__PURE__ */ new Map(),
		answers: /* @__PURE__ */ new Map()
	};
	const shown = files.length > 0 ? files : [{
		file: [config.spec].flat()[0],
		text: STAND_IN
	}];
	const spec = await parseSpec(shown, { clauses: config.clauses });
	return writePower(power, await priceUsualEdit(project, spec));
}
function writeNew(root, file, text) {
	const path = join(root, file);
	mkdirSync(dirname(path), { recursive: true });
	try {
		writeFileSync(path, text, { flag: "wx" });
		return {
			file,
			what: "written"
		};
	} catch (error) {
		if (error.code !== "EEXIST") throw error;
		return {
			file,
			what: "kept as it is"
		};
	}
}
/** Adds the lines that the file does not have yet. */
function addLines(root, file, lines) {
	const path = join(root, file);
	const before = existsSync(path) ? readFileSync(path, "utf8") : "";
	const known = new Set(before.split(/\r?\n/).map((line) => line.trim()));
	const missing = lines.filter((line) => !known.has(line));
	if (missing.length === 0) return {
		file,
		what: "kept as it is"
	};
	const start = before === "" || before.endsWith("\n") ? "" : "\n";
	appendFileSync(path, `${start}${missing.join("\n")}\n`);
	return {
		file,
		what: before === "" ? "written" : "added to"
	};
}
const CONFIG$1 = name("spec-gate.yml");
function writeSpec({ spec, files, choice, use, because, others }) {
	if (choice === void 0) return [say`There is no ${names(spec)} yet: write it (a heading and a few sentences for each rule are enough), or name your spec in ${CONFIG$1}.`];
	const used = use === "prompt" ? wording("the system prompt itself") : wording("what models are trained towards");
	const why = because === void 0 ? say`` : say`, because ${because}`;
	return [
		say`${CONFIG$1} guards ${names(spec)}: ${plural(choice.clauses, "clause")}${files.length === 1 ? say`` : say` in ${plural(files.length, "file")}`} by ${MODES[choice.mode]}${otherReadings(choice)}.`,
		...choice.isLump ? [lumpWarning(choice)] : [],
		say`It is taken as ${used}${why} (specUse: ${use === "prompt" ? wording("prompt") : wording("target")}).`,
		...others.length === 0 ? [] : [say`Also found: ${names(others, 5)}.`]
	];
}
const MODES = {
	headings: wording("headings"),
	items: wording("items"),
	paragraphs: wording("paragraphs")
};
function otherReadings({ mode, readings }) {
	const rest = readings.filter((reading) => reading.mode !== mode);
	if (rest.length === 0) return say``;
	return say` (it would be ${listed(rest.map((reading) => say`${count(reading.clauses)} by ${MODES[reading.mode]}`))}: the option clauses)`;
}
function lumpWarning({ mode, readings, longest }) {
	const better = readings.filter((reading) => reading.mode !== mode).sort((one, other) => one.longest - other.longest)[0];
	const way = better === void 0 || better.longest >= longest ? say`give its parts headings` : say`clauses: ${MODES[better.mode]} would make ${count(better.clauses)} of it`;
	return say`Warning: one clause holds ${percent(longest)} of the text, so an edit anywhere in it tests everything; ${way}.`;
}
/** What is said where a config was there before. `guards` is the spec that it names; undefined where it cannot be read. */
function writeKept(spec, { guards, isNamed }) {
	if (guards === void 0) return [say`${CONFIG$1} was there before and is kept; it has problems that ${name("spec-gate doctor")} names.`];
	const kept = say`${CONFIG$1} was there before and is kept: it guards ${name(guards)}.`;
	const inConfig = name(spec.length === 1 ? spec[0] : JSON.stringify(spec));
	return isNamed && guards !== spec.join(", ") ? [kept, say`To guard ${names(spec)}, set spec: ${inConfig} in it.`] : [kept];
}
function writePanel({ vendors }, power) {
	const keys = vendors.map((vendor) => name(STARTER_KEYS[vendor]));
	return [
		say`What a check can show:`,
		say`  ${power}.`,
		say`  It asks with ${listed(keys)}; models, judges and margins are yours to change in ${CONFIG$1}.`
	];
}
function writeWorkflowsElsewhere(folder) {
	return [say`No workflow was written: GitHub looks for them in the repository's own folder, and this is ${name(folder)}.`, say`Copy those you want from the package's examples/ to .github/workflows/ there, with working-directory: ${name(folder)} at the step that uses spec-gate.`];
}
function writeNext(branch) {
	const base = name(branch);
	return [
		say`Next:`,
		say`  1. commit these files to ${base}, and put the keys into the environment   (free)`,
		say`  2. spec-gate doctor   are keys, models and workflows as they should be?      (some cents)`,
		say`  3. edit the spec on a branch; spec-gate plan --base ${base} says what a check takes   (free)`,
		say`  4. spec-gate check --base ${base}   the verdict   (what plan said)`,
		say`  Queries of your own: spec-gate bank import FILE, then spec-gate bank link --plan (docs/first-bank.md)`
	];
}
const CONFIG = "spec-gate.yml";
const IGNORED = [".spec-gate/store/", "spec-gate-report/"];
/** Where a spec would be looked for first, had it been there. */
const USUAL_PLACE = "docs/model_spec.md";
const FOLDER_NOTE = `# .spec-gate

What Spec Gate keeps beside the spec:

- \`bank.jsonl\`: the scenarios, one a line, in order of id. Commit it; the base branch's copy is the one that counts.
- \`accepted/\`: changes of behaviour that were accepted, with who and why. Commit it.
- \`store/\`: answers that were paid for, by the hash of what was asked. Not committed; workflows keep it in the cache.
`;
async function runInitCommand(options, context) {
	const setup = await chooseSetup(options, context);
	const { spec, files, choice, use, workflows } = setup;
	const panel = choosePanel(keysIn(context.env));
	const choices = {
		spec,
		specUse: use,
		panel,
		...whereDefined({ clauses: choice?.mode })
	};
	const power = await describePower(starterConfig(choices), files);
	const config = starterConfig({
		...choices,
		power: plainText(power)
	});
	const { repository, branch } = await findSurroundings(context.cwd);
	const isRoot = repository === void 0 || resolve(repository) === realpathSync(context.cwd);
	const done = [
		writeNew(context.cwd, CONFIG, config),
		writeNew(context.cwd, ".spec-gate/bank.jsonl", ""),
		writeNew(context.cwd, ".spec-gate/README.md", FOLDER_NOTE),
		addLines(context.cwd, ".gitignore", IGNORED),
		...(isRoot ? workflows : []).map((workflow) => writeNew(context.cwd, `.github/workflows/${workflow.file}`, workflowText(workflow, {
			packageRoot: context.packageRoot,
			branch,
			spec
		})))
	];
	const isOwn = done[0].what === "written";
	const guards = isOwn ? spec.join(", ") : guardedBy(context);
	if (options.json === true) {
		const found = choice !== void 0;
		const clauses = choice === void 0 ? {} : {
			clauses: choice.mode,
			count: choice.clauses
		};
		const chosen = isOwn ? {
			found,
			specUse: use,
			...clauses,
			power: plainText(power)
		} : { kept: true };
		context.print(`${JSON.stringify({
			spec: guards ?? null,
			...chosen,
			files: done
		}, null, 2)}\n`);
		return EXIT.pass;
	}
	const folder = isRoot ? void 0 : relative(repository, realpathSync(context.cwd)).replaceAll("\\", "/");
	const blocks = [
		isOwn ? writeSpec(setup) : writeKept(spec, {
			guards,
			isNamed: options.spec !== void 0
		}),
		isOwn ? writePanel(panel, power) : [],
		folder === void 0 || workflows.length === 0 ? [] : writeWorkflowsElsewhere(folder),
		writeNext(branch)
	];
	const lines = [...done.map(({ file, what }) => `${what.padEnd(13)}  ${file}`), ...blocks.flatMap((block) => block.length === 0 ? [] : ["", ...block.map((line) => plainText(line))])];
	context.print(`${lines.join("\n")}\n`);
	return EXIT.pass;
}
async function chooseSetup(options, context) {
	const ask = options.yes !== true && options.json !== true && context.output.isTerminal && process.stdin.isTTY ? await import("./ask.js") : void 0;
	const found = options.spec === void 0 ? await findReadableSpecs(context.cwd) : [];
	const [first = USUAL_PLACE] = found;
	const taken = ask !== void 0 && found.length > 1 ? await ask.askSpec(found) : first;
	const spec = options.spec === void 0 ? patternsOf(context.cwd, taken) ?? [taken] : await namedSpecs(options.spec, context.cwd);
	const others = found.filter((path) => path !== taken);
	const isThere = options.spec !== void 0 || existsSync(join(context.cwd, taken));
	const files = isThere ? await readPatterns(context.cwd, spec) : [];
	const proposed = isThere ? await chooseClauses(files, options.clauses) : void 0;
	const guess = isThere ? guessUse(spec[0], files.map(({ text }) => text).join("\n\n")) : void 0;
	const named = readWorkflows(options.workflows);
	const mode = ask !== void 0 && proposed !== void 0 && proposed.readings.length > 1 ? await ask.askClauses(proposed) : proposed?.mode;
	const use = options.use ?? (ask !== void 0 && guess !== void 0 ? await ask.askUse(guess) : guess?.use ?? "target");
	const workflows = ask === void 0 ? named : readWorkflows((await ask.askWorkflows(options.workflows.split(","))).join(",") || "none");
	return {
		spec,
		files,
		choice: mode === proposed?.mode ? proposed : await chooseClauses(files, mode),
		use,
		because: use === guess?.use ? guess.because : void 0,
		workflows,
		others
	};
}
/** What an old config guards; undefined where it cannot be read. */
function guardedBy(context) {
	try {
		const { spec } = parseConfig({
			file: CONFIG,
			text: readFileSync(join(context.cwd, CONFIG), "utf8")
		});
		return typeof spec === "string" ? spec : spec.join(", ");
	} catch (error) {
		if (error instanceof UserError) return void 0;
		throw error;
	}
}
export { runInitCommand };
