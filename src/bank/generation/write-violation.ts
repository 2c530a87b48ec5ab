// One question about a clause with an answer that breaks it and one that keeps it, as far as the judges agree that they do.
import { isStopping } from '../../writing/stopping.ts';
import { isSimulated } from '../../models/provider-kind.ts';
import { hashJson } from '../../core/canonical-json.ts';
import type { Ask } from '../../evaluation/ask.ts';
import { askJudges } from '../../evaluation/ask-judges.ts';
import { majorityOf } from '../../evaluation/majority.ts';
import type { PromptVersion } from '../../evaluation/prompts/prompt-version.ts';
import { isProblematic, type Judgment } from '../../evaluation/ruling.ts';
import type { ModelRef } from '../../models/model.ts';
import type { LabelledItem } from '../../scenarios/labelled.ts';
import type { ShownClause } from '../../spec/shown/shown-clause.ts';
import { slugify } from '../../spec/slug.ts';
import { readViolation, violationRequest, type ViolationTask, type WrittenViolation } from './prompts/violation.ts';

export interface CheckedTask extends ViolationTask {
  readonly judges: readonly ModelRef[];
  /** What judges are asked with. */
  readonly wording: PromptVersion;
  /** What a judge reads in a check of this clause. */
  readonly shown: readonly ShownClause[];
}

export type CheckedViolation =
  /** The violation first; then the answer that keeps the clause, where the judges say that it does. */
  | { readonly status: 'written'; readonly items: readonly [LabelledItem, ...LabelledItem[]] }
  /** The judges did not see what it was written to break. */
  | { readonly status: 'let-pass' }
  | { readonly status: 'dropped' | 'unanswered'; readonly reason: string };

/** A violation counts where most of the panel rules against it and says that it rests on the clause. */
export async function writeViolation(task: CheckedTask, ask: Ask): Promise<CheckedViolation> {
  const answer = await ask(violationRequest(task));
  if (answer.status === 'missing') return { status: 'unanswered', reason: answer.reason };
  const read = readViolation(task, answer.completion);
  if (read.status === 'dropped') return read;
  const { query, breaks, keeps } = read.value;
  const against = await judge(task, { query, response: breaks }, ask);
  if (isProblematic(against) === 'missing') return { status: 'unanswered', reason: whyUndecided(against) };
  if (!isSeenToBreak(against, task)) return { status: 'let-pass' };
  const favour = await judge(task, { query, response: keeps }, ask);
  // A run that is stopped here writes neither answer: with one of them the next run would think the question done.
  if (isProblematic(favour) === 'missing' && isStopping(whyUndecided(favour))) {
    return { status: 'unanswered', reason: whyUndecided(favour) };
  }
  const items = itemsOf(task, read.value);
  return { status: 'written', items: isProblematic(favour) === false ? items : [items[0]] };
}

/** Asks the judges with a draw name of its own, since the rulings that chose an item must not be used again in a check. */
function judge(
  { judges, wording, shown, draw }: CheckedTask,
  { query, response }: { readonly query: string; readonly response: string },
  ask: Ask,
): Promise<readonly Judgment[]> {
  const conversation = [{ role: 'user', content: query }] as const;
  return askJudges({ judges, wording, clauses: shown, conversation, response, draw, audited: false }, ask);
}

function isSeenToBreak(judgments: readonly Judgment[], { judges, clause }: CheckedTask): boolean {
  const against = judgments.filter(
    (one) => one.status === 'ruled' && one.ruling === 'non-compliant' && one.clauses.includes(clause.id),
  );
  return isProblematic(judgments) === true && against.length >= majorityOf(judges.length);
}

function whyUndecided(judgments: readonly Judgment[]): string {
  const abstained = judgments.find((one) => one.status === 'abstained');
  return abstained?.status === 'abstained' ? abstained.reason : 'judges without a majority';
}

function itemsOf(
  { clause, generator }: CheckedTask,
  { query, breaks, keeps }: WrittenViolation,
): readonly [LabelledItem, LabelledItem] {
  const id = `${slugOf(clause.id)}-${hashJson([query, breaks]).slice(0, 10)}`;
  const source = `${isSimulated(generator) ? 'simulated; ' : ''}written by ${generator.id}, ruled by the panel`;
  const shared = { clauses: [clause.id], conversation: [{ role: 'user', content: query } as const] };
  return [
    { id: `${id}-breaks`, ...shared, response: breaks, expected: 'non-compliant', cited: [clause.id], source },
    { id: `${id}-keeps`, ...shared, response: keeps, expected: 'compliant', source },
  ];
}

function slugOf(clause: string): string {
  return Array.from(slugify(clause)).slice(0, 60).join('') || 'clause';
}
