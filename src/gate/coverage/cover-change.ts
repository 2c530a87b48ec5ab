// Before a change is evaluated: what its clauses may now pull against, and the scenarios that they lack, written for it.
import type { Ask } from '../../evaluation/ask.ts';
import type { Tally } from '../../evaluation/tally.ts';
import type { Project } from '../../run/load-project.ts';
import type { Run } from '../../run/open-run.ts';
import { createBank } from '../../scenarios/parse-bank.ts';
import type { ClauseChange } from '../../spec/change.ts';
import type { Spec } from '../../spec/clause.ts';
import type { Side } from '../../writing/change-angles.ts';
import { openLinker } from '../../writing/open-linker.ts';
import type { Collision } from '../../writing/prompts/change-scan.ts';
import { scanChange } from '../../writing/scan-change.ts';
import { writeForChange, type WrittenForClause } from '../../writing/write-for-change.ts';
import { prepareSpecCheck, type PreparedCheck, type SpecSide } from '../change/prepare-check.ts';
import { changedClauses, findCoverageGaps, type CoverageGap } from './find-gaps.ts';
import { describeCoverage, unsureClauses, unwrittenClauses } from './coverage-findings.ts';

export interface CoverageContext {
  readonly project: Project;
  readonly run: Pick<Run, 'ask' | 'offline' | 'stopped' | 'beginStage'>;
  /** Counts what the check needs, writing included: the same whether it is made now or was stored. */
  readonly tally: Pick<Tally, 'needed'>;
}

/**
 * The check with the scenarios that its changed clauses lacked. As it was where the policy writes none, on a fork (a
 * stranger's text would choose what is asked with the owner's keys), or in a comparison of models.
 */
export async function coverChange(prepared: PreparedCheck, context: CoverageContext): Promise<PreparedCheck> {
  const { project, run, tally } = context;
  const { coverage } = project.config;
  const { sides } = prepared;
  const changes = changedClauses(prepared);
  if (!coverage.write || run.offline === 'fork' || sides === undefined || changes.length === 0) return prepared;
  const specs = { base: sides.base.spec, head: sides.head.spec };
  const draw = `write:${prepared.subject.comparison.digest}`;
  const mayGoOn = (): boolean => {
    const { usd } = tally.needed();
    return run.stopped() === undefined && (usd === 'unknown' || usd < coverage.usd);
  };
  run.beginStage('write scenarios', () => []);
  const collisions = await scanAll(changes, { specs, model: project.panel.judges[0]!, draw }, run.ask);
  const gaps = findCoverageGaps(prepared, coverage.perClause);
  const written: WrittenForClause[] = [];
  const shared = {
    specs,
    generators: project.panel.judges,
    linkers: linkersOf(specs, { project, draw }),
    draw,
    scored: project.config.specUse === 'prompt',
    mayGoOn,
  };
  // One clause after the other, so that where the budget ends does not depend on which call was faster.
  for (const { change, wanted } of gaps) {
    const existing = [...project.bank.scenarios, ...written.flatMap(scenariosOf)];
    const own = { change, count: wanted, collisions: collisions.get(change.id) ?? [], existing };
    written.push(await writeForChange({ ...shared, ...own }, run.ask));
  }
  return withWritten(prepared, { project, sides, gaps, written, collisions });
}

async function scanAll(
  changes: readonly ClauseChange[],
  how: Omit<Parameters<typeof scanChange>[0], 'change'>,
  ask: Ask,
): Promise<ReadonlyMap<string, readonly Collision[]>> {
  const scans = changes.map(async (change) => [change.id, await scanChange({ ...how, change }, ask)] as const);
  return new Map(await Promise.all(scans));
}

function scenariosOf({ scenarios }: WrittenForClause) {
  return scenarios.map(({ scenario }) => scenario);
}

function linkersOf(
  specs: Readonly<Record<Side, Spec>>,
  { project, draw }: { readonly project: Project; readonly draw: string },
): Parameters<typeof writeForChange>[0]['linkers'] {
  const { panel, config } = project;
  const open = (spec: Spec) => openLinker({ spec, panel, prices: config.prices, draw });
  return { base: open(specs.base), head: open(specs.head) };
}

interface Found {
  readonly project: Project;
  readonly sides: { readonly base: SpecSide; readonly head: SpecSide };
  readonly gaps: readonly CoverageGap[];
  readonly written: readonly WrittenForClause[];
  readonly collisions: ReadonlyMap<string, readonly Collision[]>;
}

/** The check on the bank and what was written; a clause whose scenarios rarely touch it cannot pass by them. */
function withWritten(prepared: PreparedCheck, found: Found): PreparedCheck {
  const { project, sides, gaps, written } = found;
  const scenarios = written.flatMap(scenariosOf);
  const bank = createBank(project.bank.file, [...project.bank.scenarios, ...scenarios]);
  const again = scenarios.length === 0 ? prepared : prepareSpecCheck({ ...project, bank }, sides);
  const { subject } = again;
  const unsure = unsureClauses({ gaps, written });
  const unwritten = new Map(unwrittenClauses(written).map((one) => [one.clause, one]));
  return {
    ...again,
    subject: {
      ...subject,
      written: new Set(scenarios.map(({ id }) => id)),
      untested: [
        ...subject.untested
          .filter(({ clause }) => !unsure.includes(clause))
          .map((one) => (one.reason === 'no-scenario' ? (unwritten.get(one.clause) ?? one) : one)),
        ...unsure.map((clause) => ({ clause, reason: 'unsure' as const })),
      ],
    },
    coverage: describeCoverage({ ...found, selected: subject.selected, usd: project.config.coverage.usd }),
  };
}
