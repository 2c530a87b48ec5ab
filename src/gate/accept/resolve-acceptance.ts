// Whether the acceptances that a change brings cover its verdict. The statistics still say what they say.
import { whereDefined } from '../../core/where-defined.ts';
import { createFinding } from '../../report/messages.ts';
import type { Finding, Report } from '../../report/report.ts';
import { blockingReasons, findingKey } from '../../report/finding-key.ts';
import type { Acceptance } from './acceptance.ts';

/** The half that the change cannot write itself: an approver's approval of its very last commit. */
export type Approval =
  | { readonly approved: true; readonly by: string }
  | { readonly approved: false; readonly reasons: readonly string[] };

export interface AcceptanceContext {
  /** Those that the change itself adds. */
  readonly acceptances: readonly Acceptance[];
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  /** Asked once, and only where the acceptances cover everything that blocks. */
  readonly approval: () => Promise<Approval>;
}

/** The report with its resolution where every blocking finding is accepted and approved, else with why not. */
export async function resolveAcceptance(report: Report, context: AcceptanceContext): Promise<Report> {
  const blocking = blockingReasons(report);
  const judged = blocking.map((finding) => ({ finding, ...coverOf(report, finding, context) }));
  const notCounted = judged.flatMap(({ finding, refused }) =>
    refused.length === 0 ? [] : [notCountedNote(findingKey(finding), refused)],
  );
  const covers = judged.flatMap(({ cover }) => (cover === undefined ? [] : [cover]));
  if (covers.length === 0 || covers.length < blocking.length) {
    const open = judged.filter(({ cover }) => cover === undefined).map(({ finding }) => findingKey(finding));
    const partial = covers.map(({ finding }) => notCountedNote(finding, [`not accepted: ${open.join(', ')}`]));
    return withNotes(report, [...notCounted, ...partial]);
  }
  const approval = await context.approval();
  if (!approval.approved) {
    return withNotes(
      report,
      covers.map(({ finding }) => notCountedNote(finding, approval.reasons)),
    );
  }
  const [expires] = covers.flatMap((cover) => cover.expires ?? []).sort();
  const resolution = {
    kind: 'accepted',
    by: [approval.by],
    reason: [...new Set(covers.map(({ reason }) => reason))].join('; '),
    ...whereDefined({ expires }),
  } as const;
  return { ...report, verdict: { ...report.verdict, resolution } };
}

/** The acceptance that covers a finding, or why those for it do not. */
function coverOf(
  report: Report,
  finding: Finding,
  { acceptances, today }: AcceptanceContext,
): { readonly cover?: Acceptance; readonly refused: readonly string[] } {
  const key = findingKey(finding);
  const refused: string[] = [];
  for (const acceptance of acceptances.filter((one) => one.finding === key)) {
    const reason = refuse(report, finding, { acceptance, today });
    if (reason === undefined) return { cover: acceptance, refused: [] };
    refused.push(reason);
  }
  return { refused };
}

function refuse(
  report: Report,
  finding: Finding,
  { acceptance, today }: { readonly acceptance: Acceptance; readonly today: string },
): string | undefined {
  const { base, head, policy, comparison, models, numbers, expires } = acceptance;
  if (comparison !== report.comparison || !sameModels(models, report)) return 'it was given for another comparison';
  if (base !== report.base.specHash || head !== report.head.specHash) return 'it was given for another spec text';
  if (policy !== report.policyHash) return 'it was given under another policy';
  if (expires !== undefined && expires < today) return `it expired on ${expires}`;
  const [most, now] = [numbers['high'], finding.args['change']];
  if (typeof most === 'number' && typeof now === 'number' && now > most) {
    return `the change is now larger (${now.toFixed(3)}) than what was accepted (up to ${most.toFixed(3)})`;
  }
  return undefined;
}

function sameModels(models: Acceptance['models'], { base, head }: Report): boolean {
  return JSON.stringify([models.base, models.head]) === JSON.stringify([base.models, head.models]);
}

function notCountedNote(finding: string, reasons: readonly string[]): Finding {
  return createFinding({ code: 'acceptanceNotCounted', args: { finding, reasons }, severity: 'notice' });
}

function withNotes(report: Report, notes: readonly Finding[]): Report {
  return notes.length === 0 ? report : { ...report, notes: [...report.notes, ...notes] };
}
