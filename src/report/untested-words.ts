// Why a clause that changed is not tested, as a finding carries it and as it is shown.
import { name, type Sentence, type Wording, wording } from '../render/sentence.ts';

/** By the reason of the selection. */
export const UNTESTED_REASONS: Readonly<Record<string, Wording>> = {
  unsure: wording('too few of the scenarios written for it turn on it, so they may fail the change and cannot pass it'),
  unwritten: wording('no scenario could be written for it'),
  size: wording('more clauses changed than selection.scenarios has room for'),
};

/** What a report's file says, which anybody may have written, is ours only where it is the very words. */
export function writeUntestedReason(reason: string): Wording | Sentence {
  return Object.values(UNTESTED_REASONS).find((words) => words === reason) ?? name(reason);
}
