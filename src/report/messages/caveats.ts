// Sentences about what the evidence can and cannot say.
import { METRIC_WORDS, formatChange, formatInterval, formatLevel, formatSize } from '../metric-words.ts';
import { LEAST_CLUSTERS, missesOneInFour } from '../../decision/change.ts';
import { REMEDIES } from '../../models/remedy.ts';
import type { FindingArgs } from '../finding-args.ts';
import { count, dollars, percent, plural } from '../../render/format-numbers.ts';
import { name, names, say, wording, type Sentence, type Wording } from '../../render/sentence.ts';
import { VOID_REASONS } from '../void-words.ts';
import type { CaveatFindings } from '../finding-args/caveats.ts';
import type { Message, Messages } from './message.ts';
import { pluralForm } from '../../render/plural-form.ts';

const STANDS: Readonly<Record<NonNullable<FindingArgs['levelUnchanged']['stands']>, Wording>> = {
  pass: wording('within it'),
  'pre-existing': wording('above it before this change'),
  report: wording('too near to tell with the answers that are stored'),
};

const COPIES: Readonly<Record<FindingArgs['copiedDraws']['counted'], Sentence>> = {
  once: say`Each answer counts once; where a result is confirmed, the same answers are ruled on anew.`,
  'beside-others': say`Several of them prove no more than one. Beside answers of other models they are still counted as several, so the result looks surer than it is.`,
  'by-ruling': say`Each draw is ruled on anew and counts; the verdict is about these answers, and other answers of these models were not seen.`,
};

const ONE_WAY: Readonly<Record<FindingArgs['judgeOneSided']['way'], Wording>> = {
  for: wording('was for the answer'),
  against: wording('was against the answer'),
};

export const CAVEAT_MESSAGES: Messages<keyof CaveatFindings> = {
  couldHaveShown: { title: wording('Not decided'), write: writeUndecided },
  ofTheseOnly: {
    title: wording('These scenarios only'),
    write: ({ endpoint: metric, scenarios, high, needed }) => ({
      says: say`that holds on ${scenarios === 1 ? say`this scenario` : say`these ${plural(scenarios, 'scenario')}`}; on others like them ${METRIC_WORDS[metric].inSentence} may have ${METRIC_WORDS[metric].worse === 'up' ? wording('risen') : wording('fallen')} by ${formatSize(metric, high)}`,
      detail: say`Two models differ scenario by scenario, and asking the same ones again does not show others.`,
      advice: say`A bank of about ${plural(needed, 'scenario')}, each asked once (selection.modelScenarios), would show it for others, too.`,
    }),
  },
  fewGroups: {
    title: wording('Few groups of scenarios'),
    write: ({ scenarios, groups }) => ({
      says: say`the ${plural(scenarios, 'scenario')} of this check are of ${plural(groups, 'group')} (a pair of values, or ${name('group')} in the bank), and the pass is about ${groups === 1 ? wording('that one') : wording('those')}`,
      detail: say`What only one group in four would show is in none of ${count(groups)} with a chance of ${percent(missesOneInFour(groups))}; no number here can tell.`,
      advice: say`Link scenarios of ${count(LEAST_CLUSTERS)} groups or more.`,
    }),
  },
  recordedAnswers: {
    title: wording('Recorded answers'),
    write: ({ models, scenarios, fewer, none, asked }) => ({
      says: say`recorded answers stand for asking ${names(models)}${none === 0 ? say`` : say`; on ${count(none)} of ${plural(scenarios, 'scenario')} one of them has none`}${fewer === 0 ? say`` : say`; on ${count(fewer)} of ${plural(scenarios, 'scenario')} there are fewer than the ${count(asked)} draws that were wanted`}`,
      ...(fewer !== 0 && {
        detail: say`Judges ruled on the same answers more than once: that evens out the judges, not the answers. How else the models might have answered is not known, so the intervals over scenarios are wider, and the p values are about these answers.`,
      }),
    }),
  },
  missingCells: {
    title: wording('Missing answers'),
    write: ({ missing, cells, remedy = 'again' }) => ({
      says: say`${count(missing)} of ${plural(cells, 'answer')} (${percent(cells === 0 ? 0 : missing / cells)}) could not be judged, and the verdict depends on them`,
      detail: say`Missing answers are counted against the change, never for it.`,
      advice: say`${wording(REMEDIES[remedy])}.`,
    }),
  },
  whyMissing: {
    title: wording('Why answers are missing'),
    write: ({ who, words, count: times, remedy }) => ({
      says: say`${name(who)} gave no answer that could be used ${plural(times, 'time')}: ${name(words)}`,
      advice: say`${wording(REMEDIES[remedy])}.`,
    }),
  },
  answersNotKept: {
    title: wording('Answers not kept'),
    write: ({ answers }) => ({
      says: say`${plural(answers, 'answer')} of this run could not be written to the store, so the next run asks and pays for them again`,
      advice: say`Make room on the disk that holds storePath, or make it writable.`,
    }),
  },
  judgeSilent: {
    title: wording('Silent judge'),
    write: ({ judge, abstained, asked }) => ({
      says: say`judge ${name(judge)} gave no ruling on ${count(abstained)} of ${plural(asked, 'answer')}`,
    }),
  },
  judgeOneSided: {
    title: wording('A judge who rules one way'),
    write: ({ judge, way, rulings, alone }) => ({
      says: say`judge ${name(judge)} ${ONE_WAY[way]} in all its ${plural(rulings, 'ruling')}; on ${plural(alone, 'scenario')} every other judge ruled the other way`,
      detail: say`It says nothing of any answer, and it decides wherever the others part.`,
      advice: say`Use another judge in its place: ${wording('spec-gate doctor')} measures yours on labelled items.`,
    }),
  },
  thoughtsInAnswers: {
    title: wording('Thoughts in answers'),
    write: ({ model, answers, thoughtful }) => ({
      says: say`${count(thoughtful)} of ${plural(answers, 'answer')} of ${name(model)} ${pluralForm(thoughtful, wording('begins'), wording('begin'))} with its thoughts (such as ${wording('<think>')})`,
      detail: say`Judges read them as part of the answer.`,
      advice: say`Where users are not shown them, have the server part them (a reasoning parser), or turn thinking off in the params of the model.`,
    }),
  },
  copiedDraws: {
    title: wording('Draws are copies'),
    write: ({ models, counted }) => ({
      says: say`${names(models)} ${models.length === 1 ? wording('gives') : wording('give')} the same answer in every draw`,
      detail: COPIES[counted],
      advice: say`Leave models under test their temperature, and no fixed params.seed.`,
    }),
  },
  repeatedRulings: {
    title: wording('Rulings are copies'),
    write: ({ judges }) => ({
      says: say`${names(judges)} ${judges.length === 1 ? wording('says') : wording('say')} the same, word for word, when asked again about an answer`,
      detail: say`Rulings on one answer count once, however often they were asked for.`,
      advice: say`Leave judges their temperature, and see that no proxy or gateway keeps their replies.`,
    }),
  },
  drift: {
    title: wording('Models drifted'),
    write: ({ endpoint: metric, stored, fresh }) => ({
      says: say`on base, ${METRIC_WORDS[metric].inSentence} is ${formatLevel(metric, fresh)} today and was ${formatLevel(metric, stored)} when it was stored`,
      detail: say`The models or judges moved since then; the verdict compares what was asked of both sides today.`,
    }),
  },
  modelDrift: {
    title: wording('Another model answered'),
    write: ({ model, returned }) => ({
      says: say`${name(model)} was asked for; the provider names ${names(returned)}`,
    }),
  },
  uncalibrated: {
    title: wording('Not calibrated'),
    write: ({ rate, bound }) => ({
      says: say`on unchanged specs this gate would raise a false alarm ${percent(rate)} of the time (bound ${percent(bound)})`,
      advice: say`Raise selection.replicates.base or the margins; ${wording('spec-gate calibrate')} recommends numbers.`,
    }),
  },
  levelUnchanged: {
    title: wording('Not moved by an edit'),
    write: ({ endpoint: metric, level, scenarios, limit, stands }) => ({
      says: say`${METRIC_WORDS[metric].inSentence} is ${formatLevel(metric, level)} on ${plural(scenarios, 'scenario')}, unchanged by a spec edit${limit === undefined ? say`` : say`; limit ${formatLevel(metric, limit)}: ${STANDS[stands ?? 'report']}`}`,
      detail: say`The same stored answers are judged under both texts.`,
    }),
  },
  voidOption: {
    title: wording('Option without effect'),
    write: ({ option, why }) => ({
      says: say`${name(option)} has no effect in this check: ${VOID_REASONS[why].says}`,
    }),
  },
  simulated: {
    title: wording('Simulated'),
    write: ({ models }) => ({
      says: say`simulated: ${names(models)} ${pluralForm(models.length, wording('is a simulation'), wording('are simulations'))}, so these numbers say nothing about a real model`,
    }),
  },
};

