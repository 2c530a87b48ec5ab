// What it takes to get this report again: the version, the commits, the command, and hashes of all that went in.
import { shellWord } from '../../render/shell-word.ts';
import { count } from '../../render/format-numbers.ts';
import { html, NOTHING, type Html } from '../../render/html/markup.ts';
import type { ReportSide } from '../report.ts';
import type { View } from '../view.ts';

export function provenancePart({ report, provenance }: View): Html {
  const { base, head, policyHash, comparison } = report;
  const rows: readonly (readonly [string, Html])[] = [
    ...(provenance === undefined ? [] : [['version', html`spec-gate ${provenance.version}`] as const]),
    ['base', sideOf(base)],
    ['head', sideOf(head)],
    ['policy', html`<code>${policyHash}</code>`],
    ...(provenance === undefined
      ? []
      : ([
          ['bank', html`${count(provenance.scenarios)} scenarios, <code>${provenance.bank}</code>`],
          ['prompts', html`${provenance.prompts.map((prompt) => html`<code>${prompt}</code> `)}`],
        ] as const)),
  ];
  // Without a commit of the base there is nothing that somebody else could name.
  const command =
    comparison === 'none' || provenance === undefined || base.sha === undefined
      ? undefined
      : commandOf({ base: base.sha, head: head.sha }, provenance);
  return html`<section>
    <h2>To get this again</h2>
    ${
      command === undefined
        ? NOTHING
        : html`<pre>${command}</pre>
            <p class="legend">With the same store no call is made, and <code>report.json</code> has the same bytes.</p>`
    }
    <table class="plain facts" tabindex="0" aria-label="What this report rests on">
      <tbody>
        ${rows.map(
          ([what, value]) =>
            html`<tr>
              <th scope="row">${what}</th>
              <td>${value}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function sideOf({ ref, sha, specHash }: ReportSide): Html {
  return html`<code>${ref}</code>${sha === undefined ? NOTHING : html` at <code>${sha}</code>`}, spec
    <code>${specHash}</code>`;
}

/** The command as a shell takes it; names of files are quoted where they hold more than a name does. */
function commandOf(
  { base, head }: { readonly base: string; readonly head: string | undefined },
  { version, config }: NonNullable<View['provenance']>,
): string {
  const checkout = head === undefined ? '' : `git checkout ${shellWord(head)}\n`;
  return `${checkout}npx spec-gate@${version} check --base ${shellWord(base)} --config ${shellWord(config)}`;
}
