// What is judged, as prompts show it: a conversation and an answer, each as a block of data.
import { dataBlock } from '../../core/data-block.ts';
import { createRecent } from '../../core/recent.ts';
import type { Message } from '../../models/model.ts';
import { showText } from '../../spec/shown/shown-text.ts';

const conversations = new WeakMap<readonly Message[], string>();

/** Every answer to a scenario, and every judge of it, shows the same one. */
export function conversationBlock(messages: readonly Message[]): string {
  const known = conversations.get(messages);
  if (known !== undefined) return known;
  const shown = messages.map(({ role, content }) => ({ role, content: showText(content).text }));
  const block = dataBlock('conversation', shown);
  conversations.set(messages, block);
  return block;
}

/** The judges of an answer are asked one after the other. */
const recent = createRecent<string>(8);

/** The answer as judges read it: without what a page would hide, in a fence that it cannot close. */
export function responseBlock(response: string): string {
  return recent(response, () => dataBlock('response', showText(response).text));
}
