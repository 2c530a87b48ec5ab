// Building a scenario bank from start to end, given its ports: write new scenarios, score those that are there.
import type { Ask } from '../evaluation/ask.ts';
import type { GenerationCounts } from './generation/generation-counts.ts';
import { generateScenarios, type GenerationOptions } from './generation/generate.ts';
import { scoreBank, type ScoreCounts } from './generation/score.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { serializeScenario } from '../scenarios/serialize-scenario.ts';

export interface BankPorts {
  readonly ask: Ask;
  /** Takes one line of the bank file, without its end. Called in order; the next line waits for it. */
  readonly writeLine: (line: string) => void | Promise<void>;
  /** Told after each scenario how many there are so far. */
  readonly onScenario?: (done: number) => void;
}

/**
 * Writes new scenarios line by line as they are finished, so that a killed run leaves whole scenarios behind. Those that
 * `held` has already are not written again: after a kill, run it with what the file holds by then.
 */
export async function generateBank(options: GenerationOptions, ports: BankPorts): Promise<GenerationCounts> {
  return writeAll(generateScenarios(options, ports.ask), {
    ...ports,
    writeLine: async (line, scenario) => {
      if (options.held?.has(scenario.id) !== true) await ports.writeLine(line);
    },
  });
}

/** Writes every scenario of a bank again, scored where it could be: the lines of the new bank file. */
export async function scoreBankFile(
  scenarios: readonly Scenario[],
  options: Parameters<typeof scoreBank>[1],
  ports: BankPorts,
): Promise<ScoreCounts> {
  return writeAll(scoreBank(scenarios, options, ports.ask), ports);
}

interface Lines extends Omit<BankPorts, 'writeLine' | 'ask'> {
  readonly writeLine: (line: string, scenario: Scenario) => void | Promise<void>;
}

async function writeAll<Counts>(scenarios: AsyncGenerator<Scenario, Counts>, ports: Lines): Promise<Counts> {
  for (let done = 1; ; done += 1) {
    const next = await scenarios.next();
    if (next.done === true) return next.value;
    await ports.writeLine(serializeScenario(next.value), next.value);
    ports.onScenario?.(done);
  }
}
