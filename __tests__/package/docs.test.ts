// Every block of README and docs/ is run, read by what it is for, or kept by another test; and what they lead to is there.
// A block of commands shows what they print: `vitest run __tests__/package/docs.test.ts -u` renews it. A line of dots, or dots at
// the end of a line, stands for whatever is printed there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { RunBuilt } from '../../tools/run-built.ts';
import { ROOT } from '../support/cli.ts';
import { costRows } from '../../tools/cost-table.ts';
import { DOC_BLOCKS, escapeRegExp, type BlockKind } from '../support/doc-blocks.ts';
import { createDocStage, type DocStage } from '../support/doc-stage.ts';
import { runCommand } from '../support/run-command.ts';
import { fencedBlocks, type FencedBlock } from '../support/fenced-blocks.ts';

const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
/** Made by the Action itself; `-u` of the test that runs it renews them. */
const TRANSCRIPTS = ['docs/transcript.md', 'docs/transcript-models.md'];
const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

/** What a block is checked as: the comment right above it says so; a generated one stands between its markers. */
function kindOf(page: string, soFar: readonly FencedBlock[]): BlockKind {
  const { before, text, language } = soFar.at(-1)!;
  const [, marker = ''] = /<!-- ([\w/-]+) -->\s*$/.exec(before) ?? [];
  if (Object.hasOwn(DOC_BLOCKS, marker)) return marker as BlockKind;
  if (marker !== '' && read(page).includes(`<!-- /${marker} -->`)) return 'generated';
  if (language === 'sh' && isInFirstGate(soFar)) return 'first-hour';
  throw new Error(
    `nothing runs this ${language} block; say above it what it is (${Object.keys(DOC_BLOCKS).join(', ')}):\n${text}`,
  );
}

const pages = PAGES.filter((page) => !TRANSCRIPTS.includes(page)).map((page) => ({
  page,
  blocks: fencedBlocks(read(page)),
}));

describe.each(pages.filter(({ blocks }) => blocks.length > 0))('$page', ({ page, blocks }) => {
  let stage: DocStage | undefined;
  afterAll(() => stage?.close());

  test('each block says what it is', () => {
    const kinds = blocks.map((_, index) => kindOf(page, blocks.slice(0, index + 1)));
    expect(kinds.every((kind) => Object.hasOwn(DOC_BLOCKS, kind))).toBe(true);
  });

  test('and is it', async () => {
    let text = read(page);
    for (const [index, block] of blocks.entries()) {
      const kind = kindOf(page, blocks.slice(0, index + 1));
      stage ??= await createDocStage(page);
      if (stage === undefined) return;
      const renewed = await DOC_BLOCKS[kind](block, stage);
      if (renewed !== undefined) text = text.replace(block.text, () => renewed);
    }
    await expect(text).toMatchFileSnapshot(join(ROOT, page));
  }, 240_000);
});

/** Whether the last of the blocks stands between the first gate's markers. */
function isInFirstGate(soFar: readonly FencedBlock[]): boolean {
  const above = soFar.map(({ before }) => before).join('\n');
  return above.includes('<!-- first-gate -->') && !above.includes('<!-- /first-gate -->');
}

test.each(PAGES)('what %s leads to is there', (page) => {
  const links = [
    ...read(page)
      .replaceAll(/^```[^]*?^```/gm, '')
      .matchAll(/\]\((?!https?:)([^)#\s]+)/g),
  ].map((link) => link[1]!);
  const gone = links.filter((link) => !existsSync(join(ROOT, dirname(page), decodeURI(link))));
  expect(TRANSCRIPTS.includes(page) ? [] : gone).toEqual([]);
});

test('README leads to every page', () => {
  const reached = new Set<string>();
  const visit = (page: string): void => {
    if (reached.has(page) || !page.endsWith('.md')) return;
    reached.add(page);
    for (const [, link] of read(page).matchAll(/\]\((?!https?:)([^)#\s]+)/g)) {
      const next = join(dirname(page), link!);
      if (existsSync(join(ROOT, next)) && next.endsWith('.md')) visit(next);
    }
  };
  visit('README.md');
  expect(PAGES.filter((page) => !reached.has(page))).toEqual([]);
});

const printed: RunBuilt = async (args, place) => (await runCommand(args, place)).stdout;

test('what docs/costs.md says is what plan says (node tools/cost-table.ts renews it)', async () => {
  for (const row of Object.values(await costRows(printed))) expect(read('docs/costs.md')).toContain(row);
}, 240_000);

test('docs/troubleshooting.md goes by messages that the source can print', () => {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(ROOT, 'src', name), 'utf8'));
  const said = [...read('docs/troubleshooting.md').matchAll(/^### `(.+)`$/gm)].map((heading) => heading[1]!);
  expect(said.length).toBeGreaterThan(20);
  const isSaid = (message: string): boolean => {
    const parts = message.split('…').map((part) => escapeRegExp(part));
    const pattern = new RegExp(parts.join('(?:\\$\\{[^\\n]+?\\})'), 'i');
    return sources.some((source) => pattern.test(source));
  };
  expect(said.filter((message) => !isSaid(message))).toEqual([]);
});
