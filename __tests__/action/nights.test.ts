// Nights as a schedule runs them: the built Action, models behind a provider, the history in the Actions cache. A model
// that is changed in silence is caught, a judge that is changed in silence is told apart, and one issue says so.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HistoryRecord } from '../../src/nightly/decision/record.ts';
import type { NightReport } from '../../src/nightly/report/report.ts';
import { scheduleEvent } from '../support/runner/events.ts';
import {
  createGatedRepository,
  harborConfig,
  type GatedRepository,
  type RunOptions,
} from '../support/runner/gated-repository.ts';
import type { Issue } from '../support/runner/github-state.ts';
import { formsOf, leftBehind, unpack } from '../support/runner/left-behind.ts';
import { onDay } from '../support/runner/on-day.ts';
import type { ActionRun } from '../support/runner/start-action.ts';
import type { Answer } from '../support/provider-servers.ts';
import { KEYS, liveConfig, startSimulatedServers, type SimulatedServers } from '../support/simulated-servers.ts';

/** Milliseconds for all nights of a story, on a busy machine. */
const STORY = 300_000;
/** Part of the webhook's address. */
const TOKEN = 'hook-token-0123456789abcdef';

interface Night {
  readonly run: ActionRun;
  readonly report: NightReport;
  /** Requests that the providers got. */
  readonly asked: number;
  /** As they stood after it. */
  readonly issues: readonly Issue[];
  readonly issueComments: readonly string[];
  /** Dates of the history in the artifact, and in the newest cache entry. */
  readonly kept: readonly string[];
  readonly cached: readonly string[];
  readonly pages: readonly Page[];
}

interface Page {
  readonly action: string;
  readonly severity: string;
  readonly dedupeKey: string;
}

interface Watched {
  readonly gated: GatedRepository;
  readonly servers: SimulatedServers;
  readonly runs: readonly ActionRun[];
  readonly night: (date: string, options?: RunOptions) => Promise<Night>;
  /** All providers say that the quota is used up. */
  readonly exhaust: (isExhausted: 'exhausted' | 'well') => void;
  readonly close: () => Promise<void>;
}

interface Watching {
  readonly sentinels: number;
  /** Whether answers are scored, too. */
  readonly classifier: 'sorter' | 'none';
}

async function watch({ sentinels, classifier }: Watching): Promise<Watched> {
  let state: 'exhausted' | 'well' = 'well';
  const quota: Answer = {
    status: 429,
    error: { type: 'insufficient_quota', code: 'insufficient_quota', message: 'no' },
  };
  const servers = await startSimulatedServers('independent', {
    inject: () => (state === 'exhausted' ? quota : undefined),
  });
  const nightly = `nightly: { sentinels: ${sentinels}, rotation: 1, webhook: { urlEnv: HOOK, allowPrivate: ["127.0.0.1"] } }`;
  const edits = classifier === 'none' ? [['classifier: sim/sorter\n', ''] as const] : [];
  const config = `${liveConfig(harborConfig(...edits), servers)}${nightly}\n`;
  const gated = await createGatedRepository({ 'spec-gate.yml': config });
  const pages: Page[] = [];
  gated.server.prepend(({ path, body }) => {
    if (path !== `/pager/${TOKEN}`) return undefined;
    pages.push(JSON.parse(body.toString()) as Page);
    return { status: 200 };
  });
  const runs: ActionRun[] = [];
  const night: Watched['night'] = async (date, options = {}) => {
    const { github, cache } = gated.server;
    const before = { asked: servers.requests().length, pages: pages.length };
    const run = await gated.start(scheduleEvent(github, gated.base), {
      inputs: { mode: 'nightly' },
      cache: 'on',
      ...options,
      env: { ...KEYS, HOOK: `${gated.server.origin}/pager/${TOKEN}`, ...onDay(date), ...options.env },
    });
    runs.push(run);
    return {
      run,
      report: JSON.parse(gated.output('night.json')) as NightReport,
      asked: servers.requests().length - before.asked,
      issues: structuredClone(github.issues),
      issueComments: [...github.comments.values()].flat().map(({ body }) => body),
      kept: datesIn(gated.output('history.jsonl')),
      cached: cache.entries.length === 0 ? [] : datesIn(unpack(cache.entries.at(-1)!.archive)),
      pages: pages.slice(before.pages),
    };
  };
  const close = async (): Promise<void> => {
    await Promise.all([gated.close(), servers.close()]);
  };
  return {
    gated,
    servers,
    runs,
    night,
    exhaust: (next) => {
      state = next;
    },
    close,
  };
}

