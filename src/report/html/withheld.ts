// What a report does not show of texts, and the line that would show it.
import { html, NOTHING, type Html } from '../../render/html/markup.ts';
import type { ReportAnswer } from '../report-answers.ts';

/** Where none of the answers of a part is shown. */
export function withheldAnswers(answers: readonly (Pick<ReportAnswer, 'response'> | undefined)[]): Html {
  const known = answers.flatMap((answer) => answer ?? []);
  if (known.length === 0 || known.some(({ response }) => response !== undefined)) return NOTHING;
  return html`<p class="faint">
    The texts of these answers are withheld (<code>disclose: ids</code>). <code>spec-gate check --disclose full</code>,
    or <code>disclose: full</code> in the config, shows them; stored answers serve again, no call is made.
  </p>`;
}
