// One value, one text, one hash: what keys, checksums and reproducible reports rest on.
import { createHash } from 'node:crypto';

/** Anything JSON can hold. `undefined` properties are dropped, as `JSON.stringify` does. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * JSON with object keys in code-unit order and no white space, as RFC 8785 orders them.
 * @throws TypeError for a number JSON cannot hold (NaN, Infinity).
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}

/** SHA-256 of a text (UTF-8), in lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** SHA-256 of a value's canonical JSON, in lower-case hex. */
export function hashJson(value: Json): string {
  return sha256(canonicalJson(value));
}

function isArray(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
