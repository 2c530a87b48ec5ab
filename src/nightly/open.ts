// Opens a night: what it is held against, what it asks of whom, and the record that its evidence fills.
import { isSimulated } from '../models/provider-kind.ts';
import type { NightInput } from './decision/decide.ts';
import { findAnchoredNights, type AnchoredNights } from './decision/anchor.ts';
import type { Alarm, HistoryRecord, NightRecord } from './decision/record.ts';
import { serializeEvidence } from '../analysis/evidence/evidence.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import { compareModels } from '../evaluation/create-comparison.ts';
import type { Project } from '../run/load-project.ts';
import type { Run } from '../run/open-run.ts';
import { disclose } from '../report/build/disclose.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { groupScenarios } from '../scenarios/scenario-groups.ts';
import { takeShard, type Shard } from '../scenarios/shard.ts';
import type { Spec } from '../spec/clause.ts';
import { earlierDate, type EarlierAnchor } from './earlier-anchor.ts';
import { createNight, type AskedNight } from './ask-night.ts';
import { countScored, isSilent } from './gaps.ts';
import { acceptedByConfig, refuseBackdated, refusePruned } from './history.ts';
import { watchNames, type NameWatch } from './names.ts';
import { chooseScenarios, type ChosenSet } from './set.ts';
import { hashModel, hashScenario, hashSubject } from './subject.ts';
import { sentinelAnswers, type StoredResponse } from './suspects.ts';
import { comparisonRules } from '../gate/change/prepare-check.ts';

export interface NightOptions {
  readonly spec: Spec;
  /** The night's UTC date, `YYYY-MM-DD`: it names the draws, so the same night is never asked twice. */
  readonly date: string;
  readonly now: Date;
  readonly history: readonly HistoryRecord[];
  /** What is known of an anchor beside the history; without it an empty history is that of a first night. */
  readonly earlier?: EarlierAnchor;
  /** Makes tonight the anchor, and says why. */
  readonly acceptAnchor?: string;
  /** Asks this part of the night's scenarios only, for as many machines. */
  readonly shard?: Shard;
}

/** What has come of a night by the time it is asked for. */
interface NightReadings {
  readonly record: (alarms: readonly Alarm[]) => NightRecord;
  readonly scores: () => ReturnType<typeof countScored>;
  /** The evidence there is by now. */
  readonly input: (baseline: AnchoredNights) => NightInput;
  /** Tonight's answers as `spec-gate analyze` reads them. */
  readonly evidence: () => string;
}

export interface OpenNight extends NightReadings, Pick<NameWatch, 'names'> {
  readonly night: AskedNight;
  readonly subject: string;
  readonly models: readonly string[];
  /** Undefined where tonight becomes the anchor. */
  readonly baseline: AnchoredNights | undefined;
  /** Why it does, where somebody accepted it. */
  readonly accepted: string | undefined;
  readonly set: ChosenSet;
  /** The scenarios that are asked here: those of `set`, or this machine's part of them. */
  readonly own: readonly Scenario[];
  /** Draws of the first set. */
  readonly first: number;
  /** Stored answers that tonight's judges and classifier rule on and score again in any case. */
  readonly seenAgain: readonly StoredResponse[];
}

/** @throws UserError for a date before the anchor. */
export function openNight(project: Project, run: Run, options: NightOptions): OpenNight {
  const { spec, date, now, history } = options;
  const { panel, config } = project;
  const subject = hashSubject(project, spec);
  const known = findAnchoredNights(history, { subject, date });
  refuseBackdated(history, { subject, date, known });
  refusePruned(known);
  const anchored = known?.anchor.date ?? earlierDate(options.earlier ?? { kind: 'none' }, { date });
  const accepted = options.acceptAnchor ?? acceptedByConfig(config.nightly.anchorFrom, { anchored, date });
  const baseline = accepted === undefined ? known : undefined;
  const comparison = compareNight(project, { spec, date, baseline });
  const models = Object.fromEntries(panel.models.map((model) => [model.ref.id, hashModel(model)]));
  const first = config.nightly.draws * (baseline === undefined ? 2 : 1);
  const seenAgain = (sentinels: readonly Scenario[]): readonly StoredResponse[] =>
    baseline === undefined
      ? retestedAnswers(sentinels, { models: Object.keys(models), date })
      : sentinelAnswers({ tonight: { models, scenarios: hashScenarios(sentinels) }, baseline }, 1);
  const money = { at: now.getTime(), draws: first, seenAgain };
  const set = chooseScenarios(project, { comparison, store: run.store, date, ...money });
  const asked = [...set.sentinels, ...set.rotation];
  const { ask, names } = watchNames(run.ask);
  const own = options.shard === undefined ? asked : takeShard(asked, options.shard);
  const night = createNight({ comparison, asked: own, run, ask, date });
  const readings = readNight(project, {
    comparison,
    asked,
    sentinels: set.sentinels,
    night,
    names,
    needed: () => run.tally.needed(),
    date,
    at: now.toISOString(),
    subject,
    models,
  });
  const about = { subject, models: Object.keys(models), baseline, accepted, set, own, first };
  return { ...about, ...readings, night, names, seenAgain: seenAgain(set.sentinels) };
}

