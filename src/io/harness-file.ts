// What another harness wrote, told by its content: promptfoo's output, or an Inspect log as JSON or .eval.
import type { ByteSource } from '../core/byte-source.ts';
import { readText } from '../core/byte-source.ts';
import { UserError } from '../core/errors.ts';
import {
  isInspectLog,
  readInspectArchive,
  readInspectJson,
  type InspectLog,
} from '../scenarios/harness/inspect-log.ts';
import { findRepeatedMember } from '../core/untrusted-json.ts';
import { parseLooseJson } from '../scenarios/harness/loose-json.ts';
import { isPromptfooOutput, readPromptfooOutput, type PromptfooResult } from '../scenarios/harness/promptfoo-output.ts';
import { describeUnread } from './rows/unread-files.ts';
import { isZip, openZip } from './zip-archive.ts';

export type HarnessFile =
  | { readonly kind: 'inspect'; readonly log: InspectLog }
  | { readonly kind: 'promptfoo'; readonly results: readonly PromptfooResult[] }
  /** One JSON value of no harness that is known here. */
  | { readonly kind: 'json'; readonly value: unknown }
  /** No one JSON value: lines, or no JSON at all. */
  | { readonly kind: 'text'; readonly text: string };

/** Whether a file stands beside logs without being one: what `inspect eval-set` and `inspect view` write into a folder of them, and lm-eval's results. */
export function isBesideLogs(name: string): boolean {
  return /(?:^|[\\/])(?:eval-set|logs|listing|results_\d{4}-\d\d-\d\dT[\d.-]+)\.json$/.test(name);
}

/** A JSON file is one value and has to be in memory whole; several times its size, once parsed. */
const LARGEST_JSON = 256 * 1024 * 1024;

/** @throws UserError where it is too large, no UTF-8, of a format that is not read, or a log that cannot be read. */
export async function openHarnessFile(source: ByteSource): Promise<HarnessFile> {
  if (await isZip(source)) return { kind: 'inspect', log: await openEvalArchive(source) };
  const unread = describeUnread(source.name);
  if (unread !== undefined) throw new UserError({ ...unread, place: { file: source.name } });
  const tooLarge = (): UserError => {
    const message = `larger than ${LARGEST_JSON / 1024 / 1024} MB`;
    const hint = 'Write it as JSON Lines; an Inspect log as .eval (inspect log convert --to eval).';
    return new UserError({ message, hint, place: { file: source.name } });
  };
  if (source.byteLength > LARGEST_JSON) throw tooLarge();
  let text = '';
  for await (const piece of readText(source)) {
    text += piece;
    if (text.length > LARGEST_JSON) throw tooLarge();
  }
  return recognise(source.name, text);
}

function recognise(file: string, text: string): HarnessFile {
  let value: unknown;
  try {
    value = parseLooseJson(text);
  } catch {
    return { kind: 'text', text };
  }
  const repeated = findRepeatedMember(text);
  if (repeated !== undefined) {
    const { reason, line, column } = repeated;
    throw new UserError({ message: reason, place: { file, line, column } });
  }
  // An Inspect log has results, too: what it is is told by what only it has.
  if (isInspectLog(value)) return { kind: 'inspect', log: readInspectJson(file, value) };
  if (isPromptfooOutput(value)) return { kind: 'promptfoo', results: readPromptfooOutput(file, value) };
  return { kind: 'json', value };
}

async function openEvalArchive(source: ByteSource): Promise<InspectLog> {
  const archive = await openZip(source);
  const read = async (name: string): Promise<unknown> => {
    const text = new TextDecoder().decode(await archive.read(name));
    try {
      return parseLooseJson(text);
    } catch {
      throw new UserError({ message: `${name}: not JSON`, place: { file: source.name } });
    }
  };
  return readInspectArchive(source.name, { names: archive.names, read });
}