/** Days of the history's lines in any text that holds some. */
function datesIn(text: string): readonly string[] {
  const lines = [...text.matchAll(/\{"sum":.*\}$/gm)].map(
    ([line]) => (JSON.parse(line) as { record: HistoryRecord }).record,
  );
  return lines.map((record) => (record.kind === 'night' ? record.date : `${record.night.date} accepted`)).sort();
}

/** Who is alarmed, each once, however many figures of theirs moved. */
const alarms = ({ report }: Night): readonly string[] => [
  ...new Set(report.alarms.map(({ kind, id }) => `${kind} ${id}`)),
];
const end = ({ run, report }: Night): readonly unknown[] => [run.exitCode, run.outputs['verdict'], report.status];

describe('a model that is changed in silence', () => {
  let watched: Watched;
  let first: Night, steady: Night, changed: Night, still: Night, lost: Night, stopped: Night, broke: Night, gone: Night;
  beforeAll(async () => {
    watched = await watch({ sentinels: 5, classifier: 'sorter' });
    const { night, servers } = watched;
    first = await night('2026-11-23');
    // Where nothing has changed the provider answers as on the first night, so that no test hangs on luck.
    servers.rewind();
    steady = await night('2026-11-24');
    servers.swap('birch', 'birch-next');
    changed = await night('2026-11-25');
    still = await night('2026-11-26');
    const kept = watched.gated.server.cache.entries.splice(0);
    lost = await night('2026-11-27');
    watched.gated.server.cache.entries.push(...kept);
    const asked = servers.requests().length;
    stopped = await night('2026-11-27', { cancelWhen: () => servers.requests().length > asked + 100 });
    watched.exhaust('exhausted');
    broke = await night('2026-11-28');
    watched.exhaust('well');
    servers.swap('birch', 'birch');
    servers.rewind();
    gone = await night('2026-11-29');
  }, STORY);
  afterAll(() => watched.close());

  test('the first night is the anchor and the second is steady; nobody is told', () => {
    expect(end(first)).toEqual([0, 'pass', 'anchored']);
    expect(end(steady)).toEqual([0, 'pass', 'steady']);
    expect(steady.report.anchor?.date).toBe('2026-11-23');
    expect(steady.issues).toEqual([
      expect.objectContaining({ state: 'closed', body: expect.stringContaining('Nothing is wrong') as string }),
    ]);
    expect([...first.pages, ...steady.pages]).toEqual([]);
    // The history came by the cache alone: every night really asked anew.
    expect(steady.asked).toBeGreaterThan(150);
    expect(Number(steady.run.outputs['calls'])).toBe(steady.asked);
  });

  test('the third night fails and opens one issue that names the model; nothing but its answers gave it away', () => {
    expect(end(changed)).toEqual([1, 'fail', 'regressed']);
    expect(alarms(changed)).toEqual(['model beta/birch']);
    expect(changed.report.events.filter(({ kind }) => kind === 'renamed')).toEqual([]);
    expect(changed.issues).toMatchObject([{ state: 'closed' }, { state: 'open', labels: ['spec-gate'] }]);
    expect(changed.issues[1]!.title).toContain('beta/birch');
    expect(changed.run.summary).toContain('beta/birch');
    expect(changed.run.annotations.filter(({ level }) => level === 'error')).toEqual([
      expect.objectContaining({ message: expect.stringContaining('beta/birch') as string }),
    ]);
  });

  test('three nights stand in the artifact and in the cache, and in the trend', () => {
    const three = ['2026-11-23', '2026-11-24', '2026-11-25'];
    expect(changed.kept).toEqual(three);
    expect(changed.cached).toEqual(three);
    expect(changed.report.trend.dates).toEqual(three);
    expect(watched.gated.server.cache.entries.every(({ scope }) => scope === 'refs/heads/main')).toBe(true);
  });

  test('on the fourth night the same issue is brought up to date', () => {
    expect(end(still)).toEqual([1, 'fail', 'regressed']);
    expect(alarms(still)).toEqual(['model beta/birch']);
    expect(still.report.alarms.map(({ since }) => since)).toContain('2026-11-25');
    expect(still.issues.slice(1).map(({ number, state }) => [number, state])).toEqual([
      [changed.issues[1]!.number, 'open'],
    ]);
    expect(still.issues[1]!.body).toContain('Night of 2026-11-26');
  });

  test('a night whose cache was evicted takes nothing for the normal: no call, no anchor, the issue stays open', () => {
    expect(end(lost)).toEqual([2, 'inconclusive', 'incomplete']);
    expect(lost.asked).toBe(0);
    expect(lost.issues).toEqual(still.issues);
    expect(lost.run.summary).toContain(
      'nights were compared with the anchor of 2026-11-23 (non-compliance then: `alpha/aspen`',
    );
    expect([lost.kept, lost.cached, lost.pages]).toEqual([[], [], []]);
  });

  test.each([
    ['stopped half way', () => stopped],
    ['without any provider', () => broke],
  ])('a night that is %s decides nothing, leaves the issue as it was and is no night of the history', (_how, get) => {
    const night = get();
    expect(end(night)).toEqual([2, 'inconclusive', 'incomplete']);
    expect(night.issues).toEqual(still.issues);
    expect(night.issueComments).toEqual([]);
    expect(night.pages).toEqual([]);
    expect(night.kept).toEqual(still.kept);
    expect(night.cached).toEqual(still.kept);
  });

  test('what a stopped night paid for is kept', () => {
    expect(stopped.asked).toBeGreaterThan(100);
    expect(stopped.asked).toBeLessThan(still.asked);
    const [before, after] = watched.gated.server.cache.entries.slice(3, 5).map(({ archive }) => unpack(archive));
    expect(after!.length).toBeGreaterThan(before!.length);
  });

  test('when the model is as it was, the issue is closed with a comment, against the anchor of the first night', () => {
    expect(end(gone)).toEqual([0, 'pass', 'steady']);
    expect(gone.report).toMatchObject({ anchor: { date: '2026-11-23' }, last: '2026-11-26' });
    expect(gone.report.closed.map(({ id }) => id)).toEqual(still.report.alarms.map(({ id }) => id));
    expect(gone.issues.slice(1).map(({ number, state }) => [number, state])).toEqual([
      [changed.issues[1]!.number, 'closed'],
    ]);
    expect(gone.issueComments).toHaveLength(1);
    expect(gone.issueComments[0]).toContain('2026-11-29');
    expect(gone.kept).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-29']);
  });

  test('a pager is told of the alarm every night, and of its end under the key of the alarm', () => {
    const told = [changed, still, gone].map(({ pages }) => pages.map(({ action, severity }) => [action, severity]));
    expect(told).toEqual([[['trigger', 'critical']], [['trigger', 'critical']], [['resolve', 'info']]]);
    expect(gone.pages[0]!.dedupeKey).toBe(still.pages[0]!.dedupeKey);
  });

  test('no key and no token is in any log, file, cache entry, summary, issue or comment', () => {
    const texts = leftBehind(watched.gated, watched.runs);
    // The search would find one: what the models answered is there.
    expect(texts.some((text) => text.includes('[simulated]'))).toBe(true);
    for (const secret of [...Object.values(KEYS), TOKEN]) {
      for (const form of formsOf(secret)) expect(texts.filter((text) => text.includes(form))).toEqual([]);
    }
  });
});

