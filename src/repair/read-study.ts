// The findings of an analysis that was written down with `analyze --json`.
import * as z from 'zod';
import { UserError } from '../core/errors.ts';
import type { Finding } from '../report/report.ts';
import { RESPONSE_TYPES } from '../core/study-words.ts';
import { studyFindings } from '../study/report/study-findings.ts';
import type { StudyAnalysis } from '../study/analyze-study.ts';

const example = z.object({ model: z.string(), type: z.enum(RESPONSE_TYPES) });
const place = z.object({ file: z.string(), line: z.int(), endLine: z.int() });
const Study = z.object({
  schema: z.literal('spec-gate/study@1'),
  findings: z.array(
    z.object({
      kind: z.enum(['contradiction', 'activationConflict', 'interpretiveAmbiguity', 'granularityGap']),
      clauses: z.union([z.tuple([z.string()]), z.tuple([z.string(), z.string()])]),
      scenarios: z.int(),
      tested: z.int(),
      examples: z.array(z.string()),
      basis: z.enum(['cited', 'linked']),
      before: z.int().exactOptional(),
      kinds: z.object({ scenario: z.string(), most: example, least: example }).exactOptional(),
      places: z.array(place.nullable()),
    }),
  ),
});

export function isStudy(text: string): boolean {
  return /"schema"\s*:\s*"spec-gate\/study@/.test(text);
}

/** @throws UserError for what is no analysis of this version. */
export function readStudyFindings({
  file,
  text,
}: {
  readonly file: string;
  readonly text: string;
}): readonly Finding[] {
  const study = Study.safeParse(parseJson(text));
  if (study.success) {
    return studyFindings(study.data as unknown as StudyAnalysis).map(({ finding }) => finding);
  }
  throw new UserError({
    message: 'not an analysis of this version',
    hint: 'spec-gate analyze RUN --json --output analysis.json writes one',
    place: { file },
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
