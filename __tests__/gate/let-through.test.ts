// What an edit lets through, on the shipped example: a clause emptied or removed fails in words, and what cannot be seen is said.
import { beforeAll, describe, expect, test } from 'vitest';
import { PLAIN_RULES } from '../../src/core/plain-rules.ts';
import { createAcceptance } from '../../src/gate/accept/acceptance.ts';
import { resolveAcceptance } from '../../src/gate/accept/resolve-acceptance.ts';
import type { CompletionRequest } from '../../src/models/model.ts';
import { prepareSpecCheck } from '../../src/gate/change/prepare-check.ts';
import { runCheck } from '../../src/gate/run-check.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { blockingReasons } from '../../src/report/finding-key.ts';
import { writeHeadline } from '../../src/report/headline.ts';
import type { Report } from '../../src/report/report.ts';
import type { Project } from '../../src/run/load-project.ts';
import type { Spec } from '../../src/spec/clause.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import { emptyClause, harborSpec, removeClause, rewordClause } from '../support/harbor.ts';
import { openHarbor, type HarborProject } from '../support/harbor-run.ts';

type Opened = Pick<HarborProject, 'project' | 'openRun'>;

let base: Spec;
let harbor: HarborProject;
/** With the spec as prompt; one of models that tell all, and one of judges that are blameless unless plainly wrong. */
let prompted: HarborProject;
let eager: Opened;
let blameless: Opened;
beforeAll(async () => {
  base = await harborSpec('spec.md');
  [harbor, prompted] = [await openHarbor(), await openHarbor(asPrompt)];
  [eager, blameless] = [await openEager(), await openBlameless([])];
});

async function check(head: Spec, { project, openRun }: Opened): Promise<Report> {
  const prepared = prepareSpecCheck(project, { base: { ref: 'main', spec: base }, head: { ref: 'pr', spec: head } });
  return (await runCheck(prepared, { project, run: openRun() }, { disclosure: 'full' })).report;
}

const codes = ({ verdict }: Report): readonly string[] => verdict.reasons.map(({ code }) => code);
const headline = (report: Report): string => plainText(writeHeadline(report).says);
const asPrompt = (project: Project): Project => ({ ...project, config: { ...project.config, specUse: 'prompt' } });

describe('a clause that many scenarios test', () => {
  test.each([
    ['emptied', emptyClause],
    ['removed', removeClause],
  ])('%s: fails, and says how many answers are allowed now', async (_, edit) => {
    const report = await check(await edit('avoid_hazardous_detail'), harbor);
    expect(report.verdict.status).toBe('fail');
    expect(codes(report)[0]).toBe('forbiddenAnswersFell');
    const { forbidden, letThrough, newlyForbidden } = report.letThrough!.answers!;
    expect(letThrough).toBeGreaterThan(forbidden / 4);
    expect(newlyForbidden).toBeLessThan(letThrough / 4);
    expect(headline(report)).toContain(`this edit allows what main forbids: ${letThrough} of ${forbidden} answers`);
    const [example] = report.letThrough!.examples;
    expect(example!.base.filter(({ ruling }) => ruling === 'non-compliant').length).toBeGreaterThan(1);
    expect(example!.head.filter(({ ruling }) => ruling === 'compliant').length).toBeGreaterThan(1);
    expect(example!.base[0]!.reasoning).toContain('[simulated]');
  });
});

/** Models that tell all that they are asked for, unless their prompt keeps them from it. */
async function openEager(): Promise<Opened> {
  const opened = await openHarbor(asPrompt);
  const kept = base.clauses.find(({ id }) => id === 'avoid_hazardous_detail')!.text;
  const isKept = ({ messages }: CompletionRequest): boolean => messages.some(({ content }) => content.includes(kept));
  const tellAll = (text: string): string => text.replace(/simulated stance: \d\/\d/, 'simulated stance: 6/0');
  return {
    ...opened,
    openRun: () =>
      opened.openRun({
        tamper: (request, completion) =>
          request.format !== undefined || isKept(request)
            ? completion
            : { ...completion, text: tellAll(completion.text) },
      }),
  };
}

describe('with the spec as prompt, where each side answers by itself', () => {
  test.each([
    ['emptied', emptyClause],
    ['removed', removeClause],
  ])('a clause %s: the answers that the new text brings about are held against the old one', async (_, edit) => {
    const report = await check(await edit('avoid_hazardous_detail'), eager);
    expect(report.verdict.status).toBe('fail');
    expect(codes(report)).toContain('forbiddenAnswersFell');
    const { answers, forbidden, letThrough, newlyForbidden } = report.letThrough!.answers!;
    // One side's answers: those of the head.
    const cells = report.endpoints.letThrough!.scenarios * report.models.length;
    expect(answers % cells).toBe(0);
    expect(letThrough).toBeGreaterThan(forbidden / 4);
    expect(newlyForbidden).toBeLessThan(letThrough / 4);
    const said = report.verdict.reasons.find(({ code }) => code === 'forbiddenAnswersFell')!;
    expect(said.args).toMatchObject({ forbidden, letThrough, clauses: ['avoid_hazardous_detail'] });
  });

  test('an edit without effect lets nothing through', async () => {
    const report = await check(await rewordClause('avoid_hazardous_detail'), prompted);
    expect(report.verdict.status).not.toBe('fail');
    expect(report.endpoints.letThrough?.status).toBe('pass');
    expect(report.letThrough!.clauses.map(({ clause }) => clause)).toEqual(['avoid_hazardous_detail']);
  });

  test('an edit that only models read has nothing to let through', async () => {
    const [file] = base.files;
    const heading = file!.text.split('\n').find((line) => line.includes('{#avoid_hazardous_detail'))!;
    const text = file!.text.replace(heading, `${heading}\n\n<!-- a word to the models -->`);
    const report = await check(await parseSpec([{ ...file!, text }], { clauses: 'headings' }), prompted);
    expect(report.changes.map(({ id }) => id)).toEqual(['avoid_hazardous_detail']);
    expect(report.endpoints.letThrough).toMatchObject({ status: 'not-applicable', why: 'same-rules' });
    expect(report.letThrough?.answers?.answers ?? 0).toBe(0);
  });
});

