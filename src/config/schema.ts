// Every option of spec-gate.yml, once: the checks, the JSON Schema for editors and the table in docs/configuration.md are all made from it.
import * as z from 'zod';
import { NIGHTS_LOOKED_BACK } from './nights-looked-back.ts';
import { DEFAULT_BANK } from './usual-files.ts';
import { mapMetrics } from '../analysis/metrics.ts';
import { EnvironmentName, Price, Provider } from './provider-options.ts';
import { ModelId, ModelEntry, JudgeEntry } from './model-options.ts';
import { StoreAddress, ObjectStore, type StoreLocation } from './store-options.ts';

const Count = z.int().min(1);

const FailOrReport = z.enum(['fail', 'report']);

/** Non-empty text or a list of it. */
const Paths = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

export const ConfigSchema = z.strictObject({
  spec: Paths.meta({
    description: 'File, glob or list: the spec as Markdown clauses, or a YAML or JSON list of `{id, text}`.',
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
  providers: z.record(z.string().regex(/^[\w-]+$/), Provider).meta({
    description: 'Where models are asked, under names of your own: the first part of every `provider/model`.',
  }),
  models: z.array(ModelEntry).min(1).meta({ description: 'The models whose behaviour the spec is about.' }),
  judges: z.array(JudgeEntry).min(3).meta({
    description: 'The panel: an odd number of judges, three or more; from two vendors at least, where you can.',
  }),
  classifier: JudgeEntry.optional().meta({
    description:
      'A model that says how far each answer leans to either value, and what kind of answer it is; needed with `specUse: prompt` and to score banks.',
  }),
  selection: z
    .strictObject({
      scenarios: Count.default(32).meta({
        description: 'How many of the scenarios linked to what changed a check starts with.',
      }),
      extendTo: Count.default(64).meta({
        description: 'How many it goes up to where these do not decide.',
      }),
      modelScenarios: Count.optional().meta({
        description:
          'The most answers that a change of models takes of either model: one for each of so many scenarios, or in a smaller bank several for each (16 at most). It looks six times on the way and stops where it is decided. 900 unless set.',
      }),
      replicates: z
        .strictObject({
          base: z.int().min(2).max(16).default(4).meta({
            description: 'Answers of the base that are kept for each scenario and model; `mode: seed` fills them.',
          }),
          confirm: z.int().min(1).max(16).default(2).meta({
            description:
              'Fresh answers of either side that a confirmation takes for each scenario and model: one at first, then one more as long as it is undecided, up to three times this number.',
          }),
        })
        .prefault({}),
    })
    .prefault({})
    .meta({ description: 'How many scenarios and answers a check asks for.' }),
  coverage: z
    .strictObject({
      write: z
        .boolean()
        .default(false)
        .meta({ description: 'Whether a check writes the scenarios that its changed clauses lack; never on forks.' }),
      perClause: Count.max(256).default(32).meta({ description: 'Scenarios a changed clause should have.' }),
      usd: z
        .number()
        .min(0)
        .default(3)
        .meta({ description: 'Most US dollars a check spends on writing, of its budget.' }),
    })
    .prefault({})
    .meta({ description: 'Scenarios written for a change.' }),
  margins: z
    .strictObject(
      mapMetrics(({ most, defaults, measures }) =>
        z.number().min(0).max(most).default(defaults.margin).meta({ description: measures }),
      ),
    )
    .prefault({})
    .meta({
      description:
        'The rise (fall, for judge agreement) that a pass rules out; a confirmed, significant effect of half of it or more fails.',
    }),
  limits: z
    .strictObject(mapMetrics(({ most }) => z.number().min(0).max(most).optional()))
    .prefault({})
    .meta({
      description:
        'The worst level that a change may reach, by metric; none unless set. What the base breaks already is reported and does not block.',
    }),
  actions: z
    .strictObject({
      ...mapMetrics(({ defaults, about }) => {
        const option = FailOrReport.default(defaults.action);
        return about === undefined ? option : option.meta({ description: about });
      }),
      newOutliers: FailOrReport.default('report').meta({
        description: "Answers that stand apart from nearly all other models' and did not on the base.",
      }),
      untested: z
        .enum(['fail', 'report', 'inconclusive'])
        .default('inconclusive')
        .meta({ description: 'A changed clause that no scenario tests.' }),
      policyChange: FailOrReport.default('fail').meta({
        description: 'A change of what pull requests are judged by: margins, actions, judges, approvers, budget ...',
      }),
      unprovenJudges: z.enum(['inconclusive', 'report']).optional().meta({
        description:
          'Judges that were never seen to object, or that miss answers whose ruling is known. Default: `inconclusive` where such answers are labelled (`labelled`), else `report`: a pass says so first.',
      }),
      unseen: z.enum(['fail', 'report', 'inconclusive']).default('inconclusive').meta({
        description:
          'A change that judges cannot see: comments, characters that show nothing, attributes that no prompt carries, text outside of clauses.',
      }),
    })
    .prefault({})
    .meta({ description: 'What each metric does when it moves: `fail` blocks, `report` only says so.' }),
  onInconclusive: FailOrReport.default('fail').meta({ description: 'Whether an inconclusive check blocks.' }),
  approvers: z
    .array(z.string())
    .default([])
    .meta({ description: 'Users or `org/team` slugs who may accept an intended change.' }),
  disclose: z
    .enum(['ids', 'excerpts', 'full'])
    .default('ids')
    .meta({ description: 'How much of scenarios and answers reports, comments and logs show.' }),
  budget: z
    .strictObject({
      calls: z.int().min(0).default(20_000).meta({ description: 'Most calls of a run; stored answers are none.' }),
      usd: z.number().min(0).default(25).meta({ description: 'Most US dollars of a run.' }),
      minutes: z.number().min(0).default(60).meta({ description: 'Most minutes of a run; calls under way are ended.' }),
      dayUsd: z
        .number()
        .min(0)
        .optional()
        .meta({ description: 'Most US dollars a day over all runs that share the store.' }),
      weekUsd: z
        .number()
        .min(0)
        .optional()
        .meta({ description: 'Most US dollars a week over all runs that share the store.' }),
      repairUsd: z
        .number()
        .min(0)
        .default(5)
        .meta({ description: 'Most US dollars that looking for a repair may take, beside what the check takes.' }),
      allowUnknownPrices: z
        .boolean()
        .default(false)
        .meta({ description: 'Allow models without a price; dollar caps then do not cover them.' }),
    })
    .prefault({})
    .meta({ description: 'Caps of one run; reaching one ends it inconclusive and keeps what was finished.' }),
  seeding: z
    .strictObject({
      clauses: z.enum(['all', 'recent']).default('all').meta({
        description:
          '`recent`: only for scenarios of clauses that the last edits of the spec touched; the others are left to the change that touches them.',
      }),
      edits: Count.max(200)
        .default(20)
        .meta({ description: 'With `recent`: how many of the last commits that touched the spec.' }),
      draws: z.enum(['nightly', 'all', 'answers']).default('nightly').meta({
        description:
          '`nightly`: each run adds one of the base answers to each scenario, once a night, until all are there. `all`: asks all at once; answers of one night count as one, so that changes take more answers to pass. `answers`: with `specUse: target`, the first answers alone and no rulings, a fifth of the price of four draws; a check then asks both sides for rulings.',
      }),
    })
    .prefault({})
    .meta({ description: '`mode: seed`: base answers asked ahead, so that a check finds them stored.' }),
  repair: z.enum(['off', 'suggest']).default('off').meta({
    description:
      'In the Action: `suggest` looks for an edit that would make a failing pull request pass, and shows it; never on forks, never applied.',
  }),
  nightly: z
    .strictObject({
      sentinels: Count.default(16).meta({ description: 'Scenarios asked every night.' }),
      rotation: z.int().min(0).default(8).meta({
        description: 'Further scenarios a night, going round the bank; fewer where `budget` leaves less.',
      }),
      draws: z.int().min(2).max(8).default(2).meta({
        description: 'Answers for each scenario and model; as many again where something looks changed.',
      }),
      keepNights: z
        .union([z.int().min(NIGHTS_LOOKED_BACK), z.literal('all')])
        .default(NIGHTS_LOOKED_BACK)
        .meta({
          description:
            'Nights kept whole, 92 or more, or `all`. Of older ones only what no later night can need is deleted from the store.',
        }),
      anchorFrom: z.iso.date().optional().meta({
        description: 'Accepts a change: the first whole night from this day (UTC) on is the new anchor.',
      }),
      webhook: z
        .strictObject({
          urlEnv: EnvironmentName.meta({
            description: 'The variable that holds the address, which may carry a token.',
          }),
          allowPrivate: z
            .array(z.string())
            .optional()
            .meta({ description: 'Private or loopback hosts that the address may name.' }),
        })
        .optional()
        .meta({
          description:
            'An address that is told of each alarm, with a severity and a key by which repeats are known, and of its end.',
        }),
    })
    .prefault({})
    .meta({ description: '`check --mode nightly`: how much is asked, and who is told.' }),
  prices: z
    .record(ModelId, Price)
    .prefault({})
    .meta({ description: 'US dollars per million tokens by `provider/model`; these go before the built-in table.' }),
  auditShare: z.number().min(0.2).max(1).default(0.2).meta({
    description:
      'Of answers, the share that every judge rules on, so that their agreement is measured; of the rest the last judges are asked only where the first ones part.',
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

/** The config as its JSON Schema, for editors. */
export function configJsonSchema(): unknown {
  return {
    $id: 'https://spec-gate.dev/spec-gate.schema.json',
    title: 'Spec Gate',
    ...z.toJSONSchema(ConfigSchema, { io: 'input' }),
  };
}
