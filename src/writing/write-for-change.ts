// Scenarios for one changed clause: half from the base text and half from the head text, each kept only where a linker that
// was told nothing names the clause.
import { whereDefined } from '../core/where-defined.ts';
import type { Ask } from '../evaluation/ask.ts';
import type { ModelRef } from '../models/model.ts';
import { kCenter, toVectorTable } from '../scenarios/selection/k-center.ts';
import { scenarioText } from '../scenarios/selection/lexical-vector.ts';
import { lexicalMeasure } from '../scenarios/selection/vectorize.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { ClauseChange } from '../spec/change.ts';
import type { Spec } from '../spec/clause.ts';
import { describeAngle, listAngles, type Side } from './change-angles.ts';
import { linkScenario, type Linker } from './link-scenario.ts';
import { frozenLinks } from './link-bank.ts';
import { createDuplicateFinder } from './near-duplicates.ts';
import type { Collision } from './prompts/change-scan.ts';
import { showSpec } from './show-spec.ts';
import { writeChangeGroup } from './write-change-group.ts';

/** A scenario that did not exist before this change. */
export interface WrittenScenario {
  readonly scenario: Scenario;
  /** The changed clause it was written for, as the change names it. */
  readonly clause: string;
  readonly side: Side;
  /** The sentence, or what pulls against the clause. */
  readonly about: string;
}

export interface WrittenForClause {
  readonly clause: string;
  readonly scenarios: readonly WrittenScenario[];
  /** Candidates that the linker read without being told, and how many of them it linked to the clause. */
  readonly checked: number;
  readonly touching: number;
  /** The same for each side that has a text. */
  readonly sides: readonly { readonly side: Side; readonly checked: number; readonly touching: number }[];
  /** Queries asked for, and why some of them came to nothing, one reason each. */
  readonly asked: number;
  readonly dropped: readonly string[];
  /** Why the money ended before all were written. */
  readonly stopped?: 'budget';
}

export interface ChangeWriting {
  readonly change: ClauseChange;
  readonly specs: Readonly<Record<Side, Spec>>;
  /** Scenarios wanted. */
  readonly count: number;
  readonly collisions: readonly Collision[];
  /** Who writes, in turn. */
  readonly generators: readonly ModelRef[];
  readonly linkers: Readonly<Record<Side, Linker>>;
  /** Names the sample: the same change under the same policy gets the same scenarios. */
  readonly draw: string;
  /** Whether answers will be placed on value scales, which takes rubrics. */
  readonly scored: boolean;
  /** What there is already: what repeats it is not kept. */
  readonly existing: readonly Scenario[];
  /** False as soon as writing must end. */
  readonly mayGoOn: () => boolean;
}

/** Groups for each scenario wanted: a group holds three framings, of which the most unlike are kept. */
const GROUPS_A_SCENARIO = 0.6;
/** Candidates checked for each scenario wanted: some will not touch the clause. */
const CHECKED_A_SCENARIO = 1.25;
/** Groups written side by side before the money is counted again. */
const WAVE = 8;

/** The scenarios, those of the base text first. Nothing is written for a side without the clause. */
export async function writeForChange(writing: ChangeWriting, ask: Ask): Promise<WrittenForClause> {
  const { change, count } = writing;
  const sides = (['base', 'head'] as const).filter((side) => change[side] !== undefined && change[side].text !== '');
  const share = Math.ceil(count / Math.max(1, sides.length));
  const candidates: Candidate[] = [];
  const dropped: string[] = [];
  let asked = 0;
  let stopped: 'budget' | undefined;
  for (const side of sides) {
    const written = await writeSide(writing, { side, groups: Math.ceil(share * GROUPS_A_SCENARIO) }, ask);
    if (written.stopped) stopped = 'budget';
    candidates.push(...written.candidates);
    dropped.push(...written.dropped);
    asked += written.candidates.length + written.dropped.length;
  }
  const fresh = withoutRepeats(candidates, writing.existing);
  const spread = sides.flatMap((side) =>
    spreadOut(
      fresh.filter((one) => one.side === side),
      Math.ceil(share * CHECKED_A_SCENARIO),
    ),
  );
  const checked = await Promise.all(spread.map((candidate) => checkTouch(candidate, writing, ask)));
  const touching = checked.filter((one) => one !== undefined);
  return {
    clause: change.id,
    scenarios: takeShares(touching, { count, share }),
    checked: spread.length,
    touching: touching.length,
    asked,
    dropped,
    sides: sides.map((side) => ({
      side,
      checked: spread.filter((one) => one.side === side).length,
      touching: touching.filter((one) => one.side === side).length,
    })),
    ...whereDefined({ stopped }),
  };
}

