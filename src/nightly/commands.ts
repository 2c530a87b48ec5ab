// `check --mode nightly`: what nights add to the options of a check.
import type { OptionsOf } from '../context/command-options.ts';
import { checkCommand } from '../gate/commands.ts';

export type NightlyOptions = OptionsOf<typeof checkOrNightCommand>;

export function checkOrNightCommand() {
  return checkCommand()
    .option('--date <day>', 'nightly: the night, YYYY-MM-DD in UTC (default: today)')
    .option('--accept-anchor <reason>', 'nightly: make this night the one that later nights are compared with');
}
