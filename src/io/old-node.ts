// A Node too old to load the program, told in words: what it would say itself is the stack of a missing export.

/** Major and minor; the same as `engines` in package.json. */
const LEAST = [20, 20] as const;

/** What to tell; undefined where this Node will do. `version`: `18.20.8`. */
export function describeOldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = LEAST;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return `spec-gate needs Node ${LEAST.join('.')} or newer (22 or newer to ask models); this is ${version}\n`;
}
