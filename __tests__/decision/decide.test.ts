import { describe, expect, test } from 'vitest';
import { canonicalJson, sha256, type Json } from '../../src/core/canonical-json.ts';
import { decide, startRound } from '../../src/decision/decide.ts';
import type { Decision, DecisionInput, Verdict } from '../../src/decision/decision.ts';
import type { DecisionPolicy } from '../../src/decision/policy.ts';
import type { Round } from '../../src/decision/round.ts';
import type { Cell } from '../../src/evaluation/cell.ts';
import { buildCell, type CellSketch } from '../support/cells.ts';
import { SIMULATED_POLICY as POLICY } from '../../bench/decision/run-gate.ts';

interface Place {
  readonly scenario: number;
  readonly model: number;
  readonly arm: 'base' | 'head';
  readonly stage: 'screen' | 'confirm';
  readonly draw: number;
}

/** What stands at a place; undefined where nothing came back. */
type Filler = (place: Place) => CellSketch | undefined;

const JUDGES = ['judge-1', 'judge-2', 'judge-3'];

function setUp(over: {
  cellAt: Filler;
  round?: Round;
  models?: number;
  available?: number;
  policy?: Partial<DecisionPolicy>;
  input?: Partial<DecisionInput>;
}): DecisionInput {
  const policy = { ...POLICY, ...over.policy };
  const round = over.round ?? { stage: 'screen', draws: 1, scenarios: 32 };
  const models = over.models ?? 6;
  const available = over.available ?? 32;
  const order = Array.from({ length: available }, (_, index) => name('s', index));
  const cells: Cell[] = [];
  const fresh = round.stage === 'screen' ? 0 : round.draws;
  const today = round.today === undefined ? 0 : 1;
  for (const stage of ['screen', 'confirm'] as const) {
    for (const arm of ['base', 'head'] as const) {
      const screened = arm === 'base' ? 4 : round.stage === 'screen' ? round.draws : 1;
      const draws = stage === 'screen' ? screened : arm === 'base' ? fresh + today : fresh;
      for (let draw = 1; draw <= draws; draw += 1) {
        for (let scenario = 0; scenario < round.scenarios; scenario += 1) {
          for (let model = 0; model < models; model += 1) {
            const sketch = over.cellAt({ scenario, model, arm, stage, draw });
            if (sketch === undefined) continue;
            cells.push(buildCell({ ...sketch, scenario: order[scenario]!, model: name('m', model), arm, stage, draw }));
          }
        }
      }
    }
  }
  return {
    kind: 'prompt',
    policy,
    round,
    order,
    links: new Map(order.map((scenario, index) => [scenario, index < 2 ? ['all', 'rare'] : ['all']])),
    models: Array.from({ length: models }, (_, index) => name('m', index)),
    judges: JUDGES,
    cells,
    untested: [],
    ...over.input,
  };
}

function name(prefix: string, index: number): string {
  return `${prefix}${String(index).padStart(3, '0')}`;
}

function verdictOf(decision: Decision): Verdict {
  if (decision.status !== 'verdict') throw new Error(`no verdict: ${JSON.stringify(decision)}`);
  return decision;
}

/** A quarter of the places problematic, spread over scenarios, models and draws alike in both arms. */
const steady: Filler = ({ scenario, model, draw }) => ({
  rulings: (scenario + 3 * model + draw) % 4 === 0 ? 'nnn' : 'ccc',
});
/** Half as many again on head, in every scenario. */
const risen: Filler = (place) =>
  place.arm === 'head' && (place.scenario + place.model + place.draw) % 3 === 0 ? { rulings: 'nnn' } : steady(place);

const CONFIRM: Round = { stage: 'confirm', draws: 2, scenarios: 32 };
const FIRST_LOOK: Round = { ...CONFIRM, draws: 1, reused: true };

