// One value, one text, one hash: what keys, checksums and reproducible reports rest on.
import { hash } from 'node:crypto';

/** Anything JSON can hold. `undefined` properties are dropped, as `JSON.stringify` does. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * JSON with object keys in code-unit order and no white space, as RFC 8785 orders them.
 * @throws TypeError for a number JSON cannot hold (NaN, Infinity).
 */
export function canonicalJson(value: Json): string {
  // Plain loops, and no call where none is needed: every request and every answer passes here.
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
    return `${value}`;
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  let text = '';
  if (isArray(value)) {
    for (const item of value) text += text === '' ? canonicalJson(item) : `,${canonicalJson(item)}`;
    return `[${text}]`;
  }
  for (const key of sortedKeys(value)) {
    const member = value[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** SHA-256 of a text (UTF-8) or of bytes, in lower-case hex. */
export function sha256(text: string | Uint8Array): string {
  return hash('sha256', text, 'hex');
}

/** The first twelve bytes of a text's SHA-256 as twelve characters: for millions of keys that only this process looks at. */
export function hashShort(text: string): string {
  return hash('sha256', text, 'buffer').toString('latin1', 0, 12);
}

/** SHA-256 of a value's canonical JSON, in lower-case hex. */
export function hashJson(value: Json): string {
  return sha256(canonicalJson(value));
}

/** Most objects are written in order already. */
function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  for (let index = 1; index < keys.length; index += 1) {
    if (keys[index]! < keys[index - 1]!) return keys.sort();
  }
  return keys;
}

function isArray(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
