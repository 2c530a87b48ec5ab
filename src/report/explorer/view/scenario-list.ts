// The list of scenarios below its controls. Pure: what is open, current and filtered is given.
import { whereDefined } from '../../../core/where-defined.ts';
import { h, type ComponentChildren } from 'preact';
import type { ExplorerData, ExplorerScenario } from '../explorer-data.ts';
import type { Filter } from './filter.ts';
import { FilterBar } from './filter-bar.ts';
import { ScenarioRow } from './scenario-row.ts';

export interface ScenarioListProps {
  readonly data: ExplorerData;
  readonly filter: Filter;
  readonly shown: readonly ExplorerScenario[];
  /** Rows that are drawn; more are a press of a button away, so that a thousand do not slow the page. */
  readonly most: number;
  readonly open: ReadonlySet<string>;
  readonly current?: string | undefined;
  readonly change?: (filter: Filter) => void;
  readonly toggle?: (id: string) => void;
  readonly showMore?: () => void;
}

/** Models that are named beside the signs; of more each square says its own when it is pointed at. */
const MOST_NAMED = 8;

export function ScenarioList(props: ScenarioListProps): ComponentChildren {
  const { data, shown, most, open, current } = props;
  const left = shown.length - most;
  return h('div', null, [
    h(FilterBar, { data, filter: props.filter, ...whereDefined({ change: props.change }) }),
    h('p', { class: 'legend', role: 'status' }, [
      `${shown.length} of ${data.scenarios.length} scenarios. `,
      h('span', { class: 'key bad-key' }),
      'problematic ',
      h('span', { class: 'key fine-key' }),
      'compliant; one square a model, base above head',
      data.models.length > MOST_NAMED ? '' : `, from the left: ${data.models.join(', ')}`,
      '.',
      h('span', { class: 'keys' }, ' Keys: j and k move, enter opens, / searches.'),
    ]),
    data.disclosure === 'full' ? null : h('p', { class: 'advice' }, withheld(data.disclosure)),
    h(
      'ul',
      { class: 'list' },
      shown.slice(0, most).map((scenario) =>
        h(ScenarioRow, {
          key: scenario.id,
          data,
          scenario,
          isOpen: open.has(scenario.id),
          isCurrent: current === scenario.id,
          ...whereDefined({ toggle: props.toggle }),
        }),
      ),
    ),
    left > 0
      ? h('button', { type: 'button', class: 'more', onClick: props.showMore }, `Show more (${left} left)`)
      : null,
  ]);
}

/** What is not shown, and the line that shows it. */
function withheld(disclosure: 'ids' | 'excerpts'): ComponentChildren {
  const what =
    disclosure === 'ids'
      ? 'The texts of questions, answers and reasons are withheld; their lengths, kinds and rulings are not. The config says '
      : 'Questions, answers and reasons are cut after their beginnings: the config says ';
  return h('span', null, [
    what,
    h('code', null, `disclose: ${disclosure}`),
    '. To read them whole, run ',
    h('code', null, 'spec-gate check --disclose full'),
    ' or set ',
    h('code', null, 'disclose: full'),
    '; the stored answers serve again, no call is made.',
  ]);
}
