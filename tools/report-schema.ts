// The JSON Schemas of what a run writes for programs, made from the types that the code itself is checked against.
import { fileURLToPath } from 'node:url';
import {
  AnyType,
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  DefinitionType,
  EnumType,
  SchemaGenerator,
  type SubNodeParser,
} from 'ts-json-schema-generator';
import { schemaAddress } from '../src/config/schema.ts';
import { bankJsonSchema } from '../src/scenarios/scenario-schema.ts';
import { BLOCKING_METRICS, METRICS } from '../src/analysis/metrics.ts';
import { METRIC_NAMES } from '../src/report/metric-words.ts';

/** A line of the bank has a schema of its own, which takes its place afterwards. */
const BANK_ROW = 'ScenarioRow';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Types that are read from values, which the generator does not evaluate. */
const OF_VALUES: Readonly<Record<string, readonly string[]>> = {
  MetricName: METRIC_NAMES,
  BlockingMetric: BLOCKING_METRICS,
  MetricFindingCode: Object.values(METRICS).map(({ finding }) => finding.code),
};

const valueParser: SubNodeParser = {
  supportsNode: (node) => referencedType(node) === BANK_ROW || referencedType(node) in OF_VALUES,
  createType: (node) => {
    const name = referencedType(node);
    const values = OF_VALUES[name];
    return values === undefined ? new DefinitionType(BANK_ROW, new AnyType()) : new EnumType(name, values);
  },
};

/** The name that a reference to a type is made by; empty for what is none. */
function referencedType(node: object): string {
  const { typeName } = node as { readonly typeName?: { readonly text?: string } };
  return typeName?.text ?? '';
}

/** Closed: an object has the fields it is said to have and no others. What is published is open, as later versions add fields. */
function closedSchemas(): { readonly report: object; readonly run: object } {
  const config = {
    ...DEFAULT_CONFIG,
    path: at('src/report/{messages,run-record}.ts'),
    tsconfig: at('tsconfig.json'),
    skipTypeCheck: true,
    additionalProperties: false,
    expose: 'export' as const,
  };
  const program = createProgram(config);
  const parser = createParser(program, config, (chain) => chain.addNodeParser(valueParser));
  const generator = new SchemaGenerator(program, parser, createFormatter(config), config);
  const { $schema: _, $id: __, ...bankRow } = bankJsonSchema();
  const schemaOf = (type: string) => {
    const { definitions = {}, ...schema } = generator.createSchema(type);
    const rows = BANK_ROW in definitions ? { [BANK_ROW]: bankRow } : {};
    return { ...schema, definitions: { ...definitions, ...rows } };
  };
  const [report, args] = [schemaOf('Report'), schemaOf('FindingArgs')];
  // Nothing refers to it: what a finding's args are depends on its code.
  return {
    report: { ...report, definitions: { ...args.definitions, ...report.definitions } },
    run: schemaOf('RunRecord'),
  };
}

/** The same schema for readers of any version: fields that it does not know are let be. */
export function opened(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((one) => opened(one));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) =>
      key === 'additionalProperties' && value === false ? [] : [[key, opened(value)]],
    ),
  );
}

/** What is published, by the name of its file. */
export function reportSchemas(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(closedSchemas()).map(([name, schema]) => [
      name,
      { $id: schemaAddress(name), ...(opened(schema) as object) },
    ]),
  );
}
