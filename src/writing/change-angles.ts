// What the scenarios of a changed clause are to be about, seen from one side's text.
import type { ClauseChange } from '../spec/change.ts';
import type { Clause, Spec } from '../spec/clause.ts';
import { listDemands } from '../spec/demands.ts';
import { changedSentences } from '../spec/sentences.ts';
import type { Angle } from './prompts/change-query.ts';
import type { Collision } from './prompts/change-scan.ts';
import { findClausesByWords } from './retrieve-clauses.ts';

export type Side = 'base' | 'head';

/** How many of the most similar clauses a side without a scan is set against. */
const RIVALS = 3;
/** Changed sentences that get scenarios of their own: those that demand something first. */
const MOST_SENTENCES = 8;

/** The clauses of a spec most like one of it, best first. */
export function findRivals(spec: Spec, clause: Clause, count: number): readonly Clause[] {
  const alike = findClausesByWords(spec)(`${clause.title}\n${clause.text}`, count + 1);
  return alike.filter(({ id }) => id !== clause.id).slice(0, count);
}

/**
 * Angles in the order they are taken, over and over until there are scenarios enough. The head's come from its changed
 * sentences and from the scan's collisions; the base's from its own text and its own likest clauses only, so that no word
 * of the head chooses what the base is asked.
 */
export function listAngles(
  change: ClauseChange,
  { side, spec, collisions }: { readonly side: Side; readonly spec: Spec; readonly collisions: readonly Collision[] },
): readonly Angle[] {
  const clause = change[side];
  if (clause === undefined) return [];
  const sentences = sentencesOf(change, side).map((sentence): Angle => ({ kind: 'sentence', sentence }));
  const against =
    side === 'head' && collisions.length > 0
      ? collisions.map((collision) => describeCollision(collision, spec))
      : findRivals(spec, clause, RIVALS).map(({ id, title }): Angle => ({ kind: 'against', against: id, title }));
  return interleave(sentences, against);
}

/** The sentences that this side alone has; where it has none (an attribute, a title changed) all that demand something. */
function sentencesOf(change: ClauseChange, side: Side): readonly string[] {
  const changed = changedSentences(change)[side];
  const demanding = new Set(listDemands(change[side]?.text ?? '').map(({ text }) => text));
  if (changed.length === 0) return [...demanding].slice(0, MOST_SENTENCES);
  return [...changed.filter((text) => demanding.has(text)), ...changed.filter((text) => !demanding.has(text))].slice(
    0,
    MOST_SENTENCES,
  );
}

function describeCollision({ kind, against, situation }: Collision, spec: Spec): Angle {
  const title = kind === 'clause' ? (spec.clauses.find(({ id }) => id === against)?.title ?? against) : against;
  return { kind: 'against', against, title, situation };
}

function interleave(first: readonly Angle[], second: readonly Angle[]): readonly Angle[] {
  const longest = Math.max(first.length, second.length);
  return Array.from({ length: longest }, (_, index) => [first[index], second[index]])
    .flat()
    .filter((angle) => angle !== undefined);
}

/** What a report says a scenario is about. */
export function describeAngle(angle: Angle): string {
  return angle.kind === 'sentence' ? angle.sentence : `against ${angle.against}`;
}