describe('the screen', () => {
  test("starts with one head draw on the policy's scenarios, or all there are", () => {
    expect(decide(setUp({ cellAt: steady, input: { round: undefined } }))).toEqual({
      status: 'next',
      round: { stage: 'screen', draws: 1, scenarios: 32 },
      reason: 'start',
      flagged: [],
    });
    expect(startRound(POLICY, 7).scenarios).toBe(7);
  });

  test('passes where nothing moved', () => {
    const verdict = verdictOf(decide(setUp({ cellAt: steady })));
    expect(verdict.verdict).toBe('pass');
    expect(verdict.metrics.nonCompliance).toMatchObject({ status: 'pass', stage: 'screen', scenarios: 32 });
    expect(verdict.metrics.disagreement).toEqual({ status: 'not-applicable', why: 'no-classifier', scenarios: 0 });
    const { interval } = verdict.metrics.nonCompliance!;
    expect(interval![1]).toBeGreaterThan(interval![0]);
    // It is about scenarios like these, not about these alone.
    expect(verdict.metrics.nonCompliance).not.toHaveProperty('ofThese');
    expect(interval).toEqual(verdict.metrics.nonCompliance!.claims!.scenariosLikeThem.interval);
  });

  test.each([
    [4, [['few-groups', { scenarios: 32, groups: 4 }]]],
    [10, []],
    [32, []],
  ])('a pass on scenarios of %i groups notes what so few groups cannot show: %j', (size, notes) => {
    const groups = new Map(Array.from({ length: 32 }, (_, index) => [name('s', index), `g${index % size}`]));
    const noted = (cellAt: Filler, round?: Round): unknown => {
      const verdict = verdictOf(decide(setUp({ cellAt, ...(round && { round }), input: { groups } })));
      return [verdict.verdict, verdict.notes.map(({ code, args }) => [code, args])];
    };
    expect(noted(steady)).toEqual(['pass', notes]);
    expect(noted(risen, CONFIRM)).toEqual(['fail', []]);
  });

  test('scenarios of clauses that the edit only names carry no pass', () => {
    const calm: CellSketch = { rulings: 'ccc' };
    // A rise of 3 points on the edit's own 24 scenarios, 2 points on all of them.
    const cellAt: Filler = ({ arm, scenario, model }) =>
      arm === 'head' && scenario < 4 && model === scenario ? { rulings: 'nnn' } : calm;
    const named = (own: number): ReadonlySet<string> =>
      new Set(Array.from({ length: 32 - own }, (_, index) => name('s', own + index)));
    const found = decide(setUp({ cellAt }));
    expect(verdictOf(found).verdict).toBe('pass');
    expect(decide(setUp({ cellAt, input: { named: named(24) } })).status).toBe('next');
    const own = verdictOf(decide(setUp({ cellAt: () => calm, input: { named: named(24) } })));
    expect([own.verdict, own.metrics.nonCompliance!.scenarios]).toEqual(['pass', 24]);
    // One scenario of its own bounds nothing, whatever stands beside it.
    expect(decide(setUp({ cellAt: () => calm, input: { named: named(1) } })).status).toBe('next');
  });

  test('asks for confirmation of a rise, however clear: it never fails', () => {
    const all: Filler = ({ arm }) => ({ rulings: arm === 'head' ? 'nnn' : 'ccc' });
    const today = { stage: 'screen', draws: 1, scenarios: 32, today: 32 } as const;
    expect(decide(setUp({ cellAt: all }))).toMatchObject({ status: 'next', round: today, reason: 'today' });
    expect(decide(setUp({ cellAt: all, round: today }))).toMatchObject({ round: FIRST_LOOK, reason: 'suspicious' });
  });

  test("the screen's head draw is the confirmation's where both sides were drawn on one night, about the same answers with target", () => {
    const today = { stage: 'screen', draws: 1, scenarios: 32, today: 32 } as const;
    const reused = (made: (place: Place) => CellSketch, kind: 'prompt' | 'target' = 'prompt'): unknown => {
      const cellAt: Filler = (place) => ({ rulings: place.arm === 'head' ? 'nnn' : 'ccc', ...made(place) });
      const decision = decide(setUp({ cellAt, round: today, input: { kind } }));
      return decision.status === 'next' && decision.round.reused;
    };
    const at = (stage: 'screen' | 'confirm', hour: number) => (place: Place) => ({
      at: place.stage === stage ? `2026-11-02T0${hour}:00:00.000Z` : '2026-11-02T00:30:00.000Z',
    });
    expect(reused(at('confirm', 5))).toBe(true);
    expect(reused(at('confirm', 7))).toBeUndefined();
    expect(reused(({ stage }) => ({ response: stage }))).toBe(true);
    expect(reused(({ stage }) => ({ response: stage }), 'target')).toBeUndefined();
    expect(reused(() => ({ response: 'the same' }), 'target')).toBe(true);
  });

  test('extends to more scenarios first, then asks the base of today, then confirms', () => {
    // Too few cells to bound anything, and no rise.
    const round = (draws: number, scenarios: number): Round => ({ stage: 'screen', draws, scenarios });
    const noisy: Filler = ({ scenario, draw, arm }) => ({
      rulings: (scenario * 7 + draw * 3 + (arm === 'head' ? 2 : 0)) % 5 < 2 ? 'nnn' : 'ccc',
    });
    const at = (step: Round): Decision =>
      decide(setUp({ cellAt: noisy, models: 1, available: 12, round: step, policy: selection(8, 12) }));
    expect(at(round(1, 8))).toMatchObject({ round: round(1, 12), reason: 'extend' });
    const today = { ...round(1, 12), today: 12 };
    expect(at(round(1, 12))).toMatchObject({ round: today, reason: 'today' });
    expect(at(today)).toMatchObject({ round: { stage: 'confirm', scenarios: 12 }, reason: 'screen-exhausted' });
  });
});

