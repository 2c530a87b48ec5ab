// `repair` and its options.
import { Command } from '@commander-js/extra-typings';
import { withProject, type OptionsOf } from '../context/command-options.ts';
import { parseCount, parseNumber } from '../context/parse-options.ts';

export type RepairOptions = OptionsOf<typeof repairCommand>;

export function repairCommand() {
  return withProject(
    new Command('repair')
      .arguments('[report]')
      .description(
        'small edits of the spec that mend what a check or an analysis found, each tested like a pull request',
      )
      .option('--clause <id>', 'mend what judges read in different ways in this clause')
      .option('--base <ref>', 'mend what changed since this git ref, so that it passes against it')
      .option('--candidates <n>', 'edits to ask for, for each fault', parseCount, 4)
      .option('--words <n>', 'the most words an edit may take out and put in', parseCount, 60)
      .option(
        '--usd <dollars>',
        'the most this run may spend (default: 10, or the budget of the config if that is less)',
        parseNumber(0),
      )
      .option('--plan', 'what it would ask and cost at most, without a call')
      .option('--apply <n>', 'write the repair with this number to the working tree', parseCount)
      .option('--output-dir <folder>', "where repair.html and repair.json go (default: the config's outputDir)")
      .option('--json', 'print the result as JSON'),
  );
}
