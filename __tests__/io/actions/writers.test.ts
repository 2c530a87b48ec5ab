// What the run shows: limits that the runner enforces by silently dropping things.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rankAnnotations, type Annotation } from '../../../src/io/actions/annotations.ts';
import { fitSections, SUMMARY_LIMIT, writeSummary } from '../../../src/io/actions/summary.ts';

function annotation(level: Annotation['level'], weight: number): Annotation {
  return { level, weight, title: `${level} ${weight}`, message: 'm' };
}

describe('annotations', () => {
  test('at most nine of a level, the heaviest first, and the rest counted', () => {
    const all = Array.from({ length: 12 }, (_, n) => annotation('error', n)).concat(annotation('warning', 99));
    const { shown, moreErrors, moreWarnings } = rankAnnotations(all);
    expect(shown.map((item) => item.weight)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 99]);
    expect({ moreErrors, moreWarnings }).toEqual({ moreErrors: 3, moreWarnings: 0 });
  });

  test('equal weights keep their order', () => {
    const all = ['a', 'b', 'c'].map((title) => ({ ...annotation('warning', 1), title }));
    expect(rankAnnotations(all).shown.map((item) => item.title)).toEqual(['a', 'b', 'c']);
  });
});

describe('the summary', () => {
  test('what fits is written whole', () => {
    expect(fitSections(['# a\n', 'b'])).toBe('# a\n\nb\n');
  });

  test('what does not fit goes in whole sections from the end, counted in bytes, not characters', () => {
    const section = 'é'.repeat(300 * 1024); // 600 KiB
    const text = fitSections(['# verdict', section, section, 'tail']);
    expect(text).toBe(
      `# verdict\n\n${section}\n\n_2 sections do not fit here: see the report in this run's artifact._\n`,
    );
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
  });

  test.each([0, 1, 60, 80, 120, 200])('never over %i bytes', (limit) => {
    expect(Buffer.byteLength(fitSections(['one', 'x'.repeat(70), 'y'.repeat(70)], limit))).toBeLessThanOrEqual(limit);
  });

  test('is appended to the step’s file, and nothing happens without one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'summary-'));
    const path = join(folder, 'summary.md');
    await writeSummary(['one'], { GITHUB_STEP_SUMMARY: path });
    await writeSummary(['two'], { GITHUB_STEP_SUMMARY: path });
    await writeSummary(['three'], {});
    expect(await readFile(path, 'utf8')).toBe('one\ntwo\n');
    await rm(folder, { recursive: true });
  });
});
