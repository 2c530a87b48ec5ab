// Single answers that are news, model by model, as ids only.
import { plural } from '../../render/format-numbers.ts';
import { inRow, name, names, say, wording, type Sentence, type Wording } from '../../render/sentence.ts';
import type { NightReport } from './report.ts';

/** Scenarios spelled out in one list. */
const MOST_NAMED = 5;

/** Over the lines. */
export const ANSWERS_TITLE = wording('Single answers (for reading: they never raise an alarm)');

/** A line for each model that has news. */
export function writeAnswers({ answers, models }: NightReport): readonly Sentence[] {
  return models.flatMap(({ id }) => {
    const refused = answers.falseRefusals.filter(({ model }) => model === id).map(({ scenario }) => scenario);
    const outliers = answers.outliers.filter(({ model }) => model === id);
    const apart = (['new', 'gone', 'standing'] as const).flatMap((status) => {
      const own = outliers.filter((outlier) => outlier.status === status);
      const leans = [...new Set(own.map(({ lean }) => lean))];
      const [lean] = leans.length === 1 ? leans : [];
      const scenarios = own.map(({ scenario }) => scenario);
      return own.length === 0
        ? []
        : [say`${STATUS[status]} ${count(own.length, lean)}: ${names(scenarios, MOST_NAMED)}`];
    });
    const refusals =
      refused.length === 0
        ? []
        : [
            say`${plural(refused.length, 'new false refusal')} (the other models help there, and the judges find nothing wrong in it): ${names(refused, MOST_NAMED)}`,
          ];
    const parts = [...refusals, ...apart];
    return parts.length === 0 ? [] : [say`${name(id)}: ${inRow(parts, wording('; '))}`];
  });
}

type Status = NightReport['answers']['outliers'][number]['status'];
type Lean = NightReport['answers']['outliers'][number]['lean'];

const STATUS: Readonly<Record<Status, Wording>> = {
  new: wording('new: stands apart from the other models on'),
  gone: wording('gone: no longer stands apart on'),
  standing: wording('still stands apart on'),
};

function count(scenarios: number, lean: Lean): Sentence {
  const kind = lean === undefined ? say`` : say` (${LEANS[lean]})`;
  return say`${plural(scenarios, 'scenario')}${kind}`;
}

const LEANS: Readonly<Record<NonNullable<Lean>, Wording>> = {
  'over-permissive': wording('over-permissive: it helps where the judges object'),
  'over-conservative': wording('over-conservative: it refuses where it need not'),
};
