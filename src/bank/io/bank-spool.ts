// Scenarios on their way into a bank file of any size: lines in a file of their own, only their places in memory.
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseScenarioLine } from '../../scenarios/parse-row.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { serializeScenario } from '../../scenarios/serialize-scenario.ts';
import { createAppender } from '../../io/appender.ts';
import { isAlive } from '../../io/is-alive.ts';
import { makeFolder } from '../../io/make-folder.ts';
import { readAt } from '../../io/read-at.ts';

export interface BankSpool {
  readonly size: () => number;
  readonly get: (id: string) => Scenario | undefined;
  /** Adds a scenario, or takes the place of the one with its id. */
  readonly put: (scenario: Scenario) => void;
  /** Replaces the bank file by what was put, by id, one line a scenario; a reader finds the old file or the new one. */
  readonly replaceBank: () => void;
  /** Removes everything but the bank file. Call it whatever happens. */
  readonly close: () => void;
}

interface Place {
  readonly offset: number;
  readonly length: number;
}

/** A spool beside the bank file it will replace. Memory is bounded by the ids and a mebibyte of lines. */
export function openBankSpool(bankPath: string): BankSpool {
  makeFolder(dirname(bankPath));
  removeAbandoned(bankPath);
  const spoolPath = `${bankPath}.${process.pid}.spool`;
  const nextPath = `${bankPath}.${process.pid}.tmp`;
  const file = openSync(spoolPath, 'w+');
  const places = new Map<string, Place>();
  const spool = createAppender(file);
  const readLine = ({ offset, length }: Place): Buffer => {
    spool.flush();
    const line = Buffer.allocUnsafe(length);
    if (readAt(file, line, offset) < length) throw new Error('the spool ended early');
    return line;
  };
  return {
    size: () => places.size,
    get: (id) => {
      const place = places.get(id);
      if (place === undefined) return undefined;
      const row = parseScenarioLine(readLine(place).toString('utf8'));
      if (row.status === 'invalid') throw new Error(`the spool is damaged at "${id}"`);
      return row.scenario;
    },
    put: (scenario) => {
      const line = Buffer.from(`${serializeScenario(scenario)}\n`);
      places.set(scenario.id, { offset: spool.append(line), length: line.length });
    },
    replaceBank: () => {
      const next = openSync(nextPath, 'w');
      try {
        const out = createAppender(next);
        for (const id of [...places.keys()].sort()) out.append(readLine(places.get(id)!));
        out.flush();
        fsyncSync(next);
      } finally {
        closeSync(next);
      }
      renameSync(nextPath, bankPath);
    },
    close: () => {
      closeSync(file);
      rmSync(spoolPath, { force: true });
      rmSync(nextPath, { force: true });
    },
  };
}

/** What runs that were killed left beside this bank. */
export function removeAbandoned(bankPath: string): void {
  const folder = dirname(bankPath);
  const start = `${basename(bankPath)}.`;
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(start) ? /^(\d+)\.(spool|tmp)$/.exec(name.slice(start.length))?.[1] : undefined;
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}
