// Answers from an experiment that an evaluation platform wrote: what did not run has none, whatever stands there.
import { whereDefined } from '../../core/where-defined.ts';
import { askedIn } from '../experiments/asked-in.ts';
import { membersOf, modelReader, type ExperimentItem } from '../experiments/experiment-item.ts';
import { itemReader } from '../experiments/recognise-experiment.ts';
import { askedText, type AnswerReader, type RecordedAnswer } from './answer-columns.ts';
import { answerText } from './answer-text.ts';

/** Undefined for rows of no platform that is known here. */
export function experimentReader(columns: readonly string[]): AnswerReader | undefined {
  const items = itemReader(columns);
  if (items === undefined) return undefined;
  return {
    used: columns,
    isFailed: (fields) => items(fields).every(({ isFailed }) => isFailed),
    read: (fields) => answersOf(items(fields)),
  };
}

/** The answers in items, as far as they are texts. */
export function answersOf(items: readonly ExperimentItem[]): readonly RecordedAnswer[] {
  const modelOf = modelReader(items);
  return items.flatMap((item): readonly RecordedAnswer[] => {
    const text = item.isFailed ? undefined : saidIn(item.answer);
    if (text === undefined) return [];
    const { id, counts, replicate: draw } = item;
    // A number that another data set gives to another item is no scenario's id.
    const scenario = counts === undefined ? id : undefined;
    const model = modelOf(item);
    const asked = askedText(askedIn(item.asked));
    return [{ ...whereDefined({ scenario, asked, model, draw }), text }];
  });
}

/** A text or a reply; of an object under no usual name the only text in it: `{"answer": "..."}`. */
function saidIn(answer: unknown): string | undefined {
  const said = answerText(answer);
  if (said !== undefined) return said;
  const texts = Object.values(membersOf(answer)).filter((value) => typeof value === 'string');
  return texts.length === 1 && Object.keys(membersOf(answer)).length === 1 ? texts[0] : undefined;
}
