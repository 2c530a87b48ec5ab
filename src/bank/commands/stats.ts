// `spec-gate bank stats BANK`: what a bank holds, as numbers and pictures.
import { resolve } from 'node:path';
import { replaceFile } from '../../io/store/bank-file.ts';
import { renderStatsHtml } from '../report/stats-html.ts';
import { renderStats } from '../report/stats-text.ts';
import { describeBank } from '../care/bank-stats.ts';
import { findSpec, readBankFile } from './inputs.ts';
import { type Door } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { createPaint } from '../../render/paint.ts';
import type { BankStatsOptions } from '../commands.ts';

export async function runBankStatsCommand(file: string, options: BankStatsOptions, door: Door): Promise<ExitCode> {
  const spec = await findSpec(options, door);
  const { scenarios } = await readBankFile(file, door);
  const view = { bank: file, stats: describeBank(scenarios, spec === undefined ? {} : { spec }) };
  if (options.html !== undefined) {
    replaceFile(resolve(door.cwd, options.html), renderStatsHtml(view));
    door.remark(`page: ${options.html}\n`);
  }
  door.print(
    options.json === true
      ? `${JSON.stringify(view, null, 2)}\n`
      : renderStats(view, { paint: createPaint(door.output.colour), width: door.output.columns }),
  );
  return EXIT.pass;
}
