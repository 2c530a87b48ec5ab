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

interface Subject {
  readonly conversation: readonly Message[];
  readonly response: string;
  readonly text: string;
}

/** As many as are judged at about the same time. */
const MOST_SUBJECTS = 8;
const subjects: Subject[] = [];

/** Both, one under the other. The judges of an answer are given the very same text, so that it is put together and hashed once. */
export function subjectText(conversation: readonly Message[], response: string): string {
  const known = subjects.find((one) => one.conversation === conversation && one.response === response);
  if (known !== undefined) return known.text;
  const text = [conversationBlock(conversation), responseBlock(response)].join('\n\n');
  subjects.push({ conversation, response, text });
  if (subjects.length > MOST_SUBJECTS) subjects.shift();
  return text;
}
