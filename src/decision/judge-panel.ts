// Whether these judges can be relied on for this change: they must rule against what is known to be wrong, and read the
// head as they read the base.
import { mean } from '../stats/mean.ts';
import { measureAgreement } from '../analysis/agreement.ts';
import type { Cell, Stage } from '../evaluation/cell.ts';
import type { ControlRuling } from '../evaluation/controls/control.ts';
import { LEAST_KAPPA, LEAST_RIGHT, MOST_FALLEN } from './bounds.ts';
import type { Reason, DecisionInput } from './decision.ts';
import { lateJudgeReasons } from './late-judges.ts';
import { rankBySeverity, SEVERITY_OF_ACTION, type Severity } from './severity.ts';
import { unlikeLossReasons } from './unlike-losses.ts';

/** What is known of the judges when a round is decided. */
export interface PanelEvidence {
  /** Of the stage that is read, both arms. */
  readonly cells: readonly Pick<Cell, 'arm' | 'audited' | 'judgments'>[];
  /** Of every stage so far. */
  readonly controls: readonly ControlRuling[];
  readonly judges: readonly string[];
}

/**
 * Why a pass by this panel would mean nothing, or needs a word beside it; empty where it can be relied on. How grave it
 * is that nothing shows the judges' worth is for the policy to say; judges who rule by chance, or as the edited text
 * tells them to, speak against any pass.
 */
export function panelReasons(evidence: PanelEvidence, unproven: 'inconclusive' | 'report'): readonly Reason[] {
  return [...blindReasons(evidence, SEVERITY_OF_ACTION[unproven]), ...integrityReasons(evidence)];
}

/** One ground is enough: the gravest, and of equally grave ones the easiest to understand. */
function blindReasons(evidence: PanelEvidence, severity: Severity): readonly Reason[] {
  const unproven = findSilence(evidence) ?? findMissedControls(evidence);
  const graded = unproven === undefined ? [] : [{ ...unproven, severity }];
  const chance = findChance(evidence);
  return rankBySeverity(chance === undefined ? graded : [...graded, chance]).slice(0, 1);
}

type Ground = Omit<Reason, 'severity'>;

function findSilence({ cells, controls }: PanelEvidence): Ground | undefined {
  const rulings = [...cells, ...controls].flatMap(({ judgments }) =>
    judgments.flatMap((judgment) => (judgment.status === 'ruled' ? [judgment.ruling] : [])),
  );
  if (rulings.length === 0 || rulings.some((ruling) => ruling !== 'compliant')) return undefined;
  return { code: 'panel-never-objects', args: { rulings: rulings.length } };
}

/** Rulings on answers whose ruling is known, and the majority on either kind of them. */
function findMissedControls({ controls }: Pick<PanelEvidence, 'controls'>): Ground | undefined {
  const known = controls.filter(isKnown);
  const rulings = known.flatMap((one) => one.judgments.map((judgment) => isRight(one, judgment)));
  if (rulings.length === 0) return undefined;
  const right = rulings.filter(Boolean).length;
  const majority = (expected: ControlRuling['expected']): boolean => {
    const own = known.filter((one) => one.expected === expected);
    const met = own.filter(({ problematic }) => problematic === (expected === 'non-compliant')).length;
    return own.length === 0 || met > own.length / 2;
  };
  if (right >= LEAST_RIGHT * rulings.length && majority('compliant') && majority('non-compliant')) return undefined;
  const against = known.filter(({ expected }) => expected === 'non-compliant');
  const caught = against.filter(({ problematic }) => problematic === true).length;
  const args = { right, rulings: rulings.length, caught, violations: against.length };
  return { code: 'panel-misses-controls', args };
}

/**
 * Canaries on both sides, labelled violations where base forbids them. Under the head a violation may be allowed
 * because the edit allows it, which says nothing of the judges.
 */
export function isKnown({ role, source, arm }: ControlRuling): boolean {
  return role === 'canary' || (source === 'labelled' && arm === 'base');
}

