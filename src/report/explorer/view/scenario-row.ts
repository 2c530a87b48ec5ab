// One scenario in the list: what was asked, between which values, and how each model stands; opened, everything about it.
import { h, type ComponentChildren } from 'preact';
import { clauseAddress, scenarioAddress } from '../../addresses.ts';
import type { ExplorerData, ExplorerScenario } from '../explorer-data.ts';
import { AnswerPair } from './answer-pair.ts';
import { StripPlot } from './strip-plot.ts';
import { MOVEMENT_WORDS, nudgeWords, shareWords, statusTone, statusWords, scenarioTitle } from './words.ts';

export interface ScenarioRowProps {
  readonly data: ExplorerData;
  readonly scenario: ExplorerScenario;
  readonly isOpen: boolean;
  /** Where the keyboard stands. */
  readonly isCurrent: boolean;
  readonly toggle?: (id: string) => void;
}

export function ScenarioRow({ data, scenario, isOpen, isCurrent, toggle }: ScenarioRowProps): ComponentChildren {
  const { id } = scenario;
  const body = `body-${id}`;
  return h('li', { class: `found${isCurrent ? ' current' : ''}`, id: scenarioAddress(id) }, [
    h(
      'button',
      {
        type: 'button',
        class: 'found-head',
        'aria-expanded': isOpen,
        'aria-controls': body,
        onClick: () => toggle?.(id),
      },
      [
        h('span', { class: 'asked' }, scenarioTitle(data, scenario)),
        h('span', { class: 'about faint' }, aboutWords(scenario)),
        h(Squares, { data, scenario }),
        h('span', { class: `effect ${scenario.movement}` }, movementWords(scenario)),
      ],
    ),
    isOpen ? h('div', { class: 'found-body', id: body }, h(ScenarioDetail, { data, scenario })) : null,
  ]);
}

function aboutWords(scenario: ExplorerScenario): string {
  const { values, topics } = scenario;
  return [values?.join(' ↔ '), nudgeWords(scenario), topics.join(', ')].filter((part) => part).join(' · ');
}

function movementWords({ movement, base, head }: ExplorerScenario): string {
  if (base === undefined || head === undefined) return MOVEMENT_WORDS[movement];
  return base === head ? `${shareWords(head)} problematic` : `${shareWords(base)} → ${shareWords(head)} problematic`;
}

/** One square a model, base above head. */
function Squares({ data, scenario }: Pick<ScenarioRowProps, 'data' | 'scenario'>): ComponentChildren {
  const words = scenario.answers
    .map(
      ({ model, base, head }) =>
        `${data.models[model]}: ${statusWords(base?.problematic)} on base, ${statusWords(head?.problematic)} on head`,
    )
    .join('; ');
  const width = scenario.answers.length * 14;
  return h(
    'svg',
    { class: 'squares', viewBox: `0 0 ${width} 28`, width, height: 28, role: 'img', 'aria-label': words },
    scenario.answers.flatMap(({ model, ...answer }, column) =>
      (['base', 'head'] as const).map((side, row) =>
        h(
          'rect',
          {
            class: `square ${statusTone(answer[side]?.problematic)}`,
            x: column * 14 + 1,
            y: row * 14 + 1,
            width: 11,
            height: 11,
            rx: 2,
          },
          h('title', null, `${data.models[model]} on ${side}: ${statusWords(answer[side]?.problematic)}`),
        ),
      ),
    ),
  );
}

function ScenarioDetail({ data, scenario }: Pick<ScenarioRowProps, 'data' | 'scenario'>): ComponentChildren {
  const { id, clauses, asked, askedLength, answers, values, disagreement } = scenario;
  return h('div', null, [
    h('p', { class: 'faint' }, [
      h('a', { href: `#${scenarioAddress(id)}` }, h('code', null, id)),
      ' tests ',
      ...clauses.map((clause) => [h('a', { href: `#${clauseAddress(clause)}` }, h('code', null, clause)), ' ']),
      disagreement === undefined ? '' : `· models part by ${disagreement.toFixed(2)}`,
    ]),
    h('h3', null, 'Asked'),
    asked === undefined
      ? h('p', { class: 'faint' }, `${askedLength ?? 'Some'} characters, not shown`)
      : h('pre', null, data.texts[asked]),
    h(
      'div',
      { class: 'strips' },
      ([0, 1] as const).map((value) =>
        h(StripPlot, { data, answers, value, name: values?.[value] ?? `value ${value + 1}` }),
      ),
    ),
    ...answers.map((answer) => h(AnswerPair, { data, answer })),
  ]);
}
