// A response's body as text, with a limit on its size.

export class BodyTooLongError extends Error {
  constructor(maxBytes: number) {
    super(`the body is longer than ${maxBytes} bytes`);
    this.name = 'BodyTooLongError';
  }
}

/** What is read of a response; `Response` is one. */
export interface Received {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  readonly body: { readonly getReader: () => BodyReader } | null;
}

export interface BodyReader {
  readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  readonly cancel: () => Promise<void>;
}

export interface BodyOptions {
  /** Most bytes, counted after decompression. */
  readonly maxBytes: number;
  /** Told of each piece, and of the beginning. */
  readonly heard: () => void;
}

/**
 * Reads a whole body as UTF-8.
 * @throws BodyTooLongError, TypeError for a broken connection or bytes that are not UTF-8.
 */
export async function readBody({ body }: Pick<Received, 'body'>, { maxBytes, heard }: BodyOptions): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  heard();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || value === undefined) return decode(chunks);
      heard();
      bytes += value.byteLength;
      if (bytes > maxBytes) throw new BodyTooLongError(maxBytes);
      chunks.push(value);
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error;
  }
}

const WHOLE = new TextDecoder('utf-8', { fatal: true });

/** Most bodies are one piece. */
function decode(chunks: readonly Uint8Array[]): string {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return WHOLE.decode(first);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