function writeUndecided(args: FindingArgs['couldHaveShown']): Message {
  const { endpoint: metric, scenarios, detectable, margin } = args;
  const size = plural(scenarios, 'scenario');
  const rise = METRIC_WORDS[metric].worse === 'up' ? wording('rise') : wording('fall');
  const moved = METRIC_WORDS[metric].worse === 'up' ? wording('rose') : wording('fell');
  const says =
    detectable === undefined
      ? say`whether ${METRIC_WORDS[metric].inSentence} ${moved} is not decided: ${size} ${pluralForm(scenarios, wording('is'), wording('are'))} too few to tell`
      : say`whether ${METRIC_WORDS[metric].inSentence} ${moved} is not decided: ${size} could have shown a ${rise} by ${formatSize(metric, detectable)} or more`;
  return { says, detail: say`${estimateOf(args)}tolerated ${formatSize(metric, margin)}`, advice: adviceOf(args) };
}

function estimateOf({ endpoint: metric, change, low, high }: FindingArgs['couldHaveShown']): Sentence {
  if (change === undefined) return say``;
  const interval = low === undefined || high === undefined ? say`` : say` (${formatInterval(metric, [low, high])})`;
  return say`the estimate is ${formatChange(metric, change)}${interval}, `;
}

function adviceOf({
  decideScenarios,
  decideUsd,
  linked,
  ofModels,
  scenarios,
}: FindingArgs['couldHaveShown']): Sentence {
  if (decideScenarios === undefined)
    return say`To decide: link more scenarios to the changed clauses, or widen the margin.`;
  // What the answers that are there show would do.
  if (decideScenarios <= scenarios)
    return say`To decide: get the answers that are missing (the notes say why they are); as many scenarios decide where none is.`;
  const price = decideUsd === undefined ? say`` : say` (about ${dollars(decideUsd)})`;
  if (ofModels === true)
    return say`To decide: a bank of about ${plural(decideScenarios, 'scenario')}${price}, of which selection.modelScenarios are asked, or a wider margin, or accept with onInconclusive: report.`;
  if (linked !== undefined && linked < decideScenarios)
    return say`To decide: link about ${plural(decideScenarios, 'scenario')} to the changed clauses (${count(linked)} ${pluralForm(linked, wording('is'), wording('are'))} linked)${price}, or accept with onInconclusive: report.`;
  return say`To decide: raise selection.extendTo to about ${count(decideScenarios)}${price}, or accept with onInconclusive: report.`;
}
