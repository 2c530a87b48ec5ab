// Which scenarios the list shows, and in which order. Pure: the page's controls are an object, the result is a list.
import type { ResponseType } from '../../../core/study-words.ts';
import type { ExplorerData, ExplorerScenario, Movement } from '../explorer-data.ts';

export interface Filter {
  /** Words to search for; empty: no search. */
  readonly words: string;
  readonly movement: Movement | 'any';
  /** How the answers on head stand: some is problematic, all are in order, or some has no ruling. */
  readonly status: 'any' | 'problematic' | 'compliant' | 'missing';
  /** What is new: an answer that was in order and is not, or the scenario itself. */
  readonly news: 'any' | 'failing' | 'written';
  /** Scenarios on which the two sides part: `rulings` where a model's answer is ruled differently, `kinds` where it is of another kind. */
  readonly parting: 'any' | 'rulings' | 'kinds';
  readonly clause: string;
  readonly topic: string;
  readonly model: string;
  readonly kind: ResponseType | '';
  readonly sort: 'change' | 'head' | 'disagreement' | 'name';
}

export const NO_FILTER: Filter = {
  words: '',
  movement: 'any',
  status: 'any',
  news: 'any',
  parting: 'any',
  clause: '',
  topic: '',
  model: '',
  kind: '',
  sort: 'change',
};

/** `found` holds the places of scenarios that the search found; undefined where nothing is searched for. */
export function filterScenarios(
  data: ExplorerData,
  filter: Filter,
  found: ReadonlySet<number> | undefined,
): readonly ExplorerScenario[] {
  const model = filter.model === '' ? undefined : data.models.indexOf(filter.model);
  const kept = data.scenarios.filter((scenario, place) => {
    if (found !== undefined && !found.has(place)) return false;
    if (filter.movement !== 'any' && scenario.movement !== filter.movement) return false;
    if (filter.clause !== '' && !scenario.clauses.includes(filter.clause)) return false;
    if (filter.topic !== '' && !scenario.topics.includes(filter.topic)) return false;
    if (filter.news === 'written' && scenario.written !== true) return false;
    return hasAnswer(scenario, filter, model) && hasStatus(scenario, filter, model);
  });
  return sortScenarios(kept, filter.sort);
}

/** How the answers on head stand: of the model that is chosen, or of all. */
function hasStatus({ answers }: ExplorerScenario, { status }: Filter, model: number | undefined): boolean {
  if (status === 'any') return true;
  const own = answers.filter((answer) => model === undefined || answer.model === model);
  const stand = own.flatMap(({ head }) => (head === undefined ? [] : [head.problematic]));
  if (status === 'compliant') return stand.length > 0 && stand.every((problematic) => problematic === false);
  return stand.includes(status === 'missing' ? 'missing' : true);
}

/** Whether one answer meets all that is asked of answers: its model, its kind, what is new, the sides' parting. */
function hasAnswer({ answers }: ExplorerScenario, { kind, news, parting }: Filter, model: number | undefined): boolean {
  if (model === undefined && kind === '' && parting === 'any' && news !== 'failing') return true;
  return answers.some(({ model: own, base, head }) => {
    if (model !== undefined && own !== model) return false;
    if (news === 'failing' && !(base?.problematic === false && head?.problematic === true)) return false;
    if (kind !== '' && base?.kind !== kind && head?.kind !== kind) return false;
    if (parting === 'rulings') return base?.problematic !== head?.problematic;
    return parting === 'any' || base?.kind !== head?.kind;
  });
}

type Order = (one: ExplorerScenario, other: ExplorerScenario) => number;

const byName: Order = (one, other) => (one.id < other.id ? -1 : 1);

/** Undefined: the order that the data comes in. */
const ORDERS: Readonly<Record<Filter['sort'], Order | undefined>> = {
  change: undefined,
  head: (one, other) => (other.head ?? -1) - (one.head ?? -1) || byName(one, other),
  disagreement: (one, other) => (other.disagreement ?? -1) - (one.disagreement ?? -1) || byName(one, other),
  name: byName,
};

function sortScenarios(scenarios: readonly ExplorerScenario[], sort: Filter['sort']): readonly ExplorerScenario[] {
  const order = ORDERS[sort];
  return order === undefined ? scenarios : [...scenarios].sort(order);
}

/** What there is to choose from, in order. */
export function choicesOf(data: ExplorerData): {
  readonly clauses: readonly string[];
  readonly topics: readonly string[];
  readonly kinds: readonly ResponseType[];
} {
  const sorted = <Word extends string>(words: Iterable<Word>): readonly Word[] => [...new Set(words)].sort();
  return {
    clauses: sorted(data.scenarios.flatMap(({ clauses }) => clauses)),
    topics: sorted(data.scenarios.flatMap(({ topics }) => topics)),
    kinds: sorted(
      data.scenarios.flatMap(({ answers }) =>
        answers.flatMap(({ base, head }) => [base?.kind ?? [], head?.kind ?? []].flat()),
      ),
    ),
  };
}
