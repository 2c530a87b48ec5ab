// What a migration found, as its report's figures.
import { whereDefined } from '../core/where-defined.ts';
import { isSimulated } from '../models/provider-kind.ts';
import type { Run } from '../run/open-run.ts';
import type { ScaleEnds } from '../doctor/report.ts';
import type { JudgeAccuracy } from '../doctor/judge-accuracy.ts';
import type { MigrateReport, PanelNames } from './report.ts';
import { compareJudges, compareRulings, measurePanel, retestOf, type PairedRuling } from './compare.ts';
import { compareCosts } from './cost.ts';
import type { StoredItem } from './items.ts';
import { isKnown, type MigratePlan } from './plan.ts';
import { compareScorings, type PairedScores } from './scores.ts';
import type { MigrateSide, Said } from './side.ts';

/** A stored answer and what both panels said of it. */
export interface ComparedItem {
  readonly item: StoredItem;
  readonly old: Said;
  readonly new: Said;
}

/** Both panels on what has a known answer. */
export interface Fitness {
  readonly accuracy: { readonly old: readonly JudgeAccuracy[]; readonly new: readonly JudgeAccuracy[] };
  readonly scales: { readonly old?: ScaleEnds; readonly new?: ScaleEnds };
}

export function describeMigration(found: {
  readonly plan: MigratePlan;
  readonly compared: readonly ComparedItem[];
  readonly fitness: Fitness;
  readonly run: Run;
}): MigrateReport {
  const { plan, compared, fitness, run } = found;
  const { parts, old, new: next } = plan;
  const known = compared.filter((one) => isKnown(one.old, parts));
  const both = known.filter((one) => isKnown(one.new, parts));
  const cost = compareCosts(both, next.project.config.prices);
  const classifier = parts.scores ? compareScorings(both.flatMap(pairScores)) : undefined;
  const { calls, inputTokens, outputTokens, usd } = run.tally.made();
  const stop = run.stopped();
  return {
    schema: 'spec-gate/migrate@1',
    simulated: [...old.project.panel.judges, ...next.project.panel.judges].some(isSimulated),
    old: namesOf(old),
    new: namesOf(next),
    answers: {
      pool: both.filter(({ item }) => item.cell === undefined).length,
      anchor: both.filter(({ item }) => item.cell !== undefined).length,
      withoutOld: compared.length - known.length,
      withoutNew: known.length - both.length,
    },
    ...(parts.rulings && { rulings: describeRulings(both, plan) }),
    ...whereDefined({ classifier }),
    ...fitness,
    ...whereDefined({ cost }),
    planned: plan.planned,
    made: { calls, inputTokens, outputTokens, usd },
    problems: [],
    doubts: [],
    ...whereDefined({ stopped: stop?.kind }),
  };
}

function describeRulings(
  both: readonly ComparedItem[],
  { anchor, old, new: next }: MigratePlan,
): NonNullable<MigrateReport['rulings']> {
  const pairs = both.flatMap(({ item, ...said }): readonly PairedRuling[] =>
    said.old.against === 'missing' || said.new.against === 'missing'
      ? []
      : [{ ...placeOf(item), old: said.old.against, new: said.new.against }],
  );
  // Where not all judges are asked, the last of them rules on the disputed answers only.
  const audited = both.filter(({ item }) => item.audited);
  const retest = anchor === undefined ? undefined : retestOf(anchor);
  const [before, after] = [
    measurePanel(
      idsOf(old),
      audited.map((one) => one.old.rulings),
    ),
    measurePanel(
      idsOf(next),
      audited.map((one) => one.new.rulings),
    ),
  ];
  return {
    ...compareRulings(pairs),
    ...whereDefined({ retest }),
    judges: compareJudges(
      idsOf(next),
      audited.map(({ item, ...said }) => ({ ...placeOf(item), old: said.old.against, rulings: said.new.rulings })),
    ),
    agreement: { ...whereDefined({ old: before, new: after }) },
  };
}

function pairScores({ item, old, new: next }: ComparedItem): readonly PairedScores[] {
  if (old.scores === undefined || next.scores === undefined) return [];
  const { value1, value2 } = item.scenario;
  return [{ ...placeOf(item), draw: item.drawName, values: [value1, value2], old: old.scores, new: next.scores }];
}

function placeOf({ scenario }: StoredItem): Pick<PairedRuling, 'scenario' | 'clauses'> {
  return { scenario: scenario.id, clauses: scenario.clauses };
}

function namesOf({ project: { panel, config }, prompts }: MigrateSide): PanelNames {
  return {
    judges: panel.judges.map(({ id }) => id),
    ...whereDefined({ classifier: panel.classifier?.id }),
    prompts: { judge: prompts.judge.version, classify: prompts.classify.version },
    judgeContext: config.judgeContext,
  };
}

function idsOf({ project }: MigrateSide): readonly string[] {
  return project.panel.judges.map(({ id }) => id);
}
