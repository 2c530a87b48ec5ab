// What linking a bank came to, in words.
import type { Stop } from '../../run/stop.ts';
import type { Spec } from '../../spec/clause.ts';
import type { FollowedLinks } from '../../writing/follow-links.ts';
import type { LinkCounts } from '../../writing/link-bank.ts';
import { isLinkable } from '../../writing/show-spec.ts';
import { visibleLine } from '../../render/visible-text.ts';
import { plural } from '../../render/format-numbers.ts';

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
export function renderLinking(view: LinkView): readonly string[] {
  const { counts, spec, bank, usd, calls, stop } = view;
  const clauses = spec.clauses.filter(isLinkable);
  const tested = clauses.filter(({ id }) => view.tested.has(id));
  return [
    `${plural(counts.linked, 'scenario')} linked, ${counts.before} had links before, ${counts.none} test no clause of this spec`,
    ...(counts.askedTwice === 0
      ? []
      : [`${counts.askedTwice} were read by a second model, where the first was unsure`]),
    ...Object.entries(counts.kept).map(([reason, count]) => `${count} left as they were: ${reason}`),
    `${tested.length} of ${clauses.length} clauses have a scenario (spec-gate coverage names the others)`,
    `${plural(calls, 'call')}, ${usd === 'unknown' ? 'price unknown' : `$${usd.toFixed(2)}`} paid`,
    ...(stop === undefined ? [] : [describeStop(stop)]),
    `in ${bank}`,
  ];
}

/** Names what ended the run, and how to go on. */
function describeStop(stop: Stop): string {
  const on = 'finished answers are stored: run the same command again to go on';
  switch (stop.kind) {
    case 'budget': {
      const cap = stop.budget === 'usd' ? `$${stop.allowed.toFixed(2)}` : `${stop.allowed} ${stop.budget}`;
      return `stopped early: the budget of ${cap} is used up (budget.${stop.budget} in the config); ${on}`;
    }
    case 'signal':
      return `stopped early by you; ${on}`;
    case 'batch':
      return `${plural(stop.calls, 'call')} in batches that are out; ${on}`;
    case 'quota':
      return `stopped early: ${stop.provider} takes no further calls (its quota or spend limit); ${on}`;
    case 'no-keys':
      return `stopped early: no key for ${stop.providers.join(', ')}`;
    default:
      throw new Error(`unknown stop: ${JSON.stringify(stop)}`);
  }
}

export function renderFollowed(
  { moved, dead }: FollowedLinks,
  { from, bank }: { readonly from: string; readonly bank: string },
): readonly string[] {
  return [
    ...moved.map(
      ({ from: old, to, scenarios }) => `${visibleLine(old)} -> ${visibleLine(to)}: ${plural(scenarios, 'scenario')}`,
    ),
    ...(moved.length === 0 ? [`no link names a clause that was renamed since ${visibleLine(from)}`] : [`in ${bank}`]),
    ...dead.map(
      ({ clause, scenarios }) =>
        `${visibleLine(clause)}: ${plural(scenarios, 'scenario names', 'scenarios name')} it, and the spec does not have it`,
    ),
  ];
}
