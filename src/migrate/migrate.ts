// Changing judges, classifier or their words: the new panel rules on stored answers, beside what the old panel said of them.
import { plainText } from '../render/plain-text.ts';
import { writeDoubt, writePanelProblem } from './words.ts';
import { whereDefined } from '../core/where-defined.ts';
import type { AnchorRecord } from '../nightly/decision/record.ts';
import { UserError } from '../core/errors.ts';
import type { Ask } from '../evaluation/ask.ts';
import type { Run } from '../run/open-run.ts';
import type { MigrateReport } from './report.ts';
import { askLabelled } from '../doctor/labelled-accuracy.ts';
import { moveAnchor } from './anchor.ts';
import { findDoubts, findProblems } from './fitness.ts';
import {
  createStoredAsk,
  isKnown,
  labelledOf,
  partsFor,
  scalesOf,
  type MigrateOptions,
  type MigratePlan,
} from './plan.ts';
import { describeMigration, type ComparedItem, type Fitness } from './build-report.ts';
import { askSide } from './side.ts';
import { askScales } from '../doctor/panel-fitness.ts';

/**
 * Asks the new panel and compares. With `accept` also gives the record of the new anchor: the old anchor's answers under
 * the new panel's rulings and scores. A panel that is not fit is refused unless `evenIfPoor`.
 * @throws UserError where an acceptance has nothing to stand on.
 */
export async function runMigrate(
  options: MigrateOptions,
  { plan, run }: { readonly plan: MigratePlan; readonly run: Run },
): Promise<{ readonly report: MigrateReport; readonly append: readonly AnchorRecord[] }> {
  const askOld = createOldAsk(options, run);
  const compared = await Promise.all(plan.items.map((one) => compareItem(one, { options, plan, run, askOld })));
  const fitness = await measureFitness(options, { plan, run, askOld });
  const report = describeMigration({ plan, compared, fitness, run });
  const problems = findProblems(report, options.new).map(writePanelProblem);
  const doubts = findDoubts(report, { project: options.new, labelled: options.labelled.length }).map((doubt) =>
    plainText(writeDoubt(doubt)),
  );
  const found: MigrateReport = { ...report, problems, doubts };
  if (options.accept === undefined) return { report: found, append: [] };
  if (problems.length > 0 && options.evenIfPoor !== true) return { report: { ...found, refused: true }, append: [] };
  const although = problems.map(({ message }) => message).join('; ');
  const reason = although === '' ? options.accept : `${options.accept} (although ${although})`;
  const record = await moveAnchor(options, { plan, said: compared, run, reason });
  const { calls, inputTokens, outputTokens, usd } = run.tally.made();
  return {
    report: {
      ...found,
      made: { calls, inputTokens, outputTokens, usd },
      accepted: { anchor: record.night.date, reason },
    },
    append: [record],
  };
}

interface Means {
  readonly options: MigrateOptions;
  readonly plan: MigratePlan;
  readonly run: Run;
  readonly askOld: Ask;
}

async function compareItem(
  { item, old: stored }: MigratePlan['items'][number],
  { options, plan, run, askOld }: Means,
): Promise<ComparedItem> {
  const isAsked = options.askOld === true && item.cell === undefined && !isKnown(stored, plan.parts);
  const old = isAsked ? await askSide(plan.old, item, { parts: plan.parts, ask: askOld }) : stored;
  const parts = partsFor({ item, old }, plan.parts);
  return { item, old, new: await askSide(plan.new, item, { parts, ask: run.ask }) };
}

async function measureFitness(
  options: MigrateOptions,
  { plan, run, askOld }: Omit<Means, 'options'>,
): Promise<Fitness> {
  const { parts } = plan;
  const judged = parts.rulings ? await askLabelled(labelledOf(options, plan.old), askOld) : [];
  const spoke = judged.filter(({ accuracy }) => accuracy.trials > 0);
  // A majority of the remaining judges would not be the old panel's.
  const old = spoke.length === judged.length ? spoke : spoke.filter(({ judge }) => judge !== 'panel');
  const scales = { old: await askScales(parts.scores ? scalesOf(plan.old) : [], askOld) };
  return {
    accuracy: { old, new: parts.rulings ? await askLabelled(labelledOf(options, plan.new), run.ask) : [] },
    scales: {
      ...whereDefined({ old: scales.old }),
      ...newScales(await askScales(parts.scores ? scalesOf(plan.new) : [], run.ask)),
    },
  };
}

function newScales(ends: Fitness['scales']['new']): Pick<Fitness['scales'], 'new'> {
  return ends === undefined ? {} : { new: ends };
}

/** Asks the old panel; of whoever is retired, the stored words serve. */
function createOldAsk({ canAsk = () => true }: MigrateOptions, run: Run): Ask {
  const stored = createStoredAsk(run.store);
  const retired = new Set<string>();
  return async (request) => {
    const { id } = request.model;
    if (!canAsk(request.model) || retired.has(id)) return stored(request);
    try {
      return await run.ask(request);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      retired.add(id);
      return stored(request);
    }
  };
}
