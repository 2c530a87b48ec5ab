// How to go on where a verdict blocks: what to edit, or how to accept it and who may. The same sentences in every view.
import { clauseEffects } from './clause-effects.ts';
import { newlyFailing } from './failing-scenarios.ts';
import { blockingReasons, findingKey } from './finding-key.ts';
import type { Finding, Report, ReportChange } from './report.ts';
import { count } from '../render/format-numbers.ts';
import { listed, name, names, say, wording, type Sentence } from '../render/sentence.ts';

/** Clauses that are spelled out, and findings in the command that accepts them. */
const MOST = 3;
const MOST_KEYS = 6;

/** Full sentences; none where nothing blocks. */
export function writeWayOn(report: Report): readonly Sentence[] {
  const blocking = report.verdict.resolution === undefined ? blockingReasons(report) : [];
  // Who interrupted a run means to go on, and the reason itself says how.
  if (blocking.length === 0 || report.verdict.reasons[0]?.code === 'interrupted') return [];
  if (report.acceptances === 'not-read') return [...writeMending(report), writeOverruling(report)];
  return [...writeMending(report), writeAccepting(blocking, report), writeApproval(report)];
}

/** How one finding is accepted, for views that show findings one by one. */
export function writeAcceptance(finding: Finding, report: Report): Sentence | undefined {
  const isBlocking = report.verdict.resolution === undefined && blockingReasons(report).includes(finding);
  return isBlocking && report.acceptances === undefined ? writeAccepting([finding], report) : undefined;
}

/** Which text or model to change. Where nothing got worse, the advice of the finding itself says what would decide. */
function writeMending(report: Report): readonly Sentence[] {
  if (report.verdict.status === 'inconclusive') return writeTesting(report);
  if (report.verdict.status !== 'fail') return [];
  const models = (report.modelChanges ?? []).filter(({ replaces }) => replaces !== undefined);
  if (report.comparison === 'model' && models.length > 0) {
    return [
      say`To mend it, keep the model there was instead of ${names(models.map(({ model }) => model))}, or try another.`,
    ];
  }
  const worse = clauseEffects(report).filter(({ tone }) => tone === 'bad');
  if (worse.length === 0) return [];
  const places = listed(worse.slice(0, MOST).map(({ change }) => say`${name(change.id)} (${placeOf(change)})`));
  const rest = worse.length > MOST ? say`, and the other clauses that got worse` : say``;
  return [say`To mend it, edit ${places}${rest} and push; stored answers cost nothing.`];
}

/** `docs/model_spec.md:211`; a removed clause stands nowhere any more. */
function placeOf({ kind, file, lines }: ReportChange): Sentence {
  return kind === 'removed' ? say`removed` : name(`${file}:${lines[0]}`);
}

/** Where a clause has no scenario at all, what brings some. */
function writeTesting({ untested, notes }: Report): readonly Sentence[] {
  if (!untested.some(({ reason }) => reason === 'no-scenario')) return [];
  const wasWritten = notes.some(({ code }) => code === 'scenariosWritten');
  const written = wasWritten
    ? say``
    : say`, or have checks write some (${wording('coverage: { write: true }')} in the base branch's configuration)`;
  return [
    say`To test it, bring queries with ${wording('spec-gate bank import FILE')} and link them with ${wording('spec-gate bank link')}${written}.`,
  ];
}

function writeAccepting(blocking: readonly Finding[], report: Report): Sentence {
  const keys = [...new Set(blocking.map(findingKey))];
  const command = name(`spec-gate accept ${keys.slice(0, MOST_KEYS).map(quoted).join(' ')} --reason "..."`);
  const rest = keys.length > MOST_KEYS ? say` (and ${count(keys.length - MOST_KEYS)} more that it names)` : say``;
  return say`${wishOf(report)}, run ${command}${rest} and commit what it writes.`;
}

function wishOf({ verdict }: Report): Sentence {
  return verdict.status === 'fail' ? say`If it is intended` : say`To merge it undecided all the same`;
}

/** Where no review is read. */
function writeOverruling(report: Report): Sentence {
  return say`${wishOf(report)}, whoever may merge past a failed job decides: acceptances (${wording('spec-gate accept')}) count in the GitHub Action only, which reads who has approved.`;
}

function writeApproval({ approvers = [] }: Report): Sentence {
  if (approvers.length === 0) {
    return say`Nobody may approve that yet: the base branch's configuration names no ${name('approvers')}.`;
  }
  return say`It counts once ${names(approvers)} (not the author) ${approvers.length === 1 ? say`has` : say`or one of them has`} approved that commit.`;
}

/** The command that tells the worst scenario whole; none where none got worse. `reportJson` is the report's path. */
export function writeLookingCloser(report: Report, reportJson: string): readonly Sentence[] {
  const [worst] = newlyFailing(report);
  if (worst === undefined) return [];
  const isUsual = reportJson === USUAL_REPORT;
  const named = isUsual ? '' : ` ${quoted(reportJson.replace(/[/\\]report\.json$/, ''))}`;
  return [say`${name(`spec-gate report${named} --scenario ${quoted(worst.scenario)}`)} shows the worst one whole.`];
}

const USUAL_REPORT = 'spec-gate-report/report.json';

/** As a shell takes it for one word. */
function quoted(key: string): string {
  return /^[\w:./+-]+$/.test(key) ? key : `'${key.replaceAll("'", String.raw`'\''`)}'`;
}
