// Annotations on the changed clauses' own lines. A step shows at most ten of each level and drops the rest in silence.
import { stripCommands } from '../safe-log.ts';

export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  /** Path in the repository; lines count from 1. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly endLine?: number | undefined;
  /** The larger, the more it matters. */
  readonly weight: number;
}

/** The runner shows ten of a level (ExecutionContext.cs); the tenth error is `setFailed`'s own. */
export const ANNOTATIONS_SHOWN = 9;
/** The runner cuts messages at 4,096 characters. */
const MESSAGE_LIMIT = 4_000;
const TITLE_LIMIT = 200;

/** The heaviest of each level (ties keep their order), and how many of each level are left out. */
export function rankAnnotations(annotations: readonly Annotation[]): {
  readonly shown: readonly Annotation[];
  readonly moreErrors: number;
  readonly moreWarnings: number;
} {
  const ranked = [...annotations].sort((a, b) => b.weight - a.weight);
  const errors = ranked.filter((annotation) => annotation.level === 'error');
  const warnings = ranked.filter((annotation) => annotation.level === 'warning');
  return {
    shown: [...errors.slice(0, ANNOTATIONS_SHOWN), ...warnings.slice(0, ANNOTATIONS_SHOWN)],
    moreErrors: Math.max(0, errors.length - ANNOTATIONS_SHOWN),
    moreWarnings: Math.max(0, warnings.length - ANNOTATIONS_SHOWN),
  };
}

/** Writes the annotations, and one notice that counts those that do not fit. */
export async function writeAnnotations(annotations: readonly Annotation[]): Promise<void> {
  const core = await import('@actions/core');
  const { shown, moreErrors, moreWarnings } = rankAnnotations(annotations);
  for (const { level, title, message, file, line, endLine } of shown) {
    const properties = {
      title: stripCommands(title).replaceAll('\n', ' ').slice(0, TITLE_LIMIT),
      ...(file !== undefined && { file }),
      ...(line !== undefined && { startLine: line }),
      ...(endLine !== undefined && { endLine }),
    };
    core[level](stripCommands(message).slice(0, MESSAGE_LIMIT), properties);
  }
  const more = [count(moreErrors, 'error'), count(moreWarnings, 'warning')].filter((part) => part !== '');
  if (more.length > 0) core.notice(`and ${more.join(' and ')} more: see the summary of this run`);
}

function count(number: number, noun: string): string {
  if (number === 0) return '';
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
