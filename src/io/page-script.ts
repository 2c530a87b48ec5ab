// The script of the report's page, as it is built into the package.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Two folders up from here lies the package, from the source and from the built chunks alike. */
const SCRIPT = fileURLToPath(new URL('../../dist/page.js', import.meta.url));

/** Undefined where the package was never built: the page is then written without a script and read as it stands. */
export function readPageScript(): string | undefined {
  try {
    return readFileSync(SCRIPT, 'utf8');
  } catch {
    return undefined;
  }
}
