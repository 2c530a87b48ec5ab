// What the doctor found, as text.
import { expect, test } from 'vitest';
import { renderDoctor, type DoctorReport } from '../../src/doctor/report.ts';
import { widthOf } from '../../src/render/text-width.ts';

test('the doctor’s notes and problems fit a narrow terminal', () => {
  const words = 'a judge that is asked in words only may answer in a form that nobody can read';
  const report: DoctorReport = {
    schema: 'spec-gate/doctor@1',
    ok: false,
    providers: [],
    models: [],
    judges: [],
    problems: [{ message: words, hint: words, place: { file: 'spec-gate.yml', line: 3 } }],
    notes: [words],
    planned: { calls: 0, usd: 0 },
    made: { calls: 0, usd: 0 },
  };
  const narrow = renderDoctor(report, { width: 40, room: 40 });
  expect(Math.max(...narrow.split('\n').map(widthOf))).toBeLessThanOrEqual(40);
  expect(narrow.replaceAll(/\s+/g, ' ')).toBe(renderDoctor(report, { width: 40 }).replaceAll(/\s+/g, ' '));
});
