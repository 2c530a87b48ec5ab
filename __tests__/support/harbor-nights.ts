// Nights on the shipped example. The undisturbed nights that a test begins with are made once a file, and copied.
import { beforeEach } from 'vitest';
import type { HistoryRecord } from '../../src/nightly/decision/record.ts';
import { runNight, type NightResult } from '../../src/nightly/night.ts';
import type { NightOptions } from '../../src/nightly/open.ts';
import type { Project } from '../../src/run/load-project.ts';
import type { Spec } from '../../src/spec/clause.ts';
import { harborSpec } from './harbor.ts';
import { openHarbor, type HarborProject, type HarborRunOptions } from './harbor-run.ts';

export interface HarborNights {
  spec: Spec;
  harbor: HarborProject;
  history: HistoryRecord[];
  /** A night whose record, if it leaves one, joins the history. */
  readonly night: (date: string, world?: HarborRunOptions, options?: Partial<NightOptions>) => Promise<NightResult>;
}

interface CalmNight {
  readonly result: NightResult;
  readonly harbor: HarborProject;
  readonly history: readonly HistoryRecord[];
}

/** Declares the set-up of a test file: every test begins before the first night. */
export function useHarborNights(change: (project: Project) => Project): HarborNights {
  const calmNights = new Map<string, CalmNight>();
  let untouched: Pick<HarborNights, 'harbor' | 'history'>;
  let calm: readonly string[] | undefined;
  const nights: HarborNights = {
    // Before each test it is opened.
    spec: undefined as unknown as Spec,
    harbor: undefined as unknown as HarborProject,
    history: [],
    night: async (date, world = {}, options = {}) => {
      const isUntouched = nights.harbor === untouched.harbor && nights.history === untouched.history;
      const isCalm = isUntouched && Object.keys({ ...world, ...options }).length === 0;
      calm = isCalm && calm !== undefined ? [...calm, date] : undefined;
      const known = calm && calmNights.get(calm.join(' '));
      if (known !== undefined) {
        nights.harbor = known.harbor.copy();
        nights.history = [...known.history];
        untouched = { ...nights };
        return known.result;
      }
      const { spec, harbor, history } = nights;
      const now = new Date(`${date}T02:00:00Z`);
      const result = await runNight(harbor.project, harbor.openRun(world), { spec, date, now, history, ...options });
      history.push(...result.append);
      if (calm !== undefined) calmNights.set(calm.join(' '), { result, harbor: harbor.copy(), history: [...history] });
      return result;
    },
  };
  beforeEach(async () => {
    nights.spec = await harborSpec('spec.md');
    nights.harbor = await openHarbor(change);
    nights.history = [];
    untouched = { ...nights };
    calm = [];
  });
  return nights;
}
