// When calls begin: places, money, quota, warm prefixes. Calls are flights that the tests land one by one.
import { setImmediate } from 'node:timers/promises';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSchedule, type SchedulePorts } from '../../src/evaluation/schedule.ts';
import { createBudget, type Budget } from '../../src/models/cost/budget.ts';
import { CallError, NO_USAGE, type Completion, type CompletionRequest } from '../../src/models/model.ts';
import { completion } from '../support/scripted-models.ts';
import { realClock } from '../support/clocks.ts';

/** A dollar for each output token: what `maxTokens` says a call may cost at most, in dollars. */
const DOLLAR_A_TOKEN = { input: 0, output: 1_000_000 };

interface RequestParts {
  readonly provider?: string;
  readonly model?: string;
  /** Shared by the requests of one group; without it there is nothing to share. */
  readonly prefix?: string;
  /** Shared by groups, before what each of them shares. */
  readonly before?: string;
  /** Dollars at most. */
  readonly worst?: number;
}

let drawn = 0;
function request({ provider = 'alpha', model = 'm', prefix, before, worst = 1 }: RequestParts = {}): CompletionRequest {
  drawn += 1;
  const question = { role: 'user', content: `question ${drawn}` } as const;
  const shared = [before, prefix].filter((text) => text !== undefined);
  return {
    model: {
      id: `${provider}/${model}`,
      kind: 'openai',
      origin: `https://${provider}.test`,
      model,
      params: { maxTokens: worst },
    },
    messages: [...shared.map((content) => ({ role: 'system' as const, content })), question],
    sharedMessages: shared.length,
    draw: `pool:${drawn}`,
  };
}

