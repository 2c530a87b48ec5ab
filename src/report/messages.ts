// The one way from a finding to English: every code has its sentence in one of the files by topic.
import type { FindingArgs, FindingCode } from './finding-args.ts';
import { EFFECT_MESSAGES } from './messages/effects.ts';
import { CAVEAT_MESSAGES } from './messages/caveats.ts';
import { COVERAGE_MESSAGES } from './messages/coverage.ts';
import type { Message, MessageKind, Messages } from './messages/message.ts';
import { LOOSENING_MESSAGES } from './messages/loosening.ts';
import { READING_MESSAGES } from './messages/readings.ts';
import { RUN_MESSAGES } from './messages/runs.ts';
import type { Finding } from './report.ts';
import { plural } from '../render/format-numbers.ts';
import { asFullSentence, say, wording, type Sentence, type Wording } from '../render/sentence.ts';

/** Defined here, since its sentence needs the titles of all others. */
const MORE: Messages<'moreLikeThese'> = {
  moreLikeThese: {
    title: wording('And more of them'),
    write: ({ likeCode, more }) => ({ says: say`${plural(more, 'more finding')} like these: ${titleOf(likeCode)}` }),
  },
};

const MESSAGES: Messages<FindingCode> = {
  ...MORE,
  ...EFFECT_MESSAGES,
  ...LOOSENING_MESSAGES,
  ...READING_MESSAGES,
  ...CAVEAT_MESSAGES,
  ...COVERAGE_MESSAGES,
  ...RUN_MESSAGES,
};

/** @internal For tests, which write every one. */
export const FINDING_CODES = Object.keys(MESSAGES) as readonly FindingCode[];

/**
 * What a finding says.
 * @throws Error for a code that nobody wrote a sentence for: a bug, or a report of a newer version.
 */
export function writeMessage(finding: Pick<Finding, 'code' | 'args'>): Message {
  return kindOf(finding.code).write(finding.args);
}

/** Everything a finding says, as full sentences one after the other. */
export function writeParagraph(finding: Pick<Finding, 'code' | 'args'>): Sentence {
  const { says, detail, advice } = writeMessage(finding);
  return [says, detail, advice].flatMap((part, index) => {
    if (part === undefined) return [];
    return index === 0 ? asFullSentence(part) : say` ${asFullSentence(part)}`;
  });
}

/** The short name of a kind of finding: `Non-compliance rose`. */
export function titleOf(code: string): Wording {
  return kindOf(code).title;
}

/** A finding whose numbers fit its code; the compiler checks them. */
export function createFinding<Code extends FindingCode>(
  finding: Omit<Finding, 'code' | 'args'> & { readonly code: Code; readonly args: FindingArgs[Code] },
): Finding {
  // An interface has no index signature; its members are all what Finding allows.
  return { ...finding, args: finding.args as unknown as Finding['args'] };
}

function kindOf(code: string): MessageKind<Finding['args']> {
  if (!Object.hasOwn(MESSAGES, code)) throw new Error(`no sentence for the finding "${code}"`);
  // createFinding has checked that the numbers fit the code.
  return MESSAGES[code as FindingCode] as MessageKind<Finding['args']>;
}
