// What a run is about to ask, said as its first call is made: how much is tested, how many calls that takes, and about what it costs.
import { count, dollars, plural } from '../../render/format-numbers.ts';
import { plainText } from '../../render/plain-text.ts';
import { say, type Sentence } from '../../render/sentence.ts';
import { block, createSheet } from './sheet.ts';

export interface RunStart {
  readonly scenarios: number;
  readonly models: number;
  readonly judges: number;
  /** Calls of the first round, judges who may not be needed among them. */
  readonly toMake: number;
  readonly stored: number;
  /** US dollars that the calls to make usually cost, and that the run may spend. */
  readonly usd: number | 'unknown';
  readonly budget: number;
}

/** Two lines, each with its line feed; without colours, since they go where progress goes. */
export function renderRunStart({ scenarios, models, judges, ...calls }: RunStart): string {
  const sheet = createSheet({});
  const tested = say`${plural(scenarios, 'scenario')}, ${plural(models, 'model')}, ${plural(judges, 'judge')}`;
  const asked = say`up to ${count(calls.toMake)} to make in the first round · ${count(calls.stored)} stored${writePrice(calls)}`;
  const lines = [...block('Testing', [plainText(tested)], sheet), ...block('Calls', [plainText(asked)], sheet)];
  return lines.map((line) => `${line}\n`).join('');
}

/** Nothing where the models cost nothing. */
function writePrice({ usd, budget }: Pick<RunStart, 'usd' | 'budget'>): Sentence {
  if (usd === 'unknown') return say` · price unknown (budget ${dollars(budget)})`;
  return usd === 0 ? say`` : say` · about ${dollars(usd)} (budget ${dollars(budget)})`;
}
