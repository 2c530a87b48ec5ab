// `spec-gate analyze RUN|BANK`: the study's tables and the four findings, for a run's evidence or a scored bank.
import { whereDefined } from '../core/where-defined.ts';
import { providerName } from '../models/model-id.ts';
import { isSimulated } from '../models/provider-kind.ts';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { analyzeStudy, type StudyAnalysis } from './analyze-study.ts';
import { readEvidence, type Evidence } from '../analysis/evidence/evidence.ts';
import { studyBank } from './from-bank.ts';
import { studyRun } from '../analysis/evidence/from-run.ts';
import type { ClausePlace, StudyData } from '../analysis/evidence/study-data.ts';
import { parseConfig } from '../config/parse-config.ts';
import type { Config } from '../config/schema.ts';
import { UserError, type Problem } from '../core/errors.ts';
import { openSource } from '../bank/io/import-files.ts';
import { loadSpec } from '../run/load-project.ts';
import { categoriesOf, readValueCategories } from '../run/value-categories.ts';
import type { StudyFormat } from './report/study-formats.ts';
import { renderStudyCsv } from './report/study-csv.ts';
import { renderStudyHtml } from './report/study-html.ts';
import { renderStudyJson } from './report/study-json.ts';
import { renderStudyMarkdown } from './report/study-markdown.ts';
import { renderStudyText } from './report/study-text.ts';
import { importScenarios } from '../bank/import/import-scenarios.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Spec } from '../spec/clause.ts';
import { type CommandContext } from '../context/command-context.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { createPaint } from '../render/paint.ts';
import { plural } from '../render/format-numbers.ts';
import { plainText } from '../render/plain-text.ts';
import { name, say } from '../render/sentence.ts';
import { loadSpecFile } from '../gate/commands/spec-file.ts';
import { makeFolder } from '../io/make-folder.ts';
import type { AnalyzeOptions } from './commands.ts';

const RENDERERS: Readonly<Record<Exclude<StudyFormat, 'text'>, (analysis: StudyAnalysis) => string>> = {
  json: renderStudyJson,
  csv: renderStudyCsv,
  html: renderStudyHtml,
  markdown: renderStudyMarkdown,
};

/** Analyses a run (its evidence) or a bank, told apart by the name; prints it in the format that is asked for. */
export async function runAnalyzeCommand(
  target: string,
  options: AnalyzeOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const data = await loadStudy(target, options, context);
  const analysis = analyzeStudy(data);
  if (analysis.responses === 0) throw nothingToAnalyze(target, analysis);
  if (options.parquet !== undefined) {
    const { writeParquet } = await import('./parquet/write-parquet.ts');
    const files = writeParquet(resolve(context.cwd, options.parquet), data);
    context.remark(`${plainText(say`wrote ${name(files.join(', '))} to ${name(options.parquet)}`)}\n`);
  }
  const format = options.json === true ? 'json' : options.format;
  const { columns, colour } = context.output;
  const isFile = options.output !== undefined;
  const text =
    format === 'text'
      ? renderStudyText(analysis, { width: columns, paint: createPaint(colour && !isFile) })
      : RENDERERS[format](analysis);
  if (options.output === undefined) {
    context.print(text);
    return EXIT.pass;
  }
  const path = resolve(context.cwd, options.output);
  makeFolder(dirname(path));
  writeFileSync(path, text);
  context.remark(`${plainText(say`wrote ${name(options.output)}`)}\n`);
  return EXIT.pass;
}

async function loadStudy(target: string, options: AnalyzeOptions, context: CommandContext): Promise<StudyData> {
  const path = findFile(target, context.cwd);
  const file = relative(context.cwd, path).replaceAll('\\', '/');
  const categories = await readCategories(options, context);
  if (isEvidence(path)) {
    return studyRun(await readRun(path, file), { arm: options.arm, categories });
  }
  const { spec, config } = await readProject(options, context);
  const simulated = simulatedIn(config);
  return studyBank(readScenarios(path, { file, context }), {
    categories,
    places: placesIn(spec),
    isSimulated: simulated,
  });
}

