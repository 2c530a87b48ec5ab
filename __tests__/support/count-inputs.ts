// For `npm run test:faults`: counts what property tests and fault runs have tried, in a file that all workers append to.
import { appendFileSync } from 'node:fs';
import { configureGlobal } from 'fast-check';
import { afterAll } from 'vitest';

const FILE = process.env['COUNT_INPUTS'];

export type Counted = 'generated inputs' | 'faulted runs' | 'faulted requests' | 'hostile pull requests';

/** Adds to a count where somebody counts. */
export function countInputs(what: Counted, count: number): void {
  if (FILE !== undefined && count > 0) appendFileSync(FILE, `${JSON.stringify({ what, count })}\n`);
}

// As a setup file: every input that fast-check generates in this worker.
if (FILE !== undefined) {
  let generated = 0;
  const add = (): void => {
    generated += 1;
  };
  // Asynchronous properties call it, too.
  configureGlobal({ afterEach: add });
  afterAll(() => {
    countInputs('generated inputs', generated);
    generated = 0;
  });
}
