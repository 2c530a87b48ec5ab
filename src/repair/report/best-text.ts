// The best repair alone, in a few lines and as a patch: what stands under the verdict that it would turn.
import { plural } from '../../render/format-numbers.ts';
import { NO_PAINT, type TerminalOptions } from '../../render/paint.ts';
import { plainText } from '../../render/plain-text.ts';
import { asFullSentence, say, type Sentence, type Wording } from '../../render/sentence.ts';
import { wrapText } from '../../render/wrap-text.ts';
import { bestOf, editsOf, type RepairEdit, type RepairReport } from '../repair-report.ts';
import { diffLines, type RepairView } from './terminal.ts';
import { writeFall, writeOrigin } from './words.ts';

const INDENT = 8;

/** Text that ends with a line feed. */
export function renderBestRepair(
  { report, page }: RepairView,
  { paint = NO_PAINT, width = 100 }: TerminalOptions = {},
): string {
  const best = bestOf(report);
  const tried = editsOf(report).length;
  const texts: readonly Sentence[] =
    best === undefined
      ? [say`none of ${plural(tried, 'edit')} mends it: the page says what each of them broke`]
      : [
          say`one of ${plural(tried, 'edit')} makes it pass: it ${writeOrigin(best)}`,
          ...(best.fall === undefined ? [] : [say`${measureOf(report, best)}: ${writeFall(best.fall)}`]),
        ];
  const paragraphs = texts.map((text) => plainText(asFullSentence(text)));
  const label = report.simulated ? '(simulated) ' : '';
  const lines = `${label}${paragraphs[0]!}\n${paragraphs.slice(1).join('\n')}`
    .trimEnd()
    .split('\n')
    .flatMap((text) => wrapText(text, Math.min(width, 120) - INDENT));
  return [
    ...lines.map((line, index) => `${index === 0 ? paint.good('Repair') : '      '}  ${line}`),
    ...(best === undefined ? [] : diffLines(best.diff, paint)),
    `Open    ${page}`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** What fell, in the words of its fault. */
function measureOf({ faults }: RepairReport, best: RepairEdit): Wording {
  return faults.find(({ edits }) => edits.includes(best))!.measure;
}
