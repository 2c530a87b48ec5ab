// The line above everything: what was compared with what, `Spec Gate  docs/spec.md  main 3f2c1ab → working tree`.
import { name, names, say, wording, type Sentence } from '../../render/sentence.ts';
import { plainText } from '../../render/plain-text.ts';
import { wrapText } from '../../render/wrap-text.ts';
import { writeSide } from '../how-decided.ts';
import type { Report } from '../report.ts';
import type { Sheet } from './sheet.ts';

const TITLE = 'Spec Gate';
/** Files that are spelled out. */
const MOST_FILES = 2;

/** Files of the spec that changed stand first, unless they are the sides themselves. */
export function headingLines(report: Report, { paint, width }: Sheet): readonly string[] {
  const { base, head } = report;
  const files = [...new Set(report.changes.map(({ file }) => file))].filter(
    (file) => file !== base.ref && file !== head.ref,
  );
  const about = files.length === 0 ? say`` : say`${names(files, MOST_FILES)}  `;
  const lines = wrapText(plainText(say`${about}${writeSides(report)}`), width - TITLE.length - 2);
  return lines.map((line, index) => `${index === 0 ? paint.strong(TITLE) : ' '.repeat(TITLE.length)}  ${line}`);
}

/** A check of models that were named by hand has them for its sides, with nothing more to say of them. */
function writeSides({ base, head }: Report): Sentence {
  const arrow = wording(' → ');
  return base.ref === head.ref && base.sha === head.sha
    ? name(base.ref)
    : say`${writeSide(base)}${arrow}${writeSide(head)}`;
}
