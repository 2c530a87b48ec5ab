// Real S3 servers on this machine, started for a test: s3rver, which comes with npm, and Versity's gateway where it is installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import S3rver from 's3rver';

export interface S3Server {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** The only credentials that both servers take. */
export const S3_KEYS = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' } as const;
export const BUCKET = 'answers';

/** By name, those that are here; each keeps the empty bucket `answers`. */
export function listS3Servers(): ReadonlyMap<string, () => Promise<S3Server>> {
  const servers = new Map([['s3rver', startS3rver]]);
  if (findGateway() === undefined) console.warn('versitygw absent: tested on s3rver only (set VERSITYGW to its path)');
  else servers.set('versitygw', startGateway);
  return servers;
}

export async function startS3rver(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'spec-gate-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  const { port } = await server.run();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function findGateway(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'versitygw'));
  return [process.env['VERSITYGW'] ?? '', ...folders].find((path) => path !== '' && existsSync(path));
}

/** go install github.com/versity/versitygw/cmd/versitygw@v1.8.0 */
async function startGateway(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'spec-gate-s3-'));
  await mkdir(join(directory, BUCKET));
  const port = await freePort();
  const child = spawn(findGateway()!, ['--port', `127.0.0.1:${port}`, 'posix', directory], {
    env: { ROOT_ACCESS_KEY: S3_KEYS.AWS_ACCESS_KEY_ID, ROOT_SECRET_KEY: S3_KEYS.AWS_SECRET_ACCESS_KEY },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const endpoint = `http://127.0.0.1:${port}`;
  for (let looks = 0; looks < 200; looks += 1) {
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) break;
    await setTimeout(25);
  }
  return {
    endpoint,
    close: async () => {
      child.kill();
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
