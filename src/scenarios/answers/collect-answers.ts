// Recorded answers sorted to the scenarios of a bank, for each model that stands on them.
import { createHash } from 'node:crypto';
import { hashShort } from '../../core/canonical-json.ts';
import { keepInMemory, type KeptTexts } from '../../core/kept-texts.ts';
import type { Scenario } from '../scenario.ts';
import { askedKey, type RecordedAnswer } from './answer-columns.ts';

/** What one model said, as far as it is about scenarios of the bank. */
export interface RecordedAnswers {
  /** The file or folder as people know it. */
  readonly file: string;
  /** To a scenario, in the order of their draws; none where it said nothing. */
  readonly to: (scenario: string) => readonly string[];
  /** Scenarios that have an answer. */
  readonly scenarios: number;
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

/** Answers of one model by the scenario's place, and by their numbers from 1. 0 is none. */
interface ModelAnswers {
  readonly first: Numbers;
  readonly last: Numbers;
}

/**
 * An answer belongs to the scenario of its id, unless it says that something else was asked; without such an id to the one
 * that asks the same. All others are passed over: memory is bounded by the bank, some tens of bytes for a scenario and for an
 * answer beside the texts.
 */
export function createAnswerCollector(
  scenarios: readonly Scenario[],
  texts: KeptTexts = keepInMemory(),
): AnswerCollector {
  const places = new Map(scenarios.map(({ id }, place) => [id, place]));
  const questions = createQuestions(scenarios);
  const models = new Map<string | undefined, ModelAnswers>();
  /** By answer, from 1: the next one of its model to its scenario, and its draw. */
  const next: number[] = [0];
  const draws: (string | undefined)[] = [undefined];
  let mismatched = 0;
  const placeOf = (answer: RecordedAnswer): number | undefined => {
    const known = answer.scenario === undefined ? undefined : places.get(answer.scenario);
    if (known !== undefined && (answer.asked === undefined || questions.isAsked(known, answer.asked))) return known;
    const same = answer.asked === undefined ? undefined : questions.find(answer.asked);
    if (known !== undefined && same === undefined) mismatched += 1;
    return same;
  };
  const answersTo = ({ first }: ModelAnswers, place: number): readonly string[] => {
    const drawn: Drawn[] = [];
    for (let answer = first.get(place); answer !== 0; answer = next[answer]!) {
      drawn.push({ draw: draws[answer], text: texts.at(answer - 1) });
    }
    return inOrder(drawn);
  };
  return {
    add(answer) {
      const own = models.get(answer.model) ?? {
        first: createNumbers(scenarios.length),
        last: createNumbers(scenarios.length),
      };
      models.set(answer.model, own);
      const place = placeOf(answer);
      // Silence is no answer that anybody could judge.
      if (place === undefined || answer.text.trim() === '') return;
      const number = 1 + texts.add(answer.text);
      next.push(0);
      draws.push(answer.draw);
      if (own.first.get(place) === 0) own.first.set(place, number);
      else next[own.last.get(place)] = number;
      own.last.set(place, number);
    },
    of(model, file) {
      const own = models.get(model);
      const to = (scenario: string): readonly string[] => {
        const place = places.get(scenario);
        return own === undefined || place === undefined ? [] : answersTo(own, place);
      };
      const answered = own === undefined ? [] : scenarios.filter((_, place) => own.first.get(place) !== 0);
      const ids = answered.map(({ id }) => id).sort();
      return { file, to, scenarios: ids.length, digest: digestOf(ids, to) };
    },
    models: () => [...models.keys()],
    mismatched: () => mismatched,
  };
}

interface Numbers {
  readonly get: (place: number) => number;
  readonly set: (place: number, number: number) => void;
}

/** One place in so many may have a number before a list over all places is the smaller of the two. */
const FEW = 16;

/**
 * A model that answers everything needs a list, as there may be millions of answers. A column that names something else on
 * each row makes a model of each, which must not cost a list as long as the bank.
 */
function createNumbers(places: number): Numbers {
  const few = new Map<number, number>();
  let all: Int32Array | undefined;
  return {
    get: (place) => all?.[place] ?? few.get(place) ?? 0,
    set(place, number) {
      if (all === undefined) few.set(place, number);
      else all[place] = number;
      if (all === undefined && few.size * FEW > places) {
        all = new Int32Array(places);
        for (const [at, one] of few) all[at] = one;
        few.clear();
      }
    },
  };
}

interface Questions {
  readonly isAsked: (place: number, question: string) => boolean;
  /** The last scenario that asks it. */
  readonly find: (question: string) => number | undefined;
}

/** By short hashes of what scenarios ask. They are looked at with the first answer that says what it was asked, if one does. */
function createQuestions(scenarios: readonly Scenario[]): Questions {
  let known: { readonly places: ReadonlyMap<string, number>; readonly hashes: readonly string[] } | undefined;
  const read = (): NonNullable<typeof known> => {
    const hashes = scenarios.map(({ messages }) => hashShort(askedKey(messages)));
    return { hashes, places: new Map(hashes.map((hash, place) => [hash, place])) };
  };
  return {
    isAsked: (place, question) => (known ??= read()).hashes[place] === hashShort(question),
    find: (question) => (known ??= read()).places.get(hashShort(question)),
  };
}

/** That of the JSON text of `[id, texts]` for every scenario in turn, which need not be there at once. */
function digestOf(ids: readonly string[], to: (scenario: string) => readonly string[]): string {
  const hash = createHash('sha256').update('[');
  for (const [index, id] of ids.entries()) hash.update(`${index === 0 ? '' : ','}${JSON.stringify([id, to(id)])}`);
  return hash.update(']').digest('hex').slice(0, 16);
}

interface Drawn {
  readonly draw: string | undefined;
  readonly text: string;
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
