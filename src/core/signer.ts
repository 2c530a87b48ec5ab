// Signatures of stored records: that they were written by someone who knows the team's secret.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { canonicalJson, type Json } from './canonical-json.ts';

export interface Signer {
  /** HMAC-SHA256 of a value's canonical JSON, in base64url (43 characters). */
  readonly sign: (value: Json) => string;
  /** Whether it is the signature of that value under any of the secrets. */
  readonly hasSigned: (value: Json, signature: string) => boolean;
}

/** Part of every key: a secret that is used elsewhere too signs nothing here. */
const INFO = 'spec-gate/store-signature@1';
const KEY_BYTES = 32;

/**
 * A signer whose keys are derived from secrets by HKDF-SHA256 (RFC 5869, no salt). The first secret signs; those after it
 * are only accepted, so that records outlive a change of secrets.
 */
export function createSigner(secrets: readonly [string, ...string[]]): Signer {
  const keys = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', INFO, KEY_BYTES)));
  const mac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text, 'utf8').digest();
  return {
    sign: (value) => mac(keys[0]!, canonicalJson(value)).toString('base64url'),
    hasSigned: (value, signature) => {
      const text = canonicalJson(value);
      // Compared as written: base64url has several spellings of the same bytes.
      const given = Buffer.from(signature);
      return keys.some((key) => {
        const expected = Buffer.from(mac(key, text).toString('base64url'));
        return given.length === expected.length && timingSafeEqual(given, expected);
      });
    },
  };
}
