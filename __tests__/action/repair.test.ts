// `repair: suggest` in the built Action: the edit that would make a pull request pass stands on its lines, written by nobody's hand.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CONFLICT,
  createGatedRepository,
  harborConfig,
  harborFile,
  type GatedRepository,
} from '../support/runner/gated-repository.ts';

let gated: GatedRepository;
beforeAll(async () => {
  gated = await createGatedRepository({
    'spec-gate.yml': harborConfig(['onInconclusive: fail', 'onInconclusive: fail\nrepair: suggest']),
  });
});
afterAll(() => gated.close());

const suggestions = (number: number) => gated.server.github.reviewComments.get(number) ?? [];

test('suggests the repair on the lines of the pull request, says who wrote it and on what it was tested, and takes it back', async () => {
  const number = gated.open(CONFLICT);
  const run = await gated.run(number);
  expect(run.exitCode).toBe(1);
  const [comment = ''] = gated.comments(number);
  expect(comment).toMatch(/\*\*Repair\*\* · One of 4 edits would make this pass: it says which clause wins/);
  expect(comment).toMatch(/written by `sim\/\w+` \(simulated\)/);
  expect(comment).toMatch(/on 9 scenarios that no writer saw/);
  const [suggestion, ...others] = suggestions(number);
  expect(others).toEqual([]);
  expect(suggestion).toMatchObject({ path: 'spec.md', line: 123 });
  const lines = CONFLICT['spec.md'].split('\n');
  const [, replaced = ''] = /```suggestion\n([^]*)\n```/.exec(suggestion!.body) ?? [];
  expect(replaced.split('\n')[0]).toBe(lines[(suggestion!.start_line ?? suggestion!.line) - 1]);
  expect(replaced).toContain('gives way to [Keep hazardous detail out](#avoid_hazardous_detail)');
  expect(gated.output('repair.html')).toContain('</html>');

  gated.push(number, { 'spec.md': harborFile('head-harmless/spec.md') });
  expect((await gated.run(number)).exitCode).toBe(0);
  expect(suggestions(number)).toEqual([]);
  expect(gated.comments(number)[0]).not.toContain('**Repair**');
});

test('asks nothing for a stranger', async () => {
  const number = gated.open(CONFLICT, { fork: 'stranger/specs' });
  const run = await gated.run(number);
  expect(run.log).not.toMatch(/^repair:/m);
  expect(suggestions(number)).toEqual([]);
});
