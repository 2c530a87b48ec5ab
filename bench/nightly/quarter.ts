// One simulated quarter: 92 nights of a world with known truth, asked and decided by the procedure that ships.
import { decideNight, type NightInput } from '../../src/nightly/decision/decide.ts';
import { findAnchoredNights } from '../../src/nightly/decision/anchor.ts';
import {
  metricOf,
  type Alarm,
  type NightCell,
  type NightRecord,
  type RejudgedCell,
} from '../../src/nightly/decision/record.ts';
import { chooseNightSet } from '../../src/nightly/decision/set.ts';
import { askSuspects, nameOf, type StoredResponse } from '../../src/nightly/suspects.ts';
import { createWorld, groupOf, type Answer, type Change, type NightWorld } from './world.ts';

export interface QuarterWorld extends NightWorld {
  readonly nights: number;
  readonly sentinels: number;
  readonly rotation: number;
  /** Draws of a first set. */
  readonly draws: number;
}

export interface QuarterResult {
  /** Alarms that were opened about something that had not changed, by what they were about. */
  readonly falsePages: readonly string[];
  /** Nights from the change to the first right page. */
  readonly foundAfter: number | undefined;
  /** Share of a model's nights on which it was asked a second time. */
  readonly askedAgain: number;
}

const WORLD: QuarterWorld = {
  nights: 92,
  scenarios: 120,
  models: 4,
  sentinels: 24,
  rotation: 8,
  draws: 2,
  betweenNights: 0.01,
  judgeError: 0.04,
  classifierError: 0.05,
  change: { kind: 'none' },
  changeAt: 30,
};

const MARGINS = { nonCompliance: 0.05, frequentNonCompliance: 0.05, rejections: 0.1, disagreement: 0.2 };

export async function simulateQuarter(changes: Partial<QuarterWorld>, seed: string): Promise<QuarterResult> {
  const world = { ...WORLD, ...changes };
  const ground = createWorld(world, seed);
  const answers = new Map<string, Answer>();
  const history: NightRecord[] = [];
  const falsePages: string[] = [];
  let foundAfter: number | undefined;
  let askedAgain = 0;
  for (let index = 0; index < world.nights; index += 1) {
    const date = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
    const set = chooseNightSet({ scenarios: ground.bank, sizes: world, date, seed });
    const asked = [...set.sentinels, ...set.rotation];
    const tonight = ground.night(index, date);
    const cells: NightCell[] = [];
    const rejudged: RejudgedCell[] = [];
    const ask = (models: readonly string[], { from, to }: { from: number; to: number }): void => {
      for (const model of models) {
        for (const scenario of asked) {
          for (let draw = from; draw <= to; draw += 1) {
            const answer = tonight.respond(model, scenario, draw);
            answers.set(nameOf({ ...answer, from: date }), answer);
            cells.push({ scenario, model, draw, ...tonight.see(answer) });
          }
        }
      }
    };
    const rejudge = (responses: readonly StoredResponse[]): void => {
      const known = new Set(rejudged.map(nameOf));
      for (const response of responses) {
        const name = nameOf(response);
        if (known.has(name)) continue;
        known.add(name);
        rejudged.push({ ...response, ...tonight.see(answers.get(name)!) });
      }
    };
    const record = (alarms: readonly Alarm[]): NightRecord => ({
      schema: 'spec-gate/night@1',
      kind: 'night',
      date,
      at: `${date}T02:00:00Z`,
      subject: 'bench',
      models: Object.fromEntries(ground.models.map((model) => [model, model])),
      scenarios: Object.fromEntries(asked.map((id) => [id, id])),
      sentinels: [...set.sentinels],
      cells: [...cells],
      rejudged: [...rejudged],
      answeredAs: {},
      alarms: [...alarms],
      calls: 0,
      usd: 0,
    });
    const baseline = findAnchoredNights(history, { subject: 'bench', date });
    if (baseline === undefined) {
      ask(ground.models, { from: 1, to: 2 * world.draws });
      const retest = cells.filter(({ scenario, draw }) => set.sentinels.includes(scenario) && draw <= 2);
      rejudge(retest.map(({ scenario, model, draw }) => ({ scenario, model, draw, from: date })));
      history.push(record([]));
      continue;
    }
    ask(ground.models, { from: 1, to: world.draws });
    const input = (): NightInput => ({
      tonight: record([]),
      baseline,
      judges: ground.judges,
      classifier: ground.classifier,
      margins: MARGINS,
      seed,
      ...(world.threes === undefined ? {} : { groups: new Map(ground.bank.map(({ id }) => [id, groupOf(id)])) }),
    });
    await askSuspects({
      night: {
        ask: async (models, draws) => {
          askedAgain += models.length;
          ask(models, draws);
        },
        rejudge: async (responses) => rejudge(responses),
      },
      baseline,
      input,
      draws: world.draws,
      names: () => ({}),
    });
    const { alarms } = decideNight(input());
    const hasChanged = index >= world.changeAt;
    for (const alarm of alarms) {
      if (alarm.since !== date) continue;
      const about = nameAlarm(alarm);
      const { truth, allowed } = hasChanged ? whatChanges(world.change) : NOTHING;
      if (about === truth) foundAfter ??= index - world.changeAt;
      else if (!allowed(about)) falsePages.push(about);
    }
    history.push(record(alarms));
  }
  return { falsePages, foundAfter, askedAgain: askedAgain / ((world.nights - 1) * world.models) };
}

interface Effects {
  /** What has truly changed. */
  readonly truth: string | undefined;
  /** Whether something follows from it: pages about that are neither right nor false. */
  readonly allowed: (about: string) => boolean;
}

const NOTHING: Effects = { truth: undefined, allowed: () => false };

function whatChanges(change: Change): Effects {
  switch (change.kind) {
    case 'rise':
    case 'creep':
      return { truth: 'model-0 nonCompliance', allowed: (about) => about === 'panel frequentNonCompliance' };
    case 'all':
      return { truth: 'panel frequentNonCompliance', allowed: (about) => about.endsWith(' nonCompliance') };
    case 'refuse':
      return { truth: 'model-0 rejections', allowed: (about) => about === 'panel disagreement' };
    case 'part':
      return { ...NOTHING, truth: 'panel disagreement' };
    case 'judge':
      return { ...NOTHING, truth: 'judge-0' };
    case 'classifier':
    case 'shift':
      return { ...NOTHING, truth: 'classifier' };
    case 'none':
      return NOTHING;
    default:
      throw new Error(`unknown change: ${JSON.stringify(change)}`);
  }
}

function nameAlarm(alarm: Alarm): string {
  if (alarm.kind === 'panel') return `panel ${alarm.endpoint}`;
  return alarm.kind === 'model' ? `${alarm.id} ${metricOf(alarm)}` : alarm.id;
}
