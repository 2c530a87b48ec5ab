// `analyze` and its options.
import { Command, Option } from '@commander-js/extra-typings';
import type { OptionsOf } from '../context/command-options.ts';
import { STUDY_FORMATS } from './report/study-formats.ts';

export type AnalyzeOptions = OptionsOf<typeof analyzeCommand>;

export function analyzeCommand() {
  return new Command('analyze')
    .arguments('<run-or-bank>')
    .description(
      'tables of a run or a scored bank (outcomes, disagreement, judges, outliers), and where its spec is read in two ways',
    )
    .addOption(new Option('--format <format>', 'the view to print').choices(STUDY_FORMATS).default('text' as const))
    .option('--json', 'the same as --format json')
    .option('--output <file>', 'write to a file')
    .option(
      '--parquet <folder>',
      'also write what the tables rest on as Parquet, for DuckDB and others (docs/parquet.md)',
    )
    .addOption(
      new Option('--arm <side>', 'which side of a run').choices(['base', 'head'] as const).default('head' as const),
    )
    .option('--config <file>', 'the config that names the spec of a bank', 'spec-gate.yml')
    .option('--spec <file>', 'the spec of a bank, where no config names it')
    .option('--values <file>', 'the categories of values (default: the shipped ones)');
}
