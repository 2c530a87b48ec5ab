// Writes schemas/: the JSON Schemas of the config, of a bank line and of what a run writes, for editors and other tools. Run it
// when one of them changes: node tools/write-schemas.ts. A test compares the files with the source.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configJsonSchema } from '../src/config/schema.ts';
import { bankJsonSchema } from '../src/scenarios/scenario-schema.ts';
import { reportSchemas } from './report-schema.ts';

const folder = fileURLToPath(new URL('../schemas', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries({
  'spec-gate': configJsonSchema(),
  bank: bankJsonSchema(),
  ...reportSchemas(),
})) {
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
