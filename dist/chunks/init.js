import { n as METRICS, t as BLOCKING_METRICS } from "./metrics.js";
import { t as UserError } from "./errors.js";
import { n as visibleLine } from "./visible-text.js";
import { t as EXIT } from "./exit-code.js";
import { dirname, join, relative, resolve } from "node:path";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
/** YAML text. Every commented option holds its default, and may be uncommented as it is. */
function starterConfig({ spec }) {
	const margins = BLOCKING_METRICS.map((name) => `${name}: ${METRICS[name].defaults.margin}`);
	const reported = BLOCKING_METRICS.filter((name) => METRICS[name].defaults.action === "report").map((name) => `${name}: report`);
	return `# Spec Gate: which spec is guarded, by which models and judges, and how much of a change is too much.
# On pull requests the base branch's copy of this file decides; a change of it takes effect when it is merged.

# The spec: a file, a glob or a list of them. Markdown clauses, or a YAML or JSON list of {id, text}.
spec: ${JSON.stringify(spec)}
# What counts as a clause: headings, items or paragraphs.
# clauses: headings

# target: models are trained towards the spec and never see it. prompt: the spec is their system prompt.
specUse: target

# The scenarios that put clauses to the test, one a line: spec-gate bank generate, import, score.
# bank: .spec-gate/bank.jsonl

# Where models are asked. A key is read from the environment variable named here, and sent to this origin only.
providers:
  openai: { kind: openai, apiKeyEnv: OPENAI_API_KEY }
  anthropic: { kind: anthropic, apiKeyEnv: ANTHROPIC_API_KEY }
  google:
    kind: openai
    baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai"
    apiKeyEnv: GEMINI_API_KEY

# The models whose behaviour the spec is about. Yours may be behind any OpenAI-compatible endpoint.
models:
  - openai/gpt-5.5
  - anthropic/claude-sonnet-5

# The panel that rules on each answer: an odd number, from at least two vendors.
judges: [anthropic/claude-sonnet-5, openai/gpt-5.5, google/gemini-3-pro-preview]

# Places answers on the two values' scales: needed to score a bank, and with specUse: prompt.
classifier: anthropic/claude-opus-5

# How many scenarios a check starts with, and may extend itself to when the evidence does not decide.
# selection: { scenarios: 32, extendTo: 64, replicates: { base: 4, confirm: 2 } }

# The rise that a pass rules out (a share; 0.05 is 5 points). A confirmed effect of half of it or more fails.
# margins: { ${margins.join(", ")} }

# What each finding does: fail blocks, report only says so.
# actions: { newOutliers: report, ${reported.join(", ")}, untested: inconclusive, policyChange: fail }

# Whether a check that cannot decide blocks: fail or report.
# onInconclusive: fail

# Who may accept an intended change: users, or org/team.
# approvers: []

# How much of scenarios and answers reports and comments show: ids, excerpts or full.
# disclose: ids

# Caps of one run; reaching one ends it inconclusive and keeps what was finished.
# budget: { calls: 15000, usd: 20, minutes: 60 }
`;
}
/** Where specs usually lie. */
const USUAL_PLACES = [
	"docs/model_spec.md",
	"model_spec.md",
	"MODEL_SPEC.md",
	"docs/constitution.md",
	"constitution.md",
	"CONSTITUTION.md",
	"docs/spec.md",
	"spec.md",
	"SPEC.md",
	"prompts/system.md"
];
const IGNORED = [".spec-gate/store/", "spec-gate-report/"];
const FOLDER_NOTE = `# .spec-gate

What Spec Gate keeps beside the spec:

- \`bank.jsonl\`: the scenarios, one a line, in order of id. Commit it; the base branch's copy is the one that counts.
- \`accepted/\`: changes of behaviour that were accepted, with who and why. Commit it.
- \`store/\`: answers that were paid for, by the hash of what was asked. Not committed; workflows keep it in the cache.
`;
function runInitCommand(options, door) {
	const spec = chooseSpec(options, door);
	const done = [
		writeNew(door, "spec-gate.yml", starterConfig({ spec })),
		writeNew(door, ".spec-gate/README.md", FOLDER_NOTE),
		addLines(door, ".gitignore", IGNORED)
	];
	const found = existsSync(join(door.cwd, spec));
	door.print(options.json === true ? `${JSON.stringify({
		spec,
		found,
		files: done
	}, null, 2)}\n` : [
		...done.map(({ file, what }) => `${what.padEnd(13)}  ${file}`),
		"",
		...nextSteps(spec, found)
	].map((line) => `${line}\n`).join(""));
	return EXIT.pass;
}
function nextSteps(spec, found) {
	return [
		"Next:",
		`  1. ${found ? `spec-gate.yml guards ${visibleLine(spec)}` : `there is no ${visibleLine(spec)} yet: write it, or name your spec`}; choose models and judges in spec-gate.yml`,
		"  2. spec-gate doctor                            are the keys and models there?",
		"  3. spec-gate bank generate --from-spec --plan  what scenarios for it would cost (or bank import what you have)",
		"  4. spec-gate bank score --plan                 what linking them to clauses would cost",
		"  5. spec-gate check --base main                 the gate"
	];
}
/** @throws UserError for a named spec that is not there, or lies outside. */
function chooseSpec({ spec }, door) {
	if (spec === void 0) return USUAL_PLACES.find((place) => existsSync(join(door.cwd, place))) ?? USUAL_PLACES[0];
	const path = relative(door.cwd, resolve(door.cwd, spec)).replaceAll("\\", "/");
	if (path.startsWith("..")) throw new UserError({ message: `${spec} lies outside this folder` });
	if (!existsSync(join(door.cwd, path))) throw new UserError({ message: `there is no file ${spec}` });
	return path;
}
function writeNew(door, file, text) {
	const path = join(door.cwd, file);
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
function addLines(door, file, lines) {
	const path = join(door.cwd, file);
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
export { runInitCommand };
