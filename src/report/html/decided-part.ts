// How the verdict came about, and notes.
import { writeHowDecided } from '../how-decided.ts';
import { writeParagraph } from '../messages.ts';
import type { Report } from '../report.ts';
import { html, htmlSentence, NOTHING, type Html } from '../../render/html/markup.ts';

export function decidedPart(report: Report): Html {
  const notes =
    report.notes.length === 0
      ? NOTHING
      : html`<section>
          <h2>Notes</h2>
          <ul>
            ${report.notes.map((note) => html`<li>${htmlSentence(writeParagraph(note))}</li>`)}
          </ul>
        </section>`;
  return html`<section>
      <h2>How this was decided</h2>
      <ol class="steps">
        ${writeHowDecided(report).map((step) => html`<li>${htmlSentence(step)}</li>`)}
      </ol>
    </section>
    ${notes}`;
}
