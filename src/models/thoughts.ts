// Reasoning models whose server has no parser for their thoughts leave them in front of what they say.

const OPENS =
  /^\s*(?:<(?:think|thinking|thought|thoughts|reasoning|reflection|analysis|scratchpad|seed:think)>|\[think\]|◁think▷|<\|begin_of_thought\|>|<\|channel\|>(?:analysis|commentary)|<\|channel>thought)/i;
/** To the end of the last of them: a tag that closes, whatever it is called. Templates may write the one that opens. */
const THOUGHTS =
  /^[\s\S]*(?:<\/(?:think|thinking|thought|thoughts|reasoning|reflection|analysis|scratchpad|seed:think)>|\[\/think\]|◁\/think▷|<\|end_of_thought\|>|<\|channel\|>final(?:\s*<\|constrain\|>\w+)?<\|message\|>|<channel\|>)/i;

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
