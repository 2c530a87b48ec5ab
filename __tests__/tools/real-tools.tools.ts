// The tools themselves, installed and run: what their newest versions write is read as the committed files are.
// `npm run test:tools`; with SPEC_GATE_TOOLS=all the old versions, too. A tool that cannot be had is said, loudly.
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { inFolder, installed } from './install-tool.ts';
import {
  expectEditedInspectLog,
  expectInspectLog,
  expectPromptfooResults,
} from '../support/harness/expect-harness-file.ts';

const run = promisify(execFile);
const SUPPORT = fileURLToPath(new URL('../support/harness/', import.meta.url));
const ALL = process.env['SPEC_GATE_TOOLS'] === 'all';
/** Milliseconds for one installation; all of them, one after the other, may take their time. */
const PATIENCE = ALL ? 900_000 : 150_000;
const describeTool = ALL ? describe : describe.concurrent;

interface Tool {
  readonly version: string;
  /** Before there was a way to declare samples invalid. */
  readonly isOld?: true;
  readonly needs?: readonly string[];
}

const INSPECT: readonly Tool[] = [
  { version: '0.3.285' },
  // textual 1 took away what this version imports.
  ...(ALL ? [{ version: '0.3.60', isOld: true as const, needs: ['textual<1'] }] : []),
];
const PROMPTFOO: readonly Tool[] = ['0.123.1', ...(ALL ? ['0.57.1'] : [])].map((version) => ({
  version,
}));

describeTool('Inspect', () => {
  test.for(INSPECT)('$version', { timeout: 2 * PATIENCE }, async ({ version, isOld, needs = [] }, { skip }) => {
    const home = await installed(`inspect-${version}`, async (folder) => {
      await run('python3', ['-m', 'venv', folder], { timeout: PATIENCE });
      const packages = [`inspect_ai==${version}`, ...needs];
      const options = ['install', '--quiet', '--disable-pip-version-check', '--no-input', ...packages];
      await run(join(folder, 'bin', 'pip'), options, { timeout: PATIENCE });
    });
    if (home === undefined) {
      skip(`inspect_ai ${version} could not be installed here`);
      return;
    }
    const reading = inFolder(async (folder) => {
      copyFileSync(join(SUPPORT, 'write-inspect-logs.py'), join(folder, 'write.py'));
      const env = { ...process.env, INSPECT_DISPLAY: 'none' };
      await run(join(home, 'bin', 'python'), ['write.py', 'logs'], { cwd: folder, timeout: PATIENCE, env });
      for (const form of ['json', 'eval']) {
        const logs = join(folder, 'logs', form);
        await expectInspectLog(
          join(
            logs,
            readdirSync(logs).find((name) => name.endsWith(form))!,
          ),
        );
      }
      if (isOld) return;
      copyFileSync(join(SUPPORT, 'write-inspect-edited-log.py'), join(folder, 'edit.py'));
      await run(join(home, 'bin', 'python'), ['edit.py', 'edited.eval'], { cwd: folder, timeout: PATIENCE, env });
      await expectEditedInspectLog(join(folder, 'edited.eval'));
    });
    await expect(reading).resolves.toBeUndefined();
  });
});

describeTool('promptfoo', () => {
  test.for(PROMPTFOO)('$version', { timeout: 2 * PATIENCE }, async ({ version }, { skip }) => {
    const home = await installed(`promptfoo-${version}`, async (folder) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{"private":true}');
      const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `promptfoo@${version}`];
      await run('npm', options, { cwd: folder, timeout: PATIENCE });
    });
    if (home === undefined) {
      skip(`promptfoo ${version} could not be installed here`);
      return;
    }
    const reading = inFolder(async (folder) => {
      for (const name of ['promptfooconfig.yaml', 'promptfoo-provider.cjs']) {
        copyFileSync(join(SUPPORT, name), join(folder, name));
      }
      const main = join(home, 'node_modules', 'promptfoo', 'dist', 'src', 'main.js');
      const output = ['-o', 'out.json', '--no-cache', '--repeat', '2', '--no-table'];
      const env = {
        ...process.env,
        PROMPTFOO_CONFIG_DIR: join(folder, 'home'),
        PROMPTFOO_DISABLE_TELEMETRY: '1',
        PROMPTFOO_DISABLE_UPDATE: '1',
      };
      // It exits with an error where tests fail, as some of these do; what counts is what it wrote.
      await run(process.execPath, [main, 'eval', '-c', 'promptfooconfig.yaml', ...output], {
        cwd: folder,
        timeout: PATIENCE,
        env,
      }).catch(() => undefined);
      await expectPromptfooResults(join(folder, 'out.json'));
    });
    await expect(reading).resolves.toBeUndefined();
  });
});
