// Prints annotations as workflow commands. Which ones, and how many, report/annotations.ts has decided.
import { whereDefined } from '../../core/where-defined.ts';
import type { Annotation } from '../../report/formats/annotations.ts';

/** Writes the annotations in their order; line ends and separators inside them are escaped. */
export async function writeAnnotations(annotations: readonly Annotation[]): Promise<void> {
  const core = await import('@actions/core');
  for (const { level, title, message, file, line, endLine } of annotations) {
    core[level](message, {
      title,
      ...whereDefined({ file, startLine: line, endLine }),
    });
  }
}
