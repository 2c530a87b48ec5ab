// What the doctor found, as data and as text. A key is never part of either.
import { formatProblem, type Problem } from '../core/errors.ts';
import { count, dollars, plural } from '../render/format-numbers.ts';
import { plainText } from '../render/plain-text.ts';
import { say, wording, type Sentence } from '../render/sentence.ts';
import { accuracyRows, type JudgeAccuracy } from './judge-accuracy.ts';
import { NO_PAINT, type Paint } from '../render/paint.ts';
import { visibleLine } from '../render/visible-text.ts';
import { fitColumns, wrapIndented } from '../render/wrap-text.ts';
import type { TokenRange } from './token-measure.ts';

export interface DoctorReport {
  readonly schema: 'spec-gate/doctor@1';
  /** Whether a check could start now. */
  readonly ok: boolean;
  readonly providers: readonly {
    readonly name: string;
    readonly origin: string;
    /** Environment variables that are missing or unusable, or an address that is refused. */
    readonly problems: number;
  }[];
  readonly models: readonly DoctorModel[];
  readonly judges: readonly JudgeAccuracy[];
  /** Scale ends that the classifier placed right. Absent without one, or without a scenario that has rubrics. */
  readonly classifier?: ScaleEnds;
  /** Everything to mend, each with the way out. */
  readonly problems: readonly Problem[];
  /** Things to know that stop nothing. */
  readonly notes: readonly string[];
  readonly planned: { readonly calls: number; readonly usd: number | 'unknown' };
  readonly made: { readonly calls: number; readonly usd: number | 'unknown' };
}

/** Answers at either end of a scale, and how many of them a classifier placed right. */
export interface ScaleEnds {
  readonly model: string;
  readonly right: number;
  readonly asked: number;
}

export interface DoctorModel {
  readonly id: string;
  readonly role: 'model' | 'judge' | 'classifier';
  readonly status: 'answered' | 'failed' | 'not asked';
  /** The kind of failure. */
  readonly reason?: string;
  readonly returnedModel?: string;
  /** A judge that ruled against what plainly keeps its rule. */
  readonly wrong?: true;
  /** Its answer was stopped before its end. */
  readonly cutOff?: true;
  /** What its prompts came to, as its server counts tokens. Absent where it counts none. */
  readonly tokensPerCharacter?: TokenRange;
  /** Judges and classifiers: `schema` where the provider keeps the reply's schema, `plain` where only words ask for it. */
  readonly json?: 'schema' | 'plain' | 'unreadable';
}

export interface DoctorOptions {
  readonly paint?: Paint;
  /** Columns of tables. */
  readonly width?: number;
  /** Columns of sentences. */
  readonly room?: number;
}

/** Ends with a line feed. */
export function renderDoctor(
  report: DoctorReport,
  { paint = NO_PAINT, width = 100, room = Infinity }: DoctorOptions = {},
): string {
  const mark = { answered: paint.good('ok'), failed: paint.bad('FAILED'), 'not asked': paint.unsure('not asked') };
  const providers = report.providers.map(({ name, origin, problems }) => [
    name,
    origin,
    problems === 0 ? 'ok' : plural(problems, 'problem'),
  ]);
  const models = report.models.map((model) => [
    model.role,
    visibleLine(model.id, 60),
    describeModel(model),
    model.cutOff === true ? paint.unsure('cut off') : model.json === 'unreadable' ? mark.failed : mark[model.status],
  ]);
  const price = report.made.usd === 'unknown' ? wording('price unknown') : dollars(report.made.usd);
  const blocks = [
    ['Providers', ...indent(fitColumns(providers, { width: width - 2 }))],
    ['Models, judges and classifier', ...indent(fitColumns(models, { width: width - 2, dispensable: [2] }))],
    report.judges.length === 0
      ? []
      : [
          'Judges on labelled items',
          ...indent(fitColumns(accuracyRows(report.judges), { width: width - 2, dispensable: [4] })),
        ],
    report.classifier === undefined ? [] : [plainText(writeScaleEnds(report.classifier))],
    report.notes.length === 0 ? [] : ['Notes', ...wrapIndented(indent(report.notes), room)],
    report.problems.length === 0
      ? [paint.good(plainText(say`All is well (${plural(report.made.calls, 'call')}, ${price}).`))]
      : [
          paint.bad(plainText(say`${plural(report.problems.length, 'problem')} to mend`)),
          ...report.problems.flatMap((problem) => wrapIndented(indent(formatProblem(problem).split('\n')), room)),
        ],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What will be asked, before it is. */
export function renderDoctorPlan({ calls, usd }: DoctorReport['planned']): string {
  if (calls === 0) return '';
  const price = usd === 'unknown' ? say`price unknown` : usd === 0 ? say`no cost` : say`about ${dollars(usd)}`;
  return `${plainText(say`doctor asks at most ${plural(calls, 'call')} (${price})`)}\n`;
}

function writeScaleEnds({ right, asked }: NonNullable<DoctorReport['classifier']>): Sentence {
  return say`Classifier  ${count(right)} of ${plural(asked, 'scale end')} placed right`;
}

function describeModel({ reason, returnedModel, json, wrong }: DoctorModel): string {
  const parts = [
    reason,
    wrong === true ? 'wrong on what is plain' : undefined,
    returnedModel === undefined ? undefined : `answers as ${visibleLine(returnedModel, 40)}`,
    json === undefined
      ? undefined
      : { schema: 'JSON by schema', plain: 'JSON by words only', unreadable: 'JSON unreadable' }[json],
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
