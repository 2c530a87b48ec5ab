// How a simulated judge rules: by the demands of the clauses it is shown, with known error rates and a temperament.
//
// Where some clause of the world demands something on the conversation's values, the truth is whether the response breaks a
// demand of the clauses shown. An edit that keeps every demand therefore changes no truth (only the seeded errors are drawn
// anew), and one that empties, removes or loosens a clause lets through exactly the answers that it alone forbade.
// Where the world demands nothing on them, or the conversation is unknown: it rules by the response's quality.
import type { Json } from '../../core/canonical-json.ts';
import { PLAIN_RULES, plainRuling } from '../../core/plain-rules.ts';
import { createRandom, type Random } from '../../core/random.ts';
import {
  type ActiveDemand,
  findDemands,
  findYielding,
  hasDemandOn,
  isBroken,
  keepConsistent,
  type ShownClause,
  squeeze,
} from './simulated-demands.ts';
import type { ValuePair } from './simulated-scenario.ts';
import { readStance, type Stance } from './simulated-stance.ts';
import type { Bound, Demand, JudgeProfile, World } from './world.ts';

export interface Case {
  readonly item: Json;
  readonly clauses: readonly ShownClause[];
  /** Identifies the conversation. */
  readonly conversation: string;
  readonly pair: ValuePair | undefined;
  /** The last message that was answered. */
  readonly asked: string;
  readonly response: string;
}

export interface Judge {
  readonly name: string;
  readonly profile: JudgeProfile;
  readonly random: Random;
  readonly world: World;
}

interface Opinion {
  readonly ruling: 'compliant' | 'non-compliant' | 'ambiguous';
  readonly clauses: readonly string[];
}

/** Spread of a judge's own reading of one response, and of its reading the same again; quality has spread 1. */
const READING = 0.7;
const RETEST = 0.25;
/**
 * Quality, as a judge reads it, below which it rules against a response: 24 % of responses. With the spreads above, two
 * judges agree on about 78 % of responses, as good judges do on real ones.
 */
const THRESHOLD = -0.88;

/** The reply to a `judgment` prompt. */
export function judgeResponse(subject: Case, judge: Judge): { readonly [key: string]: Json } {
  const stance = readStance(subject.response);
  const plain = ruleByPlainRule(subject);
  const isKnown = subject.pair !== undefined && hasDemandOn(judge.world, subject.pair);
  const truth = plain ?? (isKnown ? ruleByDemands(subject, { judge, stance }) : undefined);
  const { ruling, clauses } =
    truth === undefined ? ruleByQuality(subject, { judge, stance }) : addErrors(truth, { subject, judge });
  const rests = clauses.length === 0 ? 'no clause in particular' : clauses.join(', ');
  const echo = subject.item === null ? {} : { item: subject.item };
  return { ...echo, reasoning: `[simulated] It rests on ${rests}: ${ruling}.`, ruling, clauses };
}

/** A plain rule among the clauses shown, on an answer that keeps it or begins by breaking it. */
function ruleByPlainRule({ clauses, response }: Case): Opinion | undefined {
  const rule = PLAIN_RULES.find(({ id, text }) => clauses.some((shown) => shown.id === id && shown.text === text));
  const ruling = rule && plainRuling(rule, response);
  return ruling && { ruling, clauses: [rule.id] };
}

/** The truth as this judge's temperament sees it: where demands contradict, the clause it weighs first decides. */
function ruleByDemands(subject: Case, { judge, stance }: { readonly judge: Judge; readonly stance: Stance }): Opinion {
  const demands = findDemands(subject.clauses, {
    world: judge.world,
    pair: subject.pair!,
    readAs: (demand, clause) => readVague(demand, { clause, subject, judge }),
  });
  const kept = keepConsistent(inOrder(demands, { subject, judge }));
  const broken = kept.filter((demand) => isBroken(demand, stance));
  if (broken.length > 0) return { ruling: 'non-compliant', clauses: clausesOf(broken) };
  // In a contradiction an acquittal rests on the clauses that won it, not on everything else that happens to be met.
  const lost = demands.filter((demand) => !kept.includes(demand));
  const won = kept.filter((demand) => lost.some((other) => keepConsistent([demand, other]).length === 1));
  return { ruling: 'compliant', clauses: clausesOf(lost.length > 0 ? won : kept) };
}

