// Whether a spec is what models are trained towards, or the very prompt that they are given.
import { name, say, type Sentence } from '../render/sentence.ts';

/** `because` ends the sentence "taken as a ... because ...". */
export interface UseGuess {
  readonly use: 'target' | 'prompt';
  readonly because: Sentence;
}

/** Rules of coding agents: their tools put them into the prompt. */
const GIVEN_AS_THEY_STAND =
  /^(?:agents|claude|gemini|conventions|copilot-instructions|.+\.instructions)\.md$|\.mdc$|^\.(?:cursor|windsurf|cline|roo)rules$/i;

export function guessUse(file: string, text: string): UseGuess {
  const last = file.split('/').at(-1)!;
  if (GIVEN_AS_THEY_STAND.test(last)) {
    return { use: 'prompt', because: say`${name(last)} is given to agents as it stands` };
  }
  if (/(?:^|\/)prompts?\/|prompt|system/i.test(file))
    return { use: 'prompt', because: say`its name says that it is a prompt` };
  if (speaksToTheModel(text)) return { use: 'prompt', because: say`it speaks to the model: "You are ..."` };
  return { use: 'target', because: say`it speaks about the model, not to it` };
}

/** Lines within which a prompt says whom it speaks to; version notes and a heading or two may come first. */
const FIRST_LINES = 15;

function speaksToTheModel(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(0, FIRST_LINES).some((line) => /^\W*you are\b/i.test(line));
}
