// The shell of every page: one file, nothing loaded from anywhere.
import { sha256 } from '../../core/canonical-json.ts';
import { html, NOTHING, type Html } from './markup.ts';

export interface Page {
  readonly title: string;
  /** The whole style sheet: our own text, never anything from outside. */
  readonly style: string;
  /** What runs in the page, if anything: our own built text, never anything from outside. */
  readonly script?: string;
  /** Class of `main`. */
  readonly kind: string;
  readonly body: readonly Html[];
}

/**
 * One self-contained HTML document. Its policy allows this style sheet and this script, by their hashes, and nothing else: even
 * markup that slipped through could not act, and nothing can be sent anywhere.
 */
export function renderPage({ title, style, script, kind, body }: Page): string {
  const runs = script === undefined ? '' : ` script-src '${hashOf(script)}';`;
  const policy = `default-src 'none'; style-src '${hashOf(style)}';${runs} base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${{ markup: policy }}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${{ markup: `<style>${style}</style>` }}
      </head>
      <body>
        <main class="${kind}">${body}</main>
        ${script === undefined ? NOTHING : { markup: `<script>${script}</script>` }}
      </body>
    </html> `;
  return page.markup;
}

/** As a content security policy names what it allows. */
function hashOf(text: string): string {
  return `sha256-${Buffer.from(sha256(text), 'hex').toString('base64')}`;
}
