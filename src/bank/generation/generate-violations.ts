// Labelled violations for every clause that has too few. The order is deterministic, so a run that was killed goes on
// from stored answers without paying again.
import { whereDefined } from '../../core/where-defined.ts';
import type { Ask } from '../../evaluation/ask.ts';
import { pairClauses, showClauses, type ClausePairs, type JudgeContext } from '../../evaluation/clause-pairs.ts';
import type { PromptVersion } from '../../evaluation/prompts/prompt-version.ts';
import type { ModelRef } from '../../models/model.ts';
import { brokenClauses, type LabelledItem } from '../../scenarios/labelled.ts';
import type { Clause, Spec } from '../../spec/clause.ts';
import { mapInOrder } from '../../writing/map-in-order.ts';
import { createDuplicateFinder } from '../../writing/near-duplicates.ts';
import { isStopping } from '../../writing/stopping.ts';
import { writeViolation, type CheckedTask, type CheckedViolation } from './write-violation.ts';

export interface ViolationOptions {
  readonly spec: Spec;
  /** Those to write for, of the spec. */
  readonly clauses: readonly Clause[];
  /** Violations that each should have. */
  readonly count: number;
  /** What the file holds already. */
  readonly existing: readonly LabelledItem[];
  /** Who writes, in turn. */
  readonly generators: readonly ModelRef[];
  readonly judges: readonly ModelRef[];
  readonly judgeContext: JudgeContext;
  /** What judges are asked with. */
  readonly wording: PromptVersion;
}

/** What came of one clause. */
export interface ClauseViolations {
  readonly clause: string;
  /** Violations that it had before, and has with what is new. */
  readonly before: number;
  readonly after: number;
  /** What is new: violations, and answers beside them that keep the clause. */
  readonly items: readonly LabelledItem[];
  /** Answers written to break the clause that the judges did not rule against. */
  readonly letPass: number;
  readonly duplicates: number;
  /** Attempts that gave nothing, by reason. */
  readonly lost: Readonly<Record<string, number>>;
  /** Why the run ends here (`aborted`, `quota`). */
  readonly stopped?: string;
}

/** Names the sample: the same questions, the same answers. */
export const VIOLATION_DRAW = 'violations:1';
/** Attempts for each violation that a clause should have. */
export const MOST_ATTEMPTS = 3;
/** Clauses under way at once. */
const AHEAD = 16;

/** Clause by clause in the given order; the last one says whether the run was stopped. */
export async function* generateViolations(options: ViolationOptions, ask: Ask): AsyncGenerator<ClauseViolations> {
  const pairs = pairClauses(options.spec, options.spec, []);
  const results = mapInOrder(options.clauses, {
    ahead: AHEAD,
    task: (clause) => writeForClause(clause, { ...options, pairs }, ask),
  });
  for await (const result of results) {
    yield result;
    if (result.stopped !== undefined) return;
  }
}

/** As many attempts as give what is missing, a few at once, or all that are allowed. */
async function writeForClause(
  clause: Clause,
  options: ViolationOptions & { readonly pairs: ClausePairs },
  ask: Ask,
): Promise<ClauseViolations> {
  const own = violationsOf(options.existing, clause.id);
  const gathered = gather(options.existing, own, options.count);
  const shown = showClauses(options.pairs, { links: [clause.id], arm: 'base', context: options.judgeContext });
  const taskAt = (turn: number): CheckedTask => ({
    generator: options.generators[turn % options.generators.length]!,
    judges: options.judges,
    wording: options.wording,
    shown,
    clause: shown.find(({ id }) => id === clause.id)!,
    turn,
    draw: VIOLATION_DRAW,
  });
  for (let turn = 0; turn < MOST_ATTEMPTS * options.count && gathered.missing() > 0;) {
    const turns = Array.from({ length: gathered.missing() }, (_, index) => turn + index);
    turn += turns.length;
    const attempts = await Promise.all(turns.map((one) => writeViolation(taskAt(one), ask)));
    for (const attempt of attempts) gathered.take(attempt);
    if (gathered.stopped() !== undefined) break;
  }
  return { clause: clause.id, before: own.length, ...gathered.read() };
}

interface Gathered {
  readonly missing: () => number;
  readonly take: (attempt: CheckedViolation) => void;
  readonly stopped: () => string | undefined;
  readonly read: () => Omit<ClauseViolations, 'clause' | 'before'>;
}

function gather(existing: readonly LabelledItem[], own: readonly LabelledItem[], count: number): Gathered {
  const known = new Set(existing.map(({ id }) => id));
  const finder = createDuplicateFinder();
  for (const item of own) finder.add(questionOf(item));
  const items: LabelledItem[] = [];
  const lost: Record<string, number> = {};
  let [after, letPass, duplicates] = [own.length, 0, 0];
  let stopped: string | undefined;
  const keep = (written: readonly [LabelledItem, ...LabelledItem[]]): void => {
    // What an earlier run wrote counts among those that the clause had.
    if (known.has(written[0].id) || after >= count) return;
    if (finder.find(questionOf(written[0])) !== undefined) {
      duplicates += 1;
      return;
    }
    finder.add(questionOf(written[0]));
    items.push(...written);
    after += 1;
  };
  return {
    missing: () => count - after,
    take: (attempt) => {
      if (attempt.status === 'written') return keep(attempt.items);
      if (attempt.status === 'let-pass') {
        letPass += 1;
        return;
      }
      lost[attempt.reason] = (lost[attempt.reason] ?? 0) + 1;
      if (attempt.status === 'unanswered' && isStopping(attempt.reason)) stopped ??= attempt.reason;
    },
    stopped: () => stopped,
    read: () => ({ after, items, letPass, duplicates, lost, ...whereDefined({ stopped }) }),
  };
}

/** Labelled answers that break the clause. */
export function violationsOf(items: readonly LabelledItem[], clause: string): readonly LabelledItem[] {
  return items.filter((item) => item.expected === 'non-compliant' && brokenClauses(item).includes(clause));
}

function questionOf({ conversation }: LabelledItem): string {
  return conversation.map(({ content }) => content).join('\n');
}
