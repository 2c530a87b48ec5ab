// One line of evidence.jsonl and its schema: the header, a clause as it is read, a scenario, or a judged response.
import { RESPONSE_TYPES } from '../../core/study-words.ts';
import * as z from 'zod';
import { parseUntrustedJson } from '../../core/untrusted-json.ts';
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';

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
  /** What it was made by and from, besides the specs that the report names. */
  made: z
    .strictObject({
      /** Of spec-gate. */
      version: z.string(),
      /** Path of the config. */
      config: z.string(),
      /** SHA-256 of the bank's scenarios, and how many they are. */
      bank: z.string(),
      scenarios: z.int().nonnegative(),
      /** Versions of the words that judges and the classifier were asked in. */
      prompts: z.array(z.string()),
    })
    .exactOptional(),
});

/** A clause of the spec with its text, in the order of reading: what a scenario's clauses can be looked up in. */
const clauseLine = z.strictObject({
  clause: name,
  title: z.string(),
  /** Titles of the headings above it, outermost first. */
  path: z.array(z.string()),
  text: z.string(),
  file: z.string(),
  line: z.int().positive(),
  endLine: z.int().positive(),
  /** `grouping`: a heading without text above others. */
  kind: z.enum(['grouping', 'item']).exactOptional(),
  /** Only the base has it: the change removes it. */
  removed: z.literal(true).exactOptional(),
  /** Scenarios of the bank linked to it; absent where no answer is held against it by itself. */
  scenarios: z.int().nonnegative().exactOptional(),
  /** Its sentences that demand something, and about how many of those scenarios test each. */
  demands: z
    .array(z.strictObject({ text: z.string(), by: z.string().exactOptional(), scenarios: z.int().nonnegative() }))
    .exactOptional(),
});

const scenarioLine = z.strictObject({
  scenario: name,
  clauses: z.array(name),
  topics: z.array(name),
  value1: name.exactOptional(),
  value2: name.exactOptional(),
  disagreement: z.number().min(0).max(3).exactOptional(),
  /** What was asked, as far as it may be shown. */
  query: z.string().exactOptional(),
  /** Characters of what was asked. */
  queryLength: z.int().nonnegative().exactOptional(),
});

const judgment = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('ruled'),
    judge: name,
    ruling: z.enum(['compliant', 'non-compliant', 'ambiguous']),
    clauses: z.array(name),
    reasoning: z.string(),
    returnedModel: z.string().exactOptional(),
  }),
  z.strictObject({
    status: z.literal('abstained'),
    judge: name,
    reason: z.string(),
    words: z.string().exactOptional(),
  }),
]);

const problematic = z.union([z.boolean(), z.literal('missing')]);
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
  problematic,
  /** How the panel ruled on the head's own answer under the base text (`specUse: prompt`). */
  underBase: z.strictObject({ judgments: z.array(judgment), problematic }).exactOptional(),
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
  /** Characters of the whole response, of which `responseText` may be a part or none. */
  responseLength: z.int().nonnegative().exactOptional(),
  missingReason: z.string().exactOptional(),
  missingWords: z.string().exactOptional(),
  returnedModel: z.string().exactOptional(),
});

export type EvidenceHeader = z.infer<typeof header>;
export type Provenance = NonNullable<EvidenceHeader['made']>;
export type EvidenceClause = z.infer<typeof clauseLine>;
export type EvidenceScenario = z.infer<typeof scenarioLine>;
export type EvidenceCell = EvaluatedCell & { readonly responseLength?: number };

export type EvidenceLine =
  | { readonly kind: 'header'; readonly value: EvidenceHeader }
  | { readonly kind: 'clause'; readonly value: EvidenceClause }
  | { readonly kind: 'scenario'; readonly value: EvidenceScenario }
  | { readonly kind: 'cell'; readonly value: EvidenceCell }
  | { readonly kind: 'problem'; readonly message: string };

/** The kind of a line is recognised by a key that only lines of this kind have. */
export function parseEvidenceLine(text: string): EvidenceLine {
  const json = parseUntrustedJson(text);
  if (json.status === 'refused') return { kind: 'problem', message: json.reason };
  const { value } = json;
  const has = (key: string): boolean => typeof value === 'object' && value !== null && key in value;
  if (has('cell')) {
    const cell = cellLine.safeParse(value);
    if (cell.success) {
      const { cell: scenario, ...rest } = cell.data;
      return { kind: 'cell', value: { scenario, ...rest } };
    }
  } else if (has('clause')) {
    const clause = clauseLine.safeParse(value);
    if (clause.success) return { kind: 'clause', value: clause.data };
  } else if (has('scenario')) {
    const scenario = scenarioLine.safeParse(value);
    if (scenario.success) return { kind: 'scenario', value: scenario.data };
  } else {
    const first = header.safeParse(value);
    if (first.success) return { kind: 'header', value: first.data };
  }
  return { kind: 'problem', message: 'not a line of evidence of this version' };
}
