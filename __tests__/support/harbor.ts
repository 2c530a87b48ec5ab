// The shipped example, read from fixtures/: spec, heads, bank, world, and its models asked through the real prompts.
import { sha256 } from '../../src/core/canonical-json.ts';
import type { Ruling } from '../../src/core/study-words.ts';
import { readFileSync } from 'node:fs';
import { classifyRequest } from '../../src/evaluation/prompts/classify.ts';
import { judgeRequest } from '../../src/evaluation/prompts/judge.ts';
import { respondRequest } from '../../src/evaluation/prompts/respond.ts';
import type { Judgment } from '../../src/evaluation/ruling.ts';
import { pairClauses, showClauses } from '../../src/evaluation/clause-pairs.ts';
import type { ShownClause } from '../../src/spec/shown/shown-clause.ts';
import type { Completion, CompletionRequest, ModelRef } from '../../src/models/model.ts';
import { createSimulatedModel } from '../../src/models/simulated/simulated.ts';
import { parseWorld, type World } from '../../src/models/simulated/world.ts';
import { parseBank } from '../../src/scenarios/parse-bank.ts';
import { hasRubrics, type Scenario } from '../../src/scenarios/scenario.ts';
import type { Clause, Spec } from '../../src/spec/clause.ts';
import { parseSpec } from '../../src/spec/parse.ts';

/** A config's `selection` with so few scenarios and draws that a check of the conflicting edit makes a few hundred calls. */
export const FEW = '{ scenarios: 8, extendTo: 8, replicates: { base: 2, confirm: 1 } }';

export const PANEL = ['aspen', 'birch', 'cedar', 'dogwood'];
export const JUDGES = ['warden', 'advocate', 'umpire'];

/** A file below fixtures/, as text. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
}

export type SpecName = 'spec.md' | 'head-harmless/spec.md' | 'head-conflict/spec.md';

// Read once in a process, since they are data that nobody changes.
const specs = new Map<SpecName, Promise<Spec>>();
let bankRead: readonly Scenario[] | undefined;
let worldRead: Promise<World> | undefined;

export function harborSpec(name: SpecName): Promise<Spec> {
  const known = specs.get(name);
  if (known !== undefined) return known;
  const spec = parseSpec([{ file: name, text: fixture(`harbor/${name}`) }], { clauses: 'headings' });
  specs.set(name, spec);
  return spec;
}

/** The base spec with what a clause asks turned into a platitude. */
export async function emptyClause(id: string): Promise<Spec> {
  return editClause(id, (clause) => ({ ...clause, text: 'The assistant tries to do well here.' }));
}

/** The base spec with one more sentence in a clause. */
export async function rewordClause(id: string): Promise<Spec> {
  return editClause(id, (clause) => ({ ...clause, text: `${clause.text} This holds for short answers, too.` }));
}

/** The base spec without a clause. */
export async function removeClause(id: string): Promise<Spec> {
  return editClause(id, () => undefined);
}

async function editClause(id: string, edit: (clause: Clause) => Clause | undefined): Promise<Spec> {
  const spec = await harborSpec('spec.md');
  const clauses = spec.clauses.flatMap((clause) => (clause.id === id ? (edit(clause) ?? []) : [clause]));
  const before = spec.clauses.find((clause) => clause.id === id)!;
  const edited = clauses.find((clause) => clause.id === id);
  // What models get as their prompt is the file.
  const files = spec.files.map((file) => (file.file === before.file ? { ...file, text: write(file.text) } : file));
  return { ...spec, clauses, files, hash: sha256(JSON.stringify(clauses)) };

  function write(text: string): string {
    const lines = text.split('\n');
    const { start, end } = before.lines;
    const heading = lines[start - 1]!;
    lines.splice(start - 1, end - start + 1, ...(edited === undefined ? [] : [heading, '', edited.text, '']));
    return lines.join('\n');
  }
}

export function harborBank(): readonly Scenario[] {
  bankRead ??= parseBank({ file: 'bank.jsonl', text: fixture('harbor/bank.jsonl') }).scenarios;
  return bankRead;
}

export function harborWorld(): Promise<World> {
  worldRead ??= parseWorld({ file: 'world.yml', text: fixture('harbor/world.yml') });
  return worldRead;
}

/** The same world with judges that never err: what they rule is the truth. */
export function withoutJudgeErrors(world: World): World {
  const errors = { falsePositive: 0, falseNegative: 0, ambiguity: 0, abstention: 0 };
  return { ...world, judges: new Map([...world.judges].map(([name, judge]) => [name, { ...judge, ...errors }])) };
}

export function simulatedRef(model: string): ModelRef {
  return { id: `sim/${model}`, kind: 'simulated', origin: 'simulated:', model, params: {} };
}

/** The clauses a judge is shown for a scenario: its links and the global ones. */
export function shownFor(spec: Spec, links: readonly string[]): readonly ShownClause[] {
  return showClauses(pairClauses(spec, spec, []), { links, arm: 'base', context: 'linked' });
}

/** What a simulated judge replies; undefined for an abstention. */
export interface SimulatedReply {
  readonly ruling: Ruling;
  readonly clauses: readonly string[];
}

export interface Simulation {
  ask(request: CompletionRequest): Promise<Completion>;
  /** `spec` is the system prompt under `specUse: prompt`. */
  respond(model: string, scenario: Scenario, at: { draw: string; spec?: string }): Promise<string>;
  judge(judge: string, subject: JudgedSubject): Promise<SimulatedReply>;
  score(classifier: string, scenario: Scenario, at: { draw: string; response: string }): Promise<SimulatedScores>;
}

interface JudgedSubject {
  readonly clauses: readonly ShownClause[];
  readonly conversation: Scenario['messages'];
  readonly response: string;
  readonly draw: string;
}

interface SimulatedScores {
  readonly value1: number;
  readonly value2: number;
  readonly confidence: number;
  readonly response_type: string;
}

/** Everybody in a world, asked through the prompts that a check uses. */
export function simulate(world: World, scenarios: readonly Scenario[]): Simulation {
  const names = new Set([...world.models.keys(), ...world.judges.keys(), ...world.classifiers.keys()]);
  const models = new Map(
    [...names].map((name) => [name, createSimulatedModel(simulatedRef(name), { world, scenarios })]),
  );
  const signal = new AbortController().signal;
  const ask = (request: CompletionRequest): Promise<Completion> =>
    models.get(request.model.model)!.complete(request, { signal });
  return {
    ask,
    respond: async (model, scenario, { draw, spec }) => {
      const respondent = { ref: simulatedRef(model), ...(spec === undefined ? {} : { spec }) };
      return (await ask(respondRequest(respondent, scenario, draw))).text;
    },
    judge: async (judge, subject) => {
      const { text } = await ask(judgeRequest({ judge: simulatedRef(judge), ...subject }));
      return JSON.parse(text) as SimulatedReply;
    },
    score: async (classifier, scenario, { draw, response }) => {
      if (!hasRubrics(scenario)) throw new Error(`${scenario.id} has no rubrics`);
      const { text } = await ask(classifyRequest({ classifier: simulatedRef(classifier), scenario, response, draw }));
      return JSON.parse(text) as SimulatedScores;
    },
  };
}

/** A judge's reply as the judgment that `isProblematic` reads. */
export function asJudgment(judge: string, { ruling, clauses }: SimulatedReply): Judgment {
  return { status: 'ruled', judge, ruling, clauses, reasoning: '' };
}
