// Keys of a run, and its store's secret: taken out of the environment, so that no child process gets them, and masked.
import { splitStoreSecret, takeStoreSecret } from '../store/store-secret.ts';

/**
 * Takes the named variables out of `process.env` and tells the runner to mask them, also as they look in Base64, in a
 * URL and in JSON. Names that are not set, or empty, are left out. Masking is exact matching: it is the last defence.
 */
export async function takeSecrets(names: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const { setSecret } = await import('@actions/core');
  const taken: Record<string, string> = {};
  for (const name of names) {
    const value = process.env[name];
    delete process.env[name];
    if (value === undefined || value === '') continue;
    taken[name] = value;
    for (const form of formsOf(value)) setSecret(form);
  }
  return taken;
}

/** The same for what stored answers are signed with: the value, and each secret in it. */
export async function takeMaskedStoreSecret(): Promise<string | undefined> {
  const value = takeStoreSecret();
  const secrets = splitStoreSecret(value ?? '');
  // A value of commas only holds no secret; masking commas would make the log unreadable. Without any the toolkit is not
  // loaded: that takes longer than all else before a run's first line.
  if (secrets.length === 0) return value;
  const { setSecret } = await import('@actions/core');
  for (const secret of [value ?? '', ...secrets]) {
    for (const form of formsOf(secret)) setSecret(form);
  }
  return value;
}

function formsOf(value: string): ReadonlySet<string> {
  const base64 = Buffer.from(value).toString('base64');
  return new Set([
    value,
    base64,
    base64.replace(/=+$/, ''),
    Buffer.from(value).toString('base64url'),
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
  ]);
}
