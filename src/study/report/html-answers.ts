// How models answer, as drawings: kinds of response as bars, and outliers beside what is typical.
import { RESPONSE_TYPES } from '../../core/study-words.ts';
import type { StudyAnalysis } from '../analyze-study.ts';
import type { StudyOutlier } from '../outlier-table.ts';
import { ALL_TOPICS, type ResponseTypeRow } from '../../analysis/evidence/response-types.ts';
import { percent } from '../../render/format-numbers.ts';
import { stackedBar } from '../../report/html/charts.ts';
import { html, NOTHING, type Html } from '../../render/html/markup.ts';
import { clip } from '../../render/visible-text.ts';
import { typeWords } from './behaviour-tables.ts';

/** Topics drawn; the table below has all. */
const MOST_TOPICS = 8;

export function responseTypeBars({ responseTypes }: StudyAnalysis): Html {
  if (responseTypes.length === 0) return NOTHING;
  const topics = [...new Set(responseTypes.map(({ topic }) => topic))].slice(0, MOST_TOPICS + 1);
  const legend = RESPONSE_TYPES.map(
    (type, level) => html`<span class="swatch"><span class="key level-${level}"></span>${typeWords(type)}</span> `,
  );
  const groups = topics.map((topic) => {
    const rows = responseTypes.filter((row) => row.topic === topic);
    const heading = topic === ALL_TOPICS ? html`All topics` : html`<code>${topic}</code>`;
    return html`<h3>${heading}</h3>
      ${rows.map(bar)}`;
  });
  return html`<p class="legend">${legend}</p>
    <div class="types">${groups}</div>`;
}

function bar({ model, counts, responses, rejected }: ResponseTypeRow): Html {
  const parts = RESPONSE_TYPES.map((type, level) => ({ label: typeWords(type), level, value: counts[type] }));
  const share = rejected.status === 'defined' ? `${percent(rejected.value)} rejected` : '';
  return html`<code>${model}</code>${stackedBar(parts)}<span class="rejected"
      >${share} <span class="faint">of ${responses}</span></span
    >`;
}

const MOST_TEXTS = 6;
const LONGEST_TEXT = 600;

/** The first outliers whose texts were kept, each beside a response from the middle of the panel. */
export function outlierTexts({ outliers }: StudyAnalysis): Html {
  const shown = outliers.outliers
    .filter(({ text, typicalText }) => text !== undefined && typicalText !== undefined)
    .slice(0, MOST_TEXTS);
  if (shown.length === 0) return NOTHING;
  return html`<div class="cards two-wide">${shown.map(outlierCard)}</div>`;
}

function outlierCard(one: StudyOutlier): Html {
  const { model, scenario, text = '', typicalText = '' } = one;
  const score = one.basis === 'scores' ? one.score : one.problematic ? 'ruled against' : 'in order';
  return html`<article class="card">
    <h3><code>${model}</code> on <code>${scenario}</code>: ${score}</h3>
    <blockquote>${clip(text, LONGEST_TEXT)}</blockquote>
    <p class="place">typical of the others</p>
    <blockquote>${clip(typicalText, LONGEST_TEXT)}</blockquote>
  </article>`;
}
