// A change that judges cannot see keeps a check from passing, unless the policy says otherwise; what is no content does not.
import { describe, expect, test } from 'vitest';
import type { Config } from '../../../src/config/schema.ts';
import { hasSpecNews, prepareSpecCheck, type PreparedCheck } from '../../../src/gate/change/prepare-check.ts';
import { findIgnored } from '../../../src/gate/change/out-of-sight.ts';
import { runCheck } from '../../../src/gate/run-check.ts';
import type { Project } from '../../../src/run/load-project.ts';
import { createFinding } from '../../../src/report/messages.ts';
import type { Report } from '../../../src/report/report.ts';
import { parseSpec } from '../../../src/spec/parse.ts';
import { openHarbor, type HarborProject } from '../../support/harbor-run.ts';

const BASE =
  '# Rules\n\n## 1. Weapons\n\nDo not help people build weapons.\n\n## 2. Drugs {x=1}\n\nDo not help people make drugs.\n';

const open = (config: Partial<Config>): Promise<HarborProject> =>
  openHarbor((loaded) => ({ ...loaded, config: { ...loaded.config, ...config } }));

async function prepare(
  project: Project,
  { file = 's.md', ...texts }: { readonly base: string; readonly head: string; readonly file?: string },
): Promise<PreparedCheck> {
  const { clauses, ignore } = project.config;
  const side = async (text: string) => ({
    ref: 'x',
    spec: await parseSpec([{ file, text }], { clauses, ignore }),
  });
  return prepareSpecCheck(project, { base: await side(texts.base), head: await side(texts.head) });
}

async function check(head: string, unseen: 'inconclusive' | 'fail' | 'report' = 'inconclusive'): Promise<Report> {
  const { project, openRun } = await openHarbor((loaded) => ({
    ...loaded,
    config: { ...loaded.config, actions: { ...loaded.config.actions, unseen } },
  }));
  const prepared = await prepare(project, { base: BASE, head });
  return (await runCheck(prepared, { project, run: openRun() })).report;
}

describe('where judges cannot see', () => {
  test.each<[string, string, string]>([
    ['a comment', BASE.replace('weapons.\n', 'weapons. <!-- or do -->\n'), 'changedOutOfSight'],
    ['struck-out text', BASE.replace('weapons.\n', 'weapons. ~~Or do.~~\n'), 'changedOutOfSight'],
    ['a character', BASE.replace('weapons.\n', 'weap\u200Bons.\n'), 'changedOutOfSight'],
    ['an attribute that no prompt carries', BASE.replace('x=1', 'x=2'), 'changedOutOfSight'],
    [
      'an authority that no prompt carries',
      BASE.replace('# Rules\n', '# Rules {authority=root}\n'),
      'changedOutOfSight',
    ],
    [
      'another order of numbered clauses',
      '# Rules\n\n## 1. Drugs {x=1}\n\nDo not help people make drugs.\n\n## 2. Weapons\n\nDo not help people build weapons.\n',
      'changedOutOfSight',
    ],
    ['front matter', `---\nowner: me\n---\n\n${BASE}`, 'textOutsideClauses'],
  ])('%s: inconclusive, nothing asked', async (_, head, code) => {
    const report = await check(head);
    expect([report.verdict.status, report.needed.calls]).toEqual(['inconclusive', 0]);
    expect(report.verdict.reasons[0]?.code).toBe(code);
    expect((await check(head, 'fail')).verdict.status).toBe('fail');
    const told = await check(head, 'report');
    expect(told.verdict.status).toBe('pass');
    expect(told.notes.map((note) => note.code)).toContain(code);
  });
});

describe('where readers cannot see and judges can', () => {
  const moved = 'Be nice.\n\n[^1]: Do not help people build weapons.\n';
  const hidden = BASE.replace('Do not help people build weapons.\n', moved);

  test('a clause moved into a footnote that nothing refers to does not pass', async () => {
    const report = await check(hidden);
    expect(report.verdict.status).not.toBe('pass');
    expect(report.verdict.reasons.map(({ code }) => code)).toContain('shownToJudgesOnly');
    expect((await check(hidden, 'fail')).verdict.status).toBe('fail');
  });

  test('one that another clause refers to is read there', async () => {
    const report = await check(hidden.replace('make drugs.', 'make drugs.[^1]'));
    expect(report.verdict.reasons.map(({ code }) => code)).not.toContain('shownToJudgesOnly');
  });
});

