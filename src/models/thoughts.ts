// Reasoning models whose server has no parser for their thoughts leave them in front of what they say.

/** Names of such marks. Vendors put their own in front of the usual ones (`seed:think`, `longcat_think`, Cohere's `START_THINKING`). */
const NAMES =
  '(?:(?:ant|[a-z]+[_:])?(?:think(?:ing)?|thoughts?)(?:_process)?|reason(?:ing)?|reflection|analysis|scratchpad)';
const OPENS = new RegExp(
  String.raw`^\s*(?:<\|?${NAMES}\|?>|\[think\]|◁think▷|<\|begin_of_thought\|>|<\|channel\|>(?:analysis|commentary)|<\|channel>thought|<unused94>thought)`,
  'i',
);
/** To the end of the last of them: a tag that closes, whatever it is called. Templates may write the one that opens. */
const THOUGHTS = new RegExp(
  String.raw`^[\s\S]*(?:<\|?/${NAMES}\|?>|<\|end_thinking\|>|\[/think\]|◁/think▷|<\|end_of_thought\|>|<\|channel\|>final(?:\s*<\|constrain\|>\w+)?<\|message\|>|<channel\|>|<unused95>)`,
  'i',
);

/** What is wrong with an answer of nothing else. */
export const ONLY_THOUGHTS = 'only thoughts came, and no answer';

/** The thoughts and all before them; undefined where none end here. */
export function thoughtsIn(text: string): string | undefined {
  return THOUGHTS.exec(text)?.[0];
}

/** Whether an answer begins with thoughts, in marks of their own. */
export function beginsWithThoughts(text: string): boolean {
  return OPENS.test(text);
}

/** Whether nothing follows the thoughts that an answer begins with, or they never end. */
export function isOnlyThoughts(text: string): boolean {
  return beginsWithThoughts(text) && text.slice((thoughtsIn(text) ?? text).length).trim() === '';
}
