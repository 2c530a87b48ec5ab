// npm test -- [what vitest takes]: the tests, and beside them what else has to hold of the source: types and lint (dead code is looked for
// in .ci/run and on CI). Many tests wait for processes of their own, and those fill the time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * For the compiler and the linter, which are written in Go: memory up to 2 GiB in the place of collecting garbage, and no
 * work done twice in threads beside each other. Together a third less of the processors' time, which the tests have.
 */
const THRIFTY = { ...process.env, GOGC: 'off', GOMEMLIMIT: '2GiB', GOMAXPROCS: '1' };

/** Runs a program to its end. `held-back`: what it says comes in one piece when it has failed. */
async function run(command: string, args: readonly string[], output: 'shown' | 'held-back'): Promise<number> {
  const [stream, env] = output === 'shown' ? (['inherit', process.env] as const) : (['pipe', THRIFTY] as const);
  const child = spawn(command, args, { stdio: ['inherit', stream, stream], env, shell: process.platform === 'win32' });
  const said: Buffer[] = [];
  for (const pipe of [child.stdout, child.stderr]) pipe?.on('data', (piece: Buffer) => said.push(piece));
  const [code] = (await once(child, 'close')) as [number | null];
  if (output === 'held-back' && code !== 0) process.stderr.write(Buffer.concat(said));
  return code ?? 1;
}

/** One after the other, since each takes a processor of its own. */
async function checkSource(): Promise<number> {
  let worst = 0;
  for (const script of ['typecheck', 'lint']) {
    const code = await run('npm', ['run', '--silent', script], 'held-back');
    if (code !== 0) process.stderr.write(`\nnpm run ${script} failed: see above\n`);
    worst = Math.max(worst, code);
  }
  return worst;
}

const codes = await Promise.all([run('vitest', ['run', ...process.argv.slice(2)], 'shown'), checkSource()]);
process.exitCode = Math.max(...codes);
