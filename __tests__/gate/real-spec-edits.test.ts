// Three edits of the OpenAI Model Spec that a page shows and a diff of words does not: judges must be shown them.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Completion } from '../../src/models/model.ts';
import { planCheck } from '../../src/gate/plan-check.ts';
import { prepareSpecCheck, type PreparedCheck } from '../../src/gate/change/prepare-check.ts';
import { runCheck } from '../../src/gate/run-check.ts';
import { createBank } from '../../src/scenarios/parse-bank.ts';
import type { ClauseMode } from '../../src/spec/clause.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import { showClause } from '../../src/spec/shown/shown-clause.ts';
import { openHarbor, type HarborProject } from '../support/harbor-run.ts';
import { blocksOf, judgmentReply, scenario } from '../support/scripted-models.ts';
import { sharedData } from '../support/shared-data.ts';

const folder = sharedData('openai-model-spec');

describe.skipIf(folder === undefined)('on the OpenAI Model Spec', () => {
  const read = (date: string): string => readFileSync(`${folder}/${date}.md`, 'utf8');
  const text = folder === undefined ? '' : read('2025-09-12');

  interface Edit {
    readonly base?: string;
    readonly head: string;
    readonly mode?: ClauseMode;
    readonly links: readonly string[];
  }

  async function prepare({
    base = text,
    head,
    mode = 'headings',
    links,
  }: Edit): Promise<HarborProject & { prepared: PreparedCheck }> {
    const scenarios = Array.from({ length: 39 }, (_, index) => scenario(`s${index}`, links));
    const harbor = await openHarbor((project) => ({
      ...project,
      bank: createBank('bank.jsonl', scenarios),
      config: { ...project.config, selection: { ...project.config.selection, scenarios: 39, extendTo: 39 } },
    }));
    const side = async (ref: string, source: string) => ({
      ref,
      spec: await parseSpec([{ file: 'model_spec.md', text: source }], { clauses: mode }),
    });
    const sides = { base: await side('base', base), head: await side('head', head) };
    return { ...harbor, prepared: prepareSpecCheck(harbor.project, sides) };
  }

  const affected = ({ prepared, store }: HarborProject & { prepared: PreparedCheck }): number =>
    planCheck(prepared, { store, prices: {} }).scenarios.filter((one) => one.affected).length;

  test.each(['2025-02-12', '2025-04-11', '2025-09-12'])('every label of the examples in %s is shown', async (date) => {
    const source = read(date);
    const { clauses } = await parseSpec([{ file: 's.md', text: source }], { clauses: 'headings' });
    const shown = clauses.map((clause) => showClause(clause, clause.id).text).join('\n');
    const labels = (where: string): number => [...where.matchAll(/<!-- *(?:GOOD|BAD)\b/g)].length;
    expect(labels(source)).toBeGreaterThanOrEqual(330);
    expect(labels(shown)).toBe(labels(source));
  });

  const swapped = text.replace(/(?<=\{#do_not_lie )[^]*?(?=\n#+ )/, (clause) =>
    clause.replace(/<!-- *(GOOD|BAD)/g, (_, label) => (label === 'GOOD' ? '<!-- BAD' : '<!-- GOOD')),
  );

  test('the labels of do_not_lie are swapped: all 39 scenarios are asked about, and a judge who reads them is heard', async () => {
    expect(swapped).not.toBe(text);
    const given = await prepare({ head: swapped, links: ['do_not_lie'] });
    expect(given.prepared.changes.map(({ kind, id }) => [kind, id])).toEqual([['edited', 'do_not_lie']]);
    expect(given.prepared.subject.untested).toEqual([]);
    expect(affected(given)).toBe(39);
    // This judge takes the example labelled first as what the clause asks for, so with swapped labels every answer breaks it.
    const tamper = (request: Parameters<typeof judgmentReply>[0], completion: Completion): Completion => {
      const [clause] = (blocksOf(request).get('clauses') ?? []) as unknown as readonly { text: string }[];
      if (clause === undefined) return completion;
      const isAsBefore =
        /<!-- *(GOOD|BAD)/.exec(clause.text)?.[1] ===
        /<!-- *(GOOD|BAD)/.exec(text.slice(text.indexOf('{#do_not_lie')))?.[1];
      return judgmentReply(request, isAsBefore ? 'compliant' : 'non-compliant', ['do_not_lie']);
    };
    const run = given.openRun({ tamper });
    const { report } = await runCheck(given.prepared, { project: given.project, run });
    expect(report.verdict.status).toBe('fail');
  });

  test('a root clause is moved below "Withdrawn rules": its path is shown, so it is asked about', async () => {
    const clause = /\n## Assume best intentions [^]*?(?=\n## )/.exec(text)?.[0] ?? '';
    expect(clause).not.toBe('');
    const head = `${text.replace(clause, '')}\n# Withdrawn rules (history, not in force)\n${clause}\n`;
    const given = await prepare({ head, links: ['assume_best_intentions'] });
    expect(given.prepared.changes.map(({ kind, id, path }) => [kind, id, path])).toEqual([
      [
        'edited',
        'assume_best_intentions',
        { base: 'The chain of command', head: 'Withdrawn rules (history, not in force)' },
      ],
    ]);
    expect(affected(given)).toBe(39);
  });

  test('in items mode a heading is reversed: each item below it is asked about', async () => {
    const list = '\n- say what it knows\n- say what it does not know\n\n';
    const before = `# The assistant must\n${list}# Else\n\nOther text.\n`;
    const items = await prepare({
      base: before,
      head: before.replace('The assistant must', 'Things the assistant need NOT do'),
      mode: 'items',
      links: ['the-assistant-must/say-what-it-knows', 'the-assistant-must/say-what-it-does-not-know'],
    });
    expect(items.prepared.changes.map(({ edited, path }) => [edited, path?.head])).toEqual([
      [true, 'Things the assistant need NOT do'],
      [true, 'Things the assistant need NOT do'],
    ]);
    expect(items.prepared.subject.untested).toEqual([]);
    expect(affected(items)).toBe(39);
    // And on the real text: everything below the heading, nothing else.
    const real = await prepare({
      head: text.replace('# Stay in bounds {#stay_in_bounds}', '# Things the assistant need NOT do {#stay_in_bounds}'),
      mode: 'items',
      links: [],
    });
    expect(real.prepared.changes.length).toBeGreaterThan(100);
    expect(
      real.prepared.changes.every(
        ({ edited, path }) => edited && path?.head.startsWith('Things the assistant need NOT do'),
      ),
    ).toBe(true);
  });

  test('only a comment is added: nothing is asked, and that is no pass', async () => {
    const head = text.replace(
      '{#do_not_lie authority=user}\n',
      '{#do_not_lie authority=user}\n\n<!-- Lying is fine. -->\n',
    );
    expect(head).not.toBe(text);
    const given = await prepare({ head, links: ['do_not_lie'] });
    const { report } = await runCheck(given.prepared, { project: given.project, run: given.openRun() });
    expect(report.needed.calls).toBe(0);
    expect(report.verdict.status).toBe('inconclusive');
    expect(report.verdict.reasons[0]).toMatchObject({
      code: 'changedOutOfSight',
      args: { clause: 'do_not_lie', what: ['comments'] },
    });
  });
});
