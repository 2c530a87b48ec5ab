// The spec in the order it is written: each clause rendered, its changed words marked, what the change did, and what tests it.
import { count, plural } from '../../render/format-numbers.ts';
import { html, htmlSentence, NOTHING, type Html } from '../../render/html/markup.ts';
import type { ReportChange } from '../report.ts';
import { clauseAddress, listAddress } from '../addresses.ts';
import { sourceLink } from '../source-link.ts';
import type { View } from '../view.ts';
import type { ReadClause } from './build-reading.ts';
import { markWords, NO_MARKS } from './mark-words.ts';
import { createMarker } from './marked-text.ts';
import { renderMarkdownHtml } from './markdown-html.ts';
import { countClauses } from '../../spec/clause.ts';

/** Characters of clauses that stayed as they were; beyond them a clause's lines are named, not shown. */
const MOST_CHARACTERS = 600_000;

/** Nothing where the run did not write down its spec. */
export function specPart(view: View): Html {
  const { reading = [] } = view;
  if (reading.length === 0) return NOTHING;
  const ids = new Set(reading.map(({ clause }) => clause.clause));
  const addressOf = (url: string): string | undefined => {
    const id = decodeFragment(url);
    return id !== undefined && ids.has(id) ? clauseAddress(id) : undefined;
  };
  let left = MOST_CHARACTERS;
  const clauses = reading.map((read) => {
    left -= read.change === undefined ? read.clause.text.length : 0;
    const isShown = read.change !== undefined || left >= 0;
    return clausePart(read, { view, addressOf, isShown });
  });
  return html`<section>
    <h2 id="spec">The spec, clause by clause</h2>
    <p class="legend">
      ${plural(countClauses(reading.map(({ clause }) => clause)), 'clause')} in the order of the file.
      ${markLegend(reading)} Which sentence a scenario tests is read off its words, but for those written for one.
    </p>
    <div class="spec">${clauses}</div>
  </section>`;
}

function markLegend(reading: readonly ReadClause[]): Html {
  const isMarked = reading.some(({ change }) => (change?.change.words.length ?? 0) > 0);
  return isMarked ? html`<ins>New words</ins> and <del>words that went</del> are marked.` : NOTHING;
}

interface Sheet {
  readonly view: View;
  readonly addressOf: (url: string) => string | undefined;
  /** Whether there is room for its text. */
  readonly isShown: boolean;
}

function clausePart(read: ReadClause, sheet: Sheet): Html {
  const { clause, change } = read;
  const depth = `depth-${Math.min(clause.path.length, 4)}`;
  if (clause.kind === 'grouping') return html`<p class="grouping ${depth}">${clause.title}</p>`;
  const marks = change === undefined ? undefined : markWords(change.change.words, clause);
  const title = createMarker(clause.title, marks?.title ?? NO_MARKS);
  const isOpen = change !== undefined && change.change.kind !== 'unseen';
  return html`<details class="read ${depth} ${toneOf(read)}" ${isOpen ? html` open` : NOTHING}>
    <summary>
      <span class="read-title"
        ><strong>${title.mark(clause.title, { start: 0, end: clause.title.length })}${title.rest()}</strong>
        <code class="faint">${clause.clause}</code></span
      ><span class="read-about">${coverageWords(read)}${effectOf(read)}</span>
    </summary>
    <div class="read-body" id="${clauseAddress(clause.clause)}">
      <p class="place">${placeOf(read, sheet.view)}${askedOf(read)}</p>
      ${sheet.isShown ? textOf(read, sheet) : html`<p class="faint">Not shown: the spec is too long for one page.</p>`}
      ${untestedSentences(read)}
    </div>
  </details>`;
}

function toneOf({ change, clause }: ReadClause): string {
  if (change === undefined) return clause.scenarios === 0 ? 'bare' : '';
  return clause.removed === true ? `changed removed ${change.tone}` : `changed ${change.tone}`;
}

function textOf({ clause, change }: ReadClause, { addressOf }: Sheet): Html {
  const words = change?.change.words ?? [];
  const marks = markWords(words, clause);
  // An added clause is marked as a whole, not word by word.
  const isPlaced = words.length === 0 || marks !== undefined;
  const text = renderMarkdownHtml(clause.text, { marks: marks?.text ?? NO_MARKS, addressOf });
  return isPlaced
    ? text
    : html`<p class="faint">The changed words stand under “Changed clauses”.</p>
        ${text}`;
}

function coverageWords({ clause }: ReadClause): Html {
  const { scenarios, demands = [] } = clause;
  if (scenarios === undefined) {
    // A global clause is not linked to scenarios: judges read it with each of them.
    return clause.removed === true || clause.text === ''
      ? NOTHING
      : html`<span class="pill">read with every scenario</span>`;
  }
  if (scenarios === 0) return html`<span class="pill unsure">no scenario</span>`;
  const tested = demands.filter((demand) => demand.scenarios > 0).length;
  const words = `${plural(scenarios, 'scenario')}, ${count(tested)} of ${plural(demands.length, 'demand')} tested`;
  return html`<span class="pill ${tested < demands.length ? 'unsure' : ''}">${words}</span>`;
}

function effectOf({ change, measured }: ReadClause): Html {
  if (change !== undefined) {
    return html`<span class="effect">${htmlSentence(change.what)}: ${htmlSentence(change.effect)}</span>`;
  }
  return measured === undefined ? NOTHING : html`<span class="effect faint">${htmlSentence(measured)}</span>`;
}

function placeOf({ clause, change }: ReadClause, view: View): Html {
  const { file, line, endLine, removed } = clause;
  const lines = line === endLine ? `line ${line}` : `lines ${line}-${endLine}`;
  const kind: ReportChange['kind'] = removed === true ? 'removed' : (change?.change.kind ?? 'edited');
  const link = sourceLink(view, { kind, file, lines: [line, endLine] });
  const place = html`<code>${file}</code>, ${lines}`;
  return link === undefined ? place : html`<a href="${link}">${place}</a>`;
}

/** Leads to the scenarios of this run that test it. */
function askedOf({ clause, asked }: ReadClause): Html {
  if (asked === 0) return NOTHING;
  const words =
    asked === 1 ? 'the scenario of this run that tests it' : `the ${count(asked)} scenarios of this run that test it`;
  return html` · <a href="#${listAddress('clause', clause.clause)}">${words}</a>`;
}

function untestedSentences({ clause }: ReadClause): Html {
  const { demands = [], scenarios = 0 } = clause;
  const untested = demands.filter((demand) => demand.scenarios === 0);
  if (untested.length === 0 || scenarios === 0) return NOTHING;
  return html`<div class="untested">
    <p>
      ${untested.length === 1 ? 'A sentence that demands something, and no scenario tests it:' : 'Sentences that demand something, and no scenario tests them:'}
    </p>
    <ul>
      ${untested.map(({ text }) => html`<li>${text.replaceAll(/\*\*|__|`/g, '')}</li>`)}
    </ul>
  </div>`;
}

/** `#x` as it is written in the spec. */
function decodeFragment(url: string): string | undefined {
  if (!url.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(url.slice(1));
  } catch {
    return undefined;
  }
}
