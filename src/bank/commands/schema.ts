// `spec-gate bank schema`: the JSON Schema of a bank line.
import { bankJsonSchema } from '../../scenarios/scenario-schema.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';

export function runBankSchemaCommand(context: CommandContext): ExitCode {
  context.print(`${JSON.stringify(bankJsonSchema(), null, 2)}\n`);
  return EXIT.pass;
}