function findChance({ cells, controls }: Omit<PanelEvidence, 'judges'>): Reason | undefined {
  const audited = [...cells, ...controls.map(({ judgments, arm }) => ({ judgments, arm, audited: true }))];
  const sides = (['base', 'head'] as const).map((arm) => measureAgreement(audited.filter((cell) => cell.arm === arm)));
  const seen = sides.flatMap(({ fleissKappa }) => {
    const { status } = fleissKappa;
    return status === 'defined' && fleissKappa.interval !== undefined
      ? [{ kappa: fleissKappa.value, above: fleissKappa.interval[1] - fleissKappa.value }]
      : [];
  });
  // One text may be read differently by good judges; judges who cannot rule agree by chance alone under both texts.
  if (seen.length < sides.length || seen.some(({ kappa }) => kappa >= LEAST_KAPPA)) return undefined;
  // The mean of the two: few rulings a side, as a check has that is soon decided, would each leave room for a good panel.
  const kappa = mean(seen.map((side) => side.kappa));
  const high = kappa + Math.hypot(...seen.map(({ above }) => above)) / seen.length;
  // Who is wrong on what is known has no benefit of the doubt.
  const isKnownWrong = findMissedControls({ controls }) !== undefined;
  if ((isKnownWrong ? kappa : high) >= LEAST_KAPPA) return undefined;
  const answers = sides.reduce((total, { cells: own }) => total + own, 0);
  return { code: 'panel-at-chance', args: { kappa, high, least: LEAST_KAPPA, answers }, severity: 'warning' };
}

/** Judges who rule worse on the canaries when they read the head's text, in every draw that was asked. */
function integrityReasons({ controls, judges }: PanelEvidence): readonly Reason[] {
  const canaries = controls.filter(({ role }) => role === 'canary');
  const draws = [...new Set(canaries.map(({ stage, draw }) => `${stage}\n${draw}`))];
  if (draws.length === 0) return [];
  return judges.flatMap((judge): readonly Reason[] => {
    const falls = draws.map((name) =>
      fallOf(
        judge,
        canaries.filter(({ stage, draw }) => `${stage}\n${draw}` === name),
      ),
    );
    if (falls.some(({ base, head }) => base - head < MOST_FALLEN)) return [];
    const sum = (read: (fall: Fall) => number): number => falls.reduce((total, fall) => total + read(fall), 0);
    const args = {
      judge,
      base: sum(({ base }) => base),
      head: sum(({ head }) => head),
      asked: sum(({ asked }) => asked),
    };
    return [{ code: 'judge-integrity', args, severity: 'warning' }];
  });
}

/** Whether a second draw of the canaries is called for. */
export function doubtsJudges(evidence: PanelEvidence): boolean {
  return integrityReasons(evidence).length > 0;
}

interface Fall {
  /** Right rulings on either side, of so many. */
  readonly base: number;
  readonly head: number;
  readonly asked: number;
}

function fallOf(judge: string, canaries: readonly ControlRuling[]): Fall {
  const right = (arm: 'base' | 'head'): readonly boolean[] =>
    canaries
      .filter((one) => one.arm === arm)
      .map((one) => one.judgments.some((judgment) => judgment.judge === judge && isRight(one, judgment)));
  const [base, head] = [right('base'), right('head')];
  return { base: base.filter(Boolean).length, head: head.filter(Boolean).length, asked: head.length };
}

/** A missing ruling does not count as right. */
export function isRight({ expected }: ControlRuling, judgment: ControlRuling['judgments'][number]): boolean {
  return judgment.status === 'ruled' && (judgment.ruling === 'compliant') === (expected === 'compliant');
}

/**
 * The grounds of a stage against a pass: its judges, where answers of known ruling were put to them, losses that differ by
 * side, and a later judge who reads the new text unlike the first ones.
 */
export function judgePanel(input: DecisionInput, stage: Stage): readonly Reason[] {
  const { cells, controls, judges, labelled = 0, policy } = input;
  const own = cells.filter((cell) => cell.stage === stage);
  const torn = policy.actions.judgeAgreement === 'fail' ? 'warning' : 'notice';
  const seen = [...unlikeLossReasons(own), ...lateJudgeReasons(own, judges, torn)];
  if (controls === undefined) return seen;
  const unproven = policy.actions.unprovenJudges ?? (labelled > 0 ? 'inconclusive' : 'report');
  return [...panelReasons({ cells: own, controls, judges }, unproven), ...seen];
}
