// Which of several scores is the outcome.
import { UserError } from '../../core/errors.ts';

/** Names that are listed. */
const MOST_LISTED = 20;

/**
 * The one that was wanted, else the only one. `word` says what the harness calls them.
 * @throws UserError where the wanted one is not there, or there are several and none was chosen.
 */
export function chooseScorer(
  file: string,
  given: Iterable<string>,
  { wanted, word }: { readonly wanted: string | undefined; readonly word: 'scorer' | 'metric' },
): string {
  const names = [...new Set(given)].sort();
  const list = names.slice(0, MOST_LISTED).join(', ');
  if (wanted !== undefined) {
    if (names.includes(wanted)) return wanted;
    throw new UserError({ message: `no ${word} "${wanted}"`, hint: `There are ${list}.`, place: { file } });
  }
  if (names.length === 1) return names[0]!;
  throw new UserError({ message: `several ${word}s: ${list}`, hint: 'Choose one with --scorer.', place: { file } });
}
