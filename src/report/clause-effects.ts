// The changed clauses with what each change did.
import { formatSize, formatInterval, isBeyondAll } from './metric-words.ts';
import { percent, plural, signedPoints } from '../render/format-numbers.ts';
import type { Report, ReportChange, ReportClause } from './report.ts';
import { name, say, wording, type Sentence, type Wording } from '../render/sentence.ts';

export interface ClauseEffect {
  readonly change: ReportChange;
  readonly tested?: ReportClause;
  /** `edited, authority user -> root`. */
  readonly what: Sentence;
  /** `+24 points (12 to 36) on 12 scenarios`. */
  readonly effect: Sentence;
  readonly tone: 'bad' | 'good' | 'plain' | 'unsure';
}

const KINDS: Readonly<Record<ReportChange['kind'], Wording>> = {
  added: wording('added'),
  removed: wording('removed'),
  edited: wording('edited'),
  renamed: wording('renamed'),
  moved: wording('moved'),
  cosmetic: wording('cosmetic'),
  unseen: wording('changed where judges cannot see'),
};

/** Substantive changes, the largest effect first, untested ones before those without an effect. */
export function clauseEffects(report: Report): readonly ClauseEffect[] {
  return report.changes
    .filter((change) => change.kind !== 'cosmetic')
    .map((change) => effectOf(change, report))
    .sort((one, other) => rankOf(other) - rankOf(one) || (one.change.id < other.change.id ? -1 : 1));
}

/** Changes of white space, wrapping or markup alone. */
export function countCosmetic(report: Report): number {
  return report.changes.filter((change) => change.kind === 'cosmetic').length;
}

/** `lines 211-238`. */
export function linesOf({ lines: [from, to] }: ReportChange): Wording {
  return (from === to ? `line ${from}` : `lines ${from}-${to}`) as Wording;
}

function effectOf(change: ReportChange, report: Report): ClauseEffect {
  const tested = report.clauses.find((clause) => clause.id === change.id);
  const untested = report.untested.find(({ clause }) => clause === change.id);
  const what = whatOf(change);
  if (!isTestable(change)) return { change, what, effect: say`nothing that is shown changed`, tone: 'plain' };
  if (tested === undefined || tested.status === 'untested') {
    if (tested !== undefined && tested.scenarios > 0 && untested === undefined)
      return { change, tested, what, effect: tooFewToTell(tested), tone: 'unsure' };
    const reason = untested === undefined ? say`` : say`: ${reasonOf(untested.reason)}`;
    return { change, what, effect: say`not tested${reason}`, tone: 'unsure', ...(tested && { tested }) };
  }
  return { change, tested, what, effect: writeTested(tested), tone: toneOf(tested) };
}

/** Another id, another place among the same headings and what judges are not shown leave nothing to test. */
function isTestable({ kind, edited }: ReportChange): boolean {
  return edited || kind === 'added' || kind === 'removed';
}

const UNTESTED: Readonly<Record<string, Wording>> = {
  'no-scenario': wording('no scenario is linked to it'),
  unwritten: wording('no scenario could be written for it'),
  size: wording('more clauses changed than the selection has room for'),
  unsure: wording('too few of the scenarios written for it turn on it'),
};

function reasonOf(reason: string): Wording | Sentence {
  return Object.hasOwn(UNTESTED, reason) ? UNTESTED[reason]! : name(reason);
}

function toneOf({ status, change = 0, interpretation }: ReportClause): ClauseEffect['tone'] {
  const isReadTwoWays = interpretation?.status === 'changed' && (interpretation.change ?? 0) > 0;
  if (status !== 'changed') return isReadTwoWays ? 'bad' : 'plain';
  return change > 0 || isReadTwoWays ? 'bad' : 'good';
}

/** The scenarios were asked, but so few that even the largest effect could be chance. */
function tooFewToTell({ scenarios, change = 0 }: ReportClause): Sentence {
  return say`${signedPoints(change)} points on ${plural(scenarios, 'scenario')}, too few to tell from chance`;
}

/** Non-compliance on its scenarios, and how far rulings on it part where that moved. */
export function writeTested(clause: ReportClause): Sentence {
  const { status, base, head } = clause.interpretation ?? {};
  const effect = complianceEffect(clause);
  if (status !== 'changed' || base === undefined || head === undefined) return effect;
  return say`${effect}; rulings on it part in ${percent(head)} of pairs (${percent(base)} before)`;
}

function complianceEffect({ change, interval, scenarios, status, detectable }: ReportClause): Sentence {
  const on = say`on ${plural(scenarios, 'scenario')}`;
  if (status === 'no-effect-seen') {
    const isNone = detectable === undefined || isBeyondAll('nonCompliance', detectable);
    const could = isNone ? say`` : say` (${formatSize('nonCompliance', detectable)} would show)`;
    return say`no effect seen ${on}${could}`;
  }
  if (change === undefined) return say`changed ${on}`;
  const range = interval === undefined ? say`` : say` (${formatInterval('nonCompliance', interval)})`;
  return say`${signedPoints(change)} points${range} ${on}`;
}

function whatOf({ kind, baseId, edited, moved, attributes, path }: ReportChange): Sentence {
  const renamed = kind === 'renamed' && baseId !== undefined ? say` from ${name(baseId)}` : say``;
  const alsoEdited = edited && kind !== 'edited' ? say`, edited` : say``;
  const alsoMoved = moved && kind !== 'moved' ? say`, moved` : say``;
  const attributeChanges = attributes.flatMap((attribute) => [
    ...say`, ${name(attribute.name)} ${valueOf(attribute.base)} → ${valueOf(attribute.head)}`,
  ]);
  const under = path === undefined ? say`` : say`, under ${name(path.base || '(top)')} → ${name(path.head || '(top)')}`;
  return [...say`${KINDS[kind]}${renamed}${alsoEdited}${alsoMoved}${under}`, ...attributeChanges];
}

function valueOf(value: string | undefined): Sentence {
  return value === undefined ? say`none` : name(value);
}

function rankOf({ tested, tone }: ClauseEffect): number {
  if (tone === 'bad') return 10 + (tested?.change ?? 0);
  return tone === 'unsure' ? 5 : (tested?.change ?? 0);
}
