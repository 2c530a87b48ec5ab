// Keys leave the environment and never appear in a log unmasked.
import { execFileSync } from 'node:child_process';
import { afterEach, expect, test, vi } from 'vitest';
import { takeMaskedStoreSecret, takeSecrets } from '../../../src/io/actions/secrets.ts';
import { readCommands } from '../../support/runner/commands.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('taken, masked in every form, and gone for child processes', async () => {
  const key = 'sk-"a+b"/c=d%e';
  vi.stubEnv('SOME_KEY', key);
  vi.stubEnv('EMPTY_KEY', '');
  let log = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    log += String(text);
    return true;
  });
  expect(await takeSecrets(['SOME_KEY', 'EMPTY_KEY', 'ABSENT_KEY'])).toEqual({ SOME_KEY: key });
  const { masks } = readCommands(log);
  for (const form of [key, Buffer.from(key).toString('base64'), encodeURIComponent(key), 'sk-\\"a+b\\"/c=d%e']) {
    expect(masks).toContain(form);
  }
  expect(masks).not.toContain('');
  const child = execFileSync(process.execPath, ['-e', 'process.stdout.write(JSON.stringify(process.env))']);
  expect(child.toString()).not.toContain('SOME_KEY');
});

test('the store’s secret is taken likewise, each of two masked; commas alone mask nothing', async () => {
  const [young, old] = ['y'.repeat(40), 'o'.repeat(40)];
  let log = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    log += String(text);
    return true;
  });
  vi.stubEnv('SPEC_GATE_STORE_SECRET', `${young}, ${old}`);
  expect(await takeMaskedStoreSecret()).toBe(`${young}, ${old}`);
  expect(readCommands(log).masks).toEqual(expect.arrayContaining([young, old, `${young}, ${old}`]));
  expect(process.env['SPEC_GATE_STORE_SECRET']).toBeUndefined();
  log = '';
  vi.stubEnv('SPEC_GATE_STORE_SECRET', ',');
  await takeMaskedStoreSecret();
  expect(readCommands(log).masks).toEqual([]);
});
