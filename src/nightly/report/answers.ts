// Single answers that are news, model by model, as ids only.
import type { NightReport } from './report.ts';
import type { Name } from './words.ts';

/** Scenarios spelled out in one list. */
const MOST_NAMED = 5;

/** A line for each model that has news. Not one of them pages anybody. */
export function answerWords({ answers, models }: NightReport, name: Name): readonly string[] {
  return models.flatMap(({ id }) => {
    const refused = answers.falseRefusals.filter(({ model }) => model === id).map(({ scenario }) => scenario);
    const outliers = answers.outliers.filter(({ model }) => model === id);
    const apart = (['new', 'gone', 'standing'] as const).flatMap((status) => {
      const own = outliers.filter((outlier) => outlier.status === status);
      const leans = [...new Set(own.flatMap(({ lean }) => lean ?? []))];
      const which = leans.length === 1 && own.every(({ lean }) => lean !== undefined) ? ` ${leans[0]}` : '';
      const scenarios = own.map(({ scenario }) => scenario);
      return own.length === 0
        ? []
        : [`${own.length} ${status}${which} outlier${own.length === 1 ? '' : 's'}: ${list(scenarios, name)}`];
    });
    const refusals =
      refused.length === 0
        ? []
        : [`${refused.length} new false refusal${refused.length === 1 ? '' : 's'}: ${list(refused, name)}`];
    const parts = [...refusals, ...apart];
    return parts.length === 0 ? [] : [`${name(id)}: ${parts.join('; ')}`];
  });
}

function list(ids: readonly string[], name: Name): string {
  const shown = ids.slice(0, MOST_NAMED).map(name).join(', ');
  return ids.length > MOST_NAMED ? `${shown} and ${ids.length - MOST_NAMED} more` : shown;
}
