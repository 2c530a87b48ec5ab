// The values that a user's spec protects: pairs are then drawn so that each holds at least one of them.
import { sha256 } from '../../core/canonical-json.ts';
import type { ModelRef } from '../../models/model.ts';
import type { Spec } from '../../spec/clause.ts';
import { clauseValuesRequest, readClauseValues } from './prompts/clause-values.ts';
import { showSpec } from '../../writing/show-spec.ts';
import { foldName, type Value } from '../../scenarios/values/value.ts';
import type { AnswerStep, StepCall } from './write-group.ts';

export interface SpecValues {
  /** The values file's and, behind them, what the spec protects beyond it. */
  readonly values: readonly Value[];
  /** Names of those the spec protects. */
  readonly among: readonly string[];
  /** Clauses whose reply could not be had or read, by reason. */
  readonly dropped: readonly { readonly status: 'dropped' | 'unanswered'; readonly reason: string }[];
}

/**
 * Asks for each clause with text which values it protects, the generators in turn. A value that the file has under the
 * same name is taken from the file, so that its category and meaning hold.
 */
export async function findSpecValues(
  source: { readonly spec: Spec; readonly values: readonly Value[] },
  writer: { readonly generators: readonly ModelRef[]; readonly draw: string },
  answer: AnswerStep,
): Promise<SpecValues> {
  const clauses = showSpec(source.spec).filter(({ text }) => text !== '');
  const replies = await Promise.all(
    clauses.map((clause, index) => {
      const generator = writer.generators[index % writer.generators.length]!;
      const task = { generator, clause, draw: writer.draw };
      const call: StepCall<readonly Value[]> = {
        step: 'clause values',
        request: clauseValuesRequest(task),
        read: (completion) => readClauseValues(task, completion),
        // As many values as clauses, so that a plan finds pairs to count.
        standIn: [{ name: sha256(clause.id).slice(0, 12) }],
      };
      return answer(call);
    }),
  );
  const known = new Map(source.values.map((value) => [foldName(value.name), value]));
  const among = new Set<string>();
  for (const value of replies.flatMap((reply) => (reply.status === 'written' ? reply.value : []))) {
    const folded = foldName(value.name);
    if (!known.has(folded)) known.set(folded, value);
    among.add(folded);
  }
  return {
    values: [...known.values()],
    among: [...among],
    dropped: replies.flatMap((reply) => (reply.status === 'written' ? [] : [reply])),
  };
}
