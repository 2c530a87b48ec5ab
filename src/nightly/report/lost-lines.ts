// What is told of lines in the history of nights that do not count.
import { plural } from '../../render/format-numbers.ts';
import { say, type Sentence } from '../../render/sentence.ts';
import type { History } from '../io/history.ts';

/** One sentence each for torn lines and for those that nobody signed; undefined where there are none. */
export function writeLostLines({ unreadable, unsigned }: Pick<History, 'unreadable' | 'unsigned'>): {
  readonly torn: Sentence | undefined;
  readonly forged: Sentence | undefined;
} {
  return {
    torn:
      unreadable === 0 ? undefined : say`left out of the history: ${plural(unreadable, 'line')} that cannot be read`,
    forged: unsigned === 0 ? undefined : say`left out of the history: ${plural(unsigned, 'line')} unsigned or forged`,
  };
}
