// Seeding as a repository's nights do it, and what it costs by the history of its spec.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serializeBank } from '../../src/scenarios/serialize-scenario.ts';
import type { ShownClause } from '../../src/spec/shown/shown-clause.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import { showSpec } from '../../src/writing/show-spec.ts';
import type { Edit } from './edits.ts';
import { commit, makeProject, runCli, runCommand, type Addresses } from './project.ts';
import { dollarsOf, type Spent } from './spending.ts';
import { createWorld, type World } from './world.ts';

/** Scenarios of each clause in a bank of the whole spec. */
const PER_CLAUSE = 7;

interface BankWanted {
  readonly text: string;
  readonly world: World;
  /** Scenarios of each clause. */
  readonly count: number;
  /** One clause only. */
  readonly clause?: string | undefined;
}

/** Writes the bank and commits it; without a folder the world learns alone what its scenarios are about. */
export async function fillBank(
  folder: string | undefined,
  { text, world, count, clause }: BankWanted,
): Promise<number> {
  const spec = await parseSpec([{ file: 'spec.md', text }], { clauses: 'headings' });
  const clauses = showSpec(spec).filter(
    (one: ShownClause) => one.text !== '' && (clause === undefined || one.id === clause),
  );
  const scenarios = clauses.flatMap((one) => world.writeBank(one, count));
  if (folder === undefined) return scenarios.length;
  writeFileSync(
    join(folder, '.spec-gate/bank.jsonl'),
    serializeBank([...scenarios].sort((a, b) => (a.id < b.id ? -1 : 1))),
  );
  commit(folder, 'Scenarios');
  return scenarios.length;
}

/** One run a night, the last of them yesterday. */
export async function seedNights({
  folder,
  store,
  nights,
  onNight = () => {},
}: {
  readonly folder: string;
  readonly store: string;
  readonly nights: number;
  readonly onNight?: (night: number) => void;
}): Promise<void> {
  for (let night = 1; night <= nights; night += 1) {
    const ran = await runCommand(folder, ['check', '--mode', 'seed', '--store', store], nights - night + 1);
    if (ran.code !== 0) throw new Error(`seeding: exit ${ran.code}\n${ran.stdout}\n${ran.stderr}`);
    onNight(night);
  }
}

/** A bank of the whole spec in a repository whose last commits edited a clause each. */
export async function seedByHistory({
  edits,
  addresses,
  draws,
  nights,
  begin,
  spent,
}: {
  readonly edits: readonly Edit[];
  readonly addresses: Addresses;
  /** As `seeding.draws` has them. */
  readonly draws: string;
  readonly nights: number;
  readonly begin: (world: World) => void;
  readonly spent: () => readonly Spent[];
}): Promise<void> {
  const [{ baseText: text }] = edits as readonly [Edit, ...Edit[]];
  const folder = makeProject(text, addresses, { seeding: `{ clauses: recent, draws: ${draws} }` });
  const store = mkdtempSync(join(tmpdir(), 'spec-gate-real-store-'));
  try {
    const world = createWorld({ clause: '', before: undefined, rise: 0 }, 'history');
    const bank = await fillBank(folder, { text, world, count: PER_CLAUSE });
    for (const [index, { headText, id }] of edits.entries()) {
      writeFileSync(join(folder, 'spec.md'), index === edits.length - 1 ? text : headText);
      commit(folder, `Edit ${id}`);
    }
    console.log(`bank of ${bank} scenarios, ${edits.length} commits\n\nplan, by history:`);
    console.log(runCli(folder, ['plan', '--mode', 'seed', '--store', store]));
    const config = readFileSync(join(folder, 'spec-gate.yml'), 'utf8');
    writeFileSync(join(folder, 'spec-gate.yml'), config.replace('clauses: recent', 'clauses: all'));
    console.log(`plan, everything:\n${runCli(folder, ['plan', '--mode', 'seed', '--store', store])}`);
    writeFileSync(join(folder, 'spec-gate.yml'), config);
    let paid = 0;
    begin(world);
    await seedNights({
      folder,
      store,
      nights,
      onNight: (night) => {
        const usd = dollarsOf(spent());
        console.log(`night ${night}: $${(usd - paid).toFixed(2)}, in all $${usd.toFixed(2)}`);
        paid = usd;
      },
    });
  } finally {
    for (const path of [folder, store]) rmSync(path, { recursive: true });
  }
}
