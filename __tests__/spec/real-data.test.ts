// The parser and the diff on three versions of the OpenAI Model Spec, as published.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Spec } from '../../src/spec/clause.ts';
import { diffSpec } from '../../src/spec/diff.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import { sharedData } from '../support/shared-data.ts';

const folder = sharedData('openai-model-spec');

describe.skipIf(folder === undefined)('the OpenAI Model Spec', () => {
  const read = (date: string): Promise<Spec> =>
    parseSpec([{ file: `${date}.md`, text: readFileSync(`${folder}/${date}.md`, 'utf8') }], { clauses: 'headings' });

  test.each([
    ['2025-02-12', 71],
    ['2025-04-11', 71],
    ['2025-09-12', 77],
  ])('%s has %i clauses', async (date, count) => {
    expect((await read(date)).clauses).toHaveLength(count);
  });

  test('clauses know their lines, attributes and ancestors', async () => {
    const { clauses } = await read('2025-02-12');
    const byId = new Map(clauses.map((clause) => [clause.id, clause]));
    expect(byId.get('overview')).toMatchObject({ lines: { start: 1, end: 17 }, ancestors: [], attributes: {} });
    // The clause holds a fenced example with `# functions` in it (line 2802), which is no heading.
    expect(byId.get('support_programmatic_use')).toMatchObject({
      lines: { start: 2756, end: 2872 },
      ancestors: ['Do the best work'],
      attributes: { authority: 'guideline' },
    });
    expect(byId.get('approachable')).toMatchObject({
      title: 'Be approachable',
      lines: { start: 2874, end: 2879 },
      commentary: [{ title: 'Commentary', lines: { start: 2878, end: 2879 } }],
    });
    expect(byId.get('sexual_content_involving_minors')?.ancestors).toEqual([
      'Stay in bounds',
      'Do not generate disallowed content',
      'Prohibited content',
    ]);
    expect(byId.get('best_work')).toMatchObject({ text: '', lines: { start: 2520, end: 2520 } });
  });

  test('from 2025-02-12 to 2025-04-11 exactly five clauses are edited', async () => {
    const changes = diffSpec(await read('2025-02-12'), await read('2025-04-11'));
    expect(changes.map(({ kind, id, moved }) => [kind, id, moved])).toEqual([
      ['edited', 'risk_taxonomy', false],
      ['edited', 'definitions', false],
      ['edited', 'do_not_facilitate_illicit_behavior', false],
      ['edited', 'do_not_lie', false],
      ['edited', 'avoid_overstepping', false],
    ]);
    const risk = changes.find(({ id }) => id === 'risk_taxonomy');
    expect(risk?.words.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'added', text: 'misalignment, ' }]);
  });

  test('from 2025-04-11 to 2025-09-12 four clauses live on under a new id, one is removed, authority is named', async () => {
    const changes = diffSpec(await read('2025-04-11'), await read('2025-09-12'));
    const of = (kind: string): string[] => changes.filter((change) => change.kind === kind).map(({ id }) => id);
    expect(of('removed')).toEqual(['approachable']);
    expect(of('added')).toEqual([
      'red_line_principles',
      'no_other_objectives',
      'scope_of_autonomy',
      'control_side_effects',
      'be_interesting_and_interested',
      'be_curious',
      'be_warm',
    ]);
    expect(
      changes.filter(({ kind }) => kind === 'renamed').map(({ baseId, id, edited }) => [baseId, id, edited]),
    ).toEqual([
      ['protect_privileged_messages', 'protect_privileged_information', true],
      ['be_kind', 'love_humanity', true],
      ['be_empathetic', 'be_responsible', true],
      ['be_engaging', 'have_conversational_sense', true],
    ]);
    const attributesOf = (id: string) => changes.find((change) => change.id === id)?.attributes;
    expect(attributesOf('comply_with_laws')).toEqual([{ name: 'authority', base: 'platform', head: 'system' }]);
    expect(attributesOf('have_conversational_sense')).toEqual([{ name: 'authority', base: 'guideline', head: 'user' }]);
  });

  test('the largest pair costs well under 300 ms of work, so that the whole command takes no more', async () => {
    const work = async (): Promise<number> => {
      const before = process.cpuUsage();
      diffSpec(await read('2025-02-12'), await read('2025-09-12'));
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    expect(Math.min(await work(), await work(), await work(), await work())).toBeLessThan(300);
  });
});
