// `spec-gate report`: another view of a report that was written before.
import { resolve } from 'node:path';
import { existsSync } from 'node:fs';
import { UserError } from '../../core/errors.ts';
import { nearestName } from '../../core/nearest-name.ts';
import { parseEvidence, type Evidence } from '../../analysis/evidence/evidence.ts';
import { plainText } from '../../render/plain-text.ts';
import { names } from '../../render/sentence.ts';
import { visibleLine } from '../../render/visible-text.ts';
import { scenarioAddress } from '../../report/addresses.ts';
import { tellScenario } from '../../report/scenario-story.ts';
import { renderStory } from '../../report/terminal/story.ts';
import { RENDERERS } from '../../report/formats/renderers.ts';
import { FORMAT_SHOWS } from '../../report/formats/report-formats.ts';
import type { Report } from '../../report/report.ts';
import { digestRun } from '../../report/run-digest.ts';
import { renderTerminal } from '../../report/terminal/terminal.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { createPaint } from '../../render/paint.ts';
import { openExplorer, readEvidenceBeside } from '../open-explorer.ts';
import { readReport, reportFile } from './read-report.ts';
import type { View } from '../../report/view.ts';
import type { ReportOptions } from '../commands.ts';

export async function runReportCommand(
  file: string,
  options: ReportOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const report = readReport(context.cwd, file);
  refuseIdleArm(options);
  if (options.scenario !== undefined) return printStory({ report, file, scenario: options.scenario }, options, context);
  const format = options.json === true ? 'json' : options.format;
  const reportJson = reportFile(context.cwd, file);
  const view: View = { report, reportJson, ...readAnswers({ report, file: reportJson }, options, context) };
  const render = (): string =>
    format === 'terminal'
      ? renderTerminal(view, { paint: createPaint(context.output.colour), width: context.output.columns })
      : RENDERERS[format](view);
  try {
    context.print(render());
  } catch (error) {
    // The outline was checked on reading; what lies deeper may still have been altered by hand.
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError({ message: `not a report that can be shown: ${reason}`, place: { file } });
  }
  return EXIT.pass;
}

/** One scenario's story. @throws UserError where the evidence is missing, or holds no such scenario. */
function printStory(
  { report, file, scenario }: { readonly report: Report; readonly file: string; readonly scenario: string },
  { format, json }: ReportOptions,
  { cwd, output, print }: CommandContext,
): ExitCode {
  if (format !== 'terminal' && format !== 'json') {
    throw new UserError({
      message: `--scenario shows one scenario on the terminal or as JSON, not as ${format}`,
      hint: `leave --format out; the page has it at report.html#${scenarioAddress(scenario)}`,
    });
  }
  const reportJson = reportFile(cwd, file);
  const evidence = needEvidence(report, { cwd, file: reportJson });
  const story = tellScenario(report, evidence, scenario);
  if (story === undefined) throw noSuchScenario(scenario, { evidence, file: reportJson });
  if (json === true || format === 'json') {
    print(`${JSON.stringify(story, null, 2)}\n`);
    return EXIT.pass;
  }
  const page = reportJson.replace(/\.json$/, '.html');
  const hasPage = existsSync(resolve(cwd, page));
  const view = { report, story, ...(hasPage && { page: `${page}#${scenarioAddress(story.scenario)}` }) };
  print(renderStory(view, { paint: createPaint(output.colour), width: output.columns }));
  return EXIT.pass;
}

/** With the ids there are, the likely one first. */
function noSuchScenario(
  wanted: string,
  { evidence, file }: { readonly evidence: Evidence; readonly file: string },
): UserError {
  const ids = [...evidence.scenarios.keys()];
  const near = nearestName(wanted, ids);
  const known = ids.length === 0 ? 'nothing was judged in it' : `it tells of ${plainText(names(ids, MOST_IDS))}`;
  const hint = near === undefined ? known : `did you mean ${visibleLine(near)}?`;
  return new UserError({ message: `this report has no scenario ${visibleLine(wanted)}`, hint, place: { file } });
}

/** Ids that are listed. */
const MOST_IDS = 5;

/** @throws UserError for a side that is chosen where both are shown. */
function refuseIdleArm({ arm, scenario, json, format }: ReportOptions): void {
  if (arm === undefined || (scenario === undefined && json !== true && format === 'csv')) return;
  throw new UserError({
    message: '--arm chooses the rows of --format csv; everything else shows both sides',
    hint: 'leave --arm out',
  });
}

interface ReportFile {
  readonly cwd: string;
  /** Path of the report. */
  readonly file: string;
}

/** @throws UserError where it is missing, or another run's. */
function needEvidence(report: Report, { cwd, file }: ReportFile): Evidence {
  const evidence = findEvidence({ cwd, file });
  if (evidence === undefined) {
    throw new UserError({
      message: 'the outcomes are not there: the evidence.jsonl that a check writes beside its report is missing',
      hint: NAME_THE_FOLDER,
      place: { file },
    });
  }
  if (!isOfRun(evidence, report)) {
    throw new UserError({ message: ANOTHER_RUN, hint: NAME_THE_FOLDER, place: { file } });
  }
  return evidence;
}

const NAME_THE_FOLDER = 'name the report in the folder that the check wrote';
const ANOTHER_RUN = 'the evidence.jsonl beside this report is of another run';

function findEvidence({ cwd, file }: ReportFile): Evidence | undefined {
  const text = readEvidenceBeside(resolve(cwd, file));
  return text === undefined ? undefined : parseEvidence({ file: 'evidence.jsonl', text });
}

/** Older evidence does not say whose it is. */
function isOfRun({ run }: Evidence, report: Report): boolean {
  return run === undefined || run === digestRun(report);
}

/** What only the evidence beside the report tells. @throws UserError where a format is nothing without it. */
function readAnswers(
  { report, file }: { readonly report: Report; readonly file: string },
  { format, json, arm }: ReportOptions,
  { cwd, remark }: CommandContext,
): Partial<View> {
  const shows = json === true || format === 'terminal' ? 'report' : FORMAT_SHOWS[format];
  if (shows === 'report') return {};
  if (shows === 'answers') {
    const { cells } = needEvidence(report, { cwd, file });
    return { cells: arm === undefined ? cells : cells.filter((cell) => cell.arm === arm) };
  }
  const evidence = findEvidence({ cwd, file });
  if (evidence === undefined) return {};
  if (isOfRun(evidence, report)) return openExplorer(report, evidence);
  remark(`${ANOTHER_RUN}: the list of scenarios is left out\n`);
  return {};
}
