// The lines that help and mistakes show are ones that their command takes.
import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { expect, test } from 'vitest';
import { addCommands, EXAMPLES } from '../../src/commands.ts';
import type { CommandContext } from '../../src/context/command-context.ts';

const program: CommandUnknownOpts = new Command('spec-gate');
addCommands(program, {} as Omit<CommandContext, 'atEnd'>, () => {});

const leaves = (command: CommandUnknownOpts): readonly CommandUnknownOpts[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);

test('every example is of a command that is there', () => {
  const names = leaves(program).map((command) => command.name());
  expect(Object.keys(EXAMPLES).filter((name) => !names.includes(name))).toEqual([]);
});

test.each(Object.entries(EXAMPLES).flatMap(([name, lines]) => lines.map((line) => [line, name] as const)))(
  '%s',
  (line, name) => {
    const command = leaves(program).find((one) => one.name() === name)!;
    const path = `${command.parent === program ? '' : `${command.parent!.name()} `}${name}`;
    expect(line).toMatch(new RegExp(`^spec-gate ${path}(?: |$)`));
    const words = line.slice(`spec-gate ${path}`.length).match(/"[^"]*"|\S+/g) ?? [];
    const { operands, unknown } = command.parseOptions(words.map((word) => word.replaceAll('"', '')));
    expect(unknown).toEqual([]);
    const taken = command.registeredArguments;
    expect(operands.length).toBeGreaterThanOrEqual(taken.filter(({ required }) => required).length);
    const most = taken.some(({ variadic }) => variadic) ? Infinity : taken.length;
    expect(operands.length).toBeLessThanOrEqual(most);
    const given: Readonly<Record<string, unknown>> = command.opts();
    const lacking = command.options.filter((option) => option.mandatory && given[option.attributeName()] === undefined);
    expect(lacking.map(({ flags }) => flags)).toEqual([]);
  },
);
