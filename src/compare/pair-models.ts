// Which model of the base stands against which of the head.
import { UserError } from '../core/errors.ts';
import type { OutcomeRows } from './outcome-rows/outcome-row.ts';

export interface ModelPair {
  readonly base: string;
  readonly head: string;
  /** The model's name, or `old -> new`. */
  readonly name: string;
}

export interface PairedModels {
  readonly pairs: readonly ModelPair[];
  /** Models that one side has and the other lacks, unless subjects were chosen: what they would say is not known. */
  readonly onlyBase: readonly string[];
  readonly onlyHead: readonly string[];
}

/**
 * Models that both sides have are compared; where each side has one model, under whatever names, it is those two. `subjects`
 * chooses: a name for both sides, or `BASE=HEAD`.
 * @throws UserError where no model can be paired, or a subject is not there.
 */
export function pairSubjects(base: OutcomeRows, head: OutcomeRows, subjects: readonly string[] = []): PairedModels {
  const before = modelsOf(base);
  const after = modelsOf(head);
  if (subjects.length > 0) {
    return { pairs: subjects.map((subject) => chosenPair(subject, before, after)), onlyBase: [], onlyHead: [] };
  }
  const common = before.filter((model) => after.includes(model));
  if (common.length > 0) {
    return {
      pairs: common.map((model) => ({ base: model, head: model, name: model })),
      onlyBase: before.filter((model) => !common.includes(model)),
      onlyHead: after.filter((model) => !common.includes(model)),
    };
  }
  if (before.length === 1 && after.length === 1)
    return { pairs: [pair(before[0]!, after[0]!)], onlyBase: [], onlyHead: [] };
  const message = `no model is in both files: base has ${listed(before)}; head has ${listed(after)}`;
  throw new UserError({
    message,
    hint: 'Choose what to compare with --subject BASE=HEAD, or give both files the same names.',
  });
}

function chosenPair(subject: string, before: readonly string[], after: readonly string[]): ModelPair {
  if (before.includes(subject) && after.includes(subject)) return pair(subject, subject);
  // Names may hold the sign themselves.
  for (let at = subject.indexOf('='); at >= 0; at = subject.indexOf('=', at + 1)) {
    const [base, head] = [subject.slice(0, at), subject.slice(at + 1)];
    if (before.includes(base) && after.includes(head)) return pair(base, head);
  }
  throw new UserError({
    message: `--subject ${subject}: base has ${listed(before)}; head has ${listed(after)}`,
    hint: 'Name a model of both, or BASE=HEAD.',
  });
}

function pair(base: string, head: string): ModelPair {
  return { base, head, name: base === head ? base : `${base} -> ${head}` };
}

function modelsOf({ rows, missing }: OutcomeRows): readonly string[] {
  return [...new Set([...rows, ...missing].map(({ model }) => model))].sort();
}

const MOST_NAMED = 10;

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}` || 'none';
}
