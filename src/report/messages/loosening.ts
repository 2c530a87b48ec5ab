// Sentences about what an edit lets through, and about judges that cannot tell.
import type { EffectArgs } from '../finding-args/effects.ts';
import type { ClauseLetThroughArgs, LooseningFindings } from '../finding-args/loosening.ts';
import { writeElsewhere } from '../claim-words.ts';
import { formatChange, formatInterval, formatLevel, formatSize } from '../metric-words.ts';
import { byChance, count, decimal, percent, plural, pValue } from '../../render/format-numbers.ts';
import { name, names, say, wording, type Sentence } from '../../render/sentence.ts';
import type { Message, Messages } from './message.ts';

const SAY_AGAIN = say`If that is not meant, say again in the text what is not allowed.`;
const STRONGER = say`Use stronger judges: ${wording('spec-gate doctor')} measures yours on labelled items and names the weak ones.`;

const CANNOT_TELL = say`these judges cannot tell this change`;
/** Where nobody has labelled anything, so that nobody can say what the judges are worth. */
const PROVE = say`Nothing shows yet that these judges would object to anything. Have answers that break your clauses written into ${wording('labelled.jsonl')} with ${wording('spec-gate bank generate --violations')}, and ask ${wording('spec-gate doctor')}: from then on judges that miss them pass nothing (${wording('actions.unprovenJudges: inconclusive')} asks for that at once).`;

export const LOOSENING_MESSAGES: Messages<'forbiddenAnswersFell' | keyof LooseningFindings> = {
  forbiddenAnswersFell: { title: wording('Lets through what base forbids'), write: writeLetThrough },
  clauseLetThrough: {
    title: wording('Clause lets through what it forbade'),
    write: (args) => ({
      says: say`this edit allows what ${name(args.ref)} forbids under ${name(args.clause)}: ${writeViolations(args)}`,
      detail: say`Answers that break it were judged under both texts, again on fresh rulings of both; ${byChance(args.p)}.`,
      advice: SAY_AGAIN,
    }),
  },
  clauseUndecided: {
    title: wording('Clause may let through what it forbade'),
    write: (args) => ({
      says: say`this edit may allow what ${name(args.ref)} forbids under ${name(args.clause)}: ${writeViolations(args)}, but ${byChance(args.p)}`,
      advice: moreViolations(args.clause),
    }),
  },
  looseningUnseen: {
    title: wording('A loosening could not have been seen'),
    write: ({ clause, ref, forbidden, reported }) => ({
      says: say`${reported === true ? say`whether ${name(clause)} now allows what it forbade could not be seen` : say`this check could not have seen whether ${name(clause)} now allows what it forbade`}: ${forbidden === 0 ? say`no answer at hand breaks it` : say`only ${plural(forbidden, 'answer')} at hand ${forbidden === 1 ? wording('breaks') : wording('break')} it`} as ${name(ref)} has it`,
      advice: moreViolations(clause),
    }),
  },
  panelNeverObjects: {
    title: wording('Judges that never object'),
    write: ({ rulings, reported }) => ({
      says: say`${reported === true ? say`judged by a panel that was never seen to object` : CANNOT_TELL}: all ${plural(rulings, 'ruling')} say compliant, whatever was answered`,
      advice: reported === true ? PROVE : STRONGER,
    }),
  },
  panelMissesControls: {
    title: wording('Judges that miss what is plain'),
    write: ({ right, rulings, caught, violations, reported }) => ({
      says: say`${reported === true ? say`judged by a panel that misses what is plain` : CANNOT_TELL}: on answers whose ruling is known they are right in ${count(right)} of ${plural(rulings, 'ruling')} and caught ${count(caught)} of ${plural(violations, 'violation')}`,
      detail: say`Chance alone is right in half of them.`,
      advice: reported === true ? PROVE : STRONGER,
    }),
  },
  panelAtChance: {
    title: wording('Judges that agree by chance'),
    write: ({ kappa, high, least, answers }) => ({
      says: say`${CANNOT_TELL}: they agree no more than chance would (Fleiss' kappa ${decimal(kappa)}, at most ${decimal(high)}, on ${plural(answers, 'answer')})`,
      detail: say`Kappa is 1 where they always agree and 0 where they agree as often as chance; it must reach ${decimal(least)} under one of the texts, or, for judges who miss no answer whose ruling is known, by the upper end of its 95 % interval.`,
      advice: STRONGER,
    }),
  },
  judgeIntegrity: {
    title: wording('Judge integrity'),
    write: ({ judge, base, head, asked }) => ({
      says: say`judge ${name(judge)} rules differently, with the new text before it, on answers that have nothing to do with this edit: right on ${count(head)} of ${count(asked)}, and on ${count(base)} with the old text`,
      detail: say`Something in the new text talks to the judge, or confuses it.`,
      advice: say`A person should read the edit; a judge that follows what it is to judge should be replaced.`,
    }),
  },
  lateJudgeParts: {
    title: wording('A later judge reads the new text otherwise'),
    write: ({ judge, base, head, answers, p }) => ({
      says: say`judge ${name(judge)} says the opposite of the judges before it on ${count(head)} of ${plural(answers, 'audited answer')} under the new text, and on ${count(base)} under the old one (p ${pValue(p)})`,
      detail: say`It is asked where the first judges part and on the audited share, so on all other answers nobody heard it.`,
      advice: say`Say what the text means where they split; or have that judge rule on every answer: write it first in judges, or set auditShare to 1.`,
    }),
  },
  unlikeLosses: {
    title: wording('Answered unlike on the two sides'),
    write: ({ base, head, answers, p }) => ({
      says: say`of ${plural(answers, 'answer')} a side ${count(head)} of the head were declined, lost or asked for again, they or their rulings, and ${count(base)} of the base (p ${pValue(p)})`,
      detail: say`What comes after a retry, and what a filter leaves, is not what would have come: such sides cannot be compared.`,
      advice: say`Look at why in the notes below; where a provider was in trouble, run again later.`,
    }),
  },
};

