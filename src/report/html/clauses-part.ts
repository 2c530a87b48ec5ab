// The changed clauses: what the change did, and its words.
import { clauseEffects, countCosmetic, linesOf, type ClauseEffect } from '../clause-effects.ts';
import { percent } from '../../render/format-numbers.ts';
import type { Report, ReportChange } from '../report.ts';
import { readableWords } from '../word-difference.ts';
import { dumbbell } from './charts.ts';
import { html, htmlSentence, NOTHING, type Html } from '../../render/html/markup.ts';

const MOST_OPEN = 4;

export function clausesPart(report: Report): Html {
  const effects = clauseEffects(report);
  const cosmetic = countCosmetic(report);
  if (effects.length === 0 && cosmetic === 0) return NOTHING;
  return html`<section>
    <h2>Changed clauses</h2>
    ${effects.map((effect, index) => clause(effect, index < MOST_OPEN ? html` open` : NOTHING))}
    ${cosmetic === 0 ? NOTHING : html`<p class="faint">${cosmetic} cosmetic ${cosmetic === 1 ? 'change' : 'changes'} ignored.</p>`}
  </section>`;
}

function clause({ change, tested, what, effect, tone }: ClauseEffect, open: Html): Html {
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
    <p class="place"><code>${change.file}</code>, ${linesOf(change)}</p>
    ${wordDifference(change)}
  </details>`;
}

function wordDifference({ words }: ReportChange): Html {
  if (words.length === 0) return NOTHING;
  const runs = readableWords(words).map(({ kind, text }) => {
    if (kind === 'removed') return html`<del>${text}</del>`;
    return kind === 'added' ? html`<ins>${text}</ins>` : html`${text}`;
  });
  return html`<p class="words">${runs}</p>`;
}
