// Directives by which documents take in other files.
import { expect, test } from 'vitest';
import { findIncludes } from '../../src/spec/includes.ts';

const found = (text: string): readonly string[] =>
  findIncludes([
    { file: 'spec/a.md', text },
    { file: 'spec/read.md', text: '' },
  ]).map(({ path, line }) => `${line} ${path}`);

test.each<[string, readonly string[]]>([
  ['# A\n\n{!parts/tone.md!}', ['3 parts/tone.md']],
  ['--8<-- "parts/tone.md"', ['1 parts/tone.md']],
  ["{% include 'tone.md' %}", ['1 tone.md']],
  ['{{< include _tone.qmd >}}', ['1 _tone.qmd']],
  ['![[tone.md]]', ['1 tone.md']],
  ['!include tone.md', ['1 tone.md']],
  ['.. include:: tone.rst', ['1 tone.rst']],
  ['include::tone.adoc[]', ['1 tone.adoc']],
  ['[!INCLUDE [tone](../includes/tone.md)]', ['1 ../includes/tone.md']],
  ['<!--#include file="tone.md" -->', ['1 tone.md']],
  ['See @docs/tone.md and @README.md.', ['1 docs/tone.md', '1 README.md']],
  ['{!read.md!} ./read.md {% include "./read.md" %}', []],
  ['Write to ann@example.com or @ann, see [tone](tone.md) and `{!tone.md!}`.', []],
  ['```\n{!tone.md!}\n```\n![[picture]] ![x](tone.md)', []],
])('%j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});
