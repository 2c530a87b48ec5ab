// Real data that lies beside the checkout on some machines; tests that use it say so where it is absent.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const announced = new Set<string>();

/** The path of a shared file, or undefined (and one printed line) where this machine does not have it. */
export function sharedData(name: string): string | undefined {
  const path = `${root}${name}`;
  if (existsSync(path)) return path;
  if (!announced.has(name)) {
    announced.add(name);
    console.warn(`shared data absent: ${name}; the tests that read it are skipped`);
  }
  return undefined;
}
