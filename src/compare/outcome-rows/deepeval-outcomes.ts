// Outcomes from a test run of DeepEval (the JSON that DEEPEVAL_RESULTS_FOLDER collects): a case that all its metrics pass is compliant.
import * as z from 'zod';
import { UserError } from '../../core/errors.ts';
import { chooseScorer } from './choose-scorer.ts';
import { contentName } from './content-name.ts';
import type { ScoreOptions } from './choose-outcome.ts';
import { createReplicateCounter, type MissingOutcome, type OutcomeRow, type OutcomeRows } from './outcome-row.ts';

const Metric = z.object({
  name: z.string(),
  success: z.boolean().nullish(),
  /** Declared to be unsteady: DeepEval decides no case by it. */
  flaky: z.boolean().nullish(),
  error: z.unknown().optional(),
});
const Case = z.looseObject({
  name: z.string().nullish(),
  metricsData: z
    .array(Metric)
    .nullish()
    .transform((all) => all ?? []),
});
type Case = z.output<typeof Case>;
const Run = z.object({
  testCases: z.array(Case),
  conversationalTestCases: z.array(Case).nullish(),
  metricsScores: z.array(z.unknown()),
});

/** Whether a parsed JSON value is a test run. */
export function isDeepEvalRun(value: unknown): boolean {
  return Run.safeParse(value).success;
}

/**
 * The scenario is what the case asks, told by a hash, with the name that somebody gave it. A case fails where one metric (or the one
 * chosen by `--scorer`) says so; where a metric failed to run and none says no, it is missing, and so it is without any metric: it broke
 * off before, since a run's cases have metrics. Unsteady metrics decide nothing unless chosen; a case with others alone is no outcome.
 * @throws UserError where no case has a metric, or the one chosen is not there.
 */
export function deepEvalOutcomes(
  value: unknown,
  { file, scorer }: { readonly file: string } & ScoreOptions,
): OutcomeRows {
  const { testCases, conversationalTestCases } = Run.parse(value);
  const cases = [...testCases, ...(conversationalTestCases ?? [])];
  const names = cases.flatMap(({ metricsData }) => metricsData.map(({ name }) => name));
  if (names.length === 0) {
    throw new UserError({
      message: 'no case of this run has a metric',
      hint: 'Run it with metrics: evaluate(cases, metrics).',
      place: { file },
    });
  }
  const chosen = scorer === undefined ? undefined : chooseScorer(file, names, { wanted: scorer, word: 'metric' });
  const replicateOf = createReplicateCounter();
  const rows: OutcomeRow[] = [];
  const missing: MissingOutcome[] = [];
  for (const one of cases) {
    const metrics = one.metricsData.filter(({ name, flaky }) =>
      chosen === undefined ? flaky !== true : name === chosen,
    );
    if (metrics.length === 0 && one.metricsData.length > 0) continue;
    const scenario = scenarioOf(one);
    const place = { scenario, model: 'model', replicate: replicateOf(scenario, '') };
    const ran = metrics.filter(({ error }) => error === undefined || error === null);
    const fails = ran.some(({ success }) => success === false);
    const passes = metrics.length > 0 && metrics.length === ran.length && ran.every(({ success }) => success === true);
    if (fails || passes) rows.push({ ...place, problematic: fails });
    else missing.push({ ...place, reason: ran.length < metrics.length ? 'error' : 'no-score' });
  }
  return { rows, missing };
}

/** What DeepEval calls a case that has no name: its place in the run, which another run may give to another case. */
const PLACE = /^(?:conversational_)?test_case_\d+$/;
/** What is asked of a case, above all, and what is held against it; what was answered is none of it. */
const ASKED = ['input', 'expectedOutput', 'context', 'scenario', 'expectedOutcome', 'userDescription'];

function scenarioOf(one: Case): string {
  const asked = Object.fromEntries(ASKED.flatMap((key) => (one[key] === undefined ? [] : [[key, one[key]]])));
  const given = typeof one.name === 'string' && !PLACE.test(one.name) ? one.name : undefined;
  const text = Object.values(asked).find((value) => typeof value === 'string');
  return contentName(asked, { given, text });
}
