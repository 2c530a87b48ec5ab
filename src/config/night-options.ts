// What a config says of nights: how much is asked, what is kept, and who is told.
import * as z from 'zod';
import { Count } from './asking-options.ts';
import { NIGHTS_LOOKED_BACK } from './nights-looked-back.ts';
import { EnvironmentName } from './provider-options.ts';

export const Nightly = z
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
  .meta({ description: '`check --mode nightly`: how much is asked, and who is told.' });
