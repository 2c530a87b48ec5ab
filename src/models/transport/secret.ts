// A key that cannot be printed by accident: its text is in a closure, and every way to show the value says `[secret]`.

export interface Secret {
  /** The text itself; only the transport asks for it, to write a header. */
  reveal(): string;
  toString(): string;
  toJSON(): string;
}

const SHOWN = '[secret]';

export function createSecret(text: string): Secret {
  const show = (): string => SHOWN;
  const secret = { reveal: () => text, toString: show, toJSON: show, [Symbol.for('nodejs.util.inspect.custom')]: show };
  return Object.freeze(secret);
}

/** A text with every appearance of the secrets in it taken out, also where they are written in base64 or for a URL. */
export function redact(text: string, secrets: readonly Secret[]): string {
  let redacted = text;
  for (const secret of secrets) {
    const plain = secret.reveal();
    for (const form of [plain, Buffer.from(plain).toString('base64'), encodeURIComponent(plain)]) {
      if (form !== '') redacted = redacted.replaceAll(form, SHOWN);
    }
  }
  return redacted;
}