describe('a clause that three scenarios test', () => {
  test.each([
    ['candid_feedback', 'emptied', emptyClause],
    ['candid_feedback', 'removed', removeClause],
    ['young_people', 'removed', removeClause],
  ])('%s %s: its violations show it', async (clause, _, edit) => {
    const report = await check(await edit(clause), harbor);
    expect(report.verdict.status).toBe('fail');
    expect(codes(report)).toContain('clauseLetThrough');
    const { violations } = report.letThrough!.clauses.find((one) => one.clause === clause)!;
    expect(violations.letThrough).toBeGreaterThan(violations.forbidden / 2);
  });

  test('with the spec as prompt, too', async () => {
    const report = await check(await removeClause('candid_feedback'), prompted);
    expect(codes(report)).toContain('clauseLetThrough');
    expect(report.verdict.status).toBe('fail');
  });

  test('an approved acceptance of the finding covers it', async () => {
    const report = await check(await removeClause('young_people'), harbor);
    const acceptances = blockingReasons(report).map((finding) =>
      createAcceptance(report, { finding, reason: 'meant', accepted: '2026-11-28' }),
    );
    expect(acceptances.map(({ finding }) => finding)).toContain('clauseLetThrough:young_people');
    const context = { today: '2026-11-28', approval: async () => ({ approved: true, by: 'owner' }) as const };
    const resolved = await resolveAcceptance(report, { ...context, acceptances });
    expect(resolved.verdict.resolution?.kind).toBe('accepted');
    const others = acceptances.filter(({ finding }) => finding !== 'clauseLetThrough:young_people');
    const open = await resolveAcceptance(report, { ...context, acceptances: others });
    expect(open.verdict.resolution).toBeUndefined();
  });
});

/** The bank's answers break nothing, and the judges see where a plain rule or a labelled answer does. */
async function openBlameless(labelled: Project['labelled']): Promise<Opened> {
  const poor = await openHarbor((project) => ({
    ...project,
    labelled,
    bank: { ...project.bank, scenarios: project.bank.scenarios.map((one) => ({ ...one, value1: 'x', value2: 'y' })) },
  }));
  const plainly = [
    ...PLAIN_RULES.map(({ breaks }) => breaks),
    ...labelled.map(({ response }) => response.slice(0, 30)),
  ];
  return {
    ...poor,
    openRun: () =>
      poor.openRun({
        tamper: (request, completion) =>
          request.format?.name !== 'judgment' ||
          plainly.some((broken) => request.messages.some(({ content }) => content.includes(broken)))
            ? completion
            : {
                ...completion,
                text: JSON.stringify({ ...(JSON.parse(completion.text) as object), ruling: 'compliant' }),
              },
      }),
  };
}

describe('where nothing at hand breaks a clause, the check says that it could not have seen a loosening', () => {
  test.each([
    ['emptied', emptyClause],
    ['removed', removeClause],
  ])('and does not pass the clause %s, whoever labelled nothing', async (_, edit) => {
    const report = await check(await edit('candid_feedback'), blameless);
    expect(report.verdict.status).toBe('inconclusive');
    expect(codes(report)).toContain('looseningUnseen');
    expect(headline(report)).toContain('could not have seen whether candid_feedback now allows what it forbade');
  });

  test('and passes an edit of some words, where nobody labelled anything', async () => {
    const report = await check(await rewordClause('avoid_hazardous_detail'), blameless);
    expect(report.verdict.status).toBe('pass');
    expect(report.verdict.reasons.map(({ code, severity }) => [code, severity])).toEqual([
      ['looseningUnseen', 'notice'],
    ]);
    expect(headline(report)).toBe(
      'nothing got worse; whether avoid_hazardous_detail now allows what it forbade could not be seen: no answer at hand breaks it as main has it',
    );
  });

  test('and does not pass the same edit where the project has labelled items about something else', async () => {
    const other = harbor.project.labelled.filter(({ clauses }) => !clauses.includes('avoid_hazardous_detail'));
    expect(other).not.toEqual([]);
    const report = await check(await rewordClause('avoid_hazardous_detail'), await openBlameless(other));
    expect(report.verdict.status).toBe('inconclusive');
    expect(codes(report)[0]).toBe('looseningUnseen');
  });
});

test('a policy that only reports says it and does not block', async () => {
  const { project, openRun } = harbor;
  const actions = { ...project.config.actions, letThrough: 'report' } as const;
  const reporting = { ...project, config: { ...project.config, actions } };
  const report = await check(await removeClause('avoid_hazardous_detail'), { project: reporting, openRun });
  expect(report.verdict.status).not.toBe('fail');
  expect(report.endpoints.letThrough?.status).toBe('report');
  expect(report.verdict.reasons.find(({ code }) => code === 'clauseLetThrough')?.severity).not.toBe('error');
});
