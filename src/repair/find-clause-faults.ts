// The faults of one clause, from what judges say of the stored answers to its scenarios: the study's findings, and open rulings.
import { listAmbiguous } from '../analysis/ambiguous-scenarios.ts';
import { parseEvidence, serializeEvidence } from '../analysis/evidence/evidence.ts';
import { studyRun } from '../analysis/evidence/from-run.ts';
import type { Ask } from '../evaluation/ask.ts';
import { evaluate, type EvaluatedCell } from '../evaluation/evaluate.ts';
import { createFinding } from '../report/messages.ts';
import type { Finding } from '../report/report.ts';
import { analyzeStudy } from '../study/analyze-study.ts';
import { studyFindings } from '../study/report/study-findings.ts';
import { faultsOf } from './read-faults.ts';
import type { Fault } from './fault.ts';
import { planClauseSight, type FaultSight } from './see-fault.ts';
import type { RepairSubject } from './repair-subject.ts';

/** Fewer scenarios are single odd cases. */
const FEWEST_SCENARIOS = 3;

export async function findClauseFaults(
  subject: Omit<RepairSubject, 'faults'>,
  clause: string,
  ask: Ask,
): Promise<readonly Fault[]> {
  const sight = planClauseSight(subject, [clause]);
  const cells = await evaluate(sight.comparison, sight.tasks, ask);
  const findings = [...studyCells(sight, cells), ...openRulings(clause, cells)];
  return faultsOf(findings).filter(({ clauses }) => clauses.includes(clause));
}

function studyCells({ comparison, scenarios }: FaultSight, cells: readonly EvaluatedCell[]): readonly Finding[] {
  const show = (text: string): string => text;
  const text = serializeEvidence({ comparison, simulated: false, scenarios, cells, show });
  const evidence = parseEvidence({ file: 'evidence of the clause', text });
  const analysis = analyzeStudy(studyRun(evidence, { arm: 'head', categories: new Map() }));
  return studyFindings(analysis).map(({ finding }) => finding);
}

function openRulings(clause: string, cells: readonly EvaluatedCell[]): readonly Finding[] {
  const open = listAmbiguous(cells).filter(({ clauses }) => clauses.includes(clause));
  if (open.length < FEWEST_SCENARIOS) return [];
  const args = {
    scenarios: open.length,
    before: open.length,
    tested: new Set(cells.map(({ scenario }) => scenario)).size,
    clauses: [clause],
    examples: open.slice(0, FEWEST_SCENARIOS).map(({ scenario }) => scenario),
  };
  return [createFinding({ code: 'ambiguousRulings', args, severity: 'notice', clause })];
}
