// HTML by template: every value is escaped unless it is markup made by this same tag.
import { joinSentence, type Sentence } from '../sentence.ts';
import { clip, visibleText } from '../visible-text.ts';

/** Markup that this project wrote, with every text from outside escaped. */
export interface Html {
  readonly markup: string;
}

/** The most characters a name inside a sentence may take. */
const LONGEST_NAME = 400;

type Value = Html | string | number | undefined | readonly Html[];

/** Template tag: literals are markup, strings are escaped, `undefined` is nothing. Attributes must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const markup = strings
    .map((literal, index) => `${literal}${index < values.length ? show(values[index]) : ''}`)
    .join('');
  return { markup };
}

/** Text for content and double-quoted attributes; unseen characters become visible. */
function escapeHtml(text: string): string {
  return visibleText(text).replaceAll(/[&<>"'`]/g, (mark) => `&#${mark.codePointAt(0)};`);
}

/** A sentence: our words as text, names as code. */
export function htmlSentence(sentence: Sentence): Html {
  return {
    markup: joinSentence(sentence, {
      words: (text) => escapeHtml(text.replaceAll(' %', '\u00a0%')),
      name: (text) => `<code>${escapeHtml(clip(text, LONGEST_NAME))}</code>`,
    }),
  };
}

export const NOTHING: Html = { markup: '' };

function show(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}