interface Candidate {
  readonly group: readonly Scenario[];
  readonly side: Side;
  readonly about: string;
}

async function writeSide(
  writing: ChangeWriting,
  { side, groups }: { readonly side: Side; readonly groups: number },
  ask: Ask,
): Promise<{
  readonly candidates: readonly Candidate[];
  readonly dropped: readonly string[];
  readonly stopped: boolean;
}> {
  const { change, specs, collisions, generators, draw, scored } = writing;
  const clause = showSpec(specs[side]).find(({ id }) => id === change[side]!.id)!;
  const angles = listAngles(change, { side, spec: specs[side], collisions });
  const candidates: Candidate[] = [];
  const dropped: string[] = [];
  for (let from = 0; from < groups && angles.length > 0; from += WAVE) {
    if (!writing.mayGoOn()) return { candidates, dropped, stopped: true };
    const wave = Array.from({ length: Math.min(WAVE, groups - from) }, async (_, offset) => {
      const index = from + offset;
      const angle = angles[index % angles.length]!;
      const turn = Math.floor(index / angles.length);
      const generator = generators[index % generators.length]!;
      const group = await writeChangeGroup({ generator, clause, angle, turn, draw, scored }, ask);
      return { group, about: describeAngle(angle) };
    });
    for (const { group, about } of await Promise.all(wave)) {
      if (group.status === 'written') candidates.push({ group: group.value, side, about });
      else dropped.push(group.reason);
    }
  }
  return { candidates, dropped, stopped: false };
}

/** Groups are compared by their neutral queries: rewrites resemble each other by design. */
function withoutRepeats(candidates: readonly Candidate[], existing: readonly Scenario[]): readonly Candidate[] {
  const finder = createDuplicateFinder();
  for (const scenario of existing) finder.add(scenarioText(scenario));
  return candidates.filter(({ group }) => {
    const [neutral] = group;
    const text = scenarioText(neutral!);
    if (finder.find(text) !== undefined) return false;
    finder.add(text);
    return true;
  });
}

interface Framing extends Omit<Candidate, 'group'> {
  readonly scenario: Scenario;
}

/** The most unlike framings: every group's first, then the rewrites that add most. */
function spreadOut(candidates: readonly Candidate[], size: number): readonly Framing[] {
  const framings = candidates.flatMap(({ group, ...rest }) =>
    group.map((scenario): Framing => ({ ...rest, scenario })),
  );
  if (framings.length === 0) return [];
  const vectors = toVectorTable(framings.map(({ scenario }) => lexicalMeasure.vectorOf(scenario)));
  return kCenter({ vectors, size }).centers.map((row) => framings[row]!);
}

/** The framing with its frozen links, if the linker names the clause it was written for; undefined otherwise. */
async function checkTouch(
  { scenario, side, about }: Framing,
  { change, linkers }: ChangeWriting,
  ask: Ask,
): Promise<WrittenScenario | undefined> {
  const own = change[side]!.id;
  const found = await linkScenario(scenario, linkers[side], ask);
  if (found.status !== 'linked' || !found.links.some(({ clause }) => clause === own)) return undefined;
  const clauses = [...new Set([own, ...frozenLinks(found.links, linkers[side].spec)])];
  return { scenario: { ...scenario, clauses }, clause: change.id, side, about };
}

/**
 * Half of the scenarios from each side. Those of the base fill up what the head's side lacks, never the other way: the
 * new text must not choose what it is tested on.
 */
function takeShares(
  touching: readonly WrittenScenario[],
  { count, share }: { readonly count: number; readonly share: number },
): readonly WrittenScenario[] {
  const base = touching.filter(({ side }) => side === 'base');
  const head = touching.filter(({ side }) => side === 'head').slice(0, share);
  return [...base.slice(0, count - head.length), ...head];
}
