// npm test -- [what vitest takes]: the tests, and beside them, while their workers start and end, the search for dead code.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

async function run(command: string, args: readonly string[], output: 'inherit' | 'pipe'): Promise<number> {
  const child = spawn(command, args, { stdio: ['inherit', output, output], shell: process.platform === 'win32' });
  // What it says comes in one piece, when it has ended.
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => said.push(piece));
  const [code] = (await once(child, 'close')) as [number | null];
  if (output === 'pipe' && code !== 0) process.stderr.write(Buffer.concat(said));
  return code ?? 1;
}

const codes = await Promise.all([
  run('vitest', ['run', ...process.argv.slice(2)], 'inherit'),
  run('npm', ['run', '--silent', 'check:dead'], 'pipe'),
]);
process.exitCode = Math.max(...codes);
