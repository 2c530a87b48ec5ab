// What a run did, as run.json keeps it: calls, failures, tokens, dollars and how it was stopped.
import type { Tally } from '../evaluation/tally.ts';
import type { RunRecord } from '../report/run-record.ts';
import type { SegmentStore } from '../io/store/segment-store.ts';
import type { Stop } from './stop.ts';

export function describeRun(run: {
  tally: Tally;
  store: SegmentStore;
  retried: number;
  startedAt: Date;
  seconds: number;
  stop: Stop | undefined;
}): RunRecord {
  const { tally, store, retried, startedAt, seconds, stop } = run;
  const made = tally.made();
  const problems = store.problems();
  const failures = tally.failures();
  const failed = failures.reduce((sum, { count }) => sum + count, 0);
  const stopped = stop === undefined || stop.kind === 'no-keys' ? {} : { stopped: stop.kind };
  return {
    schema: 'spec-gate/run@1',
    startedAt: startedAt.toISOString(),
    seconds,
    calls: { made: made.calls, stored: tally.stored(), failed, retried, unusable: tally.unusable() },
    failures,
    tokens: { input: made.inputTokens, cachedInput: made.cachedInputTokens, output: made.outputTokens },
    usd: made.usd,
    storeProblems: problems.unreadable + problems.unsigned + problems.unwritten,
    notKept: problems.unwritten,
    ...stopped,
  };
}