describe('the confirmation', () => {
  test('fails a rise that fresh draws of both arms confirm', () => {
    const verdict = verdictOf(decide(setUp({ cellAt: risen, round: CONFIRM })));
    expect(verdict.verdict).toBe('fail');
    expect(verdict.metrics.nonCompliance).toMatchObject({ status: 'fail', stage: 'confirm' });
    expect(verdict.metrics.nonCompliance!.adjustedP).toBeLessThanOrEqual(0.0081);
    expect(verdict.reasons[0]).toMatchObject({ code: 'metric-rose', severity: 'error' });
  });

  test('drift of the stored base is reported and not blamed', () => {
    const drifted: Filler = (place) =>
      place.stage === 'screen' && place.arm === 'base' ? { rulings: 'ccc' } : steady(place);
    expect(decide(setUp({ cellAt: drifted }))).toMatchObject({ status: 'next', reason: 'today' });
    const verdict = verdictOf(decide(setUp({ cellAt: drifted, round: CONFIRM })));
    expect(verdict.verdict).toBe('pass');
    expect(verdict.notes).toEqual([expect.objectContaining({ code: 'drift', severity: 'notice' })]);
  });

  test('look after look, then inconclusive with what could have been seen and what would decide', () => {
    const fill: Filler = ({ scenario, draw, arm, stage }) => ({
      rulings: (scenario * 7 + draw * 3 + (arm === 'head' && stage === 'confirm' ? 2 : 0)) % 5 < 2 ? 'nnn' : 'ccc',
    });
    const margins = { ...POLICY.margins, nonCompliance: 0.005 };
    const few = { cellAt: fill, models: 1, available: 8, policy: { ...selection(8, 8), margins } };
    const at = (draws: number): Round => ({ stage: 'confirm', draws, scenarios: 8 });
    for (const draws of [1, 2, 3, 4, 5]) {
      const ahead = { ...at(draws), today: 8 };
      expect(decide(setUp({ ...few, round: at(draws) }))).toMatchObject({ round: ahead, reason: 'next-base' });
      expect(decide(setUp({ ...few, round: ahead }))).toMatchObject({ round: at(draws + 1), reason: 'next-look' });
    }
    const verdict = verdictOf(decide(setUp({ ...few, round: at(6) })));
    expect(verdict.verdict).toBe('inconclusive');
    expect(verdict.metrics.nonCompliance!.detectable).toBeGreaterThan(0.005);
    expect(verdict.scenariosToDecide).toBeGreaterThan(8);
    // Calm scenarios of other clauses, which carry no pass, bring none nearer.
    const beside: Filler = (place) => (place.scenario < 8 ? fill(place) : { rulings: 'ccc' });
    const named = new Set(Array.from({ length: 8 }, (_, index) => name('s', 8 + index)));
    const more = { ...few, cellAt: beside, available: 16, policy: { ...selection(16, 16), margins }, input: { named } };
    const diluted = verdictOf(decide(setUp({ ...more, round: { ...at(6), scenarios: 16 } })));
    expect([diluted.verdict, diluted.scenariosToDecide]).toEqual(['inconclusive', verdict.scenariosToDecide]);
  });

  test('a small but certain rise below half the margin does not fail', () => {
    const margins = { ...POLICY.margins, nonCompliance: 0.8, frequentNonCompliance: 0.8 };
    const verdict = verdictOf(decide(setUp({ cellAt: risen, round: CONFIRM, policy: { margins } })));
    expect(verdict.verdict).toBe('pass');
  });
});

