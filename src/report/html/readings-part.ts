// How the judges read each clause: a map of clauses by pairs of judges, shaded by the share of rulings that part.
import type { ClauseReading, ReadingCount } from '../../analysis/clause-readings.ts';
import { count, percent } from '../../render/format-numbers.ts';
import { shadeClass } from '../../render/html/heat.ts';
import { html, NOTHING, type Html } from '../../render/html/markup.ts';
import type { Report } from '../report.ts';

/** With fewer pairs of rulings no share is shown, since one ruling could be a third of it. */
const FEWEST_PAIRS = 4;

export function readingsPart({ readings = [], changes }: Report): Html {
  if (readings.length === 0) return NOTHING;
  const changed = new Set(changes.map(({ id }) => id));
  const pairs = [...new Set(readings.flatMap((one) => one.pairs.map(({ judges }) => judges.join('\n'))))].sort();
  // The changed clauses first, each group in the report's order.
  const rows = [...readings].sort((a, b) => Number(changed.has(b.clause)) - Number(changed.has(a.clause)));
  return html`<section>
    <h2>How judges read the clauses</h2>
    <p class="faint">
      Of the pairs of rulings on one answer that rest on the clause, the share that part, base → head.
    </p>
    <div class="scroll">
      <table class="plain matrix" tabindex="0" aria-label="How judges read each clause">
        <thead>
          <tr>
            <th scope="col">clause</th>
            <th scope="col" class="number">all judges</th>
            ${pairs.map((pair) => html`<th scope="col" class="number">${pairName(pair)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((reading) => readingRow(reading, { pairs, isChanged: changed.has(reading.clause) }))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function pairName(pair: string): Html {
  const [one, other] = pair.split('\n');
  return html`<code>${one}</code> / <code>${other}</code>`;
}

function readingRow(
  { clause, sides, pairs: own }: ClauseReading,
  { pairs, isChanged }: { readonly pairs: readonly string[]; readonly isChanged: boolean },
): Html {
  const byName = new Map(own.map(({ judges, sides: ofPair }) => [judges.join('\n'), ofPair]));
  const mark = isChanged ? html` <span class="pill">changed</span>` : NOTHING;
  return html`<tr>
    <th scope="row"><code>${clause}</code>${mark}</th>
    ${readingCell(sides)}${pairs.map((pair) => readingCell(byName.get(pair)))}
  </tr>`;
}

function readingCell(sides: ClauseReading['sides'] | undefined): Html {
  if (sides === undefined) return html`<td class="heat heat-0">·</td>`;
  const { base, head } = sides;
  const shade = head.rests < FEWEST_PAIRS ? 'heat-0' : shadeClass(head.parts / head.rests);
  const title = `${count(head.rests)} pairs of rulings on head, ${count(base.rests)} on base`;
  return html`<td class="heat warm ${shade}" title="${title}">
    ${shareOf(base)} → <strong>${shareOf(head)}</strong>
  </td>`;
}

function shareOf({ rests, parts }: ReadingCount): string {
  if (rests === 0) return '–';
  return rests < FEWEST_PAIRS ? 'few' : percent(parts / rests);
}
