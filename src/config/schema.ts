// Every option of spec-gate.yml, once: the checks, the JSON Schema for editors and the table in docs/configuration.md are all
// made from it. Options that belong together stand in files of their own beside this one.
import * as z from 'zod';
import { DEFAULT_BANK } from './usual-files.ts';
import { Budget, Coverage, Seeding, Selection } from './asking-options.ts';
import { Nightly } from './night-options.ts';
import { Actions, FailOrReport, Limits, Margins } from './policy-options.ts';
import { Price, Provider } from './provider-options.ts';
import { ModelId, ModelEntry, JudgeEntry } from './model-options.ts';
import { StoreAddress, ObjectStore, type StoreLocation } from './store-options.ts';

/** Non-empty text or a list of it. */
const Paths = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

export const ConfigSchema = z.strictObject({
  spec: Paths.meta({
    description:
      'File, glob or list: the spec as Markdown clauses, or rules as YAML or JSON: a list of `{id, text}` or of texts, or names with either below them.',
  }),
  clauses: z.enum(['headings', 'items', 'paragraphs']).default('headings').meta({
    description:
      'What counts as a clause: the text under a heading, each list item, or each paragraph. System prompts have few headings.',
  }),
  ignore: z
    .array(z.string().regex(/[^*\s]/, 'expected more than *'))
    .default([])
    .meta({
      description: 'Lines of the spec that are no part of it, `*` standing for any text: `Last updated: *`.',
    }),
  specUse: z.enum(['target', 'prompt']).default('target').meta({
    description: '`target`: models are trained towards the spec and never see it. `prompt`: it is their system prompt.',
  }),
  promptWithout: z
    .array(z.enum(['frontMatter', 'comments']))
    .default([])
    .meta({
      description:
        "With `specUse: prompt`: what of the spec's files is left out of the system prompt; the rest goes to models as it is written.",
    }),
  bank: z
    .string()
    .default(DEFAULT_BANK)
    .meta({ description: 'The scenario bank: a file of scenarios, one JSON object a line.' }),
  labelled: z.string().optional().meta({
    description:
      'Labelled items: answers with the ruling they deserve (default: `labelled.jsonl` beside the config, where there is one). Every check has judges rule on some of them.',
  }),
  judgeContext: z.enum(['linked', 'full']).default('linked').meta({
    description: "What judges read: the scenario's linked and the global clauses, or the whole spec.",
  }),
  judgeExamples: z.boolean().default(false).meta({
    description:
      'Whether judges read worked examples before the clauses: some 5,000 tokens that are the same in every prompt, so that prompt caches keep its beginning. Other words are other rulings: none is shared with those made without.',
  }),
  providers: z.record(z.string().regex(/^[\w-]+$/), Provider).meta({
    description: 'Where models are asked, under names of your own: the first part of every `provider/model`.',
  }),
  models: z.array(ModelEntry).min(1).meta({ description: 'The models whose behaviour the spec is about.' }),
  judges: z.array(JudgeEntry).min(3).meta({
    description:
      'The panel: an odd number of judges, three or more; from two vendors at least, where you can. They are asked in this order: the first that make a majority rule on every answer, the others where these part, and on `auditShare` of all.',
  }),
  classifier: JudgeEntry.optional().meta({
    description:
      'A model that says how far each answer leans to either value, and what kind of answer it is; needed with `specUse: prompt` and to score banks.',
  }),
  selection: Selection,
  coverage: Coverage,
  margins: Margins,
  limits: Limits,
  actions: Actions,
  onInconclusive: FailOrReport.default('fail').meta({
    description:
      'Whether an inconclusive check blocks. One whose evidence was never gathered, was lost or cannot be trusted always does.',
  }),
  approvers: z
    .array(z.string())
    .default([])
    .meta({ description: 'Users or `org/team` slugs who may accept an intended change.' }),
  disclose: z
    .enum(['ids', 'excerpts', 'full'])
    .default('ids')
    .meta({ description: 'How much of scenarios and answers reports, comments and logs show.' }),
  budget: Budget,
  seeding: Seeding,
  repair: z.enum(['off', 'suggest']).default('off').meta({
    description:
      'In the Action: `suggest` looks for an edit that would make a failing pull request pass, and shows it; never on forks, never applied.',
  }),
  nightly: Nightly,
  prices: z
    .record(ModelId, Price)
    .prefault({})
    .meta({ description: 'US dollars per million tokens by `provider/model`; these go before the built-in table.' }),
  auditShare: z.number().min(0.2).max(1).default(0.2).meta({
    description:
      'Of answers, the share that every judge rules on, so that their agreement is measured; of the rest the last of `judges` are asked only where the first ones part.',
  }),
  seed: z
    .string()
    .default('spec-gate')
    .meta({ description: 'Any text. Every random choice starts from it: the same seed gives the same result.' }),
  storePath: z
    .string()
    .default('.spec-gate/store')
    .meta({ description: 'The folder that answers and rulings are kept in.' }),
  store: z
    .union([StoreAddress.transform((url): StoreLocation => ({ url })), ObjectStore])
    .optional()
    .meta({
      description:
        'An object store that keeps answers for all machines, `s3://bucket/prefix`; `storePath` then holds copies. Credentials come from the environment.',
    }),
  outputDir: z.string().default('spec-gate-report').meta({ description: 'The folder that reports are written to.' }),
});

export type Config = z.output<typeof ConfigSchema>;

/** Where a published schema is found: as the newest release of this major version has it, the tag that a release moves. */
export function schemaAddress(name: string): string {
  return `https://raw.githubusercontent.com/spec-gate/spec-gate/v1/schemas/${name}.schema.json`;
}

/** The config as its JSON Schema, for editors. */
export function configJsonSchema(): unknown {
  return {
    $id: schemaAddress('spec-gate'),
    title: 'Spec Gate',
    ...z.toJSONSchema(ConfigSchema, { io: 'input' }),
  };
}
