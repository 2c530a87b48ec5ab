// The shell of every page: one file, no scripts, nothing loaded from anywhere.
import { sha256 } from '../../core/canonical-json.ts';
import { html, type Html } from './markup.ts';

export interface Page {
  readonly title: string;
  /** The whole style sheet: our own text, never anything from outside. */
  readonly style: string;
  /** Class of `main`. */
  readonly kind: string;
  readonly body: readonly Html[];
}

/**
 * One self-contained HTML document. Its policy allows this one style sheet, by its hash, and nothing else: even markup that
 * slipped through could not act.
 */
export function renderPage({ title, style, kind, body }: Page): string {
  const hash = Buffer.from(sha256(style), 'hex').toString('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
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
      </body>
    </html> `;
  return page.markup;
}
