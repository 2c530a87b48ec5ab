// `spec-gate bank stats BANK`: what a bank holds, as numbers and pictures.
import { resolve } from 'node:path';
import { replaceFile } from '../../io/store/bank-file.ts';
import { renderStatsHtml } from '../report/stats-html.ts';
import { renderStats } from '../report/stats-text.ts';
import { createBankTally } from '../care/bank-stats.ts';
import { bankNameOf, findSpec, readBankFile } from './inputs.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { createPaint } from '../../render/paint.ts';
import type { BankStatsOptions } from '../commands.ts';

export async function runBankStatsCommand(
  given: string | undefined,
  options: BankStatsOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const file = await bankNameOf({ given, config: options.config }, context);
  const spec = await findSpec(options, context);
  const tally = createBankTally(spec === undefined ? {} : { spec });
  await readBankFile(file, context, tally.add);
  const view = { bank: file, stats: tally.read() };
  if (options.html !== undefined) {
    replaceFile(resolve(context.cwd, options.html), renderStatsHtml(view));
    context.remark(`page: ${options.html}\n`);
  }
  context.print(
    options.json === true
      ? `${JSON.stringify(view, null, 2)}\n`
      : renderStats(view, { paint: createPaint(context.output.colour), width: context.output.columns }),
  );
  return EXIT.pass;
}
