// What a stream and the environment say of who reads: a person at a terminal, a CI service with or without one, a file.
import { expect, test } from 'vitest';
import { isAttended, wantsColour, widthOf } from '../../src/io/terminal.ts';

const TERMINAL = { isTTY: true, columns: 80 };

test.each([
  ['a person', TERMINAL, {}, { attended: true, colour: true }],
  ['an editor’s shell', TERMINAL, { TERM: 'dumb' }, { attended: false, colour: false }],
  ['a job to which its service gave a terminal', TERMINAL, { BUILDKITE: 'true' }, { attended: false, colour: true }],
  ['the same of a service that is not known', TERMINAL, { CI: '1' }, { attended: false, colour: true }],
  ['a person who says that this is no service', TERMINAL, { CI: 'false' }, { attended: true, colour: true }],
  ['a pipe', {}, {}, { attended: false, colour: false }],
  ['who wants no colours', TERMINAL, { NO_COLOR: '1' }, { attended: true, colour: false }],
])('%s', (_who, stream, env, expected) => {
  expect({ attended: isAttended(stream, env), colour: wantsColour(stream, env) }).toEqual(expected);
});

test('a terminal without a size, as some services make them, is no narrow one', () => {
  expect([{ columns: 0 }, {}, { columns: 80 }].map(widthOf)).toEqual([100, 100, 80]);
});