describe('draws that are copies of one answer count once', () => {
  /** In three of 32 scenarios every answer under the new text is problematic, in none under the old one. */
  const changed =
    (response?: (place: Place) => string): Filler =>
    (place) => ({
      rulings: place.arm === 'head' && place.scenario < 3 ? 'nnn' : 'ccc',
      ...(response === undefined ? {} : { response: response(place) }),
    });
  const copied = changed(({ scenario, model, arm }) => `${scenario} ${model} ${arm}`);
  const round: Round = { stage: 'confirm', draws: 6, scenarios: 32 };

  test('three changed answers fail as eighteen of their own do not say more than three', () => {
    expect(verdictOf(decide(setUp({ cellAt: changed(), round }))).verdict).toBe('fail');
    const verdict = verdictOf(decide(setUp({ cellAt: copied, round })));
    expect(verdict.verdict).toBe('inconclusive');
    expect(verdict.metrics.nonCompliance!.p).toBeCloseTo(1 / 8);
    expect(verdict.notes).toContainEqual({
      code: 'copied-draws',
      args: { models: ['m000', 'm001', 'm002', 'm003', 'm004', 'm005'], counted: 'once' },
      severity: 'notice',
    });
  });

  test('the spread over scenarios is what it was', () => {
    const [one, other] = [changed(), copied].map((cellAt) => verdictOf(decide(setUp({ cellAt, round }))));
    expect(other!.metrics.nonCompliance!.change).toBeCloseTo(one!.metrics.nonCompliance!.change!);
  });

  test('a confirmation is read on stored and fresh draws together, and on fresh ones alone where the head repeats one answer', () => {
    const readWith = (response: (place: Place) => string) => {
      // No two draws are alike, so that more of them say more.
      const cellAt: Filler = (place) => ({
        rulings: Number.parseInt(sha256(JSON.stringify(place)).slice(0, 8), 16) % 5 === 0 ? 'nnn' : 'ccc',
        response: response(place),
      });
      return verdictOf(decide(setUp({ cellAt, round }))).metrics.nonCompliance;
    };
    expect(
      readWith(({ scenario, model, arm, stage, draw }) => `${scenario} ${model} ${arm} ${stage} ${draw}`),
    ).toHaveProperty('pooled');
    expect(readWith(({ scenario, model, arm }) => `${scenario} ${model} ${arm}`)).not.toHaveProperty('pooled');
  });

  test('an edit without an effect on stored copies passes as it did', () => {
    const still: Filler = ({ scenario, model }) => ({
      rulings: (scenario + model) % 4 === 0 ? 'nnn' : 'ccc',
      response: `${scenario} ${model}`,
    });
    const input = { kind: 'target' } as const;
    expect(verdictOf(decide(setUp({ cellAt: still, input }))).verdict).toBe('pass');
  });

  test('with stored answers it is rulings that are drawn: where every one of them turns, six scenarios are enough to fail', () => {
    const turned: Filler = ({ scenario, model, arm }) => ({
      rulings: arm === 'head' ? 'nnn' : 'ccc',
      response: `${scenario} ${model}`,
    });
    const input = { kind: 'target' } as const;
    const six = { stage: 'confirm', draws: 4, scenarios: 6 } as const;
    const verdict = verdictOf(decide(setUp({ cellAt: turned, input, round: six })));
    expect(verdict.verdict).toBe('fail');
    expect(verdict.notes).toContainEqual(
      expect.objectContaining({
        code: 'copied-draws',
        args: expect.objectContaining({ counted: 'by-ruling' }) as unknown,
      }),
    );
  });

  test('rulings that judges only repeat count once an answer, however often they were asked for', () => {
    const verdictWhere = (reasoning: (place: Place) => string) => {
      const cellAt: Filler = (place) => ({
        ...changed()(place),
        response: `${place.scenario} ${place.model}`,
        reasoning: reasoning(place),
      });
      return verdictOf(decide(setUp({ cellAt, round, input: { kind: 'target' } })));
    };
    const anew = verdictWhere(({ scenario, model, draw }) => `In other words: ${scenario} ${model} ${draw}`);
    expect([anew.verdict, anew.notes.map(({ code }) => code)]).toEqual(['fail', ['copied-draws']]);
    const repeated = verdictWhere(({ scenario, model }) => `As before: ${scenario} ${model}`);
    expect([repeated.verdict, repeated.metrics.nonCompliance!.p]).toEqual(['inconclusive', 1 / 8]);
    expect(repeated.notes).toContainEqual({
      code: 'repeated-rulings',
      args: { judges: ['judge-1', 'judge-2', 'judge-3'] },
      severity: 'notice',
    });
    // Words that fit every answer repeat by themselves.
    expect(verdictWhere(() => 'It complies.').verdict).toBe('fail');
  });

  test('one model of six that repeats itself is named, and a few equal answers are no copies', () => {
    const named = (cellAt: Filler) => verdictOf(decide(setUp({ cellAt, round }))).notes.map(({ args }) => args);
    expect(named(changed(({ model, draw, ...at }) => `${at.scenario} ${at.arm} ${model === 0 ? '' : draw}`))).toEqual([
      { models: ['m000'], counted: 'beside-others' },
    ]);
    expect(named(changed(({ draw, ...at }) => `${at.scenario} ${at.arm} ${at.scenario < 16 ? '' : draw}`))).toEqual([]);
  });
});

