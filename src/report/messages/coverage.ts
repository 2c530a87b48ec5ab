// Sentences about which scenarios test a change: linked, written for it, or none.
import { count, decimal, dollars, plural } from '../../render/format-numbers.ts';
import { name, names, say, wording, type Sentence } from '../../render/sentence.ts';
import type { CoverageFindings } from '../finding-args/coverage.ts';
import { writeUntestedReason } from '../untested-words.ts';
import type { Messages } from './message.ts';

export const COVERAGE_MESSAGES: Messages<keyof CoverageFindings> = {
  linksToFollow: {
    title: wording('Links to move'),
    write: ({ moved, scenarios }) => ({
      says: say`${plural(scenarios, 'scenario of the bank names', 'scenarios of the bank name')} clauses that this change gives another id: ${names(moved)}`,
      detail: say`Such scenarios test the change; once it is merged their links would lead nowhere.`,
      advice: say`Run ${wording('spec-gate bank link --follow')} against the base branch and commit the bank with the change.`,
    }),
  },
  mayPullAgainst: {
    title: wording('May pull against'),
    write: ({ clause, against, untested, situation }) => ({
      says: say`${name(clause)} as changed may pull against ${names(against)}${testedOf(against, untested)}`,
      detail: say`For instance: ${name(situation.replace(/[.。]\s*$/u, ''))}`,
    }),
  },
  scenariosWritten: {
    title: wording('Written for this change'),
    write: ({ clause, scenarios, base, head, checked, touching, asked = 0, dropped = 0, why = '' }) => {
      const loss = say`${count(dropped)} of ${plural(asked, 'query', 'queries')} that the judges were asked to write came to nothing, most of them because ${writeLoss(why)}`;
      const reading = say`Of ${count(checked)} read by a model that was not told what they are for, ${count(touching)} were found to turn on the clause; only those are used.`;
      return {
        says: say`${plural(scenarios, 'scenario was', 'scenarios were')} written for ${name(clause)} in this run: ${count(base)} from the text before, ${count(head)} from the text after${dropped === 0 ? say`` : say`; ${loss}`}`,
        ...(checked > 0 && { detail: reading }),
        advice: writeKeeping(scenarios, dropped === 0 ? undefined : why),
      };
    },
  },
  writingStopped: {
    title: wording('Writing stopped'),
    write: ({ usd, clauses }) => ({
      says: say`${dollars(usd)} for writing scenarios was not enough for ${names(clauses)}`,
      advice: say`Raise coverage.usd in the base branch's configuration, or change fewer clauses at once.`,
    }),
  },
  untestedClause: {
    title: wording('Clause without scenarios'),
    write: ({ clause, reason, why }) => ({
      says: say`${name(clause)} changed and is not tested${reason === undefined ? say`: no scenario is linked to it` : say`: ${writeUntestedReason(reason)}`}${why === undefined ? say`` : say`, because ${writeLoss(why)}`}`,
      advice:
        why === undefined
          ? say`Write or generate scenarios for it (${wording('spec-gate bank generate --clause')}).`
          : writeKeeping(0, why),
    }),
  },
  suggestedLinks: {
    title: wording('Suggested scenarios'),
    write: ({ clause, scenarios }) => ({
      says: say`${name(clause)} has no linked scenario; ${plural(scenarios, 'scenario')} of similar text stood in`,
      advice: say`Confirm the links in the bank, or add scenarios of its own.`,
    }),
  },
  copiedScenarios: {
    title: wording('Scenarios that ask the same'),
    write: ({ copies }) => ({
      says: say`${plural(copies, 'linked scenario')} left out: others ask the very same of the same clauses, and would be answered by the same words`,
      advice: say`${name('spec-gate bank maintain')} finds them.`,
    }),
  },
  namedClauses: {
    title: wording('Clauses that the edit names'),
    write: ({ clause, scenarios }) => ({
      says: say`the edit of ${name(clause)} names other clauses: in ${plural(scenarios, 'scenario')} of theirs judges read it beside them`,
      detail: say`They may cause a failure and carry no pass.`,
    }),
  },
  contestedGround: {
    title: wording('Contested ground'),
    write: ({ clause, level, scenarios, rank, of }) => ({
      says: say`this change touches contested ground: on the ${plural(scenarios, 'scenario')} of ${name(clause)} models disagree by ${decimal(level)}, ${rank === 1 ? wording('the most') : say`rank ${count(rank)}`} of ${plural(of, 'clause')}`,
      detail: say`What it says there decides between answers that models give today.`,
    }),
  },
};

function testedOf(against: readonly string[], untested: readonly string[]): Sentence {
  if (untested.length === 0) return say`, which scenarios of this check test`;
  return untested.length === against.length ? say`, not yet tested` : say`; not yet tested: ${names(untested)}`;
}

/** How to keep what was written, or to get something where nothing was. */
function writeKeeping(scenarios: number, why: string | undefined): Sentence {
  if (scenarios > 0 || why === undefined)
    return say`${wording('spec-gate bank adopt')} takes them from report.json into the bank.`;
  return isOwnFailing(why)
    ? say`Stronger judges write them, or bring queries of your own: ${wording('spec-gate bank import')}, then ${wording('spec-gate bank link')}.`
    : say`Mend that and run the check again: what was finished is stored. ${wording('spec-gate doctor')} asks every provider once and says what is wrong.`;
}

/** Whether it was the reply that was no good, not the call. */
function isOwnFailing(why: string): boolean {
  return OWN_FAILINGS.test(why);
}

const OWN_FAILINGS = /^(?:about another item$|no question tests it$|not JSON|wrong shape)/;

/** Ends a sentence about replies that came to nothing. */
function writeLoss(why: string): Sentence {
  if (why === 'about another item') return say`the reply does not name what it was asked about`;
  if (why === 'no question tests it') return say`the judge found no question that tests it`;
  if (why === 'not JSON' || why.startsWith('wrong shape')) return say`the reply is not in the form that was asked for`;
  return say`of this: ${name(why)}`;
}
