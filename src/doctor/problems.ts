// What keeps a check from starting, or its judges from being relied on, as data, and the one place that says it in English.
import type { Problem } from '../core/errors.ts';
import { REMEDIES, type Remedy } from '../models/remedy.ts';
import { count } from '../render/format-numbers.ts';
import { plainTextWithin } from '../render/plain-text.ts';
import { inRow, name, say, wording, type Sentence, type Wording } from '../render/sentence.ts';
import type { Stop } from '../run/stop.ts';

/** What labelled items and ends of scales say against a panel. `judge` is a judge's id, or `panel` for their majority. */
export type FitnessProblem =
  | { readonly kind: 'silent-judge'; readonly judge: string; readonly abstained: number; readonly items: number }
  /** `least`: the share of right rulings that a judge should have. */
  | {
      readonly kind: 'weak-judge';
      readonly judge: string;
      readonly right: number;
      readonly ruled: number;
      readonly least: number;
    }
  | { readonly kind: 'weak-classifier'; readonly model: string; readonly right: number; readonly asked: number };

export type DoctorProblem =
  | FitnessProblem
  | { readonly kind: 'wrong-panel' }
  /** One cause for all in `who`, in the provider's words or ours. `window`: tokens that the bank's longest prompt takes, where that is the remedy. */
  | {
      readonly kind: 'no-answer';
      readonly who: readonly string[];
      readonly words: string;
      readonly remedy: Remedy;
      readonly window?: number;
    }
  | { readonly kind: 'store'; readonly place: string; readonly why: 'not-writable' | 'no-folder' }
  | { readonly kind: 'stopped'; readonly stop: Stop }
  /** A mistake in the config or the environment, told where it was found. */
  | { readonly kind: 'setup'; readonly problem: Problem };

/** A provider's own words are shown up to this length. */
const LONGEST_NAME = 1000;

/** Mistakes that were told where they were found. */
export function setupProblems(problems: readonly Problem[]): readonly DoctorProblem[] {
  return problems.map((problem) => ({ kind: 'setup', problem }));
}

export function writeProblem(problem: DoctorProblem): Problem {
  if (problem.kind === 'setup') return problem.problem;
  const { message, hint } = describe(problem);
  return { message: plainTextWithin(message, LONGEST_NAME), hint: plainTextWithin(hint, LONGEST_NAME) };
}

interface Told {
  readonly message: Sentence;
  /** The way out. */
  readonly hint: Sentence;
}

function describe(problem: Exclude<DoctorProblem, { readonly kind: 'setup' }>): Told {
  switch (problem.kind) {
    case 'silent-judge':
      return {
        message: say`${judgeOf(problem.judge)}: gave no ruling on ${count(problem.abstained)} of ${count(problem.items)} labelled items`,
        hint: say`use another model as judge: abstentions leave cells undecided`,
      };
    case 'weak-judge':
      return {
        message: say`${judgeOf(problem.judge)}: right on only ${count(problem.right)} of ${count(problem.ruled)} labelled items`,
        hint:
          problem.judge === 'panel'
            ? say`its verdicts would be wrong too often to block anybody: replace the judges that err most`
            : say`replace it; a judge should be right on ${count(problem.least * 100)} % or more`,
      };
    case 'weak-classifier':
      return {
        message: say`classifier ${name(problem.model)}: placed only ${count(problem.right)} of ${count(problem.asked)} scale ends right`,
        hint: say`use a stronger model as ${wording('`classifier`')}, or look at the rubrics of the bank`,
      };
    case 'wrong-panel':
      return {
        message: say`every judge rules against an answer that plainly keeps the one rule it was shown`,
        hint: say`use stronger models as judges; spec-gate bank generate --violations writes answers to measure them on`,
      };
    case 'no-answer':
      return {
        message: say`${inRow(
          problem.who.map((one) => name(one)),
          wording(', '),
        )}: no answer that can be used: ${name(problem.words)}`,
        hint: problem.window === undefined ? say`${wording(REMEDIES[problem.remedy])}` : howToRaise(problem.window),
      };
    case 'store':
      return {
        message: say`${name(problem.place)} ${problem.why === 'no-folder' ? wording('is no folder') : wording('cannot be written')}, so no answer can be kept, and each run would pay for all of them again`,
        hint: say`make it a folder that can be written, or set storePath to one`,
      };
    case 'stopped':
      return describeStop(problem.stop);
    default:
      throw new Error(`unknown problem: ${JSON.stringify(problem satisfies never)}`);
  }
}

function judgeOf(judge: string): Sentence {
  return judge === 'panel' ? say`the panel's majority` : say`judge ${name(judge)}`;
}

/** How a window of so many tokens is set where small models are served. */
function howToRaise(window: number): Sentence {
  const size = String(window) as Wording;
  return say`Give its server a larger context window: ${count(window)} tokens hold the bank's longest prompt and a ruling (llama.cpp: --ctx-size ${size} for each of its --parallel slots; Ollama: OLLAMA_CONTEXT_LENGTH=${size}; vLLM: --max-model-len ${size})`;
}

function describeStop(stop: Stop): Told {
  switch (stop.kind) {
    case 'budget': {
      const option = name(`budget.${stop.budget}`);
      return {
        message: say`the doctor was stopped: ${option} (${name(String(stop.allowed))}) was reached`,
        hint: say`raise ${option}`,
      };
    }
    case 'signal':
      return {
        message: say`the doctor was stopped`,
        hint: say`run it again: its short questions are asked anew, rulings on labelled items are stored`,
      };
    case 'batch':
      return { message: say`answers are in a batch that is out`, hint: say`run it again later` };
    case 'quota':
      return {
        message: say`provider ${name(stop.provider)} refuses further calls`,
        hint: say`${wording(REMEDIES.paid)}`,
      };
    case 'no-keys':
      return {
        message: say`no key for ${inRow(
          stop.providers.map((one) => name(one)),
          wording(', '),
        )}`,
        hint: say`set what ${wording('`apiKeyEnv`')} names`,
      };
    default:
      throw new Error(`unknown stop: ${JSON.stringify(stop satisfies never)}`);
  }
}
