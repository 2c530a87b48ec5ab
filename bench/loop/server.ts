// A provider in a process of its own: answers in so many milliseconds, counts what is in flight, and may admit by a token bucket.
//   node server.ts '{"latencyMs":100,"rate":80,"burst":80}'  -> prints its origin; GET /seen tells what it saw, POST /reset forgets it
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Options {
  readonly latencyMs: number;
  /** Requests a second; absent: all are taken. */
  readonly rate?: number;
  readonly burst?: number;
  /** Words of an answer. */
  readonly words?: number;
}

const { latencyMs, rate, burst = rate ?? 0, words = 40 } = JSON.parse(process.argv[2] ?? '{}') as Options;
const seen = { requests: 0, taken: 0, inFlight: 0, mostInFlight: 0, inFlightMs: 0, busyFrom: 0, busyTo: 0 };
let tokens = burst;
let at = performance.now();
let changedAt = performance.now();

function take(): boolean {
  if (rate === undefined) return true;
  const now = performance.now();
  tokens = Math.min(burst, tokens + ((now - at) / 1000) * rate);
  at = now;
  if (tokens < 1) return false;
  tokens -= 1;
  return true;
}

function count(change: 1 | -1): void {
  const now = performance.now();
  seen.inFlightMs += seen.inFlight * (now - changedAt);
  changedAt = now;
  seen.inFlight += change;
  seen.mostInFlight = Math.max(seen.mostInFlight, seen.inFlight);
  if (seen.busyFrom === 0) seen.busyFrom = now;
  seen.busyTo = now;
}

const REFUSED = JSON.stringify({
  error: { type: 'requests', code: 'rate_limit_exceeded', message: 'Too many requests.' },
});

/** What a judge or classifier says, where the request asks for a form; some words otherwise. */
function answerTo(body: string): string {
  const { response_format: format, model } = JSON.parse(body) as {
    readonly response_format?: unknown;
    readonly model: string;
  };
  // A grader that is asked in words (promptfoo's).
  if (format === undefined && model.startsWith('j'))
    return '{"reason":"It keeps to the clause.","pass":true,"score":1}';
  // Each model says something else to each question, so that each answer is scored, and no grader is asked the same twice.
  const question = /Question \d+/.exec(body)?.[0] ?? '';
  if (format === undefined) return `${model} to ${question}: ${'word '.repeat(words).trim()}`;
  const isScores = JSON.stringify(format).includes('"value1"');
  const reply = isScores
    ? { value1: 3, value2: 3, confidence: 1, response_type: 'full_compliance' }
    : { ruling: 'compliant', clauses: ['careful'] };
  return JSON.stringify({ reasoning: 'It keeps to the clause.', ...reply });
}

const server = createServer((request, response) => {
  if (request.url === '/seen') {
    response.end(JSON.stringify(seen));
    return;
  }
  if (request.url === '/reset') {
    Object.assign(seen, { requests: 0, taken: 0, inFlight: 0, mostInFlight: 0, inFlightMs: 0, busyFrom: 0, busyTo: 0 });
    [tokens, at] = [burst, performance.now()];
    response.end();
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    seen.requests += 1;
    response.setHeader('content-type', 'application/json');
    if (!take()) {
      response.statusCode = 429;
      response.end(REFUSED);
      return;
    }
    seen.taken += 1;
    count(1);
    const body = Buffer.concat(chunks).toString();
    setTimeout(() => {
      count(-1);
      const content = answerTo(body);
      const usage = { prompt_tokens: Math.ceil(body.length / 4), completion_tokens: Math.ceil(content.length / 4) };
      const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }];
      response.end(JSON.stringify({ id: 'x', object: 'chat.completion', created: 1, model: 'm', choices, usage }));
    }, latencyMs);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
