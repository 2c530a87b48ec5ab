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
  /** The run whose report it belongs to (`digestRun`); absent in older files, and where there is no report. */
  run: z.string().max(64).exactOptional(),
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

const SCHEMAS = { header, clause: clauseLine, scenario: scenarioLine, cell: cellLine } as const;

/** A line from anywhere, held against its schema. */
export function parseEvidenceLine(text: string): EvidenceLine {
  const json = parseUntrustedJson(text);
  if (json.status === 'refused') return { kind: 'problem', message: json.reason };
  const kind = kindOf(json.value);
  const line = SCHEMAS[kind].safeParse(json.value);
  return line.success
    ? lineOf(kind, line.data)
    : { kind: 'problem', message: 'not a line of evidence of this version' };
}

/** A line that this process has written itself, so it is not held against the schema again. */
export function readOwnLine(text: string): EvidenceLine {
  const value: unknown = JSON.parse(text);
  return lineOf(kindOf(value), value);
}

/** The kind of a line is recognised by a key that only lines of this kind have. */
function kindOf(value: unknown): keyof typeof SCHEMAS {
  const has = (key: string): boolean => typeof value === 'object' && value !== null && key in value;
  return has('cell') ? 'cell' : has('clause') ? 'clause' : has('scenario') ? 'scenario' : 'header';
}

/** The value is of this kind, by its schema or by where it comes from. */
function lineOf(kind: keyof typeof SCHEMAS, value: unknown): EvidenceLine {
  switch (kind) {
    case 'header':
      return { kind, value: value as EvidenceHeader };
    case 'clause':
      return { kind, value: value as EvidenceClause };
    case 'scenario':
      return { kind, value: value as EvidenceScenario };
    case 'cell': {
      const { cell: scenario, ...rest } = value as z.infer<typeof cellLine>;
      return { kind, value: { scenario, ...rest } };
    }
    default:
      return kind satisfies never;
  }
}
