// Responses that stand apart from nearly all others, on either side of a change and draw after draw: counted once each.
import { whereDefined } from '../core/where-defined.ts';
import { leanOf, sightOf, type Answer, type Apart, type Lean, type OutlierBasis } from './stands-apart.ts';

/** One side: by scenario, draw after draw, the answers that came. */
export type OutlierRows<Own extends Answer> = ReadonlyMap<string, readonly (readonly Own[])[]>;

/** Base is empty where there is but one side. */
export interface OutlierSides<Own extends Answer> {
  readonly base: OutlierRows<Own>;
  readonly head: OutlierRows<Own>;
}

/** `unconfirmed`: seen, but too few draws, or the draws of either side do not agree; part of no count. */
export type OutlierStatus = 'new' | 'gone' | 'standing' | 'unconfirmed';

export interface Outlier<Own extends Answer = Answer> {
  readonly scenario: string;
  readonly model: string;
  readonly status: OutlierStatus;
  /** As first seen: on the head, if there. */
  readonly apart: Apart;
  readonly lean?: Lean;
  /** For each side, the draws that show it (`seen`) of those in which it was measured beside enough others. */
  readonly draws: Readonly<Record<'base' | 'head', { readonly seen: number; readonly measured: number }>>;
  readonly own: Own;
  readonly rest: readonly Own[];
}

/** How many there are. `base + new - gone = head`, always. */
export interface OutlierCount {
  readonly base: number;
  readonly head: number;
  readonly new: number;
  readonly gone: number;
  readonly standing: number;
}

/** A list of single sightings is noise: an A/A run over 50 scenarios shows about 44. */
const CONFIRMING_DRAWS = 2;

/**
 * One entry a scenario and model, in that order. A side shows it where every draw in which it was measured does, two or more.
 * `new`: the head shows it, and no draw of the base (two or more); `gone` the reverse; `standing`: one side shows it, and the
 * other has seen it. Models outside of the panel (unless given, whoever answers on the base) stand beside it: they are
 * measured against everyone, and nobody against them; what they show is new.
 */
export function findOutliers<Own extends Answer>(
  sides: OutlierSides<Own>,
  { basis, panel = panelOf(sides) }: { readonly basis: OutlierBasis; readonly panel?: ReadonlySet<string> },
): readonly Outlier<Own>[] {
  const scenarios = [...new Set([...sides.base.keys(), ...sides.head.keys()])].sort();
  return scenarios.flatMap((scenario) => {
    const read = (rows: OutlierRows<Own>): Looks<Own> => lookAt(rows.get(scenario) ?? [], { basis, panel });
    const [base, head] = [read(sides.base), read(sides.head)];
    const models = [...new Set([...base.keys(), ...head.keys()])].sort();
    return models.flatMap((model) => {
      const [then, now] = [base.get(model), head.get(model)];
      const first = now?.seen[0] ?? then?.seen[0];
      if (first === undefined) return [];
      const isAdded = !panel.has(model);
      const { own, rest, apart } = first;
      const lean = leanOf(own, rest);
      const status = statusOf({ before: then, after: now, isAdded });
      const draws = { base: drawsOf(then), head: drawsOf(now) };
      return [{ scenario, model, status, apart, ...whereDefined({ lean }), draws, own, rest }];
    });
  });
}

/** Those without a status that counts are left out. */
export function countOutliers(outliers: readonly Pick<Outlier, 'status'>[]): OutlierCount {
  const count = (wanted: OutlierStatus): number => outliers.filter(({ status }) => status === wanted).length;
  const [fresh, gone, standing] = [count('new'), count('gone'), count('standing')];
  return { base: standing + gone, head: standing + fresh, new: fresh, gone, standing };
}

/** What one side shows of one model's answers to one scenario. */
interface Look<Own> {
  /** Draws in which it was measured beside enough others. */
  measured: number;
  readonly seen: { readonly own: Own; readonly rest: readonly Own[]; readonly apart: Apart }[];
}
type Looks<Own> = ReadonlyMap<string, Look<Own>>;

function lookAt<Own extends Answer>(
  draws: readonly (readonly Own[])[],
  how: { readonly basis: OutlierBasis; readonly panel: ReadonlySet<string> },
): Looks<Own> {
  const looks = new Map<string, Look<Own>>();
  for (const answers of draws) {
    for (const own of answers) {
      const rest = answers.filter((other) => other !== own && how.panel.has(other.model));
      const apart = sightOf(own, rest, how.basis);
      if (apart === undefined) continue;
      const look = looks.get(own.model) ?? { measured: 0, seen: [] };
      looks.set(own.model, look);
      look.measured += 1;
      if (apart !== 'near') look.seen.push({ own, rest, apart });
    }
  }
  return looks;
}

const NOTHING: Look<never> = { measured: 0, seen: [] };

function drawsOf<Own>({ measured, seen }: Look<Own> = NOTHING): Outlier['draws']['base'] {
  return { seen: seen.length, measured };
}

function statusOf<Own>(look: {
  readonly before: Look<Own> | undefined;
  readonly after: Look<Own> | undefined;
  readonly isAdded: boolean;
}): OutlierStatus {
  const { before = NOTHING, after = NOTHING, isAdded } = look;
  const isShown = ({ measured, seen }: Look<Own>): boolean => measured >= CONFIRMING_DRAWS && seen.length === measured;
  const [inBase, inHead] = [isShown(before), isShown(after)];
  if (!inBase && !inHead) return 'unconfirmed';
  if (before.seen.length > 0 && after.seen.length > 0) return 'standing';
  if (inHead) return isAdded || before.measured >= CONFIRMING_DRAWS ? 'new' : 'unconfirmed';
  return after.measured >= CONFIRMING_DRAWS ? 'gone' : 'unconfirmed';
}

function panelOf<Own extends Answer>({ base, head }: OutlierSides<Own>): ReadonlySet<string> {
  const models = new Set<string>();
  for (const draws of (base.size === 0 ? head : base).values()) {
    for (const answers of draws) for (const { model } of answers) models.add(model);
  }
  return models;
}