describe('missing evidence never passes', () => {
  const confirmPass: Filler = steady;
  test.each<[string, Filler, string]>([
    ['no head at all', (place) => (place.arm === 'head' ? undefined : steady(place)), 'missing-cells'],
    ['a model gone', (place) => (place.model === 0 ? undefined : steady(place)), 'missing-cells'],
    ['a scenario gone', (place) => (place.scenario < 2 ? undefined : steady(place)), 'missing-cells'],
    [
      'rulings without a majority',
      (place) => (place.scenario < 4 ? { rulings: 'n-c' } : steady(place)),
      'missing-cells',
    ],
    ['a judge that abstains', (place) => ({ rulings: `${steady(place)!.rulings!.slice(1)}-` }), 'judge-silent'],
  ])('%s', (_, fill, code) => {
    for (const round of [undefined, CONFIRM]) {
      const verdict = verdictOf(decide(setUp({ cellAt: fill, ...(round === undefined ? {} : { round }) })));
      expect(verdict.verdict).toBe('inconclusive');
      expect(verdict.reasons.map((reason) => reason.code)).toContain(code);
      expect(verdict.reasons.every(({ severity }) => severity !== 'error')).toBe(true);
    }
  });

  test('judges are not silent who were never asked, since there was no answer or the run had ended', () => {
    for (const rulings of ['', 'xxx']) {
      const fill: Filler = (place) => (place.model === 0 ? { rulings, audited: true } : steady(place));
      const codes = verdictOf(decide(setUp({ cellAt: fill }))).reasons.map(({ code }) => code);
      expect(codes).toContain('missing-cells');
      expect(codes).not.toContain('judge-silent');
    }
  });

  test.each<[string, CellSketch | undefined]>([
    ['absent', undefined],
    ['without a ruling', { rulings: '---' }],
  ])('a few missing cells, %s, are read against a pass', (_, gap) => {
    // 4.6 % of the cells, alike on both sides: as harmful as they could be, they hide a rise of 14 points.
    const gaps: Filler = (place) =>
      place.draw === 1 && place.model === 0 && place.scenario < 22 ? gap : confirmPass(place);
    const decision = decide(setUp({ cellAt: gaps, round: { stage: 'screen', draws: 1, scenarios: 32 } }));
    expect(decision.status === 'verdict' && decision.verdict === 'pass').toBe(false);
    expect(verdictOf(decide(setUp({ cellAt: confirmPass }))).verdict).toBe('pass');
  });

  test('and against a fail', () => {
    const quiet: Filler = ({ scenario, model }) => ({ rulings: (scenario + model) % 4 === 0 ? 'nnn' : 'ccc' });
    // Every observed difference is a rise, but each could be undone by a gap on the same side.
    const fill: Filler = (place) => {
      if (place.model !== 0 || place.scenario >= 8) return quiet(place);
      if (place.arm === 'base') return place.scenario < 4 ? { rulings: 'ccc' } : undefined;
      return place.scenario < 4 ? { rulings: 'nnn' } : quiet(place);
    };
    const status = (filler: Filler): string => {
      const decision = decide(setUp({ cellAt: filler, round: { ...CONFIRM, draws: 4 } }));
      return verdictOf(decision).metrics.nonCompliance!.status;
    };
    expect(status(fill)).not.toBe('fail');
  });
});

