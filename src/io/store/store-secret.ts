// The secret that stored records are signed with, from the one variable that holds it.
import { UserError } from '../../core/errors.ts';
import { createSigner, type Signer } from '../../core/signer.ts';

export const STORE_SECRET = 'SPEC_GATE_STORE_SECRET';

const LEAST_CHARACTERS = 32;

/** Takes the secret out of this process's environment, so that no child process gets it. */
export function takeStoreSecret(): string | undefined {
  const value = process.env[STORE_SECRET];
  delete process.env[STORE_SECRET];
  return value;
}

/** The secrets of a value, the signing one first. Empty ones are left out: `NEW,OLD` before OLD is set, or after it is gone. */
export function splitStoreSecret(value: string): readonly string[] {
  return value
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '');
}

/**
 * The signer of a value: one secret, or several separated by commas, of which the first signs. Undefined where there is
 * none: then records are read by their checksums, as on forks, which get no secrets.
 * @throws UserError for a short secret; it never says which text.
 */
export function createStoreSigner(value: string | undefined): Signer | undefined {
  const [first, ...others] = splitStoreSecret(value ?? '');
  if (first === undefined) return undefined;
  if ([first, ...others].some((secret) => secret.length < LEAST_CHARACTERS)) {
    throw new UserError({
      message: `${STORE_SECRET} holds a secret of fewer than ${LEAST_CHARACTERS} characters`,
      hint: 'make one with: openssl rand -hex 32 (two are separated by a comma)',
    });
  }
  return createSigner([first, ...others]);
}
