// `spec-gate compare BASE HEAD`: the gate's verdict for outcomes that another harness produced.
import { resolve } from 'node:path';
import { UserError } from '../core/errors.ts';
import { compareOutcomes } from './compare.ts';
import { openSide, readSides } from './outcome-rows/open-sides.ts';
import type { ReadOptions } from './outcome-rows/read-outcome-rows.ts';
import type { OutcomeRows } from './outcome-rows/outcome-row.ts';
import { renderComparison } from './report-text.ts';
import { type CommandContext } from '../context/command-context.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { createPaint } from '../render/paint.ts';
import type { CompareOptions } from './commands.ts';

export async function runCompareCommand(
  files: { readonly base: string; readonly head: string },
  options: CompareOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const stored = options.stored === true;
  const [base, head] = await readBoth(files, options, context);
  refuseItself(files, options, context);
  const comparison = compareOutcomes({
    base,
    head,
    stored,
    margin: options.margin,
    seed: options.seed,
    subjects: options.subject ?? [],
  });
  context.print(
    options.json === true
      ? `${JSON.stringify({ schema: 'spec-gate/compare@1', files, stored, ...comparison }, null, 2)}\n`
      : renderComparison(
          { comparison, ...files, stored },
          { paint: createPaint(context.output.colour), width: context.output.columns },
        ),
  );
  return EXIT[comparison.verdict];
}

/** One file is no evidence about itself; two models in it are compared by naming both. */
function refuseItself(
  { base, head }: { base: string; head: string },
  options: CompareOptions,
  context: CommandContext,
): void {
  if (resolve(context.cwd, base) !== resolve(context.cwd, head)) return;
  if (options.subject?.some((subject) => subject.includes('=')) === true) return;
  throw new UserError({
    message: 'a file compared with itself shows no change',
    hint: 'Name two files, or two models of this one: --subject BASE=HEAD.',
    place: { file: base },
  });
}

async function readBoth(
  files: { readonly base: string; readonly head: string },
  options: ReadOptions,
  context: CommandContext,
): Promise<readonly [OutcomeRows, OutcomeRows]> {
  const opened: Awaited<ReturnType<typeof openSide>>[] = [];
  try {
    for (const name of [files.base, files.head]) opened.push(await openSide(resolve(context.cwd, name), name, options));
    const [base, head] = await readSides(
      opened.map(({ side }) => side),
      options,
    );
    return [base!, head!];
  } finally {
    for (const { close } of opened) await close();
  }
}
