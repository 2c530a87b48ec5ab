// The price of an edit that nobody has made yet is the one that plan gives once somebody has.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { resolvePanel } from '../../src/config/resolve-models.ts';
import { starterConfig } from '../../src/config/starter-config.ts';
import { choosePanel } from '../../src/config/starter-panel.ts';
import { prepareSpecCheck } from '../../src/gate/change/prepare-check.ts';
import { planWithWriting } from '../../src/gate/plan-with-writing.ts';
import { priceUsualEdit } from '../../src/gate/usual-edit.ts';
import { createMemorySegmentStore } from '../../src/io/store/segment-store.ts';
import type { Project } from '../../src/run/load-project.ts';
import { createBank } from '../../src/scenarios/parse-bank.ts';
import { parseSpec } from '../../src/spec/parse.ts';

const TEXT = readFileSync(fileURLToPath(new URL('../../fixtures/harbor/spec.md', import.meta.url)), 'utf8');
const SPEC = await parseSpec([{ file: 'spec.md', text: TEXT }], { clauses: 'headings' });
const FEW = 6;

function projectOf(
  change: (config: string) => string = (text) => text,
  specUse: 'target' | 'prompt' = 'target',
): Project {
  const text = starterConfig({ spec: 'spec.md', specUse, panel: choosePanel(new Set(['openai', 'anthropic'])) });
  const config = parseConfig({ file: 'spec-gate.yml', text: change(text) });
  const panel = resolvePanel(config, { systems: new Map(), offlineHashes: new Map() });
  const none = new Map<never, never>();
  const bank = createBank('bank.jsonl', []);
  return {
    configFile: 'spec-gate.yml',
    config,
    policyHash: 'p',
    bank,
    labelled: [],
    panel,
    offline: none,
    offlineHashes: none,
    answers: none,
  };
}

test('a real edit of one clause is priced within a tenth of it', async () => {
  const project = projectOf((text) => text.replace('perClause: 40', `perClause: ${FEW}`));
  const clause = SPEC.clauses.find(({ text }) => text.length > 150)!;
  const edited = TEXT.replace(clause.text, `${clause.text}\n\nAsk first where it is not clear who is asking.`);
  const head = await parseSpec([{ file: 'spec.md', text: edited }], { clauses: 'headings' });
  const prepared = prepareSpecCheck(project, { base: { ref: 'base', spec: SPEC }, head: { ref: 'head', spec: head } });
  const means = { project, store: createMemorySegmentStore(), prices: project.config.prices };
  const planned = (await planWithWriting(prepared, means)).power![0]!.usd as number;
  const usual = (await priceUsualEdit(project, SPEC)) as number;
  expect(Math.abs(usual / planned - 1)).toBeLessThan(0.1);
});

test('a spec that models are given costs more than one that they never see', async () => {
  const target = (await priceUsualEdit(projectOf(), SPEC, FEW)) as number;
  expect(await priceUsualEdit(projectOf(undefined, 'prompt'), SPEC, FEW)).toBeGreaterThan(1.5 * target);
});

test('writing scenarios is part of it only where checks write them', async () => {
  const written = (await priceUsualEdit(projectOf(), SPEC, FEW)) as number;
  const bare = await priceUsualEdit(
    projectOf((text) => text.replace('write: true', 'write: false')),
    SPEC,
    FEW,
  );
  expect(bare).toBeGreaterThan(0);
  expect(bare).toBeLessThan(written);
});

test('a model without a known price makes it unknown', async () => {
  expect(
    await priceUsualEdit(
      projectOf((text) => text.replace('openai/gpt-5', 'openai/own-model')),
      SPEC,
      FEW,
    ),
  ).toBe('unknown');
});

test('a spec without a clause that could be tested has no price', async () => {
  expect(await priceUsualEdit(projectOf(), { ...SPEC, clauses: [] }, FEW)).toBeUndefined();
});

test('spare capacity that checks ask first makes its provider’s part cheaper, and no other', async () => {
  const usual = (await priceUsualEdit(projectOf(), SPEC, FEW)) as number;
  const always = (await priceUsualEdit(
    projectOf((text) => text.replace('flex: unattended', 'flex: always')),
    SPEC,
    FEW,
  )) as number;
  // All of it would be half; Anthropic's model and two judges cost what they do.
  expect(always / usual).toBeGreaterThan(0.55);
  expect(always / usual).toBeLessThan(0.9);
});