describe('what is compared', () => {
  const target = { kind: 'target' } as const;

  test('target: rulings alone can move, of outliers too, whatever the scores; disagreement has a level', () => {
    const scored: Filler = (place) => ({ ...risen(place), scores: { value1: place.arm === 'head' ? 6 : 0 } });
    const verdict = verdictOf(decide(setUp({ cellAt: scored, round: CONFIRM, input: target })));
    expect(verdict.metrics).toMatchObject({
      nonCompliance: { status: 'fail' },
      disagreement: { status: 'report', base: 0, head: 0, unchanged: true },
      newOutliers: { status: 'report', base: 0, head: 0, change: 0, gone: 0 },
    });
  });

  test('target: pairs the two rulings of a response, so a shift in one pair cannot be hidden by the spread of responses', () => {
    // Draws differ wildly between each other, but head flips one model of each draw: paired, that is plain.
    const fill: Filler = ({ draw, arm, model, scenario }) => {
      const bad = draw % 2 === 0 ? model < 4 : model < 1;
      const flipped = arm === 'head' && model === 4 && scenario % 4 === 0;
      return { rulings: bad || flipped ? 'nnn' : 'ccc' };
    };
    const p = (kind: 'target' | 'prompt'): number =>
      verdictOf(decide(setUp({ cellAt: fill, round: { ...CONFIRM, draws: 6 }, input: { kind } }))).metrics
        .nonCompliance!.p!;
    expect(p('target')).toBeCloseTo(2 ** -48, 15);
    expect(p('prompt')).toBeGreaterThan(p('target'));
  });

  test('model change: only the replaced slot is compared', () => {
    const fill: Filler = (place) => (place.model === 0 ? risen(place) : steady(place));
    const input = { kind: 'model', changedModels: [name('m', 0)] } as const;
    const verdict = verdictOf(decide(setUp({ cellAt: fill, round: { ...CONFIRM, draws: 6 }, input })));
    const diluted = verdictOf(
      decide(setUp({ cellAt: fill, round: { ...CONFIRM, draws: 6 }, input: { kind: 'model' } })),
    );
    expect(verdict.metrics.nonCompliance!.change).toBeCloseTo(6 * diluted.metrics.nonCompliance!.change!, 12);
    expect(verdict.verdict).toBe('fail');
  });

  test('disagreement: models that part on head are caught by their scores alone', () => {
    const fill: Filler = ({ arm, model, scenario }) => ({
      rulings: 'ccc',
      scores: { value1: arm === 'head' && model % 2 === 0 && scenario % 2 === 0 ? 6 : 3 },
    });
    const verdict = verdictOf(decide(setUp({ cellAt: fill, round: CONFIRM })));
    expect(verdict.metrics.disagreement).toMatchObject({ status: 'fail', base: 0, head: 0.75 });
    expect(verdict.metrics.nonCompliance!.status).toBe('pass');
  });

  test('new outliers that block are not hidden by what is only remarked on', () => {
    const fill: Filler = ({ arm, model, scenario }) => ({
      rulings: 'ccc',
      scores: { value1: arm === 'head' && model === 0 && scenario === 0 ? 6 : 1 },
    });
    const policy = { actions: { ...POLICY.actions, newOutliers: 'fail' } } as const;
    const judged = (input: Partial<DecisionInput>) =>
      verdictOf(decide(setUp({ cellAt: fill, round: CONFIRM, models: 12, policy, input })));
    const touched = [{ id: 'all', edit: 'edited' }] as const;
    // Nobody labelled anything, and no answer breaks the clause: a loosening could not have been seen, which is a notice.
    for (const input of [{}, { touched }]) {
      const verdict = judged(input);
      expect(verdict.verdict).toBe('fail');
      expect(verdict.reasons[0]).toMatchObject({ code: 'new-outliers', args: { count: 1 }, severity: 'error' });
    }
    expect(judged({ touched }).reasons.map(({ code }) => code)).toContain('loosening-unseen');
    // With labelled items an unseen loosening makes the check inconclusive, although no metric fails.
    expect(judged({ touched, labelled: 1 }).verdict).toBe('inconclusive');
  });

  test('judge agreement: rulings that split fail though no majority moved', () => {
    const fill: Filler = ({ arm }) => ({ rulings: arm === 'head' ? 'ncc' : 'ccc' });
    const verdict = verdictOf(decide(setUp({ cellAt: fill, round: CONFIRM })));
    expect(verdict.metrics.judgeAgreement).toMatchObject({ status: 'fail', base: 1 });
    expect(verdict.metrics.judgeAgreement!.head).toBeCloseTo(1 / 3, 12);
    expect(verdict.verdict).toBe('fail');
  });

  test('an endpoint that policy only reports cannot fail', () => {
    const report = { nonCompliance: 'report', frequentNonCompliance: 'report' } as const;
    const verdict = verdictOf(decide(setUp({ cellAt: risen, policy: { actions: { ...POLICY.actions, ...report } } })));
    expect(verdict).toMatchObject({ verdict: 'pass', metrics: { nonCompliance: { status: 'report' } } });
  });
});

