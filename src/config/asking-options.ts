// What a config says of how much is asked: scenarios and answers of a check, scenarios it writes, base answers asked ahead, and
// the caps over all of it.
import * as z from 'zod';

/** One or more. */
export const Count = z.int().min(1);

export const Selection = z
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
  .meta({ description: 'How many scenarios and answers a check asks for.' });

export const Coverage = z
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
  .meta({ description: 'Scenarios written for a change.' });

export const Seeding = z
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
  .meta({ description: '`mode: seed`: base answers asked ahead, so that a check finds them stored.' });

export const Budget = z
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
  .meta({ description: 'Caps of one run; reaching one ends it inconclusive and keeps what was finished.' });
