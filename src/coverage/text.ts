// `spec-gate coverage` as a terminal shows it.
import { count, dollars, plural } from '../render/format-numbers.ts';
import type { Paint } from '../render/paint.ts';
import { plainText } from '../render/plain-text.ts';
import { say } from '../render/sentence.ts';
import { visibleLine } from '../render/visible-text.ts';
import type { ChangeCoverage, ClauseCoverage, CoverageTotals, SentenceCoverage } from '../scenarios/coverage.ts';

export interface ChangedView extends ChangeCoverage {
  /** How many scenarios it lacks to have `coverage.perClause`. */
  readonly lacks: number;
  /** US dollars to write and evaluate them. */
  readonly usd: number | 'unknown';
}

export interface CoverageView {
  readonly totals: CoverageTotals;
  readonly clauses: readonly ClauseCoverage[];
  readonly changed?: readonly ChangedView[];
}

export interface CoverageSheet {
  readonly paint: Paint;
  readonly width: number;
  /** Sentences with scenarios, too. */
  readonly all: boolean;
}

/** Text that ends with a line feed. */
export function renderCoverage(view: CoverageView, sheet: CoverageSheet): string {
  const { totals, clauses, changed } = view;
  const { paint } = sheet;
  const tested = say`${count(totals.testedClauses)} of ${count(totals.clauses)} have a scenario`;
  const demands = say`${count(totals.testedDemands)} of ${count(totals.demands)} that demand something have one`;
  const how = say`(the word that marks them stands before each; placed by likeness of words)`;
  const lines = [
    `${paint.strong('Clauses')}    ${plainText(tested)}`,
    `${paint.strong('Sentences')}  ${plainText(demands)} ${paint.faint(plainText(how))}`,
    '',
    ...clauses.flatMap((clause) => clauseLines(clause, sheet)),
    ...(changed === undefined ? [] : ['', ...changedLines(changed, sheet)]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function clauseLines({ clause, scenarios, demands }: ClauseCoverage, sheet: CoverageSheet): readonly string[] {
  const { paint, all } = sheet;
  const untested = demands.filter((demand) => demand.scenarios === 0).length;
  const what =
    demands.length === 0
      ? say`demands nothing`
      : say`${count(demands.length - untested)} of ${plural(demands.length, 'sentence')}`;
  const number = String(scenarios).padStart(4);
  const head = `${scenarios === 0 ? paint.unsure(number) : number}  ${visibleLine(clause, 60)}  ${paint.faint(plainText(what))}`;
  // A clause without any scenario needs no list of its sentences to say so.
  const shown = all ? demands : scenarios === 0 ? [] : demands.filter((demand) => demand.scenarios === 0);
  return [head, ...shown.map((sentence) => sentenceLine(sentence, sheet))];
}

function changedLines(changed: readonly ChangedView[], sheet: CoverageSheet): readonly string[] {
  const { paint } = sheet;
  if (changed.length === 0) return [plainText(say`no clause changed`)];
  return changed.flatMap(({ clause, scenarios, sentences, lacks, usd }) => {
    const untested = sentences.filter((sentence) => sentence.scenarios === 0);
    const price = usd === 'unknown' ? say`` : say`, about ${dollars(usd)} to write and evaluate`;
    const need = lacks === 0 ? say`` : say`; ${count(lacks)} more would make what coverage.perClause asks for${price}`;
    return [
      `${paint.strong('changed')}  ${visibleLine(clause, 60)}: ${plainText(say`${plural(scenarios, 'scenario')}${need}`)}`,
      ...untested.map((sentence) => sentenceLine(sentence, sheet)),
    ];
  });
}

function sentenceLine({ text, by, scenarios }: SentenceCoverage, { paint, width }: CoverageSheet): string {
  const mark = by === undefined ? '' : `[${by}] `;
  const room = Math.max(40, width - 12 - mark.length);
  return `      ${scenarios === 0 ? paint.unsure('-') : String(scenarios)} ${paint.faint(mark)}${visibleLine(text, room)}`;
}
