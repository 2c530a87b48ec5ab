// What `spec-gate report` is pointed at: the file, its folder, or another file that is mistaken for it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { UserError } from '../../src/core/errors.ts';
import { parseReport } from '../../src/report/formats/parse-report.ts';
import { renderComment } from '../../src/report/markdown/comment.ts';
import type { Report } from '../../src/report/report.ts';
import { renderTerminal } from '../../src/report/terminal/terminal.ts';
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
  expect(stdout).toMatch(/^FAIL/);
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
