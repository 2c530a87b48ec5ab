// The changed clauses: what the change did, and its words.
import { clauseEffects, countCosmetic, linesOf, type ClauseEffect } from '../clause-effects.ts';
import { listAddress } from '../addresses.ts';
import { percent, plural } from '../../render/format-numbers.ts';
import type { ReportChange } from '../report.ts';
import { sourceLink } from '../source-link.ts';
import type { View } from '../view.ts';
import { readableWords } from '../word-difference.ts';
import { dumbbell } from './charts.ts';
import { html, htmlSentence, NOTHING, type Html } from '../../render/html/markup.ts';

const MOST_OPEN = 4;

export function clausesPart(view: View): Html {
  const { report } = view;
  const effects = clauseEffects(report);
  const cosmetic = countCosmetic(report);
  if (effects.length === 0 && cosmetic === 0) return NOTHING;
  return html`<section>
    <h2>Changed clauses</h2>
    ${effects.map((effect, index) => clause(effect, view, index < MOST_OPEN ? html` open` : NOTHING))}
    ${cosmetic === 0 ? NOTHING : html`<p class="faint">${plural(cosmetic, 'cosmetic change')} ignored.</p>`}
  </section>`;
}

function clause({ change, tested, what, effect, tone }: ClauseEffect, view: View, open: Html): Html {
  const { base, head } = tested ?? {};
  const moved = ({ bad: 'worse', good: 'better', plain: 'plain', unsure: 'plain' } as const)[tone];
  const title = base === undefined || head === undefined ? '' : `non-compliance ${percent(base)} → ${percent(head)}`;
  const levels = title === '' ? NOTHING : html`<span class="levels">${title}</span>`;
  return html`<details class="clause ${tone}" ${open}>
    <summary>
      <span class="clause-name"><code>${change.id}</code> <span class="faint">${htmlSentence(what)}</span></span
      ><span class="clause-chart">${dumbbell({ base, head, tone: moved }, title)}${levels}</span
      ><span class="effect">${htmlSentence(effect)}</span>
    </summary>
    <p class="place">${placeOf(change, view)}${scenariosOf(change, view)}</p>
    ${wordDifference(change)}
  </details>`;
}

function placeOf(change: ReportChange, view: View): Html {
  const link = sourceLink(view, change);
  const place = html`<code>${change.file}</code>, ${linesOf(change)}`;
  return link === undefined ? place : html`<a href="${link}">${place}</a>`;
}

/** Leads to the list of scenarios, narrowed to those that test the clause. */
function scenariosOf({ id }: ReportChange, { explorer }: View): Html {
  const tests = explorer?.scenarios.filter(({ clauses }) => clauses.includes(id)).length ?? 0;
  if (tests === 0) return NOTHING;
  return html` ·
    <a href="#${listAddress('clause', id)}"
      >${tests === 1 ? 'the scenario that tests it' : `the ${tests} scenarios that test it`}</a
    >`;
}

function wordDifference({ words }: ReportChange): Html {
  if (words.length === 0) return NOTHING;
  const runs = readableWords(words).map(({ kind, text }) => {
    if (kind === 'removed') return html`<del>${text}</del>`;
    return kind === 'added' ? html`<ins>${text}</ins>` : html`${text}`;
  });
  return html`<p class="words">${runs}</p>`;
}
