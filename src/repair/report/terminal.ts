// A repair run on a terminal: each fault, its edits from the best down, and what to do next. Pure: width and colours are given.
import { count, dollars, plural } from '../../render/format-numbers.ts';
import { NO_PAINT, type Paint, type TerminalOptions } from '../../render/paint.ts';
import { plainText } from '../../render/plain-text.ts';
import { asFullSentence, inRow, name, say, wording } from '../../render/sentence.ts';
import { breakCommands } from '../../render/runner-commands.ts';
import { visibleText } from '../../render/visible-text.ts';
import { wrapText } from '../../render/wrap-text.ts';
import { writeStop } from '../../report/stop-words.ts';
import { writeMessage } from '../../report/messages.ts';
import { bestOf, editsOf, type RepairEdit, type RepairFault, type RepairReport } from '../repair-report.ts';
import { STATUSES, writeFall, writeFaultGround, writeGrounds, writeOrigin, writeTurned } from './words.ts';

interface Sheet {
  readonly paint: Paint;
  readonly width: number;
}

export interface RepairView {
  readonly report: RepairReport;
  /** Where repair.html lies, as a person would open it. */
  readonly page: string;
}

/** Text that ends with a line feed. */
export function renderRepair(
  { report, page }: RepairView,
  { paint = NO_PAINT, width = 100 }: TerminalOptions = {},
): string {
  const sheet = { paint, width: Math.max(60, Math.min(width, 120)) };
  const blocks = [
    headLines(report, sheet),
    ...report.faults.flatMap((fault, index) => faultBlocks(fault, { index, sheet })),
    [nextLine(report), `Open    ${page}`],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function headLines(report: RepairReport, { paint }: Sheet): readonly string[] {
  const edits = editsOf(report);
  const found = edits.filter(({ status }) => status === 'repair').length;
  const { usd, calls } = report.needed;
  const cost = usd === 'unknown' || usd === 0 ? plural(calls, 'answer') : `${plural(calls, 'answer')}, ${dollars(usd)}`;
  const parts = [plural(report.faults.length, 'fault'), plural(edits.length, 'edit'), plural(found, 'repair'), cost];
  const label = report.simulated ? '  (simulated)' : '';
  const stopped =
    report.stopped === undefined
      ? []
      : [paint.unsure(plainText(say`The run ended early (${writeStop(report.stopped)}): run it again to go on.`))];
  return [`${paint.strong('Repair')}  ${parts.join(' · ')}${label}`, ...stopped];
}

function faultBlocks(
  fault: RepairFault,
  { index, sheet }: { readonly index: number; readonly sheet: Sheet },
): readonly (readonly string[])[] {
  const { paint, width } = sheet;
  const says = plainText(asFullSentence(writeMessage(fault.finding).says));
  const head = wrapText(says, width - 10).map((line, at) =>
    at === 0 ? paint.strong(`Fault ${String(index + 1).padEnd(2)}  ${line}`) : `${' '.repeat(10)}${paint.strong(line)}`,
  );
  const ground = [plainText(asFullSentence(writeFaultGround(fault))), `What must fall: ${fault.measure}.`];
  const dropped = fault.dropped.map(({ reason, count: times }) =>
    plainText(say`${plural(times, 'edit')} could not be used: ${name(reason)}`),
  );
  const lines = [...ground, ...dropped]
    .flatMap((text) => wrapText(text, width - 10))
    .map((line) => `${' '.repeat(10)}${line}`);
  return [[...head, ...lines], ...fault.edits.map((edit) => editLines(edit, sheet))];
}

function editLines(edit: RepairEdit, { paint, width }: Sheet): readonly string[] {
  const { word, tone } = STATUSES[edit.status];
  const room = width - 8;
  const indented = (text: string): readonly string[] => wrapText(text, room).map((line) => `${' '.repeat(8)}${line}`);
  const fall = edit.fall === undefined ? [] : indented(plainText(writeFall(edit.fall)));
  const turned = inRow((edit.turned ?? []).map(writeTurned), wording('; '));
  return [
    `  ${`#${edit.number}`.padEnd(5)} ${paint[tone](word)}  ${plainText(writeOrigin(edit))}`,
    ...fall,
    ...writeGrounds(edit).flatMap((ground) => indented(plainText(asFullSentence(ground)))),
    ...(turned.length === 0 ? [] : indented(plainText(say`Rulings that turn: ${turned}.`))),
    ...(edit.status === 'refused' ? [] : diffLines(edit.diff, paint)),
  ];
}

/** The patch with invisible characters shown as escapes. Refused patches are in repair.json only. */
export function diffLines(diff: string, paint: Paint): readonly string[] {
  return breakCommands(visibleText(diff))
    .trimEnd()
    .split('\n')
    .map((line) => {
      const isMark = /^(?:---|\+\+\+|@@)/.test(line);
      const painted = isMark
        ? paint.faint(line)
        : line.startsWith('+')
          ? paint.good(line)
          : line.startsWith('-')
            ? paint.bad(line)
            : line;
      return `${' '.repeat(8)}${painted}`.trimEnd();
    });
}

function nextLine(report: RepairReport): string {
  const best = bestOf(report);
  if (report.faults.length === 0) return plainText(say`Nothing was found that an edit of the text could mend.`);
  const next =
    best === undefined
      ? say`no edit mends it: read above what each of them broke, write one by hand, and ask spec-gate check`
      : say`a person reads it; then the same command with --apply ${count(best.number)} writes it to the working tree`;
  return `Next    ${plainText(next)}`;
}
