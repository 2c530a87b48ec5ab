// What `spec-gate report` is pointed at: the file, its folder, or another file that is mistaken for it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EvidenceScenario } from '../../src/analysis/evidence/evidence-line.ts';
import { createRandom } from '../../src/core/random.ts';
import { UserError } from '../../src/core/errors.ts';
import { digestRun } from '../../src/report/run-digest.ts';
import { parseReport } from '../../src/report/formats/parse-report.ts';
import { renderComment } from '../../src/report/markdown/comment.ts';
import type { Report } from '../../src/report/report.ts';
import { tellScenario } from '../../src/report/scenario-story.ts';
import { renderStory } from '../../src/report/terminal/story.ts';
import { renderTerminal } from '../../src/report/terminal/terminal.ts';
import { explorerEvidence } from '../support/explorer-evidence.ts';
import { modelReport } from '../support/model-change-report.ts';
import { failingReport, REPORTS } from '../support/report-builder.ts';
import { runCommand } from '../support/run-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-read-'));
  writeFileSync(join(folder, 'report.json'), JSON.stringify(failingReport()));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each(['report.json', '.'])('reads %s', async (named) => {
  const { code, stdout } = await runCommand(['report', named], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^FAIL/m);
});

describe('one scenario whole', () => {
  const { report, scenarios, cells } = explorerEvidence({ scenarios: 3, models: 2, use: 'target' });
  const [{ scenario: first }] = scenarios as [EvidenceScenario];
  const write = (show: (text: string) => string | undefined, run?: string): void => {
    writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
    const header = { schema: 'spec-gate/evidence@1', comparison: 'target', simulated: false, clauses: [PLACE], run };
    const lines = [
      header,
      ...scenarios.map(({ query = '', ...facts }) => ({ ...facts, query: show(query), queryLength: query.length })),
      ...cells.map(({ scenario: cell, responseText = '', ...facts }) => ({
        cell,
        ...facts,
        responseText: show(responseText),
        responseLength: responseText.length,
      })),
    ];
    writeFileSync(join(folder, 'evidence.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
  };
  const PLACE = { id: scenarios[0]!.clauses[0]!, file: 'docs/spec.md', line: 7, endLine: 9 };
  const words = (text: string): string => text.replaceAll(/\s+/g, ' ');

  test('tells what was asked, every answer once, and each ruling with its clauses and reason', async () => {
    write((text) => text);
    const { code, stdout } = await runCommand(['report', '.', '--scenario', first], { cwd: folder });
    expect(code).toBe(0);
    const told = words(stdout);
    expect(told).toContain(words(scenarios[0]!.query!));
    const own = cells.filter(({ scenario }) => scenario === first);
    for (const { model, responseText, judgments } of own) {
      expect(told).toContain(`Model ${model} `);
      expect(told.split(words(responseText!))).toHaveLength(2);
      for (const one of judgments) {
        if (one.status !== 'ruled') continue;
        expect(told).toContain(
          `- ${one.ruling}: ${one.judge}, citing ${one.clauses.join(', ')} ${words(one.reasoning)}`,
        );
      }
    }
    expect(told).toContain(`tests ${PLACE.id} docs/spec.md:7`);
  });

  test.each([
    ['target', '(the same answer on both sides, judged under both texts)'],
    ['model', '(the same answer on both sides)'],
  ] as const)('one answer for both sides of a comparison of kind %s is told once: %s', (comparison, expected) => {
    const story = tellScenario(
      { ...report, comparison },
      { scenarios: new Map(scenarios.map((one) => [one.scenario, one])), cells, places: new Map() } as never,
      first,
    );
    expect(renderStory({ report: { ...report, comparison }, story: story! })).toContain(expected);
  });

  test('as JSON it has the same texts', async () => {
    write((text) => text);
    const { stdout } = await runCommand(['report', '.', '--scenario', first, '--json'], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({ scenario: first, asked: scenarios[0]!.query, answers: [{}, {}] });
  });

  test('texts that the report holds back are counted, with the command that writes them in', async () => {
    write(() => undefined);
    const { stdout } = await runCommand(['report', '.', '--scenario', first], { cwd: folder });
    expect(stdout).toContain(`(${scenarios[0]!.query!.length} characters, not in this report)`);
    expect(words(stdout)).toContain('spec-gate check --disclose full');
    // Two texts of one length may differ.
    expect(stdout).not.toContain('the same answer');
  });

  test('outcomes of another run are not told as those of this one', async () => {
    const read = (...args: readonly string[]) => runCommand(['report', '.', ...args], { cwd: folder });
    write((text) => text, digestRun(report));
    expect((await read('--scenario', first)).code).toBe(0);
    expect(await read('--format', 'html')).toMatchObject({ code: 0, stderr: '' });
    write((text) => text, digestRun({ ...report, head: { ...report.head, specHash: 'another' } }));
    for (const args of [
      ['--scenario', first],
      ['--format', 'csv'],
    ])
      expect(await read(...args)).toMatchObject({ code: 3, stderr: expect.stringContaining('is of another run') });
    const page = await read('--format', 'html');
    expect(page).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/another run: the list of scenarios is left out/),
    });
    expect(page.stdout).not.toContain(scenarios[0]!.query);
  });

  test('a run is told by what was compared, under which policy, and what came of it', () => {
    const others: readonly Partial<typeof report>[] = [
      { base: { ...report.base, specHash: 'another' } },
      { policyHash: 'another' },
      { rounds: [] },
      { endpoints: {} },
      { scenarios: [] },
    ];
    const digests = [report, ...others.map((other) => ({ ...report, ...other }))].map(digestRun);
    expect(new Set(digests).size).toBe(digests.length);
  });

  test.each([
    [[first, '--arm', 'base'], '--arm chooses the rows of --format csv'],
    [[first.replace('pair', 'pear')], `did you mean ${first}?`],
    [[first, '--format', 'html'], '--scenario shows one scenario on the terminal or as JSON, not as html'],
  ])('%j is answered with the way out', async (args, expected) => {
    write((text) => text);
    const { code, stderr } = await runCommand(['report', '.', '--scenario', ...args], { cwd: folder });
    expect(code).toBe(3);
    expect(stderr).toContain(expected);
  });
});

