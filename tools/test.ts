// npm test -- [what vitest takes]: the tests, and beside them the types. Lint and dead code are looked for in .ci/run and on CI: they are
// the same on every machine. Many tests wait for processes of their own, and those fill the time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * For the compiler, which is written in Go: memory up to 2 GiB in the place of collecting garbage, and no work done twice
 * in threads beside each other. A third less of the processors' time, which the tests have.
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

async function checkTypes(): Promise<number> {
  const code = await run('npm', ['run', '--silent', 'typecheck'], 'held-back');
  if (code !== 0) process.stderr.write('\nnpm run typecheck failed: see above\n');
  return code;
}

const codes = await Promise.all([run('vitest', ['run', ...process.argv.slice(2)], 'shown'), checkTypes()]);
process.exitCode = Math.max(...codes);
