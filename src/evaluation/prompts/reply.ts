// Reading a model's JSON reply: one object, the whole message.
import { whereDefined } from '../../core/where-defined.ts';
import * as z from 'zod';
import { createRecent } from '../../core/recent.ts';
import { parseUntrustedJson } from '../../core/untrusted-json.ts';
import type { Completion } from '../../models/model.ts';
import { findReply } from '../../models/structured-reply.ts';
import { fieldOf } from '../../models/usage.ts';

export type Reply<T> =
  | { readonly status: 'read'; readonly value: T }
  | {
      readonly status: 'unreadable';
      readonly reason: string;
      /** The provider's own words, where it has any. */
      readonly words?: string;
    };

/**
 * The reply's value if the whole message is one JSON object (thoughts before it and a fence around it are taken off) that
 * fits the schema. A refusal, a cut-off answer, prose around the object or a second object is unreadable. Most replies are as they
 * were asked for: where the schema takes other forms as well, `asAsked` takes that form alone, for the same value, in a tenth of the time.
 */
export function readObject<T>(schema: z.ZodType<T>, completion: Completion, asAsked = schema): Reply<T> {
  const recent = read.get(schema) ?? createRecent<Reply<unknown>>(MOST_RECENT);
  read.set(schema, recent);
  return recent(completion, () => parseObject(schema, completion, asAsked)) as Reply<T>;
}

/** A reply is read to see whether it is one, where a plan goes by what is ruled already, and for what it says. */
const read = new WeakMap<z.ZodType, (completion: Completion, parse: () => Reply<unknown>) => Reply<unknown>>();

/** The replies of a usual check's stage. */
const MOST_RECENT = 1024;

function parseObject<T>(schema: z.ZodType<T>, { finish, ending, text }: Completion, asAsked: z.ZodType<T>): Reply<T> {
  if (finish !== 'stop') {
    return { status: 'unreadable', reason: finish, ...whereDefined({ words: ending }) };
  }
  const parsed = parseUntrustedJson(findReply(text).text.trim());
  if (parsed.status === 'refused') return { status: 'unreadable', reason: 'not JSON' };
  const plain = asAsked.safeParse(parsed.value);
  const checked = plain.success || asAsked === schema ? plain : schema.safeParse(parsed.value);
  if (checked.success) return { status: 'read', value: checked.data };
  return { status: 'unreadable', reason: `wrong shape at ${checked.error.issues[0]?.path.join('.') || 'the top'}` };
}

/** As `readObject`, of a reply that must echo the `item` it is about. */
export function readReply<T extends { readonly item: string }>(
  schema: z.ZodType<T>,
  completion: Completion,
  item: string,
): Reply<T> {
  const reply = readObject(schema, completion);
  if (reply.status === 'unreadable' || reply.value.item === item) return reply;
  return { status: 'unreadable', reason: 'about another item' };
}

/** Characters of a word with all that may stand around it; what is longer says more. */
const LONGEST_WORD = 100;

/**
 * One word of a list, in capitals, with other signs between its parts or marks around it as well: `Non_Compliant.`, `not compliant`
 * and `**non\u2011compliant**` are `non-compliant`. Models whose server enforces no schema write it so, and it can mean nothing else.
 */
export function oneOf<const Words extends readonly string[]>(words: Words): z.ZodType<Words[number]> {
  const known = new Map(words.map((word) => [lettersOf(word), word]));
  return z.preprocess(
    (said) => (typeof said === 'string' && said.length <= LONGEST_WORD ? (known.get(lettersOf(said)) ?? said) : said),
    z.enum(words),
  );
}

function lettersOf(word: string): string {
  return word
    .toLowerCase()
    .replaceAll(/^[\s*"'`“”]+|[\s*"'`“”.!]+$/g, '')
    .replace(/^not(?=[\s_\p{Pd}])/u, 'non')
    .replaceAll(/[\s_\p{Pd}]/gu, '');
}

/** A number, in quotes as well. */
export function numberAs(schema: z.ZodType<number>): z.ZodType<number> {
  return z.preprocess(
    (said) => (typeof said === 'string' && /^\s*\d+(?:\.\d+)?\s*$/.test(said) ? Number(said) : said),
    schema,
  );
}

/** A text, or its parts: in a list, or each under a name of its own. */
export const wholeText: z.ZodType<string> = z.preprocess((said) => {
  const parts: readonly unknown[] = typeof said === 'object' && said !== null ? Object.values(said) : [];
  return parts.length > 0 && parts.every((part) => typeof part === 'string') ? parts.join('\n') : said;
}, z.string());

/**
 * A list of texts; one text alone is a list of it, null an empty one, and an object stands for its `id`. An object without one instead
 * of the list says something of each: its names are the list, but for those of which it says that they are none.
 */
export const textList: z.ZodType<string[]> = z.preprocess((said) => {
  if (typeof said === 'string') return [said];
  if (Array.isArray(said)) return said.map(idOr);
  if (typeof said !== 'object' || said === null) return said ?? [];
  const one = idOr(said);
  return one === said ? Object.entries(said).flatMap(([name, holds]) => (isNone(holds) ? [] : name)) : [one];
}, z.array(z.string()));

function isNone(holds: unknown): boolean {
  return holds === false || holds === null;
}

function idOr(said: unknown): unknown {
  return fieldOf(said, 'id') ?? fieldOf(said, 'clause_id') ?? fieldOf(said, 'clause') ?? said;
}