test.each([
  ['a night', { schema: 'spec-gate/nightly@1' }, /night's result.*night\.(?:md|html)/s],
  ['a run record', { schema: 'spec-gate/run@1' }, /what a run did.*report\.json/s],
  ['another JSON', { hello: 1 }, /not a report of this version/],
])('%s is named, with the way out', async (_what, json, expected) => {
  writeFileSync(join(folder, 'other.json'), JSON.stringify(json));
  const { code, stderr } = await runCommand(['report', 'other.json'], { cwd: folder });
  expect(code).toBe(3);
  expect(stderr).toMatch(expected);
});

describe('a report that was altered is refused, or shown without a number that is none', () => {
  const RUNS = Number(process.env['FUZZ_RUNS'] ?? 40);
  const VALUES = [undefined, null, 'x', -1, 0, 1e308, true, [], {}, ['x'], { a: 1 }] as const;

  type Node = Record<string, unknown>;
  /** Every place in a value, as the object that holds it and its name there. */
  const placesIn = (value: unknown): readonly (readonly [Node, string])[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.keys(value).flatMap((name) => [[value as Node, name] as const, ...placesIn((value as Node)[name])]);

  const read = (text: string): Report | undefined => {
    try {
      return parseReport({ file: 'report.json', text });
    } catch (error) {
      if (error instanceof UserError) return undefined;
      throw error;
    }
  };

  test.each([...Object.entries(REPORTS), ['model', modelReport] as const])('%s', (name, build) => {
    const text = JSON.stringify(build());
    expect(read(text)).toEqual(JSON.parse(text));
    const random = createRandom(`altered ${name}`);
    for (let run = 0; run < RUNS; run += 1) {
      const altered = JSON.parse(text) as unknown;
      const places = placesIn(altered);
      const [holder, key] = places[random.below(places.length)]!;
      const value = VALUES[random.below(VALUES.length)];
      if (value === undefined) delete holder[key];
      else holder[key] = value;
      const report = read(JSON.stringify(altered));
      if (report === undefined) continue;
      const shown = `${renderTerminal({ report }, { width: 100 })}${renderComment([{ report }])}`;
      expect(shown, `${key}: ${JSON.stringify(value)}`).not.toMatch(
        /\bNaN\b|Infinity|\[object|\bundefined\b(?!: every)/,
      );
    }
  });
});
