// Sentences about how the spec reads: conflicts, ambiguity, text that is not what it seems.
import { whereDefined } from '../../core/where-defined.ts';
import { count, percent, plural, pointsRange, signedPoints } from '../../render/format-numbers.ts';
import { name, names, say, wording } from '../../render/sentence.ts';
import { kindName } from '../kind-words.ts';
import type { ReadingFindings } from '../finding-args/readings.ts';
import type { Messages } from './message.ts';

export const READING_MESSAGES: Messages<keyof ReadingFindings> = {
  noChange: {
    title: wording('Nothing changed'),
    write: () => ({ says: say`nothing that a scenario tests differs between the sides; nothing was run` }),
  },
  cosmeticOnly: {
    title: wording('Cosmetic changes only'),
    write: ({ changes }) => ({
      says: say`${plural(changes, 'clause changes', 'clauses change')} only in wrapping, white space, signs of Markdown, ids, numbers or order, which leaves what is shown as it is and makes no call`,
    }),
  },
  clauseConflict: {
    title: wording('Clauses in conflict'),
    write: ({ against, favour, scenarios, tested, before }) => ({
      says: say`in ${count(scenarios)} of ${plural(tested, 'scenario')}${before === undefined ? say`` : say` (${count(before)} before)`} the judges who ruled against the answer cite ${name(against)} and the judges who ruled for it cite ${name(favour)}`,
      advice: say`The two clauses pull apart: say in one of them which wins.`,
    }),
  },
  contradiction: {
    title: wording('Clauses that contradict'),
    write: ({ clause, other, scenarios, tested, basis }) => ({
      says:
        basis === 'cited'
          ? say`in ${count(scenarios)} of ${plural(tested, 'scenario')} every answer is ruled against, some for ${name(clause)} and the others for ${name(other)}`
          : say`in ${count(scenarios)} of ${plural(tested, 'scenario')} linked to both ${name(clause)} and ${name(other)} every answer is ruled against`,
      advice: say`Whatever a model does, it breaks one of them: say which gives way, and when.`,
    }),
  },
  readTwoWays: {
    title: wording('Now read in two ways'),
    write: ({ clause, base, head, change, low, high, scenarios }) => ({
      says: say`judges who rest on ${name(clause)} rule opposite ways on the same answer in ${percent(head)} of their pairs of rulings (${percent(base)} before)`,
      detail: say`${signedPoints(change)} points${low === undefined || high === undefined ? say`` : say` (95 % interval ${pointsRange([low, high])})`} on ${plural(scenarios, 'scenario')}`,
      advice: say`Say what the clause asks for in these cases, with an example of each.`,
    }),
  },
  ambiguousRulings: {
    title: wording('Judges call it ambiguous'),
    write: ({ scenarios, before, tested, clauses, examples }) => ({
      says: say`half or more of the rulings are "ambiguous" on ${count(scenarios)} of ${plural(tested, 'scenario')} (${count(before)} before)${clauses.length === 0 ? say`` : say`, citing ${names(clauses)}`}`,
      advice: say`The spec does not decide these: ${names(examples)}.`,
    }),
  },
  interpretiveAmbiguity: {
    title: wording('Read in more than one way'),
    write: ({ clause, scenarios, tested }) => ({
      says: say`judges who rest on ${name(clause)} rule opposite ways on the same answer in ${count(scenarios)} of ${plural(tested, 'scenario')}`,
      advice: say`Say what the clause asks for in these cases, with an example of each.`,
    }),
  },
  granularityGap: {
    title: wording('Too coarse to tell answers apart'),
    write: ({ clause, scenarios, tested, scenario, most, mostModel, least, leastModel }) => ({
      says: say`answers that differ widely all pass under ${name(clause)} in ${count(scenarios)} of ${plural(tested, 'scenario')}`,
      ...(most !== undefined &&
        least !== undefined && {
          detail: say`Most often ${kindName(most)} passes beside ${kindName(least)}: on ${name(scenario ?? '')} ${name(mostModel ?? '')} gives the one and ${name(leastModel ?? '')} the other`,
        }),
      advice: say`If one of these answers is better, the clause does not say so yet.`,
    }),
  },
  textOutsideClauses: {
    title: wording('Text outside of clauses changed'),
    write: () => ({
      says: say`this change edits text of the spec that belongs to no clause (front matter, comments, headings above nothing)`,
      detail: say`Judges are not shown it, and no scenario tests it.`,
      advice: say`Read the change of the file itself; actions.unseen in the config says what such a change does.`,
    }),
  },
  changedOutOfSight: {
    title: wording('Changed where judges cannot see'),
    write: ({ clause, what }) => ({
      says: say`${name(clause)} changed only in what judges are not shown: ${name(what.join(', '))}`,
      detail: say`No scenario can test it.`,
      advice: say`Read the change itself; actions.unseen in the config says what such a change does.`,
    }),
  },
  shownToJudgesOnly: {
    title: wording('Text that judges read and readers do not'),
    write: ({ clause, characters }) => ({
      says: say`${name(clause)} has ${plural(characters, 'character')} in footnotes or link definitions that nothing refers to: a page shows nothing of them, and judges read them`,
      detail: say`The judges ruled by a text that readers of the page are not given.`,
      advice: say`Put the words where they are read, or take them out; actions.unseen in the config says what they do where they stand.`,
    }),
  },
  moreOutOfSight: {
    title: wording('Changed where judges cannot see'),
    write: ({ clauses }) => ({
      says: say`${plural(clauses, 'more clause', 'more clauses')} changed only in what judges are not shown`,
    }),
  },
  repeatedHeading: {
    title: wording('A heading that repeats'),
    write: ({ clause, first }) => ({
      says: say`${name(clause)} has the same heading, under the same headings, as ${name(first)}`,
      advice: say`Links to it hold as long as their order stays; an id of its own ({#name}) keeps them for good.`,
    }),
  },
  shiftedIds: {
    title: wording('Ids of other clauses'),
    write: ({ clause, file, now, ids }) => ({
      says: say`of headings that repeat, ${plural(ids, 'id')} went over to a clause of another file: ${name(clause)} was in ${name(file)} and is in ${name(now)} now, so scenarios linked to it test another rule`,
      advice: say`Write the id that it had behind the heading in ${name(file)} ({#${name(clause)}}), in this change: it stays its own then.`,
    }),
  },
  templatePrompt: {
    title: wording('A prompt that is a template'),
    write: ({ first, shown, places }) => ({
      says: say`the prompt has ${plural(places, 'placeholder')} that a program would fill in, such as ${name(shown.join(', '))} (${name(first)}); models were given them as they stand`,
      advice: say`Gate the text that models are given in use: fill them in as your program does, and name that file as the spec.`,
    }),
  },
  includesFiles: {
    title: wording('Files that the spec takes in'),
    write: ({ first, shown, places }) => ({
      says: say`the spec takes in ${name(shown.join(', '))} (${name(first)}${places > 1 ? say` and ${plural(places - 1, 'other place')}` : say``}); nothing of that is read, and no edit of it is tested`,
      advice: say`Name these files in the config's spec, too: each is then a part of the spec.`,
    }),
  },
  linksToGoneClause: {
    title: wording('Scenarios under an id that is gone'),
    write: ({ clause, gone, scenarios }) => ({
      says: say`${plural(scenarios, 'scenario is', 'scenarios are')} linked to ${name(gone.join(', '))}, which no clause has any more; ${name(clause)} may be what they mean`,
      advice: say`Move the links before new scenarios are written: ${name('spec-gate bank link --follow REF')}, with REF the commit before the clause was renamed.`,
    }),
  },
  ignoredLines: {
    title: wording('Ignored lines changed'),
    write: ({ base, head, sent }) => ({
      says: say`the lines that the option ignore leaves out changed: ${name(base)} → ${name(head)}`,
      ...whereDefined({
        detail: sent ? say`Models are given them, and no scenario tests what they say.` : undefined,
        advice: sent ? say`Take them out of ignore: an edit of them is then tested as any other.` : undefined,
      }),
    }),
  },
  lookAlikes: {
    title: wording('Letters that look like others'),
    write: ({ clause, words }) => ({
      says: say`${name(clause)} holds words with letters of another script that look like the usual ones: ${name(words.join(', '))}`,
      detail: say`A reader sees one word and a model reads another.`,
      advice: say`Write them in one script.`,
    }),
  },
  hiddenText: {
    title: wording('Hidden text in the spec'),
    write: ({ clause, characters }) => ({
      says: say`${name(clause)} holds ${plural(characters, 'character')} that a reader does not see (comments, zero-width or direction marks)`,
      detail: say`Judges do not see them either.`,
      advice: say`Remove them, or make them visible.`,
    }),
  },
  judgeDirectedText: {
    title: wording('Text that speaks to the judges'),
    write: ({ clause, signs }) => ({
      says: say`${name(clause)} seems to address the judges instead of the model (${name(signs.join(', '))})`,
      advice: say`A person should read this clause before it is merged.`,
    }),
  },
};
