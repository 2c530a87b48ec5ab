// `judges migrate` and its options.
import { Command } from '@commander-js/extra-typings';
import { withStore, type OptionsOf } from '../context/command-options.ts';

export type JudgesMigrateOptions = OptionsOf<typeof judgesMigrateCommand>;

export function judgesMigrateCommand() {
  const command = new Command('migrate')
    .description(
      'try other judges, another classifier or newer prompts on stored answers: how many rulings change, how often they are right, what they cost',
    )
    .option('--config <file>', 'the config', 'spec-gate.yml')
    .option('--from <config>', 'a config with the old panel (the config itself, where only the prompts are newer)')
    .option('--judges <ids>', 'the new judges, separated by commas; the old ones stand in the config')
    .option('--classifier <id>', 'the new classifier')
    .option('--labelled <file>', 'answers with the ruling they deserve (default: labelled.jsonl beside the config)');
  return withStore(command)
    .option('--ask-old', 'have the old panel rule, too, on answers that it has not ruled on yet')
    .option('--accept <reason>', 'compare later nights with the anchor night as the new panel rules on it')
    .option('--even-if-poor', 'accept a panel that is not fit')
    .option('--json', 'print the comparison as JSON');
}
