// The recorded answers that a config's models stand on, as far as they are about its bank.
import { posix } from 'node:path';
import type { ModelConfig } from '../config/model-options.ts';
import { UserError, type Problem } from '../core/errors.ts';
import { keepInSpool } from '../io/text-spool.ts';
import { readAnswers } from '../io/answers/read-answers.ts';
import type { SpecSource } from '../io/read-spec.ts';
import {
  createAnswerCollector,
  isModel,
  type AnswerCollector,
  type RecordedAnswers,
} from '../scenarios/answers/collect-answers.ts';
import type { Bank } from '../scenarios/bank.ts';
import { plural } from '../render/format-numbers.ts';

/**
 * By the models' ids. A file that several models name is read once; with an empty bank none is read.
 * @throws UserError for a file that cannot be read, a model that has no answer in it, or answers to other questions.
 */
export async function loadAnswers(
  source: SpecSource,
  project: { readonly configFile: string; readonly models: readonly ModelConfig[]; readonly bank: Bank },
): Promise<ReadonlyMap<string, RecordedAnswers>> {
  const { configFile, models, bank } = project;
  const byFile = new Map<string, string[]>();
  for (const { id, answers } of models) {
    if (answers === undefined) continue;
    const path = posix.normalize(posix.join(posix.dirname(configFile), answers));
    byFile.set(path, [...(byFile.get(path) ?? []), id]);
  }
  const found = new Map<string, RecordedAnswers>();
  if (bank.scenarios.length === 0) return found;
  const problems: Problem[] = [];
  for (const [path, ids] of byFile) {
    const collector = createAnswerCollector(bank.scenarios, keepInSpool());
    for await (const answer of readAnswers(source, path)) collector.add(answer);
    for (const id of ids) {
      const answers = findAnswers(collector, { id, path, isAlone: ids.length === 1 });
      if (answers === undefined) problems.push(describeMissing(collector, { id, path, bank }));
      else found.set(id, answers);
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return found;
}

/** A file with answers of a single model, named or not, belongs to the one configured model that points to it. */
function findAnswers(
  collector: AnswerCollector,
  { id, path, isAlone }: { readonly id: string; readonly path: string; readonly isAlone: boolean },
): RecordedAnswers | undefined {
  const names = collector.models();
  const own = names.find((name) => name !== undefined && isModel(name, id));
  if (own === undefined && !(isAlone && names.length === 1)) return undefined;
  const answers = collector.of(own ?? names[0], path);
  return answers.scenarios === 0 ? undefined : answers;
}

const MOST_NAMED = 20;

function describeMissing(
  collector: AnswerCollector,
  { id, path, bank }: { readonly id: string; readonly path: string; readonly bank: Bank },
): Problem {
  const names = collector.models().map((name) => name ?? '(no name)');
  const place = { file: path };
  const isThere = names.length === 1 || names.some((name) => isModel(name, id));
  if (!isThere) {
    const listed = `${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : ''}`;
    const hint = 'Call the model by one of these names: recorded/NAME.';
    return { message: `${id}: nobody of that name answers; there are ${listed || 'none'}`, hint, place };
  }
  const wrong = collector.mismatched();
  const why =
    wrong > 0
      ? `; ${plural(wrong, 'answer under its ids was', 'answers under its ids were')} given to other questions`
      : '';
  return {
    message: `${id}: no answer is about a scenario of ${bank.file}${why}`,
    hint: "An answer needs its scenario's id (`scenario`), or the question as it was asked (`query` or `messages`).",
    place,
  };
}
