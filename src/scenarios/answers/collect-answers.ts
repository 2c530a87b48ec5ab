// Recorded answers sorted to the scenarios of a bank, for each model that stands on them.
import { sha256 } from '../../core/canonical-json.ts';
import type { Scenario } from '../scenario.ts';
import { askedKey, type RecordedAnswer } from './answer-columns.ts';

/** What one model said, as far as it is about scenarios of the bank. */
export interface RecordedAnswers {
  /** The file or folder as people know it. */
  readonly file: string;
  /** By scenario, in the order of their draws. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** Over all of the above: part of the keys, so that other answers are never taken for these. */
  readonly digest: string;
}

export interface AnswerCollector {
  readonly add: (answer: RecordedAnswer) => void;
  /** `model` is a name as answers have it; undefined for answers that name none. */
  readonly of: (model: string | undefined, file: string) => RecordedAnswers;
  /** Names that answers have; undefined where some have none. */
  readonly models: () => readonly (string | undefined)[];
  /** Answers under a scenario's id that were given to another question. */
  readonly mismatched: () => number;
}

interface Drawn {
  readonly draw: string | undefined;
  readonly text: string;
}

/**
 * An answer belongs to the scenario of its id, unless it says that something else was asked; without such an id to the one
 * that asks the same. All others are passed over: memory is bounded by the bank.
 */
export function createAnswerCollector(scenarios: readonly Scenario[]): AnswerCollector {
  const asked = new Map(scenarios.map(({ id, messages }) => [id, askedKey(messages)]));
  const byQuestion = new Map(scenarios.map(({ id, messages }) => [askedKey(messages), id]));
  const answers = new Map<string | undefined, Map<string, Drawn[]>>();
  let mismatched = 0;
  const scenarioOf = (answer: RecordedAnswer): string | undefined => {
    const question = answer.asked;
    const known = answer.scenario === undefined ? undefined : asked.get(answer.scenario);
    if (known !== undefined && (question === undefined || question === known)) return answer.scenario;
    const same = question === undefined ? undefined : byQuestion.get(question);
    if (known !== undefined && same === undefined) mismatched += 1;
    return same;
  };
  return {
    add(answer) {
      const own = answers.get(answer.model) ?? new Map<string, Drawn[]>();
      answers.set(answer.model, own);
      const scenario = scenarioOf(answer);
      // Silence is no answer that anybody could judge.
      if (scenario === undefined || answer.text.trim() === '') return;
      own.set(scenario, [...(own.get(scenario) ?? []), { draw: answer.draw, text: answer.text }]);
    },
    of(model, file) {
      const own = [...(answers.get(model) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
      const texts = new Map(own.map(([scenario, drawn]) => [scenario, inOrder(drawn)]));
      return { file, texts, digest: sha256(JSON.stringify([...texts])).slice(0, 16) };
    },
    models: () => [...answers.keys()],
    mismatched: () => mismatched,
  };
}

/** By the draws' numbers or names; answers without one in the order they came. */
function inOrder(drawn: readonly Drawn[]): readonly string[] {
  const compare = (a: Drawn, b: Drawn): number => {
    if (a.draw === undefined || b.draw === undefined || a.draw === b.draw) return 0;
    const difference = Number(a.draw) - Number(b.draw);
    return Number.isNaN(difference) || difference === 0 ? (a.draw < b.draw ? -1 : 1) : difference;
  };
  return [...drawn].sort(compare).map(({ text }) => text);
}

/** Whether a name in a file is a configured model: its whole id, its own name, or either in another spelling. */
export function isModel(named: string, id: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '_');
  return [id, id.slice(id.indexOf('/') + 1)].some((own) => own === named || plain(own) === plain(named));
}
