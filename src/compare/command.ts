// `spec-gate compare BASE HEAD`: the gate's verdict for outcomes that another harness produced.
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../core/errors.ts';
import { compareOutcomes } from './compare.ts';
import type { OutcomeRows } from './outcome-rows/outcome-row.ts';
import { readOutcomes } from './outcome-rows/read-outcomes.ts';
import { decodeText } from '../io/files.ts';
import { renderComparison } from './report-text.ts';
import { type Door } from '../context/command-context.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { createPaint } from '../render/paint.ts';

export interface CompareOptions {
  /** The base was drawn before the head: it can only screen. */
  readonly stored?: boolean;
  /** A share. */
  readonly margin: number;
  /** Which scorer of an Inspect log is the outcome, and the least value that is compliant. */
  readonly scorer?: string;
  readonly passAt?: number;
  readonly seed: string;
  readonly json?: boolean;
}

/** Logs with every answer in them are large; a text this size still fits in memory parsed. */
const LARGEST = 256 * 1024 * 1024;

export function runCompareCommand(
  files: { readonly base: string; readonly head: string },
  options: CompareOptions,
  door: Door,
): ExitCode {
  const stored = options.stored === true;
  const comparison = compareOutcomes({
    base: readRows(files.base, options, door),
    head: readRows(files.head, options, door),
    stored,
    margin: options.margin,
    seed: options.seed,
  });
  door.print(
    options.json === true
      ? `${JSON.stringify({ schema: 'spec-gate/compare@1', files, stored, ...comparison }, null, 2)}\n`
      : renderComparison(
          { comparison, ...files, stored },
          { paint: createPaint(door.output.colour), width: door.output.columns },
        ),
  );
  return EXIT[comparison.verdict];
}

function readRows(file: string, { scorer, passAt }: CompareOptions, door: Door): OutcomeRows {
  const options = { ...(scorer !== undefined && { scorer }), ...(passAt !== undefined && { passAt }) };
  return readOutcomes(file, readText(file, door), options);
}

function readText(file: string, door: Door): string {
  const path = resolve(door.cwd, file);
  const fail = (message: string): never => {
    throw new UserError({ message, place: { file } });
  };
  const stats = statSync(path, { throwIfNoEntry: false }) ?? fail('no such file');
  if (!stats.isFile()) fail('not a regular file');
  if (stats.size > LARGEST) fail(`larger than ${LARGEST / 1024 / 1024} MB; write outcome rows as JSON Lines`);
  return decodeText(readFileSync(path), file);
}
