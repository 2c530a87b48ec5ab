// Which draws a round asks: a model change asks anew only the models that changed.
import { describe, expect, test } from 'vitest';
import { listCellTasks } from '../../src/evaluation/cell-task.ts';
import { compareModels, type PanelModel } from '../../src/evaluation/create-comparison.ts';
import type { Comparison } from '../../src/evaluation/comparison.ts';
import { requestKey } from '../../src/evaluation/key.ts';
import { JUDGE_PROMPT } from '../../src/evaluation/prompts/judge.ts';
import { respondRequest } from '../../src/evaluation/prompts/respond.ts';
import { clause, scenario, spec } from '../support/scripted-models.ts';
import { simulatedRef } from '../support/harbor.ts';

const model = (name: string, system?: string): PanelModel => ({
  ref: simulatedRef(name),
  ...(system === undefined ? {} : { system }),
});
const rules = {
  specUse: 'target',
  judges: [],
  classifier: undefined,
  judgeContext: 'linked',
  wording: JUDGE_PROMPT,
  auditShare: 0.2,
  scoredDraws: 1,
  policyHash: 'p',
} as const;
const subject = compareModels(
  {
    spec: spec(clause('help', 'Help.')),
    pairs: [
      { base: model('old'), head: model('new') },
      { base: model('kept', 'Be brief.'), head: model('kept', 'Be brief.') },
      { base: model('told', 'Be brief.'), head: model('told', 'Be long.') },
    ],
  },
  rules,
);

function names(comparison: Comparison, stage: 'screen' | 'confirm'): ReadonlyMap<string, ReadonlySet<string>> {
  const range = { stage, scenarios: [scenario('s1', ['help'])], draws: { base: 2, head: 2 } } as const;
  const found = new Map<string, Set<string>>();
  for (const { slot, drawName } of listCellTasks(comparison, range)) {
    found.set(slot.id, (found.get(slot.id) ?? new Set()).add(drawName));
  }
  return found;
}

describe('a model change', () => {
  test('confirms with fresh draws of what changed and the stored ones of what stays', () => {
    const fresh = new Set([`confirm:${subject.digest}:1`, `confirm:${subject.digest}:2`]);
    const stored = new Set(['pool:1', 'pool:2']);
    expect(names(subject, 'confirm')).toEqual(
      new Map([
        ['sim/new', fresh],
        ['sim/kept', stored],
        ['sim/told', fresh],
      ]),
    );
    expect([...names(subject, 'screen').values()]).toEqual([stored, stored, stored]);
  });

  test('asks a model that stays once for both sides', () => {
    const range = { stage: 'confirm', scenarios: [scenario('s1', ['help'])], draws: { base: 1, head: 1 } } as const;
    const keys = listCellTasks(subject, range).map((task) => [
      task.slot.id,
      requestKey(respondRequest(task.slot[task.arm], task.scenario, task.drawName)),
    ]);
    expect(new Set(keys.map(String)).size).toBe(5);
  });

  test('is another one with any other model or instruction on either side, and draws its own answers', () => {
    const digestOf = (base: PanelModel, head: PanelModel): string =>
      compareModels({ spec: spec(clause('help', 'Help.')), pairs: [{ base, head }] }, rules).digest;
    const digests = [
      digestOf(model('old'), model('new')),
      digestOf(model('old'), model('newer')),
      digestOf(model('older'), model('new')),
      digestOf(model('old', 'Be brief.'), model('new')),
      digestOf(model('old'), model('new', 'Be brief.')),
      digestOf(model('new'), model('old')),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  test('a night asks everybody anew', () => {
    const night = { ...subject, night: '2026-11-23' };
    const drawn = new Set(['night:2026-11-23:1', 'night:2026-11-23:2']);
    expect([...names(night, 'confirm').values()]).toEqual([drawn, drawn, drawn]);
  });
});
