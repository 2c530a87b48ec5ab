// Every view of a verdict that blocks says what to edit, how to accept it and who may; no view of another does.
import { describe, expect, test } from 'vitest';
import { listAnnotations } from '../../src/report/formats/annotations.ts';
import { findingKey } from '../../src/report/finding-key.ts';
import { RENDERERS } from '../../src/report/formats/renderers.ts';
import type { Report } from '../../src/report/report.ts';
import { renderTerminal } from '../../src/report/terminal/terminal.ts';
import { writeWayOn } from '../../src/report/way-on.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { modelReport } from '../support/model-change-report.ts';
import {
  acceptedReport,
  failingReport,
  inconclusiveReport,
  passingReport,
  untestedReport,
} from '../support/report-builder.ts';

const approved = (report: Report): Report => ({ ...report, approvers: ['ana', 'acme/spec-owners'] });
const words = (report: Report): string => writeWayOn(report).map(plainText).join('\n');

test('a failure of the text: which clauses, which commands, who', () => {
  const text = words(approved(failingReport()));
  expect(text).toContain('edit assume_best_intentions (docs/model_spec.md:211) and avoid_info_hazards');
  const keys = failingReport().verdict.reasons.map(findingKey);
  expect(text).toContain(`spec-gate accept ${keys.join(' ')} --reason`);
  expect(text).toMatch(/once ana and acme\/spec-owners \(not the author\) or one of them has approved that commit/);
});

test('a failure of a model names the model; nobody may approve where nobody is named', () => {
  expect(words(modelReport())).toMatch(/keep the model there was instead of .*internal\/candidate/);
  expect(words(failingReport())).toContain('Nobody may approve that yet');
});

test('an undecided one is no intention', () => {
  expect(words(approved(inconclusiveReport()))).toMatch(/^To merge it undecided all the same, run spec-gate accept/);
});

test('a clause without a scenario is tested by bringing some, before it is merged undecided', () => {
  expect(words(approved(untestedReport()))).toMatch(
    /^To test it, bring queries .*write: true.*\nTo merge it undecided/,
  );
});

test('where no review is read nobody is sent to accept what cannot count', () => {
  const elsewhere = (report: Report): Report => ({ ...approved(report), acceptances: 'not-read' });
  const text = words(elsewhere(failingReport()));
  expect(text).toContain('To mend it, edit assume_best_intentions');
  expect(text).toMatch(/If it is intended, whoever may merge past a failed job decides.*in the GitHub Action only/);
  expect(text).not.toMatch(/run spec-gate accept|ana/);
  expect(words(elsewhere(inconclusiveReport()))).toMatch(/^To merge it undecided all the same, whoever may merge/);
  for (const view of [RENDERERS.sarif, ({ report }: { report: Report }) => JSON.stringify(listAnnotations(report))])
    expect(view({ report: elsewhere(failingReport()) })).not.toContain('spec-gate accept');
});

test('what a shell would take apart is quoted', () => {
  const [reason] = failingReport().verdict.reasons;
  const odd = { ...reason!, args: { ...reason!.args, clause: "it's; rm -rf" } };
  const text = words({ ...failingReport(), verdict: { status: 'fail', reasons: [odd] } });
  expect(text).toContain(String.raw`spec-gate accept 'nonComplianceRose:it'\''s; rm -rf' --reason`);
});

describe.each(['html', 'markdown', 'summary', 'junit', 'sarif', 'terminal', 'annotations'] as const)(
  'as %s',
  (format) => {
    const render = (report: Report): string => {
      if (format === 'terminal') return renderTerminal({ report });
      if (format === 'annotations') return JSON.stringify(listAnnotations(report));
      return RENDERERS[format]({ report });
    };

    test('a failure and an open question say how to go on', () => {
      for (const report of [failingReport(), inconclusiveReport()])
        expect(render(report).replaceAll(/\s+/g, ' ')).toMatch(/spec-gate accept/);
    });

    test('a pass and an accepted failure do not', () => {
      for (const report of [passingReport(), acceptedReport()]) expect(render(report)).not.toMatch(/spec-gate accept/);
    });
  },
);
