// Tells a pager about a night's alarms, and when they are gone. Whatever happens here, the verdict stays as it is.
import { UserError, formatProblem } from '../../core/errors.ts';
import { sha256 } from '../../core/canonical-json.ts';
import { alarmKey } from '../decision/record.ts';
import { checkEndpoint } from '../../models/transport/origin.ts';
import type { Environment } from '../../models/provider.ts';
import type { NightReport } from '../report/report.ts';
import { NIGHT_ADVICE, alarmPhrases, nightHeadline, writeAlarm } from '../report/words.ts';
import { plainText } from '../../render/plain-text.ts';
import { asFullSentence } from '../../render/sentence.ts';

export interface WebhookMessage {
  readonly source: 'spec-gate';
  /** The same while the same alarms stand, so that a pager wakes nobody twice; a resolve names what it resolves. */
  readonly dedupeKey: string;
  readonly action: 'trigger' | 'resolve';
  /** `critical`: a model changed, or the models together; `warning`: a judge or the classifier drifted; `info`: gone. */
  readonly severity: 'critical' | 'warning' | 'info';
  readonly date: string;
  readonly simulated: boolean;
  readonly title: string;
  readonly alarms: readonly string[];
  readonly advice: string;
}

/** What is to be told after a night; undefined after a quiet or an incomplete one. `config` tells gates apart. */
export function createWebhookMessage(report: NightReport, config: string): WebhookMessage | undefined {
  const { status, alarms, closed, date, simulated } = report;
  const keyOf = (all: NightReport['alarms']): string =>
    sha256([config, ...all.map(alarmKey).sort()].join('\n')).slice(0, 16);
  const common = { source: 'spec-gate', date, simulated } as const;
  if (status === 'incomplete') return undefined;
  if (alarms.length > 0) {
    const severity = status === 'regressed' ? 'critical' : 'warning';
    const words = alarms.map((alarm) => plainText(asFullSentence(writeAlarm(alarm))));
    const title = plainText(nightHeadline(report));
    return {
      ...common,
      dedupeKey: keyOf(alarms),
      action: 'trigger',
      severity,
      title,
      alarms: words,
      advice: plainText(NIGHT_ADVICE),
    };
  }
  if (closed.length === 0) return undefined;
  const title = `No longer so: ${plainText(alarmPhrases(closed))}`;
  return { ...common, dedupeKey: keyOf(closed), action: 'resolve', severity: 'info', title, alarms: [], advice: '' };
}

export interface WebhookOptions {
  /** The environment variable that holds the address: it may carry a token, so it stands in no file. */
  readonly urlEnv: string;
  readonly allowPrivate?: readonly string[] | undefined;
  readonly env: Environment;
  readonly fetch: typeof globalThis.fetch;
  /** Default 10,000. */
  readonly deadlineMs?: number;
}

/** Posts the message once. Gives back what went wrong, without the address. */
export async function sendWebhook(message: WebhookMessage, options: WebhookOptions): Promise<string | undefined> {
  const { urlEnv, allowPrivate = [], env, fetch, deadlineMs = 10_000 } = options;
  const failed = (why: string): string => `the webhook was not told (${urlEnv}): ${why}`;
  const url = env[urlEnv]?.trim();
  if (url === undefined || url === '') return failed('the environment variable is not set');
  // A token may be in the path or the query; only scheme and host are checked, and none of it is shown.
  if (!URL.canParse(url)) return failed('its value is not a URL');
  const endpoint = checkEndpoint(new URL(url).origin, { carriesSecret: true, allowPrivate });
  if (!('origin' in endpoint)) return failed(new UserError(endpoint).problems.map(formatProblem).join('; '));
  if (new URL(url).username !== '' || new URL(url).password !== '')
    return failed('it must not hold a user name or password');
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'spec-gate' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(deadlineMs),
    });
    await response.body?.cancel();
    return response.ok ? undefined : failed(`it answered ${response.status}`);
  } catch (error) {
    return failed(
      error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'no connection, or a redirect',
    );
  }
}
