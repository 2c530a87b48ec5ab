// How long a server asks to be left alone, from its headers.

type Parser = (value: string, serverNow: number) => number;

// In order: the finer header first. Each gives milliseconds, or NaN for what it cannot read.
const PARSERS: readonly (readonly [header: string, parse: Parser])[] = [
  ['retry-after-ms', decimal],
  ['retry-after', (value) => decimal(value) * 1000],
  ['retry-after', (value, serverNow) => Date.parse(value) - serverNow],
];

/**
 * Milliseconds to wait, or undefined where the headers say nothing that can be read or name no time to come
 * (`-5`, `0`, a date in the past): then the caller's own backoff applies. Dates are measured against the server's own
 * clock where it tells it, so a skewed one here does no harm. `now` is in milliseconds since 1970.
 */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const date = Date.parse(headers.get('date') ?? '');
  const serverNow = Number.isFinite(date) ? date : now;
  for (const [header, parse] of PARSERS) {
    const ms = parse(headers.get(header)?.trim() ?? '', serverNow);
    if (Number.isFinite(ms)) return ms > 0 ? ms : undefined;
  }
  return undefined;
}

function decimal(value: string): number {
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
}
