// evidence.jsonl: what every figure of a run can be recomputed from, one line a clause, a scenario and a judged response.
import { whereDefined } from '../../core/where-defined.ts';
import { canonicalJson, type Json } from '../../core/canonical-json.ts';
import { UserError, type Place, type Problem } from '../../core/errors.ts';
import { MAX_LINE } from '../../core/untrusted-json.ts';
import type { Comparison } from '../../evaluation/comparison.ts';
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';
import type { Judgment } from '../../evaluation/ruling.ts';
import { readLines, type ByteSource } from '../../core/byte-source.ts';
import { writeConversation, type Scenario } from '../../scenarios/scenario.ts';
import {
  parseEvidenceLine,
  readOwnLine,
  type EvidenceCell,
  type EvidenceClause,
  type EvidenceHeader,
  type EvidenceScenario,
  type Provenance,
} from './evidence-line.ts';
import { createPool, createWords } from '../../core/pool.ts';
import type { ClausePlace } from './study-data.ts';

export interface Evidence {
  readonly comparison: Comparison['kind'];
  readonly simulated: boolean;
  /** The run whose report it belongs to. */
  readonly run?: string;
  readonly made?: Provenance;
  readonly places: ReadonlyMap<string, ClausePlace>;
  /** The spec in the order of reading; empty where the run did not write it down. */
  readonly clauses: readonly EvidenceClause[];
  readonly scenarios: ReadonlyMap<string, EvidenceScenario>;
  readonly cells: readonly EvidenceCell[];
}

export interface EvidenceParts {
  readonly comparison: Pick<Comparison, 'kind' | 'clauses'>;
  readonly simulated: boolean;
  readonly run?: string;
  readonly made?: Provenance;
  /** The spec as it is read (listReading). */
  readonly clauses?: readonly EvidenceClause[];
  readonly scenarios: readonly Scenario[];
  readonly cells: readonly EvaluatedCell[];
  /** What of a response or a judge's reasoning may be kept; undefined keeps nothing of it. */
  readonly show: (text: string) => string | undefined;
}

/** The file's text: a header, the clauses, the scenarios, the cells in the order given. The same parts give the same bytes. */
export function serializeEvidence({
  comparison,
  simulated,
  run,
  made,
  clauses = [],
  scenarios,
  cells,
  show,
}: EvidenceParts): string {
  const places = comparison.clauses.ordered.flatMap(({ id, base, head }) => {
    const clause = head ?? base;
    return clause === undefined ? [] : [{ id, file: clause.file, line: clause.lines.start, endLine: clause.lines.end }];
  });
  const lines: readonly Json[] = [
    {
      schema: 'spec-gate/evidence@1',
      comparison: comparison.kind,
      simulated,
      clauses: places,
      ...whereDefined({ run, made }),
    },
    ...clauses.map((clause): Json => ({ ...clause })),
    ...scenarios.map((scenario): Json => {
      const { id, clauses: links, topics, value1, value2, disagreement } = scenario;
      const asked = writeConversation(scenario.messages);
      const facts = { scenario: id, clauses: links, topics, value1, value2, disagreement };
      return { ...facts, query: show(asked), queryLength: asked.length };
    }),
    ...cells.map((cell) => cellToJson(cell, show)),
  ];
  return lines.map((line) => `${canonicalJson(line)}\n`).join('');
}

function cellToJson(
  { scenario, responseText, judgments, scores, underBase, ...cell }: EvaluatedCell,
  show: EvidenceParts['show'],
): Json {
  const shown = (all: readonly Judgment[]): Json =>
    all.map((one): Json => {
      return one.status === 'ruled' ? { ...one, reasoning: show(one.reasoning) ?? '' } : { ...one };
    });
  return {
    cell: scenario,
    ...cell,
    // Dates and numbers of retries stay in the store: the file depends on inputs and answers only.
    at: undefined,
    retries: undefined,
    judgments: shown(judgments),
    underBase: underBase && { ...underBase, judgments: shown(underBase.judgments) },
    scores: scores === undefined || scores === 'missing' ? scores : { ...scores },
    responseText: responseText === undefined ? undefined : show(responseText),
    responseLength: responseText?.length,
  };
}

