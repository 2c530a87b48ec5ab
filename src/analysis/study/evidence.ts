// evidence.jsonl: what every figure of a run can be recomputed from, one line a scenario and one a judged response.
import { RESPONSE_TYPES } from '../../core/study-words.ts';
import * as z from 'zod';
import { canonicalJson, type Json } from '../../core/canonical-json.ts';
import { UserError, type Problem } from '../../core/errors.ts';
import type { Comparison } from '../../evaluation/comparison.ts';
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { parseUntrustedJson } from '../../core/untrusted-json.ts';
import type { ClausePlace } from './study-data.ts';

const name = z.string().min(1).max(300);
const place = z.strictObject({
  id: name,
  file: z.string(),
  line: z.int().positive(),
  endLine: z.int().positive(),
});

const header = z.strictObject({
  schema: z.literal('spec-gate/evidence@1'),
  comparison: z.enum(['target', 'prompt', 'model']),
  simulated: z.boolean(),
  clauses: z.array(place),
});

const scenarioLine = z.strictObject({
  scenario: name,
  clauses: z.array(name),
  topics: z.array(name),
  value1: name.exactOptional(),
  value2: name.exactOptional(),
  disagreement: z.number().min(0).max(3).exactOptional(),
});

const judgment = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('ruled'),
    judge: name,
    ruling: z.enum(['compliant', 'non-compliant', 'ambiguous']),
    clauses: z.array(name),
    reasoning: z.string(),
  }),
  z.strictObject({ status: z.literal('abstained'), judge: name, reason: z.string() }),
]);

const score = z.number().min(0).max(6);
const cellLine = z.strictObject({
  cell: name,
  model: name,
  arm: z.enum(['base', 'head']),
  stage: z.enum(['screen', 'confirm']),
  draw: z.int().positive(),
  response: z.string(),
  judgments: z.array(judgment),
  audited: z.boolean(),
  problematic: z.union([z.boolean(), z.literal('missing')]),
  scores: z
    .union([
      z.literal('missing'),
      z.strictObject({
        value1: score,
        value2: score,
        confidence: z.number().min(0).max(1),
        responseType: z.enum(RESPONSE_TYPES),
      }),
    ])
    .exactOptional(),
  responseText: z.string().exactOptional(),
  missingReason: z.string().exactOptional(),
  returnedModel: z.string().exactOptional(),
});

export type EvidenceScenario = z.infer<typeof scenarioLine>;

export interface Evidence {
  readonly comparison: Comparison['kind'];
  readonly simulated: boolean;
  readonly places: ReadonlyMap<string, ClausePlace>;
  readonly scenarios: ReadonlyMap<string, EvidenceScenario>;
  readonly cells: readonly EvaluatedCell[];
}

export interface EvidenceParts {
  readonly comparison: Pick<Comparison, 'kind' | 'clauses'>;
  readonly simulated: boolean;
  readonly scenarios: readonly Scenario[];
  readonly cells: readonly EvaluatedCell[];
  /** What of a response or a judge's reasoning may be kept; undefined keeps nothing of it. */
  readonly show: (text: string) => string | undefined;
}

/** The file's text: a header, the scenarios, the cells in the order given. The same parts give the same bytes. */
export function serializeEvidence({ comparison, simulated, scenarios, cells, show }: EvidenceParts): string {
  const clauses = comparison.clauses.ordered.flatMap(({ id, base, head }) => {
    const clause = head ?? base;
    return clause === undefined ? [] : [{ id, file: clause.file, line: clause.lines.start, endLine: clause.lines.end }];
  });
  const lines: readonly Json[] = [
    { schema: 'spec-gate/evidence@1', comparison: comparison.kind, simulated, clauses },
    ...scenarios.map(({ id, clauses: links, topics, value1, value2, disagreement }): Json => {
      return { scenario: id, clauses: links, topics, value1, value2, disagreement };
    }),
    ...cells.map((cell) => cellToJson(cell, show)),
  ];
  return lines.map((line) => `${canonicalJson(line)}\n`).join('');
}

function cellToJson(
  { scenario, responseText, judgments, scores, ...cell }: EvaluatedCell,
  show: EvidenceParts['show'],
): Json {
  return {
    cell: scenario,
    ...cell,
    judgments: judgments.map((one): Json => {
      return one.status === 'ruled' ? { ...one, reasoning: show(one.reasoning) ?? '' } : { ...one };
    }),
    scores: scores === undefined || scores === 'missing' ? scores : { ...scores },
    responseText: responseText === undefined ? undefined : show(responseText),
  };
}

const line = z.union([header, scenarioLine, cellLine]);

/** @throws UserError with the first hundred lines that do not fit, and where the header is not the first. */
export function parseEvidence({ file, text }: { readonly file: string; readonly text: string }): Evidence {
  const problems: Problem[] = [];
  let head: z.infer<typeof header> | undefined;
  const scenarios = new Map<string, EvidenceScenario>();
  const cells: EvaluatedCell[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    if (raw.trim() === '' || problems.length >= 100) continue;
    const json = parseUntrustedJson(raw);
    const parsed = json.status === 'parsed' ? line.safeParse(json.value) : undefined;
    if (parsed?.success !== true) {
      const message = json.status === 'refused' ? json.reason : 'not a line of evidence of this version';
      problems.push({ message, place: { file, line: index + 1 } });
    } else if ('schema' in parsed.data) {
      head ??= parsed.data;
    } else if ('cell' in parsed.data) {
      const { cell: scenario, judgments, ...rest } = parsed.data;
      cells.push({ scenario, judgments, ...rest });
    } else {
      scenarios.set(parsed.data.scenario, parsed.data);
    }
  }
  if (head === undefined && problems.length === 0)
    problems.push({ message: 'not the evidence of a run', place: { file, line: 1 } });
  if (problems.length > 0 || head === undefined) throw new UserError(problems);
  const places = new Map(head.clauses.map(({ id, ...at }) => [id, at]));
  return { comparison: head.comparison, simulated: head.simulated, places, scenarios, cells };
}
