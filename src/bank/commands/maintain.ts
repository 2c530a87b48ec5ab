// `spec-gate bank maintain BANK`: what in a bank a person should look at. It changes nothing.
import { whereDefined } from '../../core/where-defined.ts';
import { renderUpkeep } from '../report/maintain-text.ts';
import { createUpkeepTally } from '../care/maintain.ts';
import { bankNameOf, readBankFile, requireSpec } from './inputs.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { createPaint } from '../../render/paint.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { BankMaintainOptions } from '../commands.ts';

export async function runBankMaintainCommand(
  given: string | undefined,
  options: BankMaintainOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const file = await bankNameOf({ given, config: options.config }, context);
  const spec = await requireSpec(options, context);
  const { staleAfter } = options;
  const tally = createUpkeepTally({ spec, now: context.now().getTime(), ...whereDefined({ staleAfter }) });
  let [scenarios, unjudged] = [0, 0];
  await readBankFile(file, context, (scenario) => {
    scenarios += 1;
    if (!isJudged(scenario)) unjudged += 1;
    tally.add(scenario);
  });
  const view = { bank: file, scenarios, unjudged, upkeep: tally.read() };
  context.print(
    options.json === true
      ? `${JSON.stringify(view, null, 2)}\n`
      : renderUpkeep(view, { paint: createPaint(context.output.colour), width: context.output.columns }),
  );
  return EXIT.pass;
}

function isJudged({ scored }: Scenario): boolean {
  return scored?.compliance !== undefined && scored.provenance?.date !== undefined;
}
