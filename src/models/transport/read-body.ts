// A response's body as text, with a limit on its size and on every silence in it.
import { DeadlineError, type Deadline } from './deadline.ts';

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
  const silence = watchSilence(idle);
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), silence.tooLong]);
      if (done) return text + decoder.decode();
      silence.heard();
      bytes += value.byteLength;
      if (bytes > maxBytes) throw new BodyTooLongError(maxBytes);
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    silence.end();
  }
}

/** One timer for a whole body, set anew where something was heard meanwhile. */
function watchSilence({ ms, clock, signal }: Deadline): {
  readonly tooLong: Promise<never>;
  readonly heard: () => void;
  readonly end: () => void;
} {
  const ended = new AbortController();
  let heardAt = clock.monotonic();
  const tooLong = new Promise<never>((_, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    ended.signal.addEventListener('abort', () => signal.removeEventListener('abort', stop), { once: true });
    const wait = (left: number): void => {
      clock.sleep(left, ended.signal).then(
        () => {
          const silent = clock.monotonic() - heardAt;
          if (silent < ms) wait(ms - silent);
          else reject(new DeadlineError(ms));
        },
        () => undefined,
      );
    };
    wait(ms);
  });
  // Whoever reads to the end has nobody listen to it any more.
  tooLong.catch(() => undefined);
  return { tooLong, heard: () => void (heardAt = clock.monotonic()), end: () => ended.abort(ENDED) };
}

/** A reason of one's own: by default each abort makes an error with its stack. */
const ENDED = new Error('ended');