/** @throws UserError with the first hundred lines that do not fit, and where there is no header. */
export function parseEvidence({ file, text }: { readonly file: string; readonly text: string }): Evidence {
  return readText({ file, text }, parseEvidenceLine);
}

/** The same of a text that this process has just written: no schema is asked whether it fits, which takes ten times as long. */
export function readOwnEvidence(text: string): Evidence {
  return readText({ file: 'evidence.jsonl', text }, readOwnLine);
}

function readText({ file, text }: { readonly file: string; readonly text: string }, parse: ParseLine): Evidence {
  const reader = createEvidenceReader(file, { parse });
  for (const [index, line] of text.split('\n').entries()) reader.addLine(index + 1, line);
  return reader.finish();
}

/** The same from a file too large for one text, without the judges' reasons: no table reads them, and they are most of it. */
export async function readEvidence(source: ByteSource): Promise<Evidence> {
  const reader = createEvidenceReader(source.name, { keep: createCondenser() });
  for await (const { number, text } of readLines(source, MAX_LINE)) reader.addLine(number, text);
  return reader.finish();
}

/** More problems than this are not looked for. */
const MOST_PROBLEMS = 100;

interface EvidenceReader {
  /** `line` counts from 1. */
  addLine(line: number, text: string): void;
  /** @throws UserError with all problems. */
  finish(): Evidence;
}

type ParseLine = typeof parseEvidenceLine;

interface ReaderOptions {
  readonly parse?: ParseLine;
  /** What is kept of a cell: all of it unless something else is said. */
  readonly keep?: (cell: EvidenceCell) => EvidenceCell;
}

function createEvidenceReader(
  file: string,
  { parse = parseEvidenceLine, keep = (cell) => cell }: ReaderOptions,
): EvidenceReader {
  const problems: Problem[] = [];
  let head: EvidenceHeader | undefined;
  const clauses: EvidenceClause[] = [];
  const scenarios = new Map<string, EvidenceScenario>();
  const cells: EvidenceCell[] = [];
  const lineOf = new Map<string, number>();
  return {
    addLine(line, text) {
      if (text.trim() === '' || problems.length >= MOST_PROBLEMS) return;
      const parsed = parse(text);
      switch (parsed.kind) {
        case 'header':
          head ??= parsed.value;
          return;
        case 'clause':
          clauses.push(parsed.value);
          return;
        case 'scenario':
          scenarios.set(parsed.value.scenario, parsed.value);
          return;
        case 'cell': {
          const { scenario, model, arm, stage, draw } = parsed.value;
          const name = JSON.stringify([scenario, model, arm, stage, draw]);
          const before = lineOf.get(name);
          if (before !== undefined) problems.push(twice(before, { file, line }));
          else lineOf.set(name, line);
          cells.push(keep(parsed.value));
          return;
        }
        case 'problem':
          problems.push({ message: parsed.message, place: { file, line } });
      }
    },
    finish() {
      if (head === undefined && problems.length === 0) {
        problems.push({ message: 'not the evidence of a run', place: { file, line: 1 } });
      }
      if (problems.length > 0 || head === undefined) throw new UserError(problems);
      const places = new Map(head.clauses.map(({ id, ...at }) => [id, at]));
      const { comparison, simulated, run, made } = head;
      return { comparison, simulated, ...whereDefined({ run, made }), places, clauses, scenarios, cells };
    },
  };
}

function twice(before: number, place: Place): Problem {
  const message = `this answer stands in line ${before} already, and would count twice`;
  return { message, hint: 'leave out one of the two: they may be files of several runs in one', place };
}

/** Leaves out reasons; judgments and words that are equal without them are shared. */
function createCondenser(): (cell: EvidenceCell) => EvidenceCell {
  const word = createWords();
  const judgments = createPool<Judgment>();
  const condense = (all: readonly Judgment[]): readonly Judgment[] =>
    all.map((judgment) => {
      const bare = judgment.status === 'ruled' ? { ...judgment, reasoning: '' } : judgment;
      return judgments(JSON.stringify(bare), () => bare);
    });
  return ({ underBase, ...cell }) => ({
    ...cell,
    scenario: word(cell.scenario),
    model: word(cell.model),
    judgments: condense(cell.judgments),
    ...(underBase !== undefined && { underBase: { ...underBase, judgments: condense(underBase.judgments) } }),
  });
}
