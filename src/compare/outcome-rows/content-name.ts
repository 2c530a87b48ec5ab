// What a scenario is called that has no id of its own, or one that only counts: by what is asked.
import { hashJson, type Json } from '../../core/canonical-json.ts';

/** Characters that are shown of what is asked, for people; the hash tells scenarios apart. */
const LONGEST_BEGIN = 40;

/** `given`, else the beginning of the text that is asked, with a hash of all that is asked behind it. */
export function contentName(
  asked: unknown,
  { given, text }: { readonly given?: string | undefined; readonly text?: string | undefined },
): string {
  // As JSON has it: what stands in a Parquet file is named as in the same table's JSON.
  const plain = JSON.parse(JSON.stringify(asked, exactNumber)) as Json;
  return `${given ?? text?.slice(0, LONGEST_BEGIN) ?? 'case'} [${hashJson(plain).slice(0, 8)}]`;
}

/** Two long integers that one number would stand for stay apart. */
function exactNumber(_key: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}
