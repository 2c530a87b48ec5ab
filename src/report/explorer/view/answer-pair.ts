// One model on one scenario: its answer on base and on head side by side, with every judge's ruling and reason.
import { h, type ComponentChildren } from 'preact';
import type { ExplorerAnswer, ExplorerData, ExplorerSide } from '../explorer-data.ts';
import { KIND_WORDS, RULING_WORDS, statusTone, statusWords } from './words.ts';

export interface AnswerPairProps {
  readonly data: ExplorerData;
  readonly answer: ExplorerAnswer;
}

export function AnswerPair({ data, answer }: AnswerPairProps): ComponentChildren {
  const { base, head } = answer;
  // A spec that models are trained towards does not change what they say: one answer, ruled under two texts.
  const isOneAnswer = base?.text !== undefined && base.text === head?.text;
  return h('section', { class: 'model-answer' }, [
    h('h3', null, [
      h('code', null, data.models[answer.model]),
      ...(['base', 'head'] as const).flatMap((side) => [
        ` ${side} `,
        h('span', { class: `pill ${statusTone(answer[side]?.problematic)}` }, statusWords(answer[side]?.problematic)),
        drawWords(answer.draws[side]),
      ]),
    ]),
    isOneAnswer
      ? h('div', { class: 'said' }, [h('p', { class: 'faint' }, 'The same answer on both sides'), text(data, base)])
      : null,
    h('div', { class: 'sides-pair' }, [
      h(Side, { data, side: base, name: 'base', isOneAnswer }),
      h(Side, { data, side: head, name: 'head', isOneAnswer }),
    ]),
  ]);
}

function drawWords([ruled, problematic]: readonly [number, number]): string {
  return ruled > 1 ? ` (${problematic} of ${ruled} draws problematic)` : '';
}

interface SideProps extends Pick<AnswerPairProps, 'data'> {
  readonly side: ExplorerSide | undefined;
  readonly name: 'base' | 'head';
  readonly isOneAnswer: boolean;
}

function Side({ data, side, name, isOneAnswer }: SideProps): ComponentChildren {
  if (side === undefined) return h('div', { class: 'side' }, h('p', { class: 'faint' }, `${name}: not asked`));
  return h('div', { class: `side ${statusTone(side.problematic)}` }, [
    h('h4', null, [name, side.kind === undefined ? '' : `: ${KIND_WORDS[side.kind]}`]),
    isOneAnswer ? null : text(data, side),
    h(
      'ul',
      { class: 'judgments' },
      side.rulings.map((ruling) => rulingItem(data, ruling)),
    ),
  ]);
}

function text(data: ExplorerData, side: ExplorerSide): ComponentChildren {
  if (side.text !== undefined) return h('pre', null, data.texts[side.text]);
  if (side.length === undefined) return null;
  return h('p', { class: 'faint' }, `${side.length} characters, not shown`);
}

function rulingItem(
  data: ExplorerData,
  { judge, ruling, clauses, reason }: ExplorerSide['rulings'][number],
): ComponentChildren {
  const tone = ruling === 'compliant' ? 'pass' : ruling === 'abstained' ? 'unsure' : 'fail';
  return h('li', null, [
    h('span', { class: `pill ${tone}` }, RULING_WORDS[ruling]),
    ' ',
    h('code', null, data.judges[judge]),
    clauses.length === 0
      ? null
      : h('span', { class: 'faint' }, [' citing ', ...clauses.map((id) => [h('code', null, id), ' '])]),
    reason === undefined ? null : h('p', null, data.texts[reason]),
  ]);
}
