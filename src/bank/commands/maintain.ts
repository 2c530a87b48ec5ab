// `spec-gate bank maintain BANK`: what in a bank wants a look. It changes nothing.
import { renderUpkeep } from '../report/maintain-text.ts';
import { maintainBank } from '../care/maintain.ts';
import { readBankFile, requireSpec } from './inputs.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { createPaint } from '../../render/paint.ts';
import type { BankMaintainOptions } from '../commands.ts';

export async function runBankMaintainCommand(
  file: string,
  options: BankMaintainOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const spec = await requireSpec(options, context);
  const { scenarios } = await readBankFile(file, context);
  const { staleAfter } = options;
  const now = context.now().getTime();
  const upkeep = maintainBank({ scenarios, spec, now, ...(staleAfter !== undefined && { staleAfter }) });
  const isJudged = ({ scored }: (typeof scenarios)[number]): boolean =>
    scored?.compliance !== undefined && scored.provenance?.date !== undefined;
  const unjudged = scenarios.filter((scenario) => !isJudged(scenario)).length;
  const view = { bank: file, scenarios: scenarios.length, unjudged, upkeep };
  context.print(
    options.json === true
      ? `${JSON.stringify(view, null, 2)}\n`
      : renderUpkeep(view, { paint: createPaint(context.output.colour), width: context.output.columns }),
  );
  return EXIT.pass;
}
