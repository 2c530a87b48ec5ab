// The commands about intended changes: accept one, list what was accepted.
import type { Command } from 'commander';
import type { Door } from '../context/command-context.ts';
import type { ExitCode } from '../core/exit-code.ts';

export function addAcceptanceCommands(program: Command, door: Door, finish: (code: ExitCode) => void): void {
  program
    .command('accept <finding>')
    .description('write down that a finding is intended; it counts once an approver has approved the commit')
    .requiredOption('--reason <text>', 'why; it is shown with the verdict')
    .option('--report <file>', 'the report that has the finding', 'spec-gate-report/report.json')
    .option('--expires <date>', 'the last day it holds (YYYY-MM-DD, UTC)')
    .option('--config <file>', 'the config; acceptances lie beside it', 'spec-gate.yml')
    .option('--json', 'print the files written as JSON')
    .action(
      async (finding: string, options: Parameters<typeof import('../gate/commands/accept.ts').runAcceptCommand>[1]) => {
        const { runAcceptCommand } = await import('../gate/commands/accept.ts');
        finish(await runAcceptCommand(finding, options, door));
      },
    );
  program
    .command('log')
    .description('what was accepted here: when, why, and until when')
    .option('--config <file>', 'the config; acceptances lie beside it', 'spec-gate.yml')
    .option('--json', 'print the acceptances as JSON')
    .action(async (options: Parameters<typeof import('../gate/commands/log.ts').runLogCommand>[0]) => {
      const { runLogCommand } = await import('../gate/commands/log.ts');
      finish(await runLogCommand(options, door));
    });
}
