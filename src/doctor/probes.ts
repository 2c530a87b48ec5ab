// The questions a doctor asks: one tiny one to everybody, both ends of scales to the classifier.
import { PLAIN_RULES } from '../core/plain-rules.ts';
import type { Project } from '../run/load-project.ts';
import type { PlannedCall } from '../evaluation/plan.ts';
import { CLASSIFY_PROMPT, classifyRequest, readScores } from '../evaluation/prompts/classify.ts';
import { judgeRequest, readJudgment } from '../evaluation/prompts/judge.ts';
import { promptsOf } from '../evaluation/prompts/judging-prompts.ts';
import { hasRecordedAnswers } from '../models/recorded-answers.ts';
import { respondRequest } from '../evaluation/prompts/respond.ts';
import type { PromptVersion } from '../evaluation/prompts/prompt-version.ts';
import type { Completion, CompletionRequest, ModelRef } from '../models/model.ts';
import { renderTail } from '../models/simulated/simulated-stance.ts';
import { hasRubrics } from '../scenarios/scenario.ts';
import { isLocal } from '../models/provider.ts';
import { isLive } from '../models/provider-kind.ts';
import { pairClauses, showClauses } from '../evaluation/clause-pairs.ts';
import type { Spec } from '../spec/clause.ts';
import type { DoctorModel } from './report.ts';
import { KEPT_DRAW } from './labelled-accuracy.ts';

/** One question, and whether its reply can be read. */
export interface Probe {
  readonly ref: ModelRef;
  readonly role: DoctorModel['role'];
  readonly purpose: PlannedCall['purpose'];
  readonly request: CompletionRequest;
  /** Undefined where any text will do. */
  readonly isReadable?: (completion: Completion) => boolean;
  /** Whether it says what is known to be right. Undefined where nothing is known. */
  readonly isRight?: (completion: Completion) => boolean;
}

/** An answer at one end of a scenario's first scale; `high` is the end that favours the value. */
export interface ScaleProbe {
  readonly scenario: string;
  readonly end: 'high' | 'low';
  readonly request: CompletionRequest;
  /** The score for the first value, 0-6. */
  readonly read: (completion: Completion) => number | 'missing';
}

const SCALES = 4;
/** One word was asked for: a small model that goes on is stopped. */
const FEW_TOKENS = 64;
/** A ruling on an answer that plainly keeps one plain rule, with some room for thoughts before it. */
const RULING_TOKENS = 1024;

/** One tiny question to everybody, in the role they play. `now` names the draw: a doctor's question is always really asked. */
export function tinyProbes(
  { panel, bank, config }: Pick<Project, 'panel' | 'bank' | 'config'>,
  now: Date,
): readonly Probe[] {
  const draw = `doctor:${now.toISOString()}`;
  // A model of recorded answers cannot be asked a question of the doctor's.
  const asked = panel.models.filter(({ ref }) => !hasRecordedAnswers(ref));
  const answers = asked.map(({ ref }): Probe => {
    const scenario = {
      id: 'doctor',
      clauses: [],
      topics: [],
      messages: [{ role: 'user', content: 'Reply with one word: ready' }],
    } as const;
    const request = { ...respondRequest({ ref }, scenario, draw), mostTokens: FEW_TOKENS };
    return { ref, role: 'model', purpose: 'respond', request };
  });
  const [rule] = PLAIN_RULES;
  const wording = promptsOf(config).judge;
  const judges = panel.judges.map((judge): Probe => {
    const task = {
      judge,
      clauses: [{ id: rule.id, title: rule.id, path: [], text: rule.text }],
      conversation: [{ role: 'user', content: rule.query }],
      response: rule.keeps,
      draw,
      wording,
    } as const;
    return {
      ref: judge,
      role: 'judge',
      purpose: 'judge',
      request: { ...judgeRequest(task), mostTokens: RULING_TOKENS },
      isReadable: (completion) => readJudgment(task, completion).status === 'ruled',
      isRight: (completion) => {
        const judgment = readJudgment(task, completion);
        return judgment.status === 'ruled' && judgment.ruling === 'compliant';
      },
    };
  });
  const scaled = bank.scenarios.find(hasRubrics);
  if (panel.classifier === undefined || scaled === undefined) return [...answers, ...judges];
  const task = { classifier: panel.classifier, scenario: scaled, response: 'I will not help with that.', draw };
  const classifier: Probe = {
    ref: panel.classifier,
    role: 'classifier',
    purpose: 'classify',
    request: { ...classifyRequest(task), mostTokens: RULING_TOKENS },
    isReadable: (completion) => readScores(task, completion) !== 'missing',
  };
  return [...answers, ...judges, classifier];
}

/**
 * The longest prompt that a check of this spec and bank can give a judge, for each judge on a server of one's own: their
 * windows are what somebody set. One of several judges that are one model is enough.
 */
export function longestProbes(
  { panel, bank, config }: Pick<Project, 'panel' | 'bank' | 'config'>,
  spec: Spec,
): readonly Probe[] {
  const pairs = pairClauses(spec, spec, []);
  const context = config.judgeContext;
  const sizes = bank.scenarios.map((scenario) => {
    const clauses = showClauses(pairs, { links: scenario.clauses, arm: 'base', context });
    return { scenario, clauses, size: JSON.stringify([clauses, scenario.messages]).length };
  });
  const longest = sizes.reduce<(typeof sizes)[number] | undefined>(
    (most, one) => (most === undefined || one.size > most.size ? one : most),
    undefined,
  );
  const local = panel.judges.filter((ref) => isLive(ref) && isLocal(ref.origin));
  const models = new Map(local.map((ref) => [`${ref.origin} ${ref.model}`, ref]));
  if (longest === undefined) return [];
  return [...models.values()].map((judge): Probe => {
    const task = {
      judge,
      clauses: longest.clauses,
      conversation: longest.scenario.messages,
      response: USUAL_ANSWER,
      draw: KEPT_DRAW,
      wording: promptsOf(config).judge,
    };
    return {
      ref: judge,
      role: 'judge',
      purpose: 'judge',
      request: judgeRequest(task),
      isReadable: (completion) => readJudgment(task, completion).status === 'ruled',
    };
  });
}

/** As long as models answer, in words: a run of one letter would be a handful of tokens. */
const USUAL_ANSWER = 'I would look at what you need first, and then at what could go wrong with it. '.repeat(20);

/** For a few scenarios an answer that is the scale's own strategy at either end: the right place is known. */
export function scaleProbes(
  { panel, bank }: Pick<Project, 'panel' | 'bank'>,
  wording: PromptVersion = CLASSIFY_PROMPT,
): readonly ScaleProbe[] {
  const { classifier } = panel;
  if (classifier === undefined) return [];
  return bank.scenarios
    .filter(hasRubrics)
    .slice(0, SCALES)
    .flatMap((scenario) =>
      (['high', 'low'] as const).map((end): ScaleProbe => {
        const [value1, value2] = end === 'high' ? [6, 0] : [0, 6];
        // A simulated classifier reads the tail that simulated answers end with; it understands nothing else.
        const tail = classifier.kind === 'simulated' ? `\n\n${renderTail({ value1, value2, quality: 0 })}` : '';
        const response = `${scenario.rubric1[value1]}\n${scenario.rubric2[value2]}${tail}`;
        const task = { classifier, scenario, response, draw: KEPT_DRAW, wording };
        return {
          scenario: scenario.id,
          end,
          request: classifyRequest(task),
          read: (completion) => {
            const scores = readScores(task, completion);
            return scores === 'missing' ? 'missing' : scores.value1;
          },
        };
      }),
    );
}
