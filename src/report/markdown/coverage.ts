// What of the spec is tested, as a folded part of comment and summary.
import type { Section } from '../../render/fit-sections.ts';
import { plural } from '../../render/format-numbers.ts';
import { codeSpan, escapeText } from '../../render/safe-markdown.ts';
import type { Report } from '../report.ts';
import { fixed, folded } from './blocks.ts';

/** Sentences of one clause that are listed. */
const MOST_SENTENCES = 6;
/** Characters of a sentence. */
const LONGEST = 200;

export function coverageSection({ coverage }: Report): Section {
  if (coverage === undefined || coverage.changed.length === 0) return fixed('');
  const { clauses, testedClauses, demands, testedDemands, changed } = coverage;
  const title = `Coverage: ${testedClauses} of ${clauses} clauses, ${testedDemands} of ${plural(demands, 'sentence that demands', 'sentences that demand')} something`;
  return folded(
    title,
    changed.map(({ clause, scenarios, sentences }) => {
      const untested = sentences.filter((sentence) => sentence.scenarios === 0);
      const shown = untested.slice(0, MOST_SENTENCES).map(({ text }) => `  - ${escapeText(shorten(text))}\n`);
      const rest = untested.length > MOST_SENTENCES ? `  - and ${untested.length - MOST_SENTENCES} more\n` : '';
      const none = untested.length === 0 ? '' : `; no scenario touches ${plural(untested.length, 'changed sentence')}`;
      return `- ${codeSpan(clause)}: ${plural(scenarios, 'scenario')}${none}\n${shown.join('')}${rest}`;
    }),
  );
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
