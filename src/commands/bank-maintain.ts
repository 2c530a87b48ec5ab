// `spec-gate bank maintain BANK`: what in a bank wants a look. It changes nothing.
import { renderUpkeep } from '../report/bank/maintain-text.ts';
import { maintainBank } from '../scenarios/maintain.ts';
import { readBankFile, requireSpec } from './bank-inputs.ts';
import { EXIT, type Door, type ExitCode } from './door.ts';
import { createPaint } from './paint.ts';

export interface BankMaintainOptions {
  readonly spec?: string;
  readonly config: string;
  /** Days. */
  readonly staleAfter?: number;
  readonly json?: boolean;
}

export async function runBankMaintainCommand(
  file: string,
  options: BankMaintainOptions,
  door: Door,
): Promise<ExitCode> {
  const spec = await requireSpec(options, door);
  const { scenarios } = await readBankFile(file, door);
  const { staleAfter } = options;
  const now = door.now().getTime();
  const upkeep = maintainBank({ scenarios, spec, now, ...(staleAfter !== undefined && { staleAfter }) });
  const isJudged = ({ scored }: (typeof scenarios)[number]): boolean =>
    scored?.compliance !== undefined && scored.provenance?.date !== undefined;
  const unjudged = scenarios.filter((scenario) => !isJudged(scenario)).length;
  const view = { bank: file, scenarios: scenarios.length, unjudged, upkeep };
  door.print(
    options.json === true
      ? `${JSON.stringify(view, null, 2)}\n`
      : renderUpkeep(view, { paint: createPaint(door.output.colour), width: door.output.columns }),
  );
  return EXIT.pass;
}
