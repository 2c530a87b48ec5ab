// The version of the package that runs.
import { readFileSync } from 'node:fs';

/** Two folders up from here lies the package, from the source and from the built chunks alike. */
export function readPackageVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return version;
}
