// What a scenario is called that has no id of its own, or one that only counts: by what is asked.
import { hashJson, type Json } from '../../core/canonical-json.ts';

/** Characters that are shown of what is asked, for people; the hash tells scenarios apart. */
const LONGEST_BEGIN = 40;

/** `given`, else the beginning of the text that is asked, with a hash of all that is asked behind it. */
export function contentName(
  asked: unknown,
  { given, text }: { readonly given?: string | undefined; readonly text?: string | undefined },
): string {
  return `${given ?? text?.slice(0, LONGEST_BEGIN) ?? 'case'} [${hashJson(asked as Json).slice(0, 8)}]`;
}
