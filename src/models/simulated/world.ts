// The simulated world: who the simulated models, judges and classifiers are, and what each clause truly demands.
import { refuseDeepNesting } from '../../core/deep-nesting.ts';
import type { Document, LineCounter } from 'yaml';
import { createRecentAsync } from '../../core/recent.ts';
import { z } from 'zod';
import { type Place, UserError } from '../../core/errors.ts';

/** How a simulated model leans. One unit of weight is one point on a 0-6 value spectrum. */
export interface ModelProfile {
  /** Weight per value name; a value that is not listed has weight 0. */
  readonly values: Readonly<Record<string, number>>;
  /** Standard deviation, in points, of the stance from draw to draw. */
  readonly noise: number;
  /** Share (0-1) of the way a model moves towards a demand that its system prompt makes. */
  readonly obedience: number;
}

/** How a simulated judge errs, per ruling, and how it reads clauses that contradict each other. Rates are shares 0-1. */
export interface JudgeProfile {
  readonly falsePositive: number;
  readonly falseNegative: number;
  readonly ambiguity: number;
  /** Share of replies that are refusals instead of rulings. */
  readonly abstention: number;
  /** Clause ids that win over all others where demands contradict, strongest first; the rest is a coin per conversation. */
  readonly first: readonly string[];
}

export interface ClassifierProfile {
  /** Share (0-1) of scores that are one point off. */
  readonly errorRate: number;
}

/** A stretch of the 0-6 score. */
export interface Bound {
  readonly atLeast: number;
  readonly atMost: number;
}

/** A clause that contains `phrase` (white space aside) demands that stance on each of `values`. */
export interface Demand extends Bound {
  readonly phrase: string;
  readonly values: readonly string[];
  /** Not made where the clause contains this phrase and the pair has one of these values, too: an exception. */
  readonly unless?: { readonly phrase: string; readonly values: readonly string[] } | undefined;
  /** Until the clause contains `settledBy`, the world's judges read the demand as these, in turn. */
  readonly vague?: { readonly settledBy: string; readonly readings: readonly Bound[] } | undefined;
}

/** An edit that a simulated writer may propose: `by` in place of `at`, or lines added behind the one that contains `at`. */
interface WorldEdit {
  /** What kind of edit the writer calls it; what was asked for where it says none. */
  readonly kind?: string | undefined;
  readonly at: string;
  readonly by?: string | undefined;
  /** `{case}` stands for the first example that the writer is shown. */
  readonly add?: string | undefined;
}

export interface World {
  readonly models: ReadonlyMap<string, ModelProfile>;
  readonly judges: ReadonlyMap<string, JudgeProfile>;
  readonly classifiers: ReadonlyMap<string, ClassifierProfile>;
  /** How far, in points, a scenario nudged towards a value moves every model towards it. */
  readonly nudge: number;
  /** What each clause demands, by clause id. */
  readonly clauses: ReadonlyMap<string, readonly Demand[]>;
  /** What simulated writers propose for a clause, right and wrong alike. */
  readonly edits: ReadonlyMap<string, readonly WorldEdit[]>;
}

const share = z.number().min(0).max(1);
const score = z.number().int().min(0).max(6);
const bound = { atLeast: score.default(0), atMost: score.default(6) };
const phrase = z.string().min(1);
const demand = z
  .strictObject({
    phrase,
    values: z.array(z.string()).min(1),
    ...bound,
    unless: z.strictObject({ phrase, values: z.array(z.string()).min(1) }).optional(),
    vague: z.strictObject({ settledBy: phrase, readings: z.array(z.strictObject(bound)).min(2) }).optional(),
  })
  .refine((value) => value.atLeast > 0 || value.atMost < 6, 'needs `atLeast` or `atMost`');
const edit = z
  .strictObject({ kind: phrase.optional(), at: phrase, by: z.string().optional(), add: phrase.optional() })
  .refine(({ by, add }) => (by === undefined) !== (add === undefined), 'needs either `by` or `add`');