interface Flight {
  readonly request: CompletionRequest;
  /** Ends the call with an answer that cost so many dollars. */
  readonly land: (usd?: number) => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

interface Tower {
  /** Asks for a call; `ends` collects how each one came out, in the order they did. */
  readonly ask: (request: CompletionRequest) => Promise<void>;
  /** Calls under way, in the order they began. */
  readonly flights: Flight[];
  /** Calls begun so far. */
  readonly begun: () => readonly CompletionRequest[];
  readonly ends: { readonly request: CompletionRequest; readonly end: string }[];
  readonly stops: Parameters<SchedulePorts['onStop']>[0][];
  readonly abort: () => Promise<void>;
}

function openTower({ budget = UNLIMITED, places = 100 }: { budget?: Budget; places?: number } = {}): Tower {
  const kill = new AbortController();
  const flights: Flight[] = [];
  const begun: CompletionRequest[] = [];
  const ends: Tower['ends'] = [];
  const stops: Tower['stops'] = [];
  const schedule = createSchedule({
    budget,
    priceOf: () => DOLLAR_A_TOKEN,
    placesOf: ({ model }) => ({ provider: model.id.split('/')[0]!, concurrency: places }),
    signal: kill.signal,
    clock: { now: () => 0, monotonic: () => 0, sleep: () => new Promise(() => {}) },
    onStop: (stop) => void stops.push(stop),
  });
  const fly = (asked: CompletionRequest): Promise<Completion> =>
    new Promise((resolve, reject) => {
      begun.push(asked);
      const end = async (settle: () => void): Promise<void> => {
        flights.splice(flights.indexOf(flight), 1);
        settle();
        await setImmediate();
      };
      const flight: Flight = {
        request: asked,
        land: (usd = 0) => end(() => resolve(completion('answer', { usage: { ...NO_USAGE, outputTokens: usd } }))),
        fail: (error) => end(() => reject(error)),
      };
      flights.push(flight);
    });
  return {
    flights,
    begun: () => begun,
    ends,
    stops,
    ask: async (asked) => {
      schedule(asked, () => fly(asked)).then(
        () => ends.push({ request: asked, end: 'answered' }),
        (error: unknown) => ends.push({ request: asked, end: error instanceof CallError ? error.kind : 'aborted' }),
      );
      await setImmediate();
    },
    abort: async () => {
      kill.abort(new CallError('aborted', 'stop'));
      await setImmediate();
    },
  };
}

const clock = { monotonic: () => 0 };
function cap(caps: { calls?: number; usd?: number }): Budget {
  return createBudget({ calls: 1e6, usd: 1e6, minutes: 1, allowUnknownPrices: false, ...caps }, clock);
}
const UNLIMITED: Budget = {
  reserve: () => ({ status: 'reserved', settle: () => {}, release: () => {} }),
  spent: () => ({ calls: 0, usd: 0, reservedUsd: 0, unpricedCalls: 0 }),
  leftMs: () => 60_000,
};

const contentOf = ({ messages }: CompletionRequest): string => messages[0]!.content;
const endsOf = ({ ends }: Tower): readonly string[] => ends.map(({ end }) => end);

describe('places', () => {
  test('a model never has more calls under way than its provider has places', async () => {
    const tower = openTower({ places: 3 });
    for (let n = 0; n < 10; n += 1) await tower.ask(request());
    for (let landed = 0; landed < 10; landed += 1) {
      expect(tower.flights).toHaveLength(Math.min(3, 10 - landed));
      await tower.flights[0]!.land();
    }
    expect(endsOf(tower)).toEqual(Array(10).fill('answered'));
  });

  test('a model that is slow keeps no place from another of its provider', async () => {
    const tower = openTower({ places: 1 });
    for (const model of ['slow', 'slow', 'quick']) await tower.ask(request({ model }));
    expect(tower.flights.map((flight) => flight.request.model.model)).toEqual(['slow', 'quick']);
  });

  test('a full provider does not hold up another', async () => {
    const tower = openTower({ places: 1 });
    for (const provider of ['alpha', 'alpha', 'beta']) await tower.ask(request({ provider }));
    expect(tower.flights.map((flight) => flight.request.model.id)).toEqual(['alpha/m', 'beta/m']);
  });
});

describe('caps', () => {
  test('as many calls begin as the budget lets, however many are asked at once', async () => {
    let left = 7;
    const counting: Budget = {
      ...UNLIMITED,
      reserve: (worst) => ((left -= 1) < 0 ? { status: 'stopped', by: 'calls' } : UNLIMITED.reserve(worst)),
    };
    const tower = openTower({ budget: counting, places: 5 });
    await Promise.all(Array.from({ length: 20 }, () => tower.ask(request())));
    while (tower.flights.length > 0) await tower.flights.at(-1)!.land();
    expect(tower.begun()).toHaveLength(7);
    expect(endsOf(tower).filter((end) => end === 'aborted')).toHaveLength(13);
    expect(tower.stops).toEqual([{ kind: 'budget', by: 'calls' }]);
  });

  test('a failed call stays counted but costs nothing', async () => {
    const tower = openTower({ budget: cap({ calls: 2, usd: 1 }) });
    await tower.ask(request());
    await tower.flights[0]!.fail(new CallError('server', 'no'));
    await tower.ask(request());
    expect(tower.flights).toHaveLength(1);
    await tower.flights[0]!.land(1);
    await tower.ask(request());
    expect(endsOf(tower)).toEqual(['server', 'answered', 'aborted']);
    expect(tower.stops).toEqual([{ kind: 'budget', by: 'calls' }]);
  });

  test('who finds the money set aside waits for what is really spent', async () => {
    const tower = openTower({ budget: cap({ usd: 10 }) });
    for (let n = 0; n < 3; n += 1) await tower.ask(request({ worst: 5 }));
    expect(tower.flights).toHaveLength(2);
    await tower.flights[0]!.land(1);
    // 1 spent, 5 under way: 4 are free, not 5.
    expect(tower.flights).toHaveLength(1);
    await tower.flights[0]!.land(4);
    // 5 spent, nothing under way: exactly enough.
    expect(tower.flights).toHaveLength(1);
    expect(tower.stops).toEqual([]);
    await tower.flights[0]!.land(5);
    expect(endsOf(tower)).toEqual(Array(3).fill('answered'));
  });

  test('the budget is used up only when nothing under way could free some of it', async () => {
    const tower = openTower({ budget: cap({ usd: 6 }) });
    await tower.ask(request({ worst: 5 }));
    await tower.ask(request({ worst: 5 }));
    expect(tower.stops).toEqual([]);
    await tower.flights[0]!.land(2);
    expect(tower.stops).toEqual([{ kind: 'budget', by: 'usd' }]);
    expect(endsOf(tower)).toEqual(['answered', 'aborted']);
  });

  test('in whatever order calls end: no cap is passed, nobody waits for ever, nobody is refused what there was', async () => {
    const call = fc.record({
      worst: fc.integer({ min: 1, max: 9 }),
      share: fc.integer({ min: 0, max: 100 }),
      outcome: fc.constantFrom('land', 'land', 'land', 'fail'),
      provider: fc.constantFrom('alpha', 'beta'),
      prefix: fc.constantFrom(undefined, 'p', 'q'),
    });
    const plan = fc.record({
      calls: fc.array(call, { minLength: 1, maxLength: 30 }),
      usd: fc.integer({ min: 0, max: 60 }),
      most: fc.integer({ min: 1, max: 40 }),
      places: fc.integer({ min: 1, max: 6 }),
      order: fc.infiniteStream(fc.nat()),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ calls, usd, most, places, order }) => {
        const budget = cap({ usd, calls: most });
        const tower = openTower({ budget, places });
        const outcomes = new Map(calls.map((one) => [request(spread(one)), one]));
        for (const asked of outcomes.keys()) void tower.ask(asked);
        await setImmediate();
        for (const pick of order) {
          if (tower.flights.length === 0) break;
          const spent = budget.spent();
          expect(spent.usd + spent.reservedUsd).toBeLessThanOrEqual(usd);
          const flight = tower.flights[pick % tower.flights.length]!;
          const { worst, share, outcome } = outcomes.get(flight.request)!;
          if (outcome === 'land') await flight.land(Math.floor((worst * share) / 100));
          else await flight.fail(new CallError('server', 'no'));
        }
        expect(tower.ends).toHaveLength(calls.length);
        expect(tower.begun().length).toBeLessThanOrEqual(most);
        expect(budget.spent().usd).toBeLessThanOrEqual(usd);
        const refused = tower.ends.filter(({ end }) => end === 'aborted').map(({ request: { model } }) => model);
        for (const { params } of refused) {
          const tooDear = budget.spent().usd + Number(params['maxTokens']) > usd;
          expect(tooDear || tower.begun().length === most).toBe(true);
        }
        expect(tower.stops.length > 0).toBe(refused.length > 0);
        expect(new Set(tower.stops.map((stop) => JSON.stringify(stop))).size).toBe(tower.stops.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('quota', () => {
  test('stops the one provider, queue and all, and is told once', async () => {
    const tower = openTower({ places: 2 });
    for (let n = 0; n < 5; n += 1) await tower.ask(request());
    await tower.ask(request({ provider: 'beta' }));
    await tower.flights[0]!.fail(new CallError('quota', 'no money'));
    expect(tower.begun()).toHaveLength(3);
    await tower.flights[0]!.fail(new CallError('quota', 'no money'));
    expect(endsOf(tower)).toEqual(Array(5).fill('quota'));
    expect(tower.stops).toEqual([{ kind: 'quota', provider: 'alpha' }]);
    await tower.ask(request({ provider: 'beta' }));
    expect(tower.flights.map((flight) => flight.request.model.id)).toEqual(['beta/m', 'beta/m']);
  });

  test('who waited for money begins nothing at a provider that stopped meanwhile', async () => {
    const tower = openTower({ budget: cap({ usd: 5 }) });
    await tower.ask(request({ worst: 5 }));
    await tower.ask(request({ worst: 5 }));
    await tower.flights[0]!.fail(new CallError('quota', 'no money'));
    expect(tower.begun()).toHaveLength(1);
    expect(endsOf(tower)).toEqual(['quota', 'quota']);
  });
});

describe('abort', () => {
  test('empties the queue and begins nothing more', async () => {
    const tower = openTower({ places: 1 });
    for (const prefix of [undefined, undefined, 'p', 'p'])
      await tower.ask(request(prefix === undefined ? {} : { prefix }));
    await tower.abort();
    expect(endsOf(tower)).toEqual(['aborted', 'aborted', 'aborted']);
    // What is under way gets its signal from its own caller.
    await tower.flights[0]!.land();
    await tower.ask(request());
    expect(tower.begun()).toHaveLength(1);
  });

  test('who waited for money begins nothing after it', async () => {
    const tower = openTower({ budget: cap({ usd: 5 }) });
    await tower.ask(request({ worst: 5 }));
    await tower.ask(request({ worst: 5 }));
    await tower.abort();
    await tower.flights[0]!.land(0);
    expect(tower.begun()).toHaveLength(1);
    expect(endsOf(tower).toSorted()).toEqual(['aborted', 'answered']);
  });
});

describe('prompt prefixes', () => {
  test('the first call of a prefix runs alone; the others come when it has warmed the cache', async () => {
    const tower = openTower();
    for (let n = 0; n < 4; n += 1) await tower.ask(request({ prefix: 'p' }));
    expect(tower.flights).toHaveLength(1);
    await tower.flights[0]!.land();
    expect(tower.flights).toHaveLength(3);
  });

  test.each([
    ['another prefix', { prefix: 'q' }],
    ['another model', { prefix: 'p', model: 'n' }],
    ['no prefix', {}],
  ])('%s does not wait for it', async (_, other) => {
    const tower = openTower();
    await tower.ask(request({ prefix: 'p' }));
    await tower.ask(request(other));
    expect(tower.flights).toHaveLength(2);
  });

  test('where groups share a beginning that is kept by itself, one call goes before all of them', async () => {
    const tower = openTower();
    const before = 'x'.repeat(1024 * 4);
    for (const prefix of ['p', 'q', 'p', 'q']) await tower.ask(request({ before, prefix }));
    expect(tower.flights).toHaveLength(1);
    await tower.flights[0]!.land();
    // The rest of its own group, and the first of the other one.
    expect(tower.begun().map((asked) => asked.messages[1]!.content)).toEqual(['p', 'q', 'p']);
    while (tower.flights.length > 0) await tower.flights[0]!.land();
    expect(endsOf(tower)).toEqual(Array.from({ length: 4 }, () => 'answered'));
  });

  test('a beginning that is too short to be kept holds no group up', async () => {
    const tower = openTower();
    for (const prefix of ['p', 'q', 'p']) await tower.ask(request({ before: 'short', prefix }));
    expect(tower.flights).toHaveLength(2);
  });

  test('a first call that fails holds nobody up', async () => {
    const tower = openTower();
    for (let n = 0; n < 4; n += 1) await tower.ask(request({ prefix: 'p' }));
    await tower.flights[0]!.fail(new CallError('timeout', 'no'));
    expect(tower.flights).toHaveLength(3);
    while (tower.flights.length > 0) await tower.flights[0]!.land();
    expect(endsOf(tower)).toEqual(['timeout', 'answered', 'answered', 'answered']);
  });

  test('requests of one prefix follow each other, those without one go first', async () => {
    const tower = openTower({ places: 1 });
    for (const prefix of ['p', 'q', 'p', 'q', 'p', 'q']) await tower.ask(request({ prefix }));
    await tower.ask(request());
    while (tower.flights.length > 0) await tower.flights[0]!.land();
    const order = tower.begun().map((asked) => (asked.sharedMessages === 0 ? 'none' : contentOf(asked)));
    expect(order).toEqual(['p', 'none', 'p', 'p', 'q', 'q', 'q']);
  });
});

function spread({
  worst,
  provider,
  prefix,
}: {
  worst: number;
  provider: string;
  prefix: string | undefined;
}): RequestParts {
  return { worst, provider, ...(prefix === undefined ? {} : { prefix }) };
}

test('when the minutes are over, calls under way are ended and the budget is named', async () => {
  const stops: unknown[] = [];
  const schedule = createSchedule({
    budget: createBudget({ calls: 9, usd: 9, minutes: 0.01, allowUnknownPrices: true }, realClock),
    priceOf: () => 'unknown',
    placesOf: () => ({ provider: 'p', concurrency: 1 }),
    signal: new AbortController().signal,
    clock: realClock,
    onStop: (stop) => void stops.push(stop),
  });
  let ended = false;
  const call = (signal?: AbortSignal): Promise<Completion> =>
    new Promise((_, reject) => {
      signal!.addEventListener('abort', () => {
        ended = true;
        reject(signal!.reason as Error);
      });
    });
  await expect(schedule(request(), call)).rejects.toMatchObject({ kind: 'aborted', message: /minutes/ });
  expect(ended).toBe(true);
  expect(stops).toEqual([{ kind: 'budget', by: 'minutes' }]);
});
