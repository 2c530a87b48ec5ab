// What a config says of metrics: how large a change for the worse a pass rules out, and what each does when it moves.
import * as z from 'zod';
import { mapMetrics } from '../analysis/metrics.ts';

export const FailOrReport = z.enum(['fail', 'report']);

export const Margins = z
  .strictObject(
    mapMetrics(({ most, defaults, measures }) =>
      z.number().min(0).max(most).default(defaults.margin).meta({ description: measures }),
    ),
  )
  .prefault({})
  .meta({
    description:
      'The rise (fall, for judge agreement) that a pass rules out; a confirmed, significant effect of half of it or more fails.',
  });

export const Limits = z
  .strictObject(mapMetrics(({ most }) => z.number().min(0).max(most).optional()))
  .prefault({})
  .meta({
    description:
      'The worst level that a change may reach, by metric; none unless set. What the base breaks already is reported and does not block.',
  });

export const Actions = z
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
  .meta({ description: 'What each metric does when it moves: `fail` blocks, `report` only says so.' });
