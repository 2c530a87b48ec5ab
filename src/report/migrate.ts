// What another panel makes of the same stored answers, as data and as text.
import type { Interval } from '../stats/estimate.ts';
import { dollars, plural, signedDecimal, signedPoints } from './format-numbers.ts';
import { accuracyRows, writeRate, type JudgeAccuracy, type Rate } from './judge-accuracy.ts';
import { NO_PAINT, type TerminalOptions } from './terminal.ts';
import { visibleLine } from './visible-text.ts';
import { fitColumns } from './wrap-text.ts';

export interface MigrateReport {
  readonly schema: 'spec-gate/migrate@1';
  readonly simulated: boolean;
  readonly old: PanelNames;
  readonly new: PanelNames;
  readonly answers: {
    /** Stored answers with both panels' rulings: draws of the pool, and answers of the anchor night. */
    readonly pool: number;
    readonly anchor: number;
    /** Stored without the old panel's ruling, or left without the new one's. */
    readonly withoutOld: number;
    readonly withoutNew: number;
  };
  readonly flips: Rate;
  /** New less old share ruled against; the interval counts scenarios, not answers. */
  readonly bias: Bias;
  readonly clauses: readonly (Bias & { readonly clause: string; readonly flips: Rate })[];
  readonly accuracy: { readonly old: readonly JudgeAccuracy[]; readonly new: readonly JudgeAccuracy[] };
  /** Where the classifier is another one. */
  readonly classifier?: {
    readonly answers: number;
    /** Mean distance on the 0-6 scales, and mean shift (new less old) on each. */
    readonly distance: number;
    readonly shift: readonly [number, number];
    /** Answers that both call the same response type. */
    readonly sameType: Rate;
  };
  readonly planned: { readonly calls: number; readonly usd: number | 'unknown' };
  readonly made: { readonly calls: number; readonly usd: number | 'unknown' };
  /** Why the run ended before everything was asked. */
  readonly stopped?: string;
  /** The night that later nights are held against, once accepted. */
  readonly accepted?: { readonly anchor: string; readonly reason: string };
}

interface PanelNames {
  readonly judges: readonly string[];
  readonly classifier?: string;
}

export interface Bias {
  readonly change: number;
  /** 95 %; undefined with fewer than two scenarios, or without any difference. */
  readonly interval?: Interval;
  readonly scenarios: number;
}

const MOST_CLAUSES = 20;

/** Ends with a line feed. */
export function renderMigrate(report: MigrateReport, { paint = NO_PAINT, width = 100 }: TerminalOptions = {}): string {
  const { answers, flips, bias, clauses, accuracy, classifier, accepted, made, stopped } = report;
  const name = (id: string): string => visibleLine(id, 60);
  const price = made.usd === 'unknown' ? 'price unknown' : dollars(made.usd);
  const both = answers.pool + answers.anchor;
  const blocks = [
    [
      paint.strong(`${report.simulated ? '(simulated) ' : ''}${plural(both, 'stored answer')} ruled on by both panels`),
      `  old  ${report.old.judges.map(name).join(', ')}`,
      `  new  ${report.new.judges.map(name).join(', ')}`,
      `  ${answers.pool} draws of the pool, ${answers.anchor} of the anchor night; ${answers.withoutOld} without the old panel's ruling, ${answers.withoutNew} without the new one's`,
    ],
    both === 0
      ? [paint.unsure('Nothing to compare: run `spec-gate check --mode seed` or a night with the old panel first')]
      : [`flip rate  ${writeRate(flips)}`, `bias       ${writeBias(bias)}`],
    fitColumns(
      [
        ['clause', 'scenarios', 'flip rate', 'bias (95 %)'],
        ...clauses
          .slice(0, MOST_CLAUSES)
          .map((clause) => [name(clause.clause), String(clause.scenarios), writeRate(clause.flips), writeBias(clause)]),
      ],
      { width, dispensable: [1] },
    ),
    accuracyBlock('old panel on labelled items', accuracy.old, width),
    accuracyBlock('new panel on labelled items', accuracy.new, width),
    classifier === undefined
      ? []
      : [
          `classifier  ${name(report.old.classifier ?? '')} -> ${name(report.new.classifier ?? '')} on ${plural(classifier.answers, 'answer')}: scores ${classifier.distance.toFixed(2)} apart, shift ${signedDecimal(classifier.shift[0])} and ${signedDecimal(classifier.shift[1])}, same type ${writeRate(classifier.sameType)}`,
        ],
    [
      `${plural(made.calls, 'call')} made, ${price}`,
      ...(stopped === undefined ? [] : [paint.unsure(`stopped (${stopped}): figures cover what was asked so far`)]),
      accepted === undefined
        ? 'The anchor is as it was. To go on from here under the new panel: --accept "reason", and the same change in the config'
        : paint.good(
            `Accepted: nights under the new panel are held against the night of ${accepted.anchor}, as it ruled`,
          ),
    ],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What will be asked, before it is. */
export function renderMigratePlan({ calls, usd }: MigrateReport['planned']): string {
  const price = usd === 'unknown' ? 'price unknown' : usd === 0 ? 'no cost' : `about ${dollars(usd)}`;
  return `the new panel is asked at most ${plural(calls, 'call')} (${price})\n`;
}

function accuracyBlock(title: string, judges: readonly JudgeAccuracy[], width: number): readonly string[] {
  return judges.length === 0 ? [] : [title, ...fitColumns(accuracyRows(judges), { width, dispensable: [4] })];
}

function writeBias({ change, interval }: Bias): string {
  if (interval === undefined) return `${signedPoints(change)} points`;
  const sure = interval.lower > 0 || interval.upper < 0 ? ' *' : '';
  return `${signedPoints(change)} points (${signedPoints(interval.lower)} to ${signedPoints(interval.upper)})${sure}`;
}
