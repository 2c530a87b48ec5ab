// How far judges could lean with the new text before the canaries would show it, and whether that could turn the verdict.
import { whereDefined } from '../core/where-defined.ts';
import type { ControlRuling } from '../evaluation/controls/control.ts';
import { clopperPearson } from '../stats/clopper-pearson.ts';
import { FAIL_SHARE } from './bounds.ts';
import type { Verdict } from './decision.ts';
import { isRight } from './judge-panel.ts';

/** Shares of answers, like the change of non-compliance that they are held against. */
export interface JudgeReach {
  /** Rulings on canaries that were right under the base text, each asked again under the head's. */
  readonly rulings: number;
  /** Judges who became so much milder, or stricter, with the new text would go unnoticed (95 %, one-sided). */
  readonly milder: number;
  readonly stricter: number;
  /** The lean that would turn what was decided of non-compliance, where there is one within reach. */
  readonly turns?: { readonly way: 'milder' | 'stricter'; readonly by: number };
}

/** One-sided 95 %. */
const CONFIDENCE = 0.9;

/**
 * A canary's ruling must not turn, whatever the head says; the share of those that might have turned unseen, of answers
 * ruled against (towards mildness) and of the others (towards severity), is what the panel may lean. Canaries are
 * plain, and borderline answers turn sooner: this is the least that would go unnoticed. Undefined where there are no
 * canaries, or no level of non-compliance to compare with.
 */
export function judgeReach({ metrics }: Verdict, controls: readonly ControlRuling[]): JudgeReach | undefined {
  const { nonCompliance } = metrics;
  const level = nonCompliance?.head;
  const turned = countTurned(controls);
  if (level === undefined || turned.against.trials + turned.favour.trials === 0) return undefined;
  const milder = level * clopperPearson(turned.against, CONFIDENCE).upper;
  const stricter = (1 - level) * clopperPearson(turned.favour, CONFIDENCE).upper;
  const turns = turningLean(nonCompliance!);
  const isWithin = turns !== undefined && turns.by <= (turns.way === 'milder' ? milder : stricter);
  const rulings = turned.against.trials + turned.favour.trials;
  return { rulings, milder, stricter, ...whereDefined({ turns: isWithin ? turns : undefined }) };
}

/**
 * A pass turns if milder judges hid what is left of the margin; a fail turns if stricter judges caused what makes the
 * rise significant, or large enough to fail.
 */
function turningLean({
  status,
  change,
  interval,
  margin,
}: NonNullable<Verdict['metrics']['nonCompliance']>): JudgeReach['turns'] {
  if (change === undefined || interval === undefined || margin === undefined) return undefined;
  if (status === 'pass') return { way: 'milder', by: Math.max(0, margin - interval[1]) };
  if (status === 'fail')
    return { way: 'stricter', by: Math.max(0, Math.min(change - FAIL_SHARE * margin, interval[0])) };
  return undefined;
}

interface Turned {
  readonly count: number;
  readonly trials: number;
}

function countTurned(controls: readonly ControlRuling[]): Readonly<Record<'against' | 'favour', Turned>> {
  const canaries = controls.filter(({ role }) => role === 'canary');
  const placeOf = ({ id, stage, draw }: ControlRuling): string => [id, stage, draw].join('\n');
  const heads = new Map(canaries.flatMap((one) => (one.arm === 'head' ? [[placeOf(one), one] as const] : [])));
  const counts = { against: { count: 0, trials: 0 }, favour: { count: 0, trials: 0 } };
  for (const base of canaries) {
    const head = base.arm === 'base' ? heads.get(placeOf(base)) : undefined;
    if (head === undefined) continue;
    const own = counts[base.expected === 'non-compliant' ? 'against' : 'favour'];
    for (const judgment of base.judgments) {
      const other = head.judgments.find(({ judge }) => judge === judgment.judge);
      if (other?.status !== 'ruled' || !isRight(base, judgment)) continue;
      own.trials += 1;
      own.count += Number(!isRight(head, other));
    }
  }
  return counts;
}
