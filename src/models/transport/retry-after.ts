// How long a server asks to be left alone, from its headers and its bodies.

type Parser = (value: string, serverNow: number) => number;

// In order: the finer header first. Each gives milliseconds, or NaN for what it cannot read.
const PARSERS: readonly (readonly [header: string, parse: Parser])[] = [
  ['retry-after-ms', decimal],
  ['retry-after', (value) => decimal(value) * 1000],
  ['retry-after', (value, serverNow) => durationMs(value) ?? Date.parse(value) - serverNow],
];

/** What vendors count: OpenAI, Groq, Azure; Anthropic; Cerebras. */
const COUNTED = [
  'requests',
  'tokens',
  'input-tokens',
  'output-tokens',
  'requests-minute',
  'tokens-minute',
  'requests-day',
  'tokens-day',
];

/** Pairs of headers: how much is left of a limit, and when what is used up is there again. Only read beside a 429. */
const COUNTDOWNS: readonly (readonly [remaining: string, reset: string])[] = [
  ...COUNTED.flatMap((what) => [
    [`x-ratelimit-remaining-${what}`, `x-ratelimit-reset-${what}`] as const,
    [`anthropic-ratelimit-${what}-remaining`, `anthropic-ratelimit-${what}-reset`] as const,
  ]),
  // Routers and gateways that count one thing (OpenRouter, Kong, Envoy); the second as the IETF's drafts have it.
  ['x-ratelimit-remaining', 'x-ratelimit-reset'],
  ['ratelimit-remaining', 'ratelimit-reset'],
];

/**
 * Milliseconds to wait, or undefined where the headers say nothing that can be read or name no time to come
 * (`-5`, `0`, a date in the past): then the caller's own backoff applies. Dates are measured against the server's own
 * clock where it tells it, so a skewed one here does no harm. `now` is in milliseconds since 1970.
 */
export function retryAfterMs(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  const serverNow = serverTime(headers, now);
  for (const [header, parse] of PARSERS) {
    const ms = parse(headers.get(header)?.trim() ?? '', serverNow);
    if (Number.isFinite(ms)) return ms > 0 ? ms : undefined;
  }
  return undefined;
}

function serverTime(headers: Pick<Headers, 'get'>, now: number): number {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isFinite(date) ? date : now;
}

/** As `retryAfterMs`, from the headers that count down a limit: of those that are at zero, the last to come back. */
export function limitResetMs(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  const serverNow = serverTime(headers, now);
  const told = COUNTDOWNS.map(([remaining, reset]) => [headers.get(remaining), headers.get(reset)] as const);
  const waits = [...told, ...countedTogether(headers.get('ratelimit') ?? '')].flatMap(([remaining, reset]) => {
    if (decimal(remaining ?? '') !== 0) return [];
    const ms = resetMs(reset?.trim() ?? '', serverNow);
    return Number.isFinite(ms) && ms > 0 ? [ms] : [];
  });
  return waits.length === 0 ? undefined : Math.max(...waits);
}

/** All in one header, as later drafts of the IETF have it: `"minute";r=0;t=20, "day";r=9;t=900`, or `limit=10, remaining=0, reset=20`. */
function countedTogether(header: string): readonly (readonly [remaining: string, reset: string])[] {
  const pairs: (readonly [remaining: string, reset: string])[] = [];
  let left: string | undefined;
  // Piece by piece: a pattern over a whole pair looks at a long header again from every `r` in it.
  for (const [piece, name, value] of header.matchAll(/"|\b(r|remaining|t|reset)=(\d+)/g)) {
    if (piece === '"') left = undefined;
    else if (name!.startsWith('rem') || name === 'r') left ??= value!;
    else if (left !== undefined) {
      pairs.push([left, value!]);
      left = undefined;
    }
  }
  return pairs;
}

/** `1m30s` (OpenAI, Groq), a date (Anthropic), seconds (Cerebras, Envoy), or seconds or milliseconds since 1970 (OpenRouter). */
function resetMs(value: string, now: number): number {
  const number = decimal(value);
  if (Number.isNaN(number)) return durationMs(value) ?? Date.parse(value) - now;
  if (number < SINCE_1970) return number * 1000;
  return (number < SINCE_1970 * 1000 ? number * 1000 : number) - now;
}

/** No server asks to wait for so many seconds, which are thirty years. */
const SINCE_1970 = 1e9;

/**
 * Milliseconds that an error body asks to wait: Google's `RetryInfo`, a field named like the header, or words such as
 * "try again in 1m2.5s" and "wait 43 seconds". Undefined where it says nothing.
 */
export function bodyRetryMs(body: unknown): number | undefined {
  const text = JSON.stringify(body) ?? '';
  const field = /"(?:retryDelay|retry_delay|retry_after|retryAfter)(_?ms)?"\s*:\s*"?([\d.]+(?:m?s)?)"?/i.exec(text);
  const words =
    /(?:(?:try|retry)(?: again)? (?:in|after)|wait(?: for)?) ((?:[\d.]+ ?(?:ms|milliseconds?|s|seconds?|m|minutes?|h)(?![a-z]) ?)+)/i.exec(
      text,
    );
  const unit = field?.[1] === undefined ? 1000 : 1;
  const ms = field === null ? durationMs(words?.[1]) : (durationMs(field[2]) ?? decimal(field[2]!) * unit);
  return ms !== undefined && Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

const UNITS: readonly (readonly [pattern: RegExp, ms: number])[] = [
  [/([\d.]+) ?(?:ms|milliseconds?)/i, 1],
  [/([\d.]+) ?(?:s|seconds?)(?![a-z])/i, 1000],
  [/([\d.]+) ?(?:m|minutes?)(?![a-z])/i, 60_000],
  [/([\d.]+) ?h/i, 3_600_000],
];

/** `6m0s`, `7.5s`, `20ms`; undefined for what has no unit. */
function durationMs(text: string | undefined): number | undefined {
  const parts = UNITS.flatMap(([pattern, ms]) => {
    const found = pattern.exec(text ?? '')?.[1];
    return found === undefined ? [] : [Number(found) * ms];
  });
  return parts.length === 0 ? undefined : parts.reduce((sum, ms) => sum + ms, 0);
}

function decimal(value: string): number {
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
}
