// The questions of `spec-gate init` on a terminal. What is proposed is what `--yes` takes.
import { cancel, isCancel, multiselect, select } from '@clack/prompts';
import { UserError } from '../core/errors.ts';
import type { ClauseMode } from '../spec/clause.ts';
import type { ClauseChoice } from './read-clauses.ts';
import type { UseGuess } from './guess-use.ts';
import { WORKFLOWS } from './workflows.ts';
import { plainText } from '../render/plain-text.ts';
import { plural } from '../render/format-numbers.ts';

export async function askSpec(found: readonly string[]): Promise<string> {
  const options = found.map((path) => ({ value: path, label: path }));
  return answered(await select({ message: 'Which file is the spec?', options }));
}

export async function askClauses({ readings, mode }: ClauseChoice): Promise<ClauseMode> {
  const options = readings.map((reading) => ({
    value: reading.mode,
    label: reading.mode,
    hint: `${plural(reading.clauses, 'clause')}${reading.mode === mode ? ', proposed' : ''}`,
  }));
  return answered(await select({ message: 'What counts as a clause?', options, initialValue: mode }));
}

export async function askUse({ use, because }: UseGuess): Promise<UseGuess['use']> {
  const options = [
    { value: 'target' as const, label: 'models are trained towards it and never see it' },
    { value: 'prompt' as const, label: 'it is their system prompt' },
  ];
  return answered(await select({ message: `How is it used? (${plainText(because)})`, options, initialValue: use }));
}

export async function askWorkflows(proposed: readonly string[]): Promise<readonly string[]> {
  const options = Object.entries(WORKFLOWS).map(([value, { does }]) => ({ value, label: does }));
  return answered(
    await multiselect({ message: 'Which workflows?', options, initialValues: [...proposed], required: false }),
  );
}

/** @throws UserError where the question was left with Ctrl-C: nothing is written then. */
function answered<Value>(answer: Value): Exclude<Value, symbol> {
  if (!isCancel(answer)) return answer as Exclude<Value, symbol>;
  cancel('Nothing was written.');
  throw new UserError({ message: 'init was left', hint: 'run it again, or with --yes to take what is proposed' });
}
