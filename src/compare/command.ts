// `spec-gate compare BASE HEAD`: the gate's verdict for outcomes that another harness produced.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../core/errors.ts';
import { whereDefined } from '../core/where-defined.ts';
import { compareOutcomes } from './compare.ts';
import { lookAtRows, lookOptions } from './look-at-rows.ts';
import { readFiles } from './outcome-rows/open-sides.ts';
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
  const rules = { margin: options.margin, seed: options.seed, subjects: options.subject ?? [] };
  const looking = lookOptions(options);
  if (looking !== undefined) refuseItself(files, options, context);
  const { comparison, looks } =
    looking === undefined
      ? {
          comparison: compareOutcomes({ ...(await readRows(files, options, context)), ...rules, stored }),
          looks: undefined,
        }
      : await lookAtRows(files, { ...rules, ...looking, read: options }, context);
  if (options.next !== undefined && looks?.next !== undefined)
    writeFileSync(resolve(context.cwd, options.next), looks.next.scenarios.map((id) => `${id}\n`).join(''));
  context.print(
    options.json === true
      ? `${JSON.stringify({ schema: 'spec-gate/compare@1', files, stored, ...comparison, ...whereDefined({ looks }) }, null, 2)}\n`
      : renderComparison(
          { comparison, ...files, stored, ...whereDefined({ looks }) },
          { paint: createPaint(context.output.colour), width: context.output.columns },
        ),
  );
  return EXIT[comparison.verdict];
}

async function readRows(
  files: { readonly base: string; readonly head: string },
  options: CompareOptions,
  context: CommandContext,
): Promise<{ readonly base: OutcomeRows; readonly head: OutcomeRows }> {
  const [before, after] = await readFiles([files.base, files.head], options, context);
  refuseItself(files, options, context);
  return { base: before!, head: after! };
}

/** A file compared with itself shows nothing, unless two models in it are named. */
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
