// `spec-gate log`: the acceptances that lie in this repository, oldest first.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readEach } from '../../core/errors.ts';
import { ACCEPTED_FOLDER, parseAcceptance, type Acceptance } from '../accept/acceptance.ts';
import { plainText, plainTextWithin } from '../../render/plain-text.ts';
import { day, name, say, wording, type Sentence } from '../../render/sentence.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { LogOptions } from '../commands.ts';

/** Characters of a reason that are shown. */
const LONGEST_REASON = 400;

/** @throws UserError with every file that is no acceptance. */
export async function runLogCommand(options: LogOptions, context: CommandContext): Promise<ExitCode> {
  const acceptances = readAcceptances(join(dirname(resolve(context.cwd, options.config)), ACCEPTED_FOLDER));
  const today = context.now().toISOString().slice(0, 10);
  context.print(
    options.json === true
      ? `${JSON.stringify(acceptances, null, 2)}\n`
      : acceptances.map((acceptance) => describe(acceptance, today)).join('') || 'Nothing was accepted here.\n',
  );
  return EXIT.pass;
}

function readAcceptances(folder: string): readonly Acceptance[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const files = names.filter((file) => file.endsWith('.json'));
  const read = readEach(files, (file) =>
    parseAcceptance({ file: `${ACCEPTED_FOLDER}/${file}`, text: readFileSync(join(folder, file), 'utf8') }),
  );
  return [...read].sort((a, b) => (`${a.accepted} ${a.finding}` < `${b.accepted} ${b.finding}` ? -1 : 1));
}

function describe({ accepted, finding, base, head, reason, expires }: Acceptance, today: string): string {
  const ends = wording(expires !== undefined && expires < today ? 'expired on' : 'until');
  const until = expires === undefined ? say`` : say` · ${ends} ${day(expires)}`;
  const short = (hash: string): Sentence => name(hash.slice(0, 7));
  const texts = base === head ? short(base) : say`${short(base)} -> ${short(head)}`;
  const what = plainText(say`${day(accepted)}  ${name(finding)}  ${texts}${until}`);
  return `${what}\n            ${plainTextWithin(name(reason), LONGEST_REASON)}\n`;
}
