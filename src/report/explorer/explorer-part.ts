// The page's scenarios: written out as they are at first, with the data and the script that put them to use.
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { html, type Html } from '../../render/html/markup.ts';
import type { ExplorerData } from './explorer-data.ts';
import { packData } from './pack-data.ts';
import { NO_FILTER } from './view/filter.ts';
import { ScenarioList } from './view/scenario-list.ts';

/** Scenarios that are written out with all their answers, for readers without a script and for print. */
const WRITTEN_OPEN = 3;
const WRITTEN = 40;

export function explorerPart(data: ExplorerData): Html {
  const list = h(ScenarioList, {
    data,
    filter: NO_FILTER,
    shown: data.scenarios,
    most: WRITTEN,
    open: new Set(data.scenarios.slice(0, WRITTEN_OPEN).map(({ id }) => id)),
  });
  // Base64 holds no character of markup; a block of this type is data to a browser, never run.
  const block = `<script type="application/octet-stream" id="explorer-data">${packData(data)}</script>`;
  return html`<section>
    <h2 id="scenarios">Scenarios</h2>
    <div id="explorer">${{ markup: renderToString(list) }}</div>
    ${{ markup: block }}
  </section>`;
}
