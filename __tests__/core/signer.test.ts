// Signatures against another implementation of HKDF and HMAC, and what they do not accept.
import { expect, test } from 'vitest';
import { createSigner } from '../../src/core/signer.ts';

const SECRET = 'first secret '.repeat(4);
const OTHER = 'other secret '.repeat(4);

async function signByWebCrypto(secret: string, text: string): Promise<string> {
  const bytes = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value);
  const material = await crypto.subtle.importKey('raw', bytes(secret), 'HKDF', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: bytes(''), info: bytes('spec-gate/store-signature@1') },
    material,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  );
  return Buffer.from(await crypto.subtle.sign('HMAC', key, bytes(text))).toString('base64url');
}

test('HMAC-SHA256 of the canonical JSON under an HKDF-SHA256 key', async () => {
  const signature = createSigner([SECRET]).sign({ b: 'ä', a: [1, null] });
  expect(signature).toBe(await signByWebCrypto(SECRET, '{"a":[1,null],"b":"ä"}'));
});

test('the first secret signs, and those after it are accepted', () => {
  const [old, both, young] = [createSigner([OTHER]), createSigner([SECRET, OTHER]), createSigner([SECRET])];
  expect(both.sign('x')).toBe(young.sign('x'));
  expect(both.hasSigned('x', old.sign('x'))).toBe(true);
  expect(young.hasSigned('x', old.sign('x'))).toBe(false);
});

test.each([
  ['another value', (signature: string) => ['y', signature]],
  ['none', () => ['x', '']],
  ['a shorter one', (signature: string) => ['x', signature.slice(0, -1)]],
  ['a padded one', (signature: string) => ['x', `${signature}=`]],
  ['another secret’s', () => ['x', createSigner([OTHER]).sign('x')]],
])('not accepted: %s', (_what, make) => {
  const signer = createSigner([SECRET]);
  const [value, signature] = make(signer.sign('x')) as [string, string];
  expect(signer.hasSigned(value, signature)).toBe(false);
});
