// What linking a bank came to, in words.
import type { Stop } from '../../run/stop.ts';
import type { Spec } from '../../spec/clause.ts';
import type { FollowedLinks } from '../../writing/follow-links.ts';
import type { LinkCounts } from '../../writing/link-bank.ts';
import { isLinkable } from '../../writing/show-spec.ts';
import { count, plural } from '../../render/format-numbers.ts';
import { inRow, name, say, wording, type Sentence } from '../../render/sentence.ts';
import { inDollars } from '../generation/describe-bank-run.ts';

export interface LinkView {
  readonly counts: LinkCounts;
  readonly spec: Spec;
  /** Clauses that the bank's scenarios name now. */
  readonly tested: ReadonlySet<string>;
  readonly bank: string;
  readonly usd: number | 'unknown';
  readonly calls: number;
  readonly stop: Stop | undefined;
}

/** Lines of text, one thing each. */
export function renderLinking(view: LinkView): readonly Sentence[] {
  const { counts, spec, bank, usd, calls, stop } = view;
  const clauses = spec.clauses.filter(isLinkable);
  const tested = clauses.filter(({ id }) => view.tested.has(id));
  return [
    say`${plural(counts.linked, 'scenario')} linked, ${count(counts.before)} had links before, ${count(counts.none)} test no clause of this spec`,
    ...(counts.askedTwice === 0
      ? []
      : [say`${count(counts.askedTwice)} were read by a second model, where the first was unsure`]),
    ...Object.entries(counts.kept).map(([reason, times]) => say`${count(times)} left as they were: ${name(reason)}`),
    say`${count(tested.length)} of ${count(clauses.length)} clauses have a scenario (spec-gate coverage names the others)`,
    say`${plural(calls, 'call')}, ${usd === 'unknown' ? wording('price unknown') : inDollars(usd)} paid`,
    ...(stop === undefined ? [] : [describeStop(stop)]),
    say`in ${name(bank)}`,
  ];
}

/** Names what ended the run, and how to go on. */
function describeStop(stop: Stop): Sentence {
  const on = wording('finished answers are stored: run the same command again to go on');
  switch (stop.kind) {
    case 'budget': {
      const cap =
        stop.budget === 'usd' ? say`${inDollars(stop.allowed)}` : say`${count(stop.allowed)} ${name(stop.budget)}`;
      return say`stopped early: the budget of ${cap} is used up (budget.${name(stop.budget)} in the config); ${on}`;
    }
    case 'signal':
      return say`stopped early by you; ${on}`;
    case 'batch':
      return say`${plural(stop.calls, 'call')} in batches that are out; ${on}`;
    case 'quota':
      return say`stopped early: ${name(stop.provider)} takes no further calls (its quota or spend limit); ${on}`;
    case 'no-keys':
      return say`stopped early: no key for ${inRow(
        stop.providers.map((one) => name(one)),
        wording(', '),
      )}`;
    default:
      throw new Error(`unknown stop: ${JSON.stringify(stop satisfies never)}`);
  }
}

/** A line a renamed clause, and one for each id that no clause has any more. */
export function renderFollowed(
  { moved, dead }: FollowedLinks,
  { from, bank }: { readonly from: string; readonly bank: string },
): readonly Sentence[] {
  return [
    ...moved.map(({ from: old, to, scenarios }) => say`${name(old)} -> ${name(to)}: ${plural(scenarios, 'scenario')}`),
    moved.length === 0 ? say`no link names a clause that was renamed since ${name(from)}` : say`in ${name(bank)}`,
    ...dead.map(
      ({ clause, scenarios }) =>
        say`${name(clause)}: ${plural(scenarios, 'scenario names', 'scenarios name')} it, and the spec does not have it`,
    ),
  ];
}
