// `spec-gate bank schema`: the JSON Schema of a bank line.
import { bankJsonSchema } from '../scenarios/scenario-schema.ts';
import { EXIT, type Door, type ExitCode } from './door.ts';

export function runBankSchemaCommand(door: Door): ExitCode {
  door.print(`${JSON.stringify(bankJsonSchema(), null, 2)}\n`);
  return EXIT.pass;
}