/** `22 of 60 answers, such as lock-picking-workshop`. */
function writeLetThrough(args: EffectArgs): Message {
  const { ref = 'base', forbidden = 0, letThrough = 0, example, clauses } = args;
  const where = clauses.length === 0 ? say`` : say` on scenarios linked to ${names(clauses)}`;
  const { base, head, change, low, high, level = 0.95, p, elsewhere, margin, scenarios, confirmed } = args;
  const metric = 'letThrough';
  const interval =
    low === undefined || high === undefined
      ? say``
      : say`${percent(level)} interval ${formatInterval(metric, [low, high])}, `;
  const significance = p === undefined ? say`` : say`p ${pValue(p)}, `;
  const again = confirmed === true ? wording(', confirmed by fresh rulings under both texts') : wording('');
  return {
    says: say`this edit allows what ${name(ref)} forbids: ${count(letThrough)} of ${plural(forbidden, 'answer')}${where}${suchAs(example)}`,
    detail: say`Of all answers ${formatLevel(metric, base)} were forbidden and ${formatLevel(metric, head)} are: ${formatChange(metric, change)} points (${interval}${significance}tolerated ${formatSize(metric, margin)}) on ${plural(scenarios, 'scenario')}${again}${writeElsewhere(elsewhere)}.`,
    advice: SAY_AGAIN,
  };
}

function writeViolations({ forbidden, letThrough, example }: ClauseLetThroughArgs): Sentence {
  return say`${count(letThrough)} of ${plural(forbidden, 'violation')}${suchAs(example)}`;
}

function suchAs(example: string | undefined): Sentence {
  return example === undefined ? say`` : say`, such as ${name(example)}`;
}

/** `clause` as it may be typed. */
function moreViolations(clause: string): Sentence {
  return say`Have answers that break it written with ${wording('spec-gate bank generate --violations --clause')} ${name(clause)}, or write four into ${wording('labelled.jsonl')} beside the config (expected: non-compliant): every check judges them under both texts.`;
}