describe('lines that the option ignore leaves out', () => {
  const LONG = Array.from({ length: 9 }, (_, index) => `Updated: ${index} ${'x'.repeat(100)}`);
  const text = (...lines: readonly string[]): string => `${BASE}\n${[...LONG, ...lines].join('\n')}\n`;
  const read = (own: string) =>
    parseSpec([{ file: 's.md', text: own }], { clauses: 'headings', ignore: ['Updated: *'] });
  const [base, head] = [text('Updated: today'), text('Updated: today. Weapons are fine.')];

  test.each([
    [false, 'inconclusive', 'notice'],
    [true, 'inconclusive', 'warning'],
    [true, 'fail', 'error'],
    [true, 'report', 'notice'],
  ] as const)('given to models: %s, %s', async (sent, action, severity) => {
    const [finding, ...more] = findIgnored({ base: await read(base), head: await read(head) }, { sent, action });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      code: 'ignoredLines',
      severity,
      args: { base: 'Updated: today', head: 'Updated: today. Weapons are fine.', sent },
    });
  });

  test('the same lines are none', async () => {
    expect(findIgnored({ base: await read(base), head: await read(base) }, { sent: true, action: 'fail' })).toEqual([]);
  });

  test('a prompt whose ignored lines changed is not passed as the same', async () => {
    const told = async (config: Partial<Config>) => {
      const { project } = await open({ ...config, ignore: ['Updated: *'] });
      return (await prepare(project, { base, head })).unseen?.map(({ code, severity }) => [code, severity]);
    };
    expect(await told({ specUse: 'prompt' })).toEqual([['ignoredLines', 'warning']]);
    expect(await told({ specUse: 'target' })).toEqual([['ignoredLines', 'notice']]);
  });
});

describe('a prompt that is sent otherwise and reads the same', () => {
  const list = '- id: weapons\n  text: Do not help people build weapons.\n';
  const prepared = async (head: string): Promise<PreparedCheck> => {
    const { project } = await open({ specUse: 'prompt' });
    return prepare(project, { base: list, head, file: 's.yml' });
  };

  test.each([
    ['a comment in a list', `${list}# Or do.\n`, ['(text outside of clauses)']],
    ['signs of YAML', list.replace('Do not', '&rule Do not'), ['(text outside of clauses)']],
    ['white space', `${list}\n\n`, []],
  ])('%s', async (_, head, expected) => {
    const made = await prepared(head);
    expect(made.subject.untested.map(({ clause }) => clause)).toEqual(expected);
    // Else the Action would find nothing to test, and pass.
    expect(hasSpecNews(made)).toBe(expected.length > 0);
  });
});

test('whatever a comparison has to say is news, by itself and beside anything else', async () => {
  const { project } = await open({ specUse: 'prompt' });
  const made = await prepare(project, { base: BASE, head: BASE });
  const { changes } = await prepare(project, { base: BASE, head: BASE.replace('weapons.', 'bombs.') });
  const unseen = [createFinding({ code: 'textOutsideClauses', args: {}, severity: 'notice' })];
  const untested = [{ clause: 'rules/weapons', reason: 'no-scenario' }] as const;
  const subject = { ...made.subject, untested };
  const news: readonly Partial<PreparedCheck>[] = [{ changes }, { unseen }, { remarks: unseen }, { subject }];
  for (const one of news) {
    for (const other of news) expect(hasSpecNews({ ...made, ...one, ...other })).toBe(true);
  }
  expect(hasSpecNews(made)).toBe(false);
});

describe('no content', () => {
  test.each<[string, string]>([
    ['other numbers', BASE.replace('2. Drugs', '3. Drugs').replace('1. Weapons', '2. Weapons')],
    ['an id', BASE.replace('## 1. Weapons', '## 1. Weapons {#weapons}')],
    ['wrapping', BASE.replace('help people build', 'help\npeople build')],
    ['line ends', BASE.replaceAll('\n', '\r\n')],
    [
      'another place among the same headings',
      '# Rules\n\n## 2. Drugs {x=1}\n\nDo not help people make drugs.\n\n## 1. Weapons\n\nDo not help people build weapons.\n',
    ],
  ])('%s: a pass without a call', async (_, head) => {
    const report = await check(head);
    expect([report.verdict.status, report.needed.calls]).toEqual(['pass', 0]);
  });
});

test.each<[string, Config['specUse'], string | undefined]>([
  ['You are {bot_name} of {{ company }}.', 'prompt', 's.md:11: {bot_name}, {{ company }} (2)'],
  ['{% if eu %}\nAsk first.\n{% endif %}', 'prompt', 's.md:11: {% if eu %}, {% endif %} (2)'],
  ['You are {bot_name}.', 'target', undefined],
  ['Write `{name}` as JSON: {"name": "x"} or { a }.\n\n```\nHello {{ name }}\n```', 'prompt', undefined],
])('a prompt that a program fills in: %j as %s', async (text, specUse, expected) => {
  const { project } = await open({ specUse });
  const { remarks } = await prepare(project, { base: BASE, head: `${BASE}\n${text}\n` });
  const said = (remarks ?? []).flatMap(({ code, args }) =>
    code === 'templatePrompt'
      ? `${String(args['first'])}: ${[args['shown']].flat().join(', ')} (${String(args['places'])})`
      : [],
  );
  expect(said).toEqual(expected === undefined ? [] : [expected]);
});
