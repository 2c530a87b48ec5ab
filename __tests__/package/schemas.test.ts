// The published JSON Schemas are what the source makes them (npm run docs renews them), and the package has them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configJsonSchema, schemaAddress } from '../../src/config/schema.ts';
import { bankJsonSchema } from '../../src/scenarios/scenario-schema.ts';
import { reportSchemas } from '../../tools/report-schema.ts';
import { ROOT } from '../support/cli.ts';

const published: Readonly<Record<string, unknown>> = {
  'spec-gate': configJsonSchema(),
  bank: bankJsonSchema(),
  ...reportSchemas(),
};

test.each(Object.entries(published))('schemas/%s.schema.json is up to date', (name, schema) => {
  const text = readFileSync(join(ROOT, `schemas/${name}.schema.json`), 'utf8');
  expect(text).toBe(`${JSON.stringify(schema, null, 2)}\n`);
});

test('there are no others, and npm packs them', () => {
  expect(readdirSync(join(ROOT, 'schemas')).sort()).toEqual(
    Object.keys(published)
      .map((name) => `${name}.schema.json`)
      .sort(),
  );
  const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly files: readonly string[];
  };
  expect(files).toContain('schemas');
});

test('their addresses name the major tag that the next release moves', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
  // Before 1.0.0 the next one is it.
  const major = Math.max(1, Number.parseInt(version, 10));
  for (const name of ['spec-gate', 'report', 'run']) {
    expect(published[name]).toHaveProperty('$id', schemaAddress(name));
    expect(schemaAddress(name)).toContain(`/v${major}/schemas/${name}.schema.json`);
  }
});
