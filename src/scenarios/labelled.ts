// Labelled items: answers with the ruling they deserve. Judges are tested on them, and violations show what an edit lets through. One JSON object a line.
import { whereDefined } from '../core/where-defined.ts';
import * as z from 'zod';
import { UserError, type Problem } from '../core/errors.ts';
import { parseUntrustedJson } from '../core/untrusted-json.ts';
import type { Message } from '../models/model.ts';

const LabelledRow = z.object({
  id: z.string().min(1),
  clauses: z.array(z.string()).min(1),
  conversation: z
    .array(z.strictObject({ role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']), content: z.string() }))
    .min(1),
  response: z.string().min(1),
  expected: z.enum(['compliant', 'non-compliant']),
  cited: z.array(z.string()).optional(),
  source: z.string().max(300).optional(),
});

export interface LabelledItem {
  readonly id: string;
  /** Ids of the clauses that a judge is shown beside the global ones. */
  readonly clauses: readonly string[];
  readonly conversation: readonly Message[];
  readonly response: string;
  readonly expected: 'compliant' | 'non-compliant';
  /** Of a violation: the clauses it breaks. */
  readonly cited?: readonly string[];
  /** Who wrote it. */
  readonly source?: string;
}

/** Every item of a file. @throws UserError with every problem, each at its line. */
export function parseLabelled({
  file,
  text,
}: {
  readonly file: string;
  readonly text: string;
}): readonly LabelledItem[] {
  const items: LabelledItem[] = [];
  const problems: Problem[] = [];
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const place = { file, line: index + 1, column: 1 };
    const json = parseUntrustedJson(line);
    const row = json.status === 'parsed' ? LabelledRow.safeParse(json.value) : undefined;
    if (json.status !== 'parsed') problems.push({ message: json.reason, place });
    else if (row?.success === true) items.push(itemOf(row.data));
    else
      problems.push(
        ...row!.error.issues.map((issue) => ({
          message: `${issue.path.join('.') || 'item'}: ${issue.message}`,
          place,
        })),
      );
  }
  const ids = items.map(({ id }) => id);
  for (const twice of new Set(ids.filter((id, index) => ids.indexOf(id) < index))) {
    problems.push({ message: `two labelled items are called ${JSON.stringify(twice)}`, place: { file } });
  }
  if (problems.length > 0) throw new UserError(problems);
  return items;
}

/** The clauses a violation is about: those it is said to break, or all it is judged by. */
export function brokenClauses({ cited, clauses }: LabelledItem): readonly string[] {
  return cited === undefined || cited.length === 0 ? clauses : cited;
}

/** The item as one line of a file, without its end. */
export function serializeLabelled(item: LabelledItem): string {
  const { id, clauses, conversation, response, expected, cited, source } = item;
  return JSON.stringify({ id, clauses, conversation, response, expected, ...whereDefined({ cited, source }) });
}

function itemOf({ cited, source, ...row }: z.output<typeof LabelledRow>): LabelledItem {
  return { ...row, ...whereDefined({ cited, source }) };
}
