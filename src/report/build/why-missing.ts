// Why answers and rulings are missing: each cause once, in the provider's own words, with how often and what would help.
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';
import { remedyOf } from '../../models/remedy.ts';
import type { FindingArgs } from '../finding-args.ts';
import { createFinding } from '../messages.ts';
import type { Finding } from '../report.ts';

export type Cause = FindingArgs['whyMissing'];

/** Causes shown; the others are in run.json and in the evidence. */
const MOST_CAUSES = 5;
/** Numbers in words differ from call to call (tokens, times): they do not make another cause. */
const NUMBERS = /\d+/g;

/** Every cause, the most frequent first. `nameOf` gives who was asked for a cell's answer. */
export function listCauses(cells: readonly EvaluatedCell[], nameOf: (cell: EvaluatedCell) => string): readonly Cause[] {
  const causes = new Map<string, Cause>();
  const add = (who: string, reason: string, said: string | undefined): void => {
    const words = said ?? describe(reason);
    const key = `${who}\n${reason}\n${words.replaceAll(NUMBERS, '#')}`;
    const known = causes.get(key) ?? { who, words, count: 0, remedy: remedyOf(reason, words) };
    causes.set(key, { ...known, count: known.count + 1 });
  };
  for (const cell of cells) {
    if (cell.missingReason !== undefined) add(nameOf(cell), cell.missingReason, cell.missingWords);
    for (const judgment of cell.judgments) {
      if (judgment.status === 'abstained') add(judgment.judge, judgment.reason, judgment.words);
    }
  }
  return [...causes.values()].sort((a, b) => b.count - a.count || (a.who + a.words < b.who + b.words ? -1 : 1));
}

/** The first causes as findings. */
export function whyMissing(causes: readonly Cause[]): readonly Finding[] {
  return causes.slice(0, MOST_CAUSES).map((args) => createFinding({ code: 'whyMissing', args, severity: 'notice' }));
}

/** A reason in words, where nobody gave any. */
function describe(reason: string): string {
  return Object.hasOwn(REASONS, reason) ? REASONS[reason]! : reason;
}

const REASONS: Readonly<Record<string, string>> = {
  length: 'the reply was cut off at its output cap or at the context window',
  refusal: 'it declined',
  content_filter: 'its provider declined by policy',
  unfinished: 'the reply broke off',
  'not JSON': 'the reply is not the JSON that was asked for',
  'says nothing': 'the reply is no answer: a sign, or an opening line with nothing below it',
  aborted: 'the run was stopped',
};