describe('a judge that is changed in silence', () => {
  let watched: Watched;
  let steady: Night, changed: Night;
  beforeAll(async () => {
    watched = await watch({ sentinels: 8, classifier: 'none' });
    const { night, servers } = watched;
    await night('2026-11-23');
    steady = await night('2026-11-24');
    servers.swap('umpire', 'drowsy');
    changed = await night('2026-11-25');
  }, STORY);
  afterAll(() => watched.close());

  test('fresh answers of models that are the same raise no alarm', () => {
    expect(end(steady)).toEqual([0, 'pass', 'steady']);
    expect(steady.issues).toMatchObject([{ state: 'closed' }]);
  });

  test('is told from a model: inconclusive, an issue names the judge, no model is blamed', () => {
    expect(end(changed)).toEqual([2, 'inconclusive', 'judge-drift']);
    expect(alarms(changed)).toEqual(['judge gamma/umpire']);
    expect(changed.issues).toMatchObject([{ state: 'closed' }, { state: 'open' }]);
    expect(changed.issues[1]!.title).toContain('gamma/umpire');
    expect(changed.issues[1]!.title).not.toMatch(/aspen|birch|cedar|dogwood/);
    expect(changed.run.summary).toContain('gamma/umpire');
    expect(changed.pages.map(({ severity }) => severity)).toEqual(['warning']);
    expect(changed.kept).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
  });
});
