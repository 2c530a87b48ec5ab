// The top of the page: what is compared, the verdict, why, and what to do.
import { whereDefined } from '../../core/where-defined.ts';
import { titleOfFindings, writeHeadline } from '../headline.ts';
import { writeCost } from '../how-decided.ts';
import { titleOf, writeMessage, writeParagraph } from '../messages.ts';
import type { Finding, Report, ReportSide } from '../report.ts';
import { asFullSentence } from '../../render/sentence.ts';
import { sourceLink } from '../source-link.ts';
import type { View } from '../view.ts';
import { writeWayOn } from '../way-on.ts';
import { html, htmlSentence, NOTHING, type Html } from '../../render/html/markup.ts';

/** Beyond the main reason; the rest is in the annotations and report.json. */
const MOST_REASONS = 8;

export function verdictPart({ report, run }: View): Html {
  const { word, tone, says } = writeHeadline(report);
  const [main, ...others] = report.verdict.reasons;
  return html`<header class="top">
      <span class="brand">Spec Gate</span
      ><span class="sides">${side(report.base)}<span class="arrow">→</span>${side(report.head)}</span>
    </header>
    ${simulatedBanner(report)}
    <section class="verdict ${tone}" aria-label="Verdict">
      <p class="word">${word}</p>
      <h1>${htmlSentence(asFullSentence(says))}</h1>
      ${main === undefined ? NOTHING : grounds(main)}${acceptance(report)}
      ${
        others.length === 0
          ? NOTHING
          : html`<ul class="others">
              ${others.slice(0, MOST_REASONS).map(other)}${
                others.length > MOST_REASONS
                  ? html`<li>And ${String(others.length - MOST_REASONS)} more in report.json.</li>`
                  : NOTHING
              }
            </ul>`
      }
      ${wayOn(report)}
      <p class="cost">${htmlSentence(writeCost(report, run))}</p>
    </section>`;
}

/** What the analysis found, one card each; empty where nothing was. */
export function findingsPart(view: View): Html {
  const { report } = view;
  const findings = report.findings.filter(({ severity }) => severity !== 'notice');
  if (findings.length === 0) return NOTHING;
  return html`<section>
    <h2>${titleOfFindings(report)}</h2>
    <div class="cards">${findings.map((finding) => card(finding, view))}</div>
  </section>`;
}

function simulatedBanner({ simulated }: Report): Html {
  if (!simulated) return NOTHING;
  return html`<p class="banner" role="note">
    <strong>Simulated.</strong> The models or judges are simulations; these numbers say nothing about a real model.
  </p>`;
}

function grounds(reason: Finding): Html {
  const { detail, advice } = writeMessage(reason);
  return html`${detail === undefined ? NOTHING : html`<p class="detail">${htmlSentence(asFullSentence(detail))}</p>`}${advice === undefined ? NOTHING : html`<p class="advice">${htmlSentence(asFullSentence(advice))}</p>`}`;
}

function wayOn(report: Report): Html {
  const sentences = writeWayOn(report);
  if (sentences.length === 0) return NOTHING;
  return html`<p class="detail"><strong>How to go on</strong></p>
    <ul class="others">
      ${sentences.map((sentence) => html`<li>${htmlSentence(sentence)}</li>`)}
    </ul>`;
}

function other(reason: Finding): Html {
  const { says, detail } = writeMessage(reason);
  return html`<li>
    ${htmlSentence(asFullSentence(says))}${detail === undefined ? NOTHING : html` <span class="faint">${htmlSentence(asFullSentence(detail))}</span>`}
  </li>`;
}

function acceptance({ verdict }: Report): Html {
  if (verdict.resolution === undefined) return NOTHING;
  const { by, reason, expires } = verdict.resolution;
  const args = { by, reason, ...whereDefined({ expires }) };
  return html`<p class="advice">${htmlSentence(writeParagraph({ code: 'accepted', args }))}</p>`;
}

function card(finding: Finding, view: View): Html {
  const { says, detail, advice } = writeMessage(finding);
  return html`<article class="card">
    <h3>${titleOf(finding.code)}</h3>
    <p>
      ${htmlSentence(asFullSentence(says))}${detail === undefined ? NOTHING : html` ${htmlSentence(asFullSentence(detail))}`}
    </p>
    ${advice === undefined ? NOTHING : html`<p class="advice">${htmlSentence(asFullSentence(advice))}</p>`}${place(finding, view)}
  </article>`;
}

function place({ place: at, clause }: Finding, view: View): Html {
  if (at === undefined) return NOTHING;
  const kind = view.report.changes.find(({ id }) => id === clause)?.kind ?? 'edited';
  const link = sourceLink(view, { kind, file: at.file, lines: [at.line, at.endLine ?? at.line] });
  const named = html`<code>${at.file}:${at.line}</code>`;
  return html`<p class="place">${link === undefined ? named : html`<a href="${link}">${named}</a>`}</p>`;
}

function side({ ref, sha }: ReportSide): Html {
  return html`<code>${ref}</code>${sha === undefined ? NOTHING : html` <code class="faint">${sha.slice(0, 7)}</code>`}`;
}