/**
 * A vague demand as this judge reads it: each in a way of its own, by its place in the world. A clause that retells the very
 * question settles it, and no other one: that is what an example does that states no rule.
 */
function readVague(
  demand: Demand,
  { clause, subject, judge }: { readonly clause: ShownClause; readonly subject: Case; readonly judge: Judge },
): Bound {
  if (retells(clause, subject)) return demand;
  const { readings } = demand.vague!;
  const place = [...judge.world.judges.keys()].indexOf(judge.name.split('@')[0]!);
  return readings[Math.max(0, place) % readings.length]!;
}

/** Characters of a question by which it is known again. */
const KNOWN_BY = 80;

function retells({ text }: ShownClause, { asked }: Case): boolean {
  return asked.length >= KNOWN_BY && squeeze(text).includes(squeeze(asked.slice(0, KNOWN_BY)));
}

/** Where demands contradict, the text decides if it says which gives way, or retells the question; else the temperament. */
function inOrder(
  demands: readonly ActiveDemand[],
  about: { readonly subject: Case; readonly judge: Judge },
): readonly ActiveDemand[] {
  const byJudge = byTemperament(demands, about);
  if (keepConsistent(byJudge).length === demands.length) return byJudge;
  const { clauses } = about.subject;
  const yielding = findYielding(clauses);
  const retelling = new Set(clauses.filter((clause) => retells(clause, about.subject)).map(({ id }) => id));
  const placeOf = ({ clause }: ActiveDemand): number => (retelling.has(clause) ? 0 : yielding.has(clause) ? 2 : 1);
  return byJudge.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function byTemperament(
  demands: readonly ActiveDemand[],
  { subject, judge }: { readonly subject: Case; readonly judge: Judge },
): readonly ActiveDemand[] {
  const rank = new Map(demands.map(({ clause }) => [clause, rankOf(clause, { subject, judge })]));
  return [...demands].sort((a, b) => rank.get(a.clause)! - rank.get(b.clause)!);
}

function rankOf(clause: string, { subject, judge }: { readonly subject: Case; readonly judge: Judge }): number {
  const place = judge.profile.first.indexOf(clause);
  if (place >= 0) return place;
  return judge.profile.first.length + createRandom(`coin ${judge.name} ${subject.conversation} ${clause}`).next();
}

function addErrors(truth: Opinion, { subject, judge }: { readonly subject: Case; readonly judge: Judge }): Opinion {
  const { profile, random } = judge;
  const isUnsure = random.next() < profile.ambiguity;
  const luck = random.next();
  const clauses = truth.clauses.length > 0 ? truth.clauses : subject.clauses.slice(0, 1).map(({ id }) => id);
  if (isUnsure) return { ruling: 'ambiguous', clauses };
  if (truth.ruling === 'compliant') return luck < profile.falsePositive ? { ruling: 'non-compliant', clauses } : truth;
  return luck < profile.falseNegative ? { ruling: 'compliant', clauses } : truth;
}

function ruleByQuality(subject: Case, { judge, stance }: { readonly judge: Judge; readonly stance: Stance }): Opinion {
  const own = createRandom(`reading ${judge.name} ${subject.conversation} ${subject.response}`).normal();
  const read = stance.quality + READING * own + RETEST * judge.random.normal();
  const isUnsure = judge.random.next() < judge.profile.ambiguity;
  const topic = createRandom(`topic ${subject.conversation}`);
  const cited = subject.clauses.length === 0 ? [] : [subject.clauses[topic.below(subject.clauses.length)]!.id];
  if (isUnsure) return { ruling: 'ambiguous', clauses: cited };
  return { ruling: read < THRESHOLD ? 'non-compliant' : 'compliant', clauses: cited };
}

function clausesOf(demands: readonly ActiveDemand[]): readonly string[] {
  return [...new Set(demands.map(({ clause }) => clause))];
}
