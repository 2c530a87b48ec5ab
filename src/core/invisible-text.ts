// The characters of a text that show something. The others (zero-width, direction, tag characters) are taken out, and counted.

export interface VisibleText {
  readonly text: string;
  /** What was taken out, in order. */
  readonly invisible: string;
}

// Unicode's own list of characters that show nothing (zero-width, bidirectional, variation selectors, tags with hidden
// ASCII), and the three marks of interlinear annotation.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u;

// The same characters where they do show: in emoji made of several, behind a pictograph or ideograph whose form they
// choose, and between letters of scripts that join (Arabic, the scripts of India, Mongolian).
const JOINING =
  '[[\\p{L}\\p{M}]--[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Inherited}]--\\p{Default_Ignorable_Code_Point}]';
let showing: RegExp | undefined;

/** Made with the first text that holds such characters: its thousands of sequences take longer to read than most specs do. */
function showingOnes(): RegExp {
  showing ??= new RegExp(
    [
      // The first look is for speed: there are thousands of sequences.
      '((?=[\\p{Extended_Pictographic}\\p{Regional_Indicator}#*0-9])\\p{RGI_Emoji}[\\uFE0E\\uFE0F]?',
      '\\p{Extended_Pictographic}[\\uFE0E\\uFE0F]',
      '\\p{Script=Han}[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]',
      `(?<=${JOINING})[\\u200C\\u200D\\u180B-\\u180D](?=${JOINING}))`,
      `[\\p{Default_Ignorable_Code_Point}\\uFFF9-\\uFFFB]`,
    ].join('|'),
    'gv',
  );
  return showing;
}

/** Where such characters can be: only there is looked closely. */
const NOT_ASCII = /[#*\d]?\P{ASCII}+/gu;

/**
 * The text with `by` in place of each character that shows nothing, not normalized. Linear in the text's length.
 * `replaceInvisible('a\u200Bb', '').text === 'ab'`
 */
export function replaceInvisible(source: string, by: string): VisibleText {
  if (!INVISIBLE.test(source)) return { text: source, invisible: '' };
  let invisible = '';
  const replace = (found: string, shown: string | undefined): string => {
    if (shown !== undefined) return shown;
    invisible += found;
    return by;
  };
  const text = source.replace(NOT_ASCII, (run) => run.replace(showingOnes(), replace));
  return { text, invisible };
}