describe('rejections', () => {
  /** A sixth of the answers refuse; on head half of them, which judges find in order. */
  const refusing: Filler = (place) => {
    const refuses = (place.scenario + 3 * place.model + place.draw) % (place.arm === 'head' ? 2 : 6) === 0;
    const responseType = refuses ? 'firm_rejection_with_explanation' : 'full_compliance';
    return { ...steady(place), scores: { responseType } };
  };

  test('are reported and block nothing, unless the policy says so', () => {
    const reported = verdictOf(decide(setUp({ cellAt: refusing })));
    expect(reported.verdict).toBe('pass');
    expect(reported.metrics.rejections).toMatchObject({ status: 'report', scenarios: 32 });
    expect(reported.metrics.rejections!.change).toBeGreaterThan(0.2);

    const policy = { actions: { ...POLICY.actions, rejections: 'fail' } } as const;
    expect(decide(setUp({ cellAt: refusing, policy }))).toMatchObject({ status: 'next', flagged: ['rejections'] });
    const failed = verdictOf(decide(setUp({ cellAt: refusing, policy, round: CONFIRM })));
    expect(failed.verdict).toBe('fail');
    expect(failed.reasons[0]).toMatchObject({ code: 'metric-rose', args: { metric: 'rejections' } });
  });

  test('that cannot move are no row where they only report, and say so where they block', () => {
    const target = { cellAt: refusing, input: { kind: 'target' } } as const;
    expect(verdictOf(decide(setUp(target))).metrics.rejections).toBeUndefined();
    const policy = { actions: { ...POLICY.actions, rejections: 'fail' } } as const;
    expect(verdictOf(decide(setUp({ ...target, policy }))).metrics.rejections).toMatchObject({
      status: 'report',
      unchanged: true,
    });
    const limited = { limits: { rejections: 0.5 } };
    expect(verdictOf(decide(setUp({ ...target, policy: limited }))).metrics.rejections).toMatchObject({
      status: 'pass',
      limit: 0.5,
    });
  });
});

describe('clauses', () => {
  test('are localised; one that its scenarios cannot tell from chance is untested', () => {
    const verdict = verdictOf(decide(setUp({ cellAt: risen, round: CONFIRM })));
    expect(verdict.clauses).toMatchObject([
      { id: 'all', scenarios: 32, status: 'changed' },
      // Two draws against two in two scenarios: no two-sided p below 2/36.
      { id: 'rare', scenarios: 2, status: 'untested' },
    ]);
    const links = new Map(Array.from({ length: 32 }, (_, n) => [name('s', n), n < 3 ? ['all', 'three'] : ['all']]));
    const screened = verdictOf(decide(setUp({ cellAt: steady, input: { links } })));
    // One head draw against four in three scenarios: 2/125.
    expect(screened.clauses.map(({ id, status }) => [id, status])).toEqual([
      ['all', 'no-effect-seen'],
      ['three', 'no-effect-seen'],
    ]);
    const single = new Map([[name('s', 0), ['lone']]]);
    const alone = verdictOf(decide(setUp({ cellAt: steady, input: { links: single } })));
    expect(alone.clauses).toEqual([expect.objectContaining({ id: 'lone', scenarios: 1, status: 'untested' })]);
  });

  test('that got better are news, too', () => {
    const fallen: Filler = (place) => (place.arm === 'head' ? steady(place) : risen({ ...place, arm: 'head' }));
    const verdict = verdictOf(decide(setUp({ cellAt: fallen, round: CONFIRM })));
    const [all] = verdict.clauses;
    expect(all).toMatchObject({ id: 'all', status: 'changed' });
    expect(all!.change).toBeLessThan(-0.1);
  });

  test.each([
    ['fail', 'fail'],
    ['inconclusive', 'inconclusive'],
    ['report', 'pass'],
  ] as const)('a changed clause without scenarios, policy %s: %s', (untested, verdict) => {
    const policy = { actions: { ...POLICY.actions, untested } };
    const input = { untested: ['new-clause'] };
    expect(verdictOf(decide(setUp({ cellAt: steady, policy, input }))).verdict).toBe(verdict);
    expect(verdictOf(decide(setUp({ cellAt: steady, policy, input: { ...input, order: [] } }))).verdict).toBe(verdict);
  });
});