/** A report folder's evidence, or the file itself. */
function findFile(target: string, cwd: string): string {
  const path = resolve(cwd, target);
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'evidence.jsonl') : path;
  if (existsSync(file)) return file;
  const hint = 'name the folder that spec-gate check wrote, its evidence.jsonl, or a scored bank';
  throw new UserError({ message: 'no such file', hint, place: { file: relative(cwd, file) } });
}

function isEvidence(path: string): boolean {
  return /^evidence(?:\.\w+)?\.jsonl$/.test(basename(path));
}

async function readRun(path: string, file: string): Promise<Evidence> {
  const source = await openSource(path, fetch);
  try {
    return await readEvidence({ ...source, name: file });
  } finally {
    await source.close();
  }
}

/** More problems than this are counted, not listed. */
const MOST_LISTED = 100;

/** A bank of any size or format, streamed. Lines that do not fit are problems in a bank, and counted in an import. */
async function* readScenarios(
  path: string,
  { file, context }: { file: string; context: CommandContext },
): AsyncGenerator<Scenario> {
  const source = await openSource(path, fetch);
  const problems: Problem[] = [];
  let rejected = 0;
  let isBank = false;
  try {
    for await (const event of importScenarios({ source: { ...source, name: file } })) {
      if (event.kind === 'columns') isBank ||= event.columns.shape === 'bank';
      if (event.kind === 'scenario') yield event.scenario;
      if (event.kind !== 'reject') continue;
      rejected += 1;
      if (rejected <= MOST_LISTED) problems.push({ message: event.reason, place: { file, line: event.row } });
    }
  } finally {
    await source.close();
  }
  if (rejected > 0 && isBank) throw new UserError(problems);
  if (rejected > 0)
    context.remark(`${plainText(say`${name(file)}: ${plural(rejected, 'row')} left out that cannot be read`)}\n`);
}

/** The config and spec beside a bank, as far as they are there: places of clauses, and who is simulated. */
async function readProject(
  options: AnalyzeOptions,
  context: CommandContext,
): Promise<{ spec?: Spec; config?: Config }> {
  const path = resolve(context.cwd, options.config);
  const config = existsSync(path) ? parseConfig({ file: options.config, text: readFileSync(path, 'utf8') }) : undefined;
  if (options.spec !== undefined) {
    const spec = await loadSpecFile(resolve(context.cwd, options.spec), {
      cwd: context.cwd,
      clauses: config?.clauses ?? 'headings',
    });
    return { spec, ...whereDefined({ config }) };
  }
  if (config === undefined) return {};
  const source = { kind: 'worktree', root: dirname(path) } as const;
  return { config, spec: await loadSpec(source, { configFile: 'spec-gate.yml', config }) };
}

function placesIn(spec: Spec | undefined): ReadonlyMap<string, ClausePlace> {
  const places = spec?.clauses.map(({ id, file, lines }): [string, ClausePlace] => {
    return [id, { file, line: lines.start, endLine: lines.end }];
  });
  return new Map(places);
}

/** Whether an id belongs to a provider that the config simulates. */
function simulatedIn(config: Config | undefined): (id: string) => boolean {
  const simulated = new Set(
    Object.entries(config?.providers ?? {}).flatMap(([provider, given]) => (isSimulated(given) ? [provider] : [])),
  );
  return (id) => simulated.has(providerName({ id }));
}

/** Value -> category of the taxonomy asked for, or of the shipped one. Names that it does not hold stay as they are. */
async function readCategories(options: AnalyzeOptions, context: CommandContext): Promise<ReadonlyMap<string, string>> {
  if (options.values === undefined) return readValueCategories(context.packageRoot);
  const path = resolve(context.cwd, options.values);
  if (!existsSync(path)) throw new UserError({ message: 'no such file', place: { file: options.values } });
  return categoriesOf({ file: options.values, text: readFileSync(path, 'utf8') });
}

function nothingToAnalyze(target: string, { source }: StudyAnalysis): UserError {
  return source === 'bank'
    ? new UserError({
        message: `no scenario of ${target} has scores or rulings`,
        hint: 'spec-gate bank score asks models and judges and writes what they say into the bank',
      })
    : new UserError({
        message: `the evidence in ${target} holds no response of this side`,
        hint: 'try --arm base; a check that found nothing affected makes no evidence',
      });
}
