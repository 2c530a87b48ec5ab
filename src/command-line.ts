// The command line: translates argv and the process in, results and exit codes out.
import { Command, CommanderError } from '@commander-js/extra-typings';
import { addCommands } from './commands.ts';
import { type CommandContext } from './context/command-context.ts';
import { EXIT, type ExitCode } from './core/exit-code.ts';
import { formatProblem, UserError } from './core/errors.ts';
import { stripCommands } from './io/safe-log.ts';
import { readPackageVersion } from './io/package-version.ts';
import { ownHeap } from './io/tight-heap.ts';
import { describeDiskError } from './io/write-whole.ts';
import { isAttended, isTerminal, wantsColour, widthOf } from './io/terminal.ts';
import { takeStoreSecret } from './io/store/store-secret.ts';
import { plural } from './render/format-numbers.ts';

/** Runs what argv says, to its end. `packageRoot` is the folder that spec-gate itself lies in. */
export async function runCommandLine(packageRoot: string): Promise<ExitCode> {
  ownHeap();
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second one means it: what is finished is already on disk.
      if (stop.signal.aborted) process.exit(EXIT.inconclusive);
      stop.abort();
      const line = isTerminal(process.stderr) ? '\n' : '';
      process.stderr.write(
        `${line}Stopping: no new call is made, and what is finished is kept. Once more ends it at once.\n`,
      );
    });
  }
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) =>
      process.exit(reportFailure(error, (text) => void process.stderr.write(text))),
    );
  }
  const context: Omit<CommandContext, 'atEnd'> = {
    cwd: process.cwd(),
    storeSecret: takeStoreSecret(),
    env: process.env,
    print: (text) => void process.stdout.write(text),
    remark: (text) => void process.stderr.write(text),
    output: {
      isTerminal: isAttended(process.stdout, process.env),
      columns: widthOf(process.stdout),
      colour: wantsColour(process.stdout, process.env),
    },
    progress: { isTerminal: isAttended(process.stderr, process.env) },
    now: () => new Date(),
    monotonic: () => performance.now(),
    signal: stop.signal,
    packageRoot,
  };
  // Fails closed: a command that never says how it ended has not passed.
  let code: ExitCode = EXIT.bug;
  const program = new Command('spec-gate')
    .description('A regression gate for model specs: what does this edit, or this change of models, do to behaviour?')
    .version(readPackageVersion())
    .exitOverride()
    .showHelpAfterError('(run with --help for the options)');
  addCommands(program, context, (result) => {
    code = result;
  });
  try {
    await program.parseAsync();
  } catch (error) {
    return reportFailure(error, context.remark);
  }
  return code;
}

/** Problems spelled out: a file of another kind would fill the screen with its lines. */
const MOST_PROBLEMS = 20;

/** Problems quote files and servers: what they say may only be read, by terminals and by the runner's log. */
function reportFailure(error: unknown, remark: (text: string) => void): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.pass : EXIT.usage;
  if (error instanceof UserError) {
    const count = plural(error.problems.length, 'problem');
    const shown = error.problems.slice(0, MOST_PROBLEMS).map(formatProblem);
    const rest = error.problems.length - shown.length;
    const told = [...shown, ...(rest > 0 ? [`... and ${rest} more, once these are mended`] : [])].join('\n');
    remark(`${stripCommands(told)}\n${count} (exit ${EXIT.usage})\n`);
    return EXIT.usage;
  }
  const disk = describeDiskError(error);
  if (disk !== undefined) {
    remark(`${stripCommands(disk)}\n1 problem (exit ${EXIT.usage})\n`);
    return EXIT.usage;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  remark(`This is a bug in spec-gate; please report it with what follows.\n${stripCommands(stack)}\n`);
  return EXIT.bug;
}