describe('absolute limits', () => {
  const looks: Round = { stage: 'confirm', draws: 4, scenarios: 32 };
  const limited = (nonCompliance: number): Partial<DecisionPolicy> => ({ limits: { nonCompliance } });

  test('need four draws before they let anything pass', () => {
    expect(decide(setUp({ cellAt: steady, policy: limited(0.5) }))).toMatchObject({
      status: 'next',
      reason: 'undecided',
    });
    const four = setUp({ cellAt: steady, policy: limited(0.5), round: { stage: 'screen', draws: 4, scenarios: 32 } });
    expect(verdictOf(decide(four)).verdict).toBe('pass');
  });

  test('a breach on base already is reported, not blamed', () => {
    const verdict = verdictOf(decide(setUp({ cellAt: steady, policy: limited(0.1), round: looks })));
    expect(verdict).toMatchObject({ verdict: 'pass', metrics: { nonCompliance: { status: 'pre-existing' } } });
    expect(verdict.reasons).toEqual([expect.objectContaining({ code: 'limit-pre-existing', severity: 'notice' })]);
  });

  test('a breach by the head fails even within the margin', () => {
    const margins = { ...POLICY.margins, nonCompliance: 0.9, frequentNonCompliance: 0.9 };
    const verdict = verdictOf(decide(setUp({ cellAt: risen, policy: { ...limited(0.35), margins }, round: looks })));
    expect(verdict.verdict).toBe('fail');
    expect(verdict.reasons[0]!.code).toBe('limit-breached');
  });
});

test('names and order do not matter, and the same input gives the same answer', () => {
  const scored: Filler = (place) => ({
    ...risen(place),
    scores: { value1: (place.scenario + place.model * place.draw) % 7 },
  });
  const input = setUp({ cellAt: scored, round: CONFIRM });
  const rename = (text: string): string => `${text.slice(-1)}-${text}`;
  const renamed: DecisionInput = {
    ...input,
    order: input.order.map(rename).reverse(),
    models: input.models.map(rename).reverse(),
    links: new Map([...input.links].map(([scenario, clauses]) => [rename(scenario), clauses])),
    cells: input.cells
      .map((cell) => ({ ...cell, scenario: rename(cell.scenario), model: rename(cell.model) }))
      .reverse(),
  };
  const first = verdictOf(decide(input));
  expect(decide(input)).toEqual(first);
  const second = verdictOf(decide(renamed));
  expect(second.verdict).toBe(first.verdict);
  for (const [metric, decided] of Object.entries(first.metrics)) {
    const other = second.metrics[metric as keyof typeof second.metrics]!;
    expect(other.status).toBe(decided.status);
    expect(other.p).toBe(decided.p);
    expect(other.change ?? 0).toBeCloseTo(decided.change ?? 0, 12);
  }
});

function selection(scenarios: number, extendTo: number): Partial<DecisionPolicy> {
  return { selection: { ...POLICY.selection, scenarios, extendTo } };
}

describe('one or two scenarios, as a first bank has them: nothing bounds what they show', () => {
  const sizes = (['target', 'prompt'] as const).flatMap((kind) =>
    [1, 2].flatMap((scenarios) => [1, 3].map((models) => ({ kind, scenarios, models }))),
  );
  const rounds = [
    { stage: 'screen', draws: 1 },
    { stage: 'confirm', draws: 2 },
  ] as const;
  /** Judges who rest on a common clause, or on none, so that a metric may be there in one draw and not in another. */
  const patterns: readonly CellSketch[] = ['ccc', 'cnc', 'nnn'].flatMap((rulings, value1) => [
    { rulings, cites: [['all'], ['all'], ['all']], scores: { value1 } },
    { rulings, cites: [], scores: { value1: 6 - value1 } },
  ]);
  /** Any two rulings meet in any two places, with and without clauses in each of the three; every night any three do. */
  const thirdOf = (one: number, other: number): readonly CellSketch[] => {
    const pair = 2 * ((Math.floor(one / 2) + Math.floor(other / 2)) % 3);
    return process.env['FUZZ_RUNS'] === undefined ? patterns.slice(pair, pair + 2) : patterns;
  };
  test.each(sizes)(
    '$scenarios of $kind, models: $models; numbers that JSON can hold, and never a pass',
    ({ kind, scenarios, models }) => {
      for (const round of rounds) {
        for (const [one, base] of patterns.entries()) {
          for (const [other, head] of patterns.entries()) {
            for (const odd of thirdOf(one, other)) {
              const decision = decide(
                setUp({
                  // What is missing ends it, so that whatever there is stands in the verdict.
                  cellAt: ({ arm, draw, model }) =>
                    draw === 3 || (round.stage === 'confirm' && draw === 2 && model === 0 && arm === 'head')
                      ? undefined
                      : draw === 2
                        ? odd
                        : { base, head }[arm],
                  round: { ...round, scenarios },
                  models,
                  available: scenarios,
                  input: { kind },
                }),
              );
              // Throws for a number that is none.
              canonicalJson(decision as unknown as Json);
              expect(decision.status === 'verdict' && decision.verdict).not.toBe('pass');
            }
          }
        }
      }
    },
  );
});
