// Annotations on the changed clauses' own lines, ranked and few: GitHub shows ten of a level and hides the rest silently.
import { titleOf } from '../messages.ts';
import { plainParagraph } from '../plain-text.ts';
import { writeAcceptance } from '../way-on.ts';
import { plainText } from '../../render/plain-text.ts';
import type { Finding, Report } from '../report.ts';
import { clip, visibleLine } from '../../render/visible-text.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly title: string;
  readonly message: string;
}

/** Where a finding is shown; by default where it was found. */
export type Locate = (finding: Finding, report: Report) => Finding['place'] | undefined;

/**
 * The most annotations of a level; the tenth that GitHub shows stays free for the failure of the step itself, or for
 * "and N more".
 */
const MOST_OF_A_LEVEL = 9;
/** GitHub cuts at 4,096 characters. */
const LONGEST_MESSAGE = 4000;

const LEVELS = ['error', 'warning', 'notice'] as const;

/** In rank, errors first; an accepted failure only warns. */
export function listAnnotations(report: Report, locate: Locate = ({ place }) => place): readonly Annotation[] {
  const accepted = report.verdict.resolution !== undefined;
  const all = telling(findingsInRank(report)).map((finding) =>
    annotationOf(finding, { place: locate(finding, report), report }),
  );
  const ranked = accepted ? all.map(softened) : all;
  const shown = LEVELS.flatMap((level) => ranked.filter((one) => one.level === level).slice(0, MOST_OF_A_LEVEL));
  const rest = ranked.length - shown.length;
  if (rest === 0) return shown;
  return [...shown, { level: 'notice', title: 'Spec Gate', message: `…and ${rest} more in the full report.` }];
}

/** Every finding that belongs on a line of the spec: the verdict's reasons, what was found, and notes that warn. */
export function findingsInRank({ verdict, findings, notes }: Report): readonly Finding[] {
  return [...verdict.reasons, ...findings, ...notes.filter(({ severity }) => severity !== 'notice')];
}

/**
 * Where no model could be asked, hints from stored answers stay in the report: on the lines of the spec they would
 * distract.
 */
function telling(findings: readonly Finding[]): readonly Finding[] {
  const isUnasked = findings.some(({ code }) => code === 'noKeys');
  return isUnasked ? findings.filter(({ code, severity }) => code === 'noKeys' || severity === 'error') : findings;
}

function annotationOf(
  finding: Finding,
  { place, report }: { readonly place: ReturnType<Locate>; readonly report: Report },
): Annotation {
  const { severity, code } = finding;
  const label = report.simulated ? ' (simulated)' : '';
  const way = writeAcceptance(finding, report);
  const says = way === undefined ? plainParagraph(finding) : `${plainParagraph(finding)} ${plainText(way)}`;
  const message = clip(says, LONGEST_MESSAGE);
  const where = place && { file: visibleLine(place.file, 400), line: place.line, endLine: place.endLine ?? place.line };
  return { level: severity, ...where, title: `Spec Gate: ${titleOf(code)}${label}`, message };
}

function softened(annotation: Annotation): Annotation {
  return annotation.level === 'error' ? { ...annotation, level: 'warning' } : annotation;
}
