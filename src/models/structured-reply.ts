// JSON replies from servers that may not enforce them: what to ask for in words, and where the reply is in what came.
import { canonicalJson, type Json } from '../core/canonical-json.ts';
import type { Message, ReplyFormat } from './model.ts';
import { thoughtsIn } from './thoughts.ts';

/** Keywords of JSON Schema that some vendors' structured outputs refuse (OpenAI, Anthropic). The caller checks them itself. */
const BOUNDS: ReadonlySet<string> = new Set(['maxLength', 'minLength', 'maxItems', 'minItems', 'minimum', 'maximum']);
export const BOUNDS_DROPPED = 'schema bounds dropped';

/**
 * The messages with the format asked for in words, for servers that take no schema. The words go at the very end, so
 * shared beginnings stay the same, and into the last user message, since some chat templates want turns to alternate.
 */
export function askInWords(messages: readonly Message[], { schema }: ReplyFormat): readonly Message[] {
  const words = `Reply with one JSON object and nothing else. It must fit this JSON Schema:\n${canonicalJson(schema)}`;
  const last = messages.at(-1);
  if (last?.role !== 'user') return [...messages, { role: 'user', content: words }];
  return [...messages.slice(0, -1), { role: 'user', content: `${last.content}\n\n${words}` }];
}

const unbounded = new WeakMap<ReplyFormat, ReplyFormat>();

/** The format without limits of length and size; the format itself where it has none. The same object for the same format. */
export function boundless(format: ReplyFormat): ReplyFormat {
  const known = unbounded.get(format);
  if (known !== undefined) return known;
  const schema = withoutBounds(format.schema) as ReplyFormat['schema'];
  const free = canonicalJson(schema) === canonicalJson(format.schema) ? format : { ...format, schema };
  unbounded.set(format, free);
  return free;
}

export function hasBounds(format: ReplyFormat): boolean {
  return boundless(format) !== format;
}

const named = new WeakMap<object, boolean>();

/** Whether what is sent of a format still names a length or size. Asked of every request, and read once a format. */
export function namesBounds(sent: object): boolean {
  const known = named.get(sent) ?? /"max(Length|Items)"/.test(JSON.stringify(sent));
  named.set(sent, known);
  return known;
}

function withoutBounds(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutBounds);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, inner]) => !(BOUNDS.has(key) && typeof inner === 'number'));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutBounds(inner as Json)]));
}

/** A line that opens a fence, or a fence with one word at most before an object on the same line: other words there are prose. */
const FENCE = /^(```|~~~)(?:[^\n`]*\r?\n|[ \t]*(?:[\w+-]{1,20}[ \t]*)?(?=\{))/;

/**
 * A mark of the chat template that a server left at the end (`<|im_end|>`, `</s>`, `<end_of_turn>`, DeepSeek's in wide bars), or the
 * end of a frame that the model wrote around its reply (`</answer>`).
 */
const END_MARK = /(?:<\|[a-z_]{2,30}\|>|<｜[^<>｜]{2,30}｜>|<\/[a-z_]{1,30}>|<(?:eos|end_of_turn)>)$/i;
/** Characters that such a mark may have. */
const LONGEST_MARK = 40;
/** The beginning of such a frame, where an object follows at once. */
const FRAME = /^<\|?[a-z_]{1,30}\|?>\s*(?=\{|```)/i;

/** What was taken off a reply to find the JSON in it, as it is recorded on answers. */
export interface FoundReply {
  readonly text: string;
  readonly removed: readonly ('thoughts removed' | 'fence removed' | 'end mark removed')[];
}

/**
 * The reply proper: without thoughts that end before it, marks of a chat template after it and one fence or frame around it.
 * Prose around an object stays, and makes it unreadable: a judge that mixes both may have been talked into it by the
 * answer.
 */
export function findReply(text: string): FoundReply {
  const removed: FoundReply['removed'][number][] = [];
  let found = text.trim();
  // A reply that is JSON as it stands may speak of tags in its own strings.
  const thoughts = found.startsWith('{') ? undefined : thoughtsIn(found);
  if (thoughts !== undefined) {
    found = found.slice(thoughts.length).trim();
    removed.push('thoughts removed');
  }
  const unmarked = withoutEndMarks(found);
  if (unmarked !== found) {
    found = unmarked;
    removed.push('end mark removed');
  }
  const frame = FRAME.exec(found);
  if (frame !== null) found = found.slice(frame[0].length);
  const fenced = withinFence(found);
  if (fenced !== undefined || frame !== null) removed.push('fence removed');
  return { text: removed.length === 0 ? text : (fenced ?? found), removed };
}

/** One mark after another, looked for at the end alone: a model that goes astray may write white space by the thousand. */
function withoutEndMarks(text: string): string {
  let found = text;
  for (let mark; (mark = END_MARK.exec(found.slice(-LONGEST_MARK))) !== null;) {
    found = found.slice(0, -mark[0].length).trimEnd();
  }
  return found;
}

function withinFence(text: string): string | undefined {
  const [opening = '', fence = ''] = FENCE.exec(text) ?? [];
  const isClosed = opening !== '' && text.endsWith(fence) && text.length >= opening.length + fence.length;
  return isClosed ? text.slice(opening.length, -fence.length).trim() : undefined;
}

/**
 * Whether a reply is a JSON object with the schema's required members: enough to tell a server that ignores schemas
 * from one that keeps them. The caller still checks the reply in full.
 */
export function looksLike({ schema }: ReplyFormat, text: string): boolean {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  try {
    const reply: unknown = JSON.parse(text);
    if (typeof reply !== 'object' || reply === null || Array.isArray(reply)) return false;
    return required.every((key) => Object.hasOwn(reply, String(key)));
  } catch {
    return false;
  }
}
