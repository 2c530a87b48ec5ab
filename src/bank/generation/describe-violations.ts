// What writing violations came to, in words.
import { describeStop } from './describe-bank-run.ts';
import { count as counted, plural } from '../../render/format-numbers.ts';
import { name, say, type Sentence } from '../../render/sentence.ts';
import { visibleId } from '../../render/visible-text.ts';
import type { ClauseViolations } from './generate-violations.ts';

export interface ViolationRun {
  readonly clauses: readonly ClauseViolations[];
  /** Violations that each clause should have. */
  readonly count: number;
}

/** Clauses that are named one by one. */
const MOST_NAMED = 20;

/** Lines of text, one thing each. */
export function describeViolations({ clauses, count }: ViolationRun): readonly Sentence[] {
  const sum = (read: (one: ClauseViolations) => number): number => clauses.reduce((total, one) => total + read(one), 0);
  const written = sum(({ before, after }) => after - before);
  const letPass = sum((one) => one.letPass);
  const duplicates = sum((one) => one.duplicates);
  const short = clauses.filter(({ after }) => after < count);
  const stopped = clauses.find((one) => one.stopped !== undefined)?.stopped;
  return [
    say`${plural(written, 'violation')} written for ${plural(clauses.length, 'clause')}, ${plural(sum(({ items }) => items.length) - written, 'answer')} beside them that keep the clause`,
    ...(letPass === 0
      ? []
      : [
          say`${counted(letPass)} written to break a clause, and the judges let them pass: not taken; where that is most of them, spec-gate doctor says what the judges are worth`,
        ]),
    ...(duplicates === 0 ? [] : [say`${plural(duplicates, 'duplicate')} left out`]),
    ...listLost(clauses),
    ...short
      .slice(0, MOST_NAMED)
      .map(({ clause, after }) => say`${name(visibleId(clause, 60))} has ${counted(after)} of ${counted(count)}`),
    ...(short.length > MOST_NAMED ? [say`and ${plural(short.length - MOST_NAMED, 'more clause')} with too few`] : []),
    ...describeStop(stopped),
  ];
}

function listLost(clauses: readonly ClauseViolations[]): readonly Sentence[] {
  const lost = new Map<string, number>();
  for (const one of clauses) {
    for (const [reason, times] of Object.entries(one.lost)) lost.set(reason, (lost.get(reason) ?? 0) + times);
  }
  return [...lost].map(([reason, times]) => say`${counted(times)} gave nothing: ${name(reason)}`);
}
