// A response's body as text, with a limit on its size and on every silence in it.
import { withinDeadline, type Deadline } from './deadline.ts';

export class BodyTooLongError extends Error {
  constructor(maxBytes: number) {
    super(`the body is longer than ${maxBytes} bytes`);
    this.name = 'BodyTooLongError';
  }
}

export interface BodyLimits {
  /** Most bytes, counted after decompression. */
  readonly maxBytes: number;
  /** Longest silence between two chunks; its `ms` starts anew with each chunk. */
  readonly idle: Deadline;
}

/**
 * Reads a whole body as UTF-8.
 * @throws BodyTooLongError, DeadlineError for a silence, TypeError for a broken connection or bytes that are not UTF-8.
 */
export async function readBody(response: Response, { maxBytes, idle }: BodyLimits): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await withinDeadline(idle, () => reader.read());
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > maxBytes) throw new BodyTooLongError(maxBytes);
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error;
  }
}
