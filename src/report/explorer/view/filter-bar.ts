// The list's controls: search, filters, order.
import { h, type ComponentChildren } from 'preact';
import type { ExplorerData } from '../explorer-data.ts';
import { choicesOf, NO_FILTER, type Filter } from './filter.ts';
import { KIND_WORDS, MOVEMENT_WORDS } from './words.ts';

export interface FilterBarProps {
  readonly data: ExplorerData;
  readonly filter: Filter;
  readonly change?: (filter: Filter) => void;
}

type Choices = readonly (readonly [value: string, words: string])[];

export function FilterBar({ data, filter, change }: FilterBarProps): ComponentChildren {
  const { clauses, topics, kinds } = choicesOf(data);
  const same = (words: readonly string[]): Choices => words.map((word) => [word, word]);
  const choose = (label: string, key: keyof Filter, choices: Choices): ComponentChildren =>
    choices.length < 2
      ? null
      : h('label', null, [
          h('span', null, label),
          h(
            'select',
            {
              value: filter[key],
              onChange: (event: { currentTarget: { value: string } }) =>
                change?.({ ...filter, [key]: event.currentTarget.value }),
            },
            choices.map(([value, words]) => h('option', { value, selected: filter[key] === value }, words)),
          ),
        ]);
  return h(
    'form',
    { class: 'filters', role: 'search', onSubmit: (event: { preventDefault: () => void }) => event.preventDefault() },
    [
      h('label', { class: 'search' }, [
        h('span', null, 'Search'),
        h('input', {
          type: 'search',
          id: 'search',
          value: filter.words,
          placeholder: 'questions, answers, values, ids ( / )',
          onInput: (event: { currentTarget: { value: string } }) =>
            change?.({ ...filter, words: event.currentTarget.value }),
        }),
      ]),
      choose('Change', 'movement', [['any', 'any'], ...Object.entries(MOVEMENT_WORDS)]),
      choose('On head', 'status', [
        ['any', 'any'],
        ['problematic', 'some answer problematic'],
        ['compliant', 'every answer in order'],
        ['missing', 'some answer without a ruling'],
      ]),
      choose('New', 'news', [
        ['any', 'new or not'],
        ['failing', 'an answer that was in order and is not'],
        ...(data.scenarios.some(({ written }) => written === true)
          ? ([['written', 'written for this change']] as const)
          : []),
      ]),
      choose('Sides differ in', 'parting', [
        ['any', 'anything or nothing'],
        ['rulings', 'their ruling'],
        ...(kinds.length > 0 ? ([['kinds', 'their kind of answer']] as const) : []),
      ]),
      choose('Clause', 'clause', [['', 'all clauses'], ...same(clauses)]),
      choose('Topic', 'topic', topics.length === 0 ? [] : [['', 'all topics'], ...same(topics)]),
      choose('Model', 'model', [['', 'all models'], ...same(data.models)]),
      choose(
        'Kind of answer',
        'kind',
        kinds.length === 0 ? [] : [['', 'all kinds'], ...kinds.map((kind) => [kind, KIND_WORDS[kind]] as const)],
      ),
      choose('Order', 'sort', [
        ['change', 'largest change first'],
        ['head', 'most problematic on head first'],
        ['disagreement', 'most disagreement first'],
        ['name', 'by id'],
      ]),
      h('button', { type: 'button', onClick: () => change?.(NO_FILTER) }, 'Clear'),
    ],
  );
}
