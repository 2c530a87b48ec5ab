// Whether a spec is what models are trained towards, or the very prompt that they are given.

/** `because` ends the sentence "taken as a ... because ...". */
export interface UseGuess {
  readonly use: 'target' | 'prompt';
  readonly because: string;
}

export function guessUse(file: string, text: string): UseGuess {
  const name = file.split('/').at(-1)!;
  if (/^(?:agents|claude|gemini|copilot-instructions)\.md$/i.test(name)) {
    return { use: 'prompt', because: `${name} is given to agents as it stands` };
  }
  if (/(?:^|\/)prompts?\/|prompt|system/i.test(file))
    return { use: 'prompt', because: 'its name says that it is a prompt' };
  if (/^(?:#.*\n+)*\s*you are\b/i.test(text))
    return { use: 'prompt', because: 'it speaks to the model: "You are ..."' };
  return { use: 'target', because: 'it speaks about the model, not to it' };
}
