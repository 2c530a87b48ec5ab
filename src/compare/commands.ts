// `compare` and its options.
import { Command } from '@commander-js/extra-typings';
import type { OptionsOf } from '../context/command-options.ts';
import { collect, parseColumnMap, parseCount, parseNumber, parseShare } from '../context/parse-options.ts';

export type CompareOptions = OptionsOf<typeof compareCommand>;

export function compareCommand() {
  return new Command('compare')
    .arguments('<base> <head>')
    .description(
      "the gate's verdict on results of another evaluation tool: rows (JSON Lines, CSV, Parquet), promptfoo, Inspect logs (JSON, .eval, folders), lm-eval, HELM, DeepEval, experiments (LangSmith, Langfuse, Phoenix, MLflow, Braintrust, pydantic-evals, Ragas)",
    )
    .option('--stored', "the base's answers are older than the head's: never fail, and say what is still needed")
    .option('--margin <share>', 'the rise that a pass rules out', parseShare, 0.05)
    .option(
      '--scorer <name>',
      'which of several scorers or metrics is the outcome (Inspect, lm-eval, DeepEval, experiments)',
    )
    .option(
      '--pass-at <value>',
      'the least value of it that is compliant (default: 1), or of a problematic one that is a problem',
      parseNumber(),
    )
    .option('--subject <model>', 'compare this model (or BASE=HEAD) only; may be given several times', collect)
    .option(
      '--looks <count>',
      'look so often on the way to all scenarios of --plan, and stop where it is decided',
      parseCount,
    )
    .option('--plan <file>', 'with --looks: every scenario that may be asked, as ids, one a line (.txt), or as rows')
    .option('--next <file>', 'with --looks: write the ids of the scenarios to ask next to this file')
    .option('--map <column=field>', 'which column of the rows is the scenario, compliant, model ...', parseColumnMap)
    .option('--seed <text>', 'starts the random numbers: the same text gives the same result', 'spec-gate')
    .option('--json', 'print the result as JSON');
}