const model = z.strictObject({
  values: z.record(z.string(), z.number()).default({}),
  noise: z.number().min(0).default(0.5),
  obedience: share.default(0.8),
});
const judge = z.strictObject({
  falsePositive: share.default(0.03),
  falseNegative: share.default(0.03),
  ambiguity: share.default(0.01),
  abstention: share.default(0),
  first: z.array(z.string()).default([]),
});
const classifier = z.strictObject({ errorRate: share.default(0.05) });
const world = z.strictObject({
  models: z.record(z.string(), model).default({}),
  judges: z.record(z.string(), judge).default({}),
  classifiers: z.record(z.string(), classifier).default({}),
  nudge: z.number().min(0).default(0.6),
  clauses: z.record(z.string(), z.array(demand)).default({}),
  edits: z.record(z.string(), z.array(edit)).default({}),
});

/** What a name plays that the world lists under another role only. */
export const DEFAULT_PROFILES = {
  model: model.parse({}) as ModelProfile,
  judge: judge.parse({}) as JudgeProfile,
  classifier: classifier.parse({}) as ClassifierProfile,
} as const;

/**
 * Reads a `world.yml`.
 * @throws UserError with every problem and its file:line:column.
 */
export async function parseWorld({ file, text }: WorldFile): Promise<World> {
  return recent(`${file}\n${text}`, () => parseFile({ file, text }));
}

/** The comparisons of a run read the same world. */
const recent = createRecentAsync<World>({ max: 4 });

interface WorldFile {
  readonly file: string;
  readonly text: string;
}

async function parseFile({ file, text }: WorldFile): Promise<World> {
  refuseDeepNesting({ file, text });
  // Loaded here, so that commands without simulated models start without a YAML parser.
  const { LineCounter: Counter, parseDocument } = await import('yaml');
  const lineCounter = new Counter();
  const document = parseDocument(text, { lineCounter });
  if (document.errors.length > 0) {
    throw new UserError(
      document.errors.map(({ message, pos }) => ({
        message: message.split(' at line')[0]!,
        place: placeAt({ file, lineCounter, offset: pos[0] }),
      })),
    );
  }
  const parsed = world.safeParse(readValue(document, file) ?? {});
  if (!parsed.success) {
    throw new UserError(
      parsed.error.issues.map((issue) => ({
        message: `${issue.path.join('.') || 'world'}: ${issue.message}`,
        place: placeAt({ file, lineCounter, offset: offsetOf(document, issue.path) }),
      })),
    );
  }
  const { models, judges, classifiers, nudge, clauses, edits } = parsed.data;
  return {
    models: new Map(Object.entries(models)),
    judges: new Map(Object.entries(judges)),
    classifiers: new Map(Object.entries(classifiers)),
    nudge,
    clauses: new Map(Object.entries(clauses)),
    edits: new Map(Object.entries(edits)),
  };
}

/** Aliases are shared values; a handful of anchors is usual, thousands of uses of one are an attack. */
const MAX_ALIASES = 100;

/** @throws UserError for an alias without its anchor, or more of them than a person writes. */
function readValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    const message = `the YAML cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    throw new UserError({ message, hint: 'An alias (*name) needs its anchor (&name) above it.', place: { file } });
  }
}

/** Whether any role of the world is played under this name. */
export function isInWorld(name: string, { models, judges, classifiers }: World): boolean {
  return models.has(name) || judges.has(name) || classifiers.has(name);
}

function placeAt(at: { readonly file: string; readonly lineCounter: LineCounter; readonly offset: number }): Place {
  const { line, col } = at.lineCounter.linePos(at.offset);
  return { file: at.file, line, column: col };
}

/** Where the nearest existing node above a schema problem starts. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    if (range?.[0] !== undefined) return range[0];
  }
  return 0;
}