/** What a night's record says that is known before anybody is asked, and what fills it. */
interface NightParts extends Pick<NightRecord, 'date' | 'at' | 'subject' | 'models'>, Pick<NameWatch, 'names'> {
  readonly comparison: Comparison;
  /** By all machines together. */
  readonly asked: readonly Scenario[];
  readonly sentinels: readonly Scenario[];
  readonly night: AskedNight;
  readonly needed: () => Pick<NightRecord, 'calls' | 'usd'>;
}

function readNight(
  { config, panel, bank }: Pick<Project, 'config' | 'panel' | 'bank'>,
  { comparison, asked, sentinels, night, names, needed, date, at, subject, models }: NightParts,
): NightReadings {
  const record = (alarms: readonly Alarm[]): NightRecord => ({
    schema: 'spec-gate/night@1',
    kind: 'night',
    date,
    at,
    subject,
    models,
    scenarios: hashScenarios(asked),
    sentinels: sentinels.map(({ id }) => id),
    cells: [...night.cells()],
    rejudged: [...night.rejudged()],
    answeredAs: names(),
    alarms: [...alarms],
    calls: needed().calls,
    usd: needed().usd,
  });
  const groups = groupScenarios(bank.scenarios);
  const scores = (): ReturnType<typeof countScored> =>
    countScored(night.cells(), { asked, classifier: panel.classifier });
  const input = (held: AnchoredNights): NightInput => {
    const scored = scores();
    const classifier = scored === undefined || isSilent(scored) ? undefined : panel.classifier?.id;
    const judges = panel.judges.map(({ id }) => id);
    return {
      tonight: record([]),
      baseline: held,
      judges,
      classifier,
      margins: config.margins,
      seed: config.seed,
      groups,
    };
  };
  const evidence = (): string =>
    serializeEvidence({
      comparison,
      simulated: hasSimulated({ panel }),
      scenarios: asked,
      cells: night.evaluated(),
      show: (text) => (config.disclose === 'ids' ? undefined : disclose(text, config.disclose)),
    });
  return { record, scores, input, evidence };
}

function compareNight(
  project: Project,
  {
    spec,
    date,
    baseline,
  }: { readonly spec: Spec; readonly date: string; readonly baseline: AnchoredNights | undefined },
): Comparison {
  const pairs = project.panel.models.map((model) => ({ base: model, head: model }));
  return {
    ...compareModels({ spec, pairs }, comparisonRules(project)),
    night: date,
    // Every judge rules on an anchor night's answers, so that each can later be compared with itself.
    ...(baseline === undefined && { auditShare: 1 }),
  };
}

/**
 * Answers of the anchor night that are ruled on and scored twice in that night, to measure how often each judge, and
 * the classifier, contradicts itself.
 */
function retestedAnswers(
  sentinels: readonly Scenario[],
  { models, date }: { readonly models: readonly string[]; readonly date: string },
): readonly StoredResponse[] {
  return sentinels.flatMap(({ id }) =>
    models.flatMap((model) => [1, 2].map((draw) => ({ scenario: id, model, draw, from: date }))),
  );
}

function hashScenarios(scenarios: readonly Scenario[]): NightRecord['scenarios'] {
  return Object.fromEntries(scenarios.map((scenario) => [scenario.id, hashScenario(scenario)]));
}

/** Whether anybody who answers tonight is a simulation. */
export function hasSimulated({ panel }: Pick<Project, 'panel'>): boolean {
  const { models, judges, classifier } = panel;
  return [...models.map(({ ref }) => ref), ...judges, ...(classifier === undefined ? [] : [classifier])].some(
    isSimulated,
  );
}
