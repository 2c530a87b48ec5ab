// What the pictures of README and docs were made from, so that a test can tell when the demo's numbers are others than theirs.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monthOfNights } from '../__tests__/support/month-of-nights.ts';
import type { Picture } from './pictures.ts';

/** Digests by picture; `npm run screenshots` writes it. */
export const MADE_FROM = 'docs/pictures.json';

/** The data that a page shows, by its file in the folder of the demo. */
const DATA = {
  conflict: 'conflict/report.json',
  models: 'models/report.json',
  repair: 'conflict/repair.json',
  analysis: 'conflict/evidence.jsonl',
} as const satisfies Readonly<Record<Exclude<Picture['page'], 'night'>, string>>;

/** SHA-256 of the data behind a page; looks of a page are not part of it. */
export function digestPage(page: Picture['page'], demoFolder: string): string {
  // The demo has no thirty nights; those of the picture are made up.
  const data = page === 'night' ? JSON.stringify(monthOfNights()) : readFileSync(join(demoFolder, DATA[page]), 'utf8');
  return createHash('sha256').update(data).digest('hex').slice(0, 16);
}
