#!/usr/bin/env node
// The command line's door. The version is answered at once; everything else is loaded only when it is needed.
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { keepCompiled } from './io/compile-cache.ts';
import { EXIT } from './core/exit-code.ts';
import { exitWithoutReader } from './io/lost-output.ts';
import { describeOldNode } from './io/old-node.ts';
import { readPackageVersion } from './io/package-version.ts';

exitWithoutReader();
const tooOld = describeOldNode(process.versions.node);
const given = process.argv.slice(2);
if (given.length === 1 && (given[0] === '--version' || given[0] === '-V')) {
  process.stdout.write(`${readPackageVersion()}\n`);
} else if (tooOld !== undefined) {
  process.stderr.write(tooOld);
  process.exitCode = EXIT.usage;
} else {
  // Node has it from 22.1 on.
  const enable = 'enableCompileCache' in module ? module.enableCompileCache : undefined;
  if (enable !== undefined) keepCompiled({ env: process.env, cwd: process.cwd(), enable });
  const { runCommandLine } = await import('./command-line.ts');
  process.exitCode = await runCommandLine(fileURLToPath(new URL('..', import.meta.url)));
}
