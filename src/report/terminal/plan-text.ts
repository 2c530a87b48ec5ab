// `spec-gate plan` as a terminal shows it.
import { PRICES_AS_OF } from '../../models/cost/price-table.ts';
import type { ClauseChange } from '../../spec/change.ts';
import type { Spec } from '../../spec/clause.ts';
import { renderChangeList } from './diff-text.ts';
import type { CountedCalls, Plan, Saving } from './plan.ts';
import type { Paint } from '../../render/paint.ts';
import { visibleText } from '../../render/visible-text.ts';
import { plural } from '../../render/format-numbers.ts';

export interface PlanView {
  readonly plan: Plan;
  readonly base: Spec;
  readonly head: Spec;
  readonly changes: readonly ClauseChange[];
}

/** The whole plan as text that ends with a line feed. */
export function renderPlan(view: PlanView, paint: Paint): string {
  const { plan } = view;
  const tested = plan.scenarios.filter(({ affected }) => affected);
  const lines = [
    ...labelled('Changed', renderChangeList(view, paint), paint),
    ...labelled('Testing', describeTesting(plan, tested.length), paint),
    ...tested
      .filter(({ written }) => written !== true)
      .map(
        ({ scenario, reason, clauses }) =>
          `            ${visibleText(scenario)}  ${paint.faint(`${reason === 'linked' ? 'linked to' : 'suggested by its text for'} ${clauses.map(visibleText).join(', ')}`)}`,
      ),
    ...plan.untested.map(
      ({ clause, reason }) =>
        `            ${paint.unsure('untested')} ${visibleText(clause)}  ${paint.faint(reason === 'size' ? 'more clauses changed than selection.scenarios has room for' : 'no scenario is linked to it')}`,
    ),
    ...(plan.writes === undefined ? [] : labelled('Writing', describeWrites(plan.writes), paint)),
    ...(plan.power === undefined ? [] : labelled('Would show', plan.power.map(describePower), paint)),
    ...labelled(
      'Calls',
      [`at least  ${describeCalls(plan.minimum)}`, `at worst  ${describeCalls(plan.worstCase)}`],
      paint,
    ),
    ...(plan.spared === undefined ? [] : labelled('Spared', plan.spared.map(describeSaving), paint)),
    ...labelled('Next', describeNext(view, tested.length), paint),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The command or the line that leads on. */
function describeNext({ plan, changes }: PlanView, tested: number): readonly string[] {
  const lacking = plan.untested.some(({ reason }) => reason === 'no-scenario');
  const bring =
    'spec-gate bank import FILE and spec-gate bank link bring scenarios; coverage: { write: true } in the config has a check write them';
  if (lacking) return [bring];
  if (tested > 0 || (plan.added ?? []).length > 0)
    return ['spec-gate check with the same options asks all this and says the verdict'];
  return changes.length === 0 ? ['edit the spec, and plan again: only what changed is tested'] : [];
}

function describeWrites({ clauses, toMake, usd }: NonNullable<Plan['writes']>): readonly string[] {
  return [
    ...clauses.map(({ clause, scenarios }) => `${plural(scenarios, 'scenario')} for ${visibleText(clause)}`),
    `${plural(toMake, 'call')} to write and link them${priceOf(usd)}`,
  ];
}

function describePower({ scenarios, shows, usd }: NonNullable<Plan['power']>[number], index: number): string {
  const price = usd === 'unknown' || usd === 0 ? '' : `, for about $${usd.toFixed(2)}`;
  const points = `${Math.ceil(1000 * shows) / 10} points`;
  return index === 0
    ? `with these models and ${plural(scenarios, 'scenario')} a rise of ${points}${price}`
    : `${scenarios} would show ${points}${price}`;
}

function describeTesting(plan: Plan, tested: number): readonly string[] {
  const { added = [] } = plan;
  const beside = added.map((model) => `${visibleText(model)} is new: asked beside the panel, compared with none`);
  if (tested === 0) return added.length > 0 ? beside : ['nothing: no scenario is shown a changed text'];
  const more =
    plan.first !== undefined && plan.first.scenarios < tested ? `, ${plan.first.scenarios} of them first` : '';
  return [
    `${plural(tested, 'scenario')}${more}, ${plural(plan.models.length, 'model')}, ${plural(plan.judges.length, 'judge')}`,
    ...beside,
  ];
}

function describeCalls({ needed, stored, toMake, usd }: CountedCalls): string {
  return `${format(needed)} needed · ${format(stored)} stored · ${format(toMake)} to make${priceOf(usd)}`;
}

/** Of the first round, so that "at least" is what is left. */
function describeSaving({ by, calls, usd }: Saving): string {
  const price = usd === 'unknown' || usd === 0 ? '' : `, about $${usd.toFixed(2)}`;
  return `${SAVINGS[by](calls)}${price}`;
}

const SAVINGS: Readonly<Record<Saving['by'], (calls: number) => string>> = {
  store: (calls) => `${plural(calls, 'answer')} that ${calls === 1 ? 'is' : 'are'} stored`,
  'agreeing-judges': (calls) =>
    `up to ${plural(calls, 'ruling')} of judges who are asked only where the first ones part`,
  'prompt-caches': () => 'beginnings of prompts that the providers keep',
};

function priceOf(usd: CountedCalls['usd']): string {
  if (usd === undefined || usd === 0) return '';
  return usd === 'unknown' ? ' · price unknown' : ` · about $${usd.toFixed(2)} (prices of ${PRICES_AS_OF})`;
}

function format(count: number): string {
  return count.toLocaleString('en-US');
}

function labelled(label: string, lines: readonly string[], paint: Paint): readonly string[] {
  return lines.map((line, index) => `${index === 0 ? paint.strong(label.padEnd(12)) : ' '.repeat(12)}${line}`);
}
