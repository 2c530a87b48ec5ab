// Runs a command in this process, from the source: what it prints, and the code it would end with.
import { Command, CommanderError } from '@commander-js/extra-typings';
import { addCommands } from '../../src/commands.ts';
import { type CommandContext } from '../../src/context/command-context.ts';
import { EXIT, type ExitCode } from '../../src/core/exit-code.ts';
import { UserError } from '../../src/core/errors.ts';
import { ROOT } from './cli.ts';

export interface CommandResult {
  readonly code: ExitCode | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandWorld {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly storeSecret?: string;
  readonly signal?: AbortSignal;
  readonly now?: Date;
  /** Milliseconds. By default this machine's clock. */
  readonly monotonic?: () => number;
}

/** A user's mistake is a result (code 3, its text on stderr); a bug is thrown. */
export async function runCommand(args: readonly string[], world: CommandWorld): Promise<CommandResult> {
  let stdout = '';
  let stderr = '';
  let code: ExitCode | undefined;
  const context: Omit<CommandContext, 'atEnd'> = {
    cwd: world.cwd,
    env: world.env ?? {},
    storeSecret: world.storeSecret,
    print: (text) => {
      stdout += text;
    },
    remark: (text) => {
      stderr += text;
    },
    output: { isTerminal: false, columns: 100, colour: false },
    progress: { isTerminal: false },
    now: () => world.now ?? new Date('2026-11-23T12:00:00Z'),
    monotonic: world.monotonic ?? (() => performance.now()),
    signal: world.signal ?? new AbortController().signal,
    packageRoot: ROOT,
  };
  const program = new Command('spec-gate').exitOverride().configureOutput({ writeErr: context.remark });
  addCommands(program, context, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(['node', 'spec-gate', ...args]);
  } catch (error) {
    if (error instanceof CommanderError) return { code: EXIT.usage, stdout, stderr };
    if (!(error instanceof UserError)) throw error;
    return { code: EXIT.usage, stdout, stderr: `${stderr}${error.message}\n` };
  }
  return { code, stdout, stderr };
}
