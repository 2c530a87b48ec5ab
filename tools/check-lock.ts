// Fails when package-lock.json lacks an optional platform package that a locked package names:
// `npm install` drops those a registry does not serve in silence, and `npm ci` then refuses the lock elsewhere.
import { readFileSync } from 'node:fs';

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> };
const missing = Object.entries(lock.packages).flatMap(([path, locked]) =>
  Object.keys(locked.optionalDependencies ?? {})
    .filter((name) => !lock.packages[`${path}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`])
    .map((name) => `missing ${name} (needed by ${path || 'the root'})`),
);
for (const line of missing) console.error(line);
process.exitCode = missing.length > 0 ? 1 : 0;
